"""Extracts on a meeting's page: which §§ and for whom by the keyboard, the paper at once, and all ways out."""

import email
from collections.abc import Callable, Iterator
from email.policy import default
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton

from bra_desktop.domain.extracts import Division
from bra_desktop.services.office import Office
from bra_desktop.services.papers.documents import KIND_WORDS
from bra_desktop.ui.meeting.papers.document_tab import DocumentTab
from bra_desktop.ui.meeting.papers.extract_pane import ExtractPane
from bra_desktop.ui.meeting.tab_stack import DOCUMENT
from bra_desktop.ui.widgets.pdf_places import MarkedPages
from bra_desktop.ui.widgets.pdf_preview import PdfPreview
from tests.builders import pdf_text
from tests.ui.almby_office import HELD, PLANNED, almby
from tests.ui.keyboard import press
from tests.ui.meeting.conftest import REF, Shown

SENT = {42, 45, 46, 47}


@pytest.fixture
def office() -> Iterator[Office]:
    """The council has met; the protocol is a draft."""
    with almby(HELD) as office:
        yield office


@pytest.fixture
def pane(shown: Shown) -> ExtractPane:
    """The tab with the extract of what is sent to somebody, made."""
    shown.page.tabs.setCurrentIndex(DOCUMENT)
    tab(shown).show_kind("extract")
    settle(shown)
    found = tab(shown).side.extract
    assert found is not None
    return found


def tab(shown: Shown) -> DocumentTab:
    return shown.page.parts.document


def settle(shown: Shown) -> None:
    """The extract that is chosen now is shown."""
    shown.settle(lambda: not (pane := tab(shown).side.extract) or not pane._calm.isActive())
    shown.settle(lambda: tab(shown)._ready)


def said(shown: Shown) -> str:
    made = tab(shown)._made
    assert made is not None
    return pdf_text(made.content)


def paragraphs(shown: Shown, pane: ExtractPane) -> set[int]:
    content = shown.view().content
    return {content.item(key).paragraph or 0 for key in pane.choice().items or ()}


def kept(shown: Shown) -> list[str]:
    return sorted(d.recipient for d in shown.view().documents if d.kind == "extract")


def told(shown: Shown, words: str) -> bool:
    return any(words in one for one in shown.window.messages.words())


def divide(pane: ExtractPane, division: Division) -> None:
    pane.division.setCurrentIndex(pane.division.findData(division))


def test_what_is_sent_to_somebody_is_marked_and_shown(shown: Shown, pane: ExtractPane) -> None:
    assert paragraphs(shown, pane) == SENT
    words = said(shown)
    assert "Kommunstyrelsen" in words.partition("Plats och tid")[0]
    assert "Utkast. Protokollet är inte justerat." in words
    assert not tab(shown).side.after.isVisible()
    assert kept(shown) == [], "looking keeps nothing"


def test_paragraphs_are_marked_by_the_keyboard_and_the_extract_follows(shown: Shown, pane: ExtractPane) -> None:
    pane.items.setFocus()
    assert pane.items.currentRow() == 0
    press(pane.items, Qt.Key.Key_Space)
    shown.settle(lambda: tab(shown)._made is not None and "§ 38 " in said(shown))
    assert paragraphs(shown, pane) == {38, *SENT}
    press(pane.items, Qt.Key.Key_Down)
    assert paragraphs(shown, pane) == {38, *SENT}, "arrows only go"
    pane.every.click()
    assert paragraphs(shown, pane) == set(range(38, 50))
    pane.sent.click()
    assert paragraphs(shown, pane) == SENT


def test_a_click_on_the_words_or_on_the_box_marks_once(shown: Shown, pane: ExtractPane) -> None:
    box = pane.items.visualItemRect(pane.items.item(1))
    for x in (box.left() + 100, box.left() + 16):
        before = paragraphs(shown, pane)
        place = box.center()
        place.setX(x)
        QTest.mouseClick(pane.items.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert paragraphs(shown, pane) ^ before == {39}


def test_recipients_are_left_out_and_typed(shown: Shown, pane: ExtractPane) -> None:
    names = pane.to.marked()
    press(pane.to, Qt.Key.Key_Space)
    pane.items.mark(pane.items.marked()[:2])
    assert names[0] not in pane.to.marked(), "who was left out stays out"
    pane.more.setText("  Länsstyrelsen  i Mellanbygd ")
    press(pane.more, Qt.Key.Key_Return)
    pane.more.setText(pane.to.marked()[0].upper())
    press(pane.more, Qt.Key.Key_Return)
    assert pane.to.marked()[-1] == "Länsstyrelsen i Mellanbygd"
    assert len(set(map(str.casefold, pane.to.marked()))) == len(pane.to.marked())
    shown.settle(lambda: tab(shown)._made is not None and "Länsstyrelsen i Mellanbygd" in said(shown))
    assert names[0] not in said(shown).partition("Plats och tid")[0]


def test_no_paragraph_is_no_extract(shown: Shown, pane: ExtractPane) -> None:
    pane.items.mark(())
    shown.settle(lambda: not tab(shown).save.isEnabled())
    assert not any(button.isEnabled() for button in tab(shown).buttons())
    assert tab(shown)._stack.currentWidget() is tab(shown)._none_chosen
    pane.sent.click()
    settle(shown)
    assert all(button.isEnabled() for button in tab(shown).buttons())


def test_one_file_is_saved_and_kept_with_its_recipients(shown: Shown, pane: ExtractPane, tmp_path: Path) -> None:
    pane.items.mark(pane.items.marked()[1:2])
    shown.settle(lambda: tab(shown)._made is not None and "§ 42 " not in said(shown))
    asked: list[str] = []

    def choose(name: str) -> Path:
        asked.append(name)
        return tmp_path / "utdrag.pdf"

    shown.page.extracts.choose_place = choose
    tab(shown).save.click()
    shown.settle(lambda: told(shown, "utdrag.pdf är sparad"))
    assert asked == ["Protokollsutdrag BRÅ 2026-12-03 § 45.pdf"]
    assert "§ 45 Stöd till nattvandring 2027" in pdf_text((tmp_path / "utdrag.pdf").read_bytes())
    assert kept(shown) == ["Kommunstyrelsen; Nattvandrarna i Almby"]


@pytest.mark.parametrize(
    ("division", "files"), [(Division.PER_ITEM, 4), (Division.PER_RECIPIENT, 8), (Division.PER_ITEM_AND_RECIPIENT, 13)]
)
def test_several_files_are_saved_in_a_folder(
    shown: Shown, pane: ExtractPane, tmp_path: Path, division: Division, files: int
) -> None:
    divide(pane, division)
    assert pane._sum.text().replace("\u00a0", " ") == f"{files} utdrag i var sin fil. Det första visas."
    shown.page.extracts.saver.choose_folder = lambda: tmp_path
    settle(shown)
    tab(shown).save.click()
    shown.settle(lambda: told(shown, "är sparade i mappen"))
    assert len(list(tmp_path.iterdir())) == len(kept(shown)) == files
    opened: list[Path] = []
    shown.page.extracts.saver.open_folder = opened.append
    shown.window.messages._kinds.finished.link_chosen.emit()
    assert opened == [tmp_path]


@pytest.mark.parametrize("later", [0, 120, 260, 300])
def test_a_press_right_after_the_choice_was_changed_saves_what_was_chosen(
    shown: Shown, pane: ExtractPane, tmp_path: Path, later: int
) -> None:
    """Whenever it comes: before the extract is made anew, and while it is."""
    shown.page.extracts.choose_place = lambda name: tmp_path / name
    pane.items.mark(pane.items.marked()[1:2])
    shown.qtbot.wait(later)
    QTest.mouseClick(tab(shown).save, Qt.MouseButton.LeftButton)
    shown.settle((tmp_path / "Protokollsutdrag BRÅ 2026-12-03 § 45.pdf").exists)
    shown.settle(lambda: len(kept(shown)) == 1)
    settle(shown)
    shown.qtbot.wait(50)
    assert len(kept(shown)) == 1, "saved once"


def test_a_press_in_the_moment_that_nothing_is_chosen_saves_nothing_later(
    shown: Shown, pane: ExtractPane, tmp_path: Path
) -> None:
    shown.page.extracts.choose_place = lambda name: tmp_path / name
    pane.items.mark(())
    QTest.mouseClick(tab(shown).save, Qt.MouseButton.LeftButton)
    pane.sent.click()
    settle(shown)
    shown.qtbot.wait(50)
    assert list(tmp_path.iterdir()) == []


def test_what_is_stopped_leaves_nothing(
    shown: Shown, pane: ExtractPane, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    divide(pane, Division.PER_ITEM_AND_RECIPIENT)
    settle(shown)
    shown.page.extracts.saver.choose_folder = lambda: tmp_path
    messages = shown.page.context.messages
    begun = messages.begin_work

    def begin(words: str, cancel: Callable[[], None]) -> None:
        begun(words, cancel)
        cancel()

    monkeypatch.setattr(messages, "begin_work", begin)
    tab(shown).save.click()
    shown.settle(lambda: told(shown, "Inga utdrag är sparade"))
    assert list(tmp_path.iterdir()) == []
    assert kept(shown) == []


def test_a_folder_that_takes_no_files_is_told_of(shown: Shown, pane: ExtractPane, tmp_path: Path) -> None:
    divide(pane, Division.PER_ITEM)
    settle(shown)
    shown.page.extracts.saver.choose_folder = lambda: tmp_path / "borta"
    tab(shown).save.click()
    shown.settle(lambda: told(shown, "kan inte sparas där"))
    assert kept(shown) == []


def test_a_mail_with_the_extract_is_opened(shown: Shown, pane: ExtractPane) -> None:
    files: list[Path] = []

    def take(path: Path) -> bool:
        files.append(path)
        return True

    shown.page.mails.open_file = take
    tab(shown).mail.click()
    shown.settle(lambda: bool(files))
    message = email.message_from_bytes(files[0].read_bytes(), policy=default)
    assert "Protokollsutdrag §§ 42 och 45–47" in str(message["Subject"]).replace("\u00a0", " ")
    assert [part.get_filename() for part in message.iter_attachments()] == [
        "Protokollsutdrag BRÅ 2026-12-03 §§ 42 och 45–47.pdf"
    ]
    shown.settle(lambda: len(kept(shown)) == 1)


def test_the_extract_is_copied_for_word(shown: Shown, pane: ExtractPane, tmp_path: Path) -> None:
    place = tmp_path / "utdrag.docx"
    shown.page.copies.choose_place = lambda _title, _name, _kinds: place
    tab(shown).copy.click()
    (menu,) = tab(shown).copy.findChildren(QMenu)
    menu.actions()[0].trigger()
    menu.close()
    shown.settle(place.is_file)
    assert kept(shown) == []


def test_another_document_has_its_own_buttons_again(shown: Shown, pane: ExtractPane) -> None:
    tab(shown).show_kind("notice")
    assert not pane.isVisible()
    assert tab(shown).side.choice("notice") is None
    shown.settle(lambda: (made := tab(shown)._made) is not None and made.kind == "notice")
    tab(shown).show_kind("extract")
    settle(shown)
    assert paragraphs(shown, pane) == SENT


def test_what_is_marked_stays_when_the_meeting_is_read_anew(shown: Shown, pane: ExtractPane) -> None:
    pane.items.mark(pane.items.marked()[:1])
    shown.reload()
    assert paragraphs(shown, pane) == {42}


class TestBeforeTheMeeting:
    """A meeting that is planned has nothing to extract."""

    @pytest.fixture
    def office(self) -> Iterator[Office]:
        with almby(PLANNED) as office:
            yield office

    def test_no_extract_is_offered(self, shown: Shown) -> None:
        shown.page.tabs.setCurrentIndex(DOCUMENT)
        assert shown.page.findChild(QPushButton, "meeting.kind_extract") is None
        assert KIND_WORDS["extract"] not in [action.text() for action in tab(shown)._kinds.menu().actions()]
        assert shown.page.presenter.ref == REF


def test_another_paper_begins_at_its_first_page(shown: Shown) -> None:
    shown.page.tabs.setCurrentIndex(DOCUMENT)
    tab(shown).show_kind("protocol")
    settle(shown)
    (preview,) = tab(shown).findChildren(PdfPreview)
    preview.go_to(4)
    tab(shown).show_kind("decisions")
    settle(shown)
    shown.settle(lambda: tab(shown).pages() == 2)
    assert preview.page() == 0
    assert preview.findChildren(MarkedPages)[0].verticalScrollBar().value() == 0
