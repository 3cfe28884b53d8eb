"""A correction beside a locked protocol: each error at its own field, and nothing typed is lost by a refusal."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from bra_desktop.domain.kinds import Medium
from bra_desktop.services import reading
from bra_desktop.services.adjusted import additions, adjustment, paper
from bra_desktop.services.adjusted.correction_drafts import CorrectionDraft, correction_begun
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import planning
from bra_desktop.ui.meeting.page import MeetingPage
from bra_desktop.ui.meeting.papers.after_lock import AfterLock
from bra_desktop.ui.meeting.papers.document_kinds import papers_of
from bra_desktop.ui.meeting.tab_stack import DOCUMENT
from bra_desktop.ui.palette.commands import commands_of
from bra_desktop.ui.theme.theme import Theme
from tests.builders import pdf_text
from tests.ui.almby_office import HELD, almby
from tests.ui.meeting.conftest import REF, Shown
from tests.ui.palette.everyday import found
from tests.ui.palette.leader import Leader

MARKED, PUBLIC = 4, "Rättelse, offentlig version"
SIGNED_AT = datetime(2026, 12, 10, 9, 0, tzinfo=UTC)


@pytest.fixture
def office() -> Iterator[Office]:
    """The council's protocol, signed on paper by everybody."""
    with almby(HELD, now=SIGNED_AT) as office:
        item = office.content(REF).items[MARKED]
        planning.change_item(office, item.key, {"confidential": "21 kap. 3 § OSL"})
        adjustment.hand_to_review(office, REF)
        planning.change_meeting(office, REF, {"medium": Medium.INK})
        adjustment.hand_to_adjustment(office, REF)
        for one in reading.meeting_view(office, REF).signers:
            paper.record_ink_signature(office, REF, one.person_id, SIGNED_AT.date(), one.role)
        yield office


@pytest.fixture
def after(shown: Shown) -> AfterLock:
    shown.page.tabs.setCurrentIndex(DOCUMENT)
    found = shown.page.findChild(AfterLock)
    assert isinstance(found, AfterLock)
    found._write.setChecked(True)
    return found


def save(after: AfterLock) -> None:
    button = after.findChild(QPushButton, "correction.save")
    assert isinstance(button, QPushButton)
    button.click()


def test_the_button_that_ends_the_form_stands_whole_in_sight_in_a_low_window(after: AfterLock) -> None:
    after.window().resize(1366, 740)
    QApplication.processEvents()
    button = after.findChild(QPushButton, "correction.save")
    assert isinstance(button, QPushButton)
    assert button.visibleRegion().boundingRect() == button.rect()


def test_below_many_corrections_the_form_opens_whole_in_sight_with_the_caret_in_its_text(shown: Shown) -> None:
    shown.page.tabs.setCurrentIndex(DOCUMENT)
    author = shown.view().content.people[0].key
    for number in range(12):
        additions.correct(shown.office, REF, author, "Skrivfel", f"Det ska stå {number}.", None)
    shown.reload()
    after = shown.page.findChild(AfterLock)
    assert isinstance(after, AfterLock)
    after.window().resize(1366, 740)
    QApplication.processEvents()
    after.write()
    fields = (after._item, after.editor, after._reason, after._author)
    shown.settle(lambda: all(one.visibleRegion().boundingRect() == one.rect() for one in fields))
    assert after.editor.hasFocus()
    after._body.verticalScrollBar().setValue(0)
    save(after)
    shown.settle(lambda: after.editor.visibleRegion().boundingRect() == after.editor.rect())


def test_the_one_at_work_is_the_author_until_another_is_chosen(shown: Shown, after: AfterLock) -> None:
    assert after._author.currentText().startswith("Anna Svedin")
    other = shown.view().content.people[0].key
    after._author.choose(other)
    shown.reload()
    assert after._author.person_id() == other


def test_what_is_missing_is_said_where_it_is_typed(after: AfterLock) -> None:
    after._author.setCurrentIndex(-1)
    save(after)
    assert after._text_field.error() == "Skriv vad som ska stå."
    assert after._reason_field.error() == "Skriv skälet till rättelsen."
    assert after._author_field.error() == "Välj vem som rättar."
    after.editor.setPlainText("Tolv, inte tretton.")
    after._author.setCurrentIndex(0)
    assert (after._text_field.error(), after._author_field.error()) == ("", "")
    assert after._reason_field.error() == "Skriv skälet till rättelsen."


def test_a_refused_correction_keeps_what_was_typed_and_a_taken_one_clears_the_form(
    shown: Shown, after: AfterLock
) -> None:
    after.editor.setPlainText("Trasigt \0 tecken")
    after._reason.setText("skrivfel")
    after._author.choose(shown.view().content.people[0].key)
    save(after)
    shown.settle(lambda: after._text_field.error() != "")
    assert after._reason.text() == "skrivfel"
    after.editor.setPlainText("Det ska stå tolv.")
    save(after)
    shown.settle(lambda: [c.text for c in shown.view().corrections] == ["Det ska stå tolv."])
    shown.settle(lambda: after.editor.toPlainText() == "")
    assert not after._write.isChecked()


def writes(shown: Shown) -> bool:
    """Whether the form of a correction is open, to be written in."""
    after = shown.page.findChild(AfterLock)
    return isinstance(after, AfterLock) and after.editor.isVisible() and after.editor.hasFocus()


def test_the_band_of_an_adjusted_meeting_leads_to_the_form_of_a_correction(shown: Shown) -> None:
    link = shown.page.findChild(QPushButton, "meeting.locked.link")
    assert isinstance(link, QPushButton)
    assert (link.isVisible(), link.accessibleName()) == (True, "Skriv rättelse")
    link.click()
    shown.settle(lambda: writes(shown))
    assert shown.page.here()[1] == "document"


@pytest.mark.parametrize("typed", ["skriv rättelse", "rätta fel", "rättelse"])
def test_a_correction_of_the_meeting_that_is_open_is_found_in_the_palette(shown: Shown, typed: str) -> None:
    commands = commands_of(Leader(shown.window))
    assert found(commands, typed)[0] == "Skriv rättelse"
    next(one for one in commands if one.words == "Skriv rättelse").act()
    shown.settle(lambda: writes(shown))


def test_the_public_version_of_a_correction_is_offered_where_something_is_marked_also_while_others_see_the_screen(
    shown: Shown,
) -> None:
    def offered() -> set[str]:
        assert shown.page._loaded is not None
        return {words for key, words in papers_of(shown.page._loaded).items() if "correction" in key}

    content = shown.view().content
    marked, author = content.items[MARKED].key, content.people[0].key
    additions.correct(shown.office, REF, author, "Skrivfel", "Tolv.", content.items[0].key)
    shown.reload()
    assert offered() == {"Rättelse"}
    additions.correct(shown.office, REF, author, "Skrivfel", "Karl Ek.", marked)
    shown.reload()
    assert offered() == {"Rättelse", PUBLIC}
    shown.page.tabs.setCurrentIndex(DOCUMENT)
    QTest.keyClick(shown.page, Qt.Key.Key_F4)
    shown.settle(lambda: bool(shown.page._loaded and shown.page._loaded.withheld))
    assert PUBLIC in offered()
    tab = shown.page.parts.document
    tab.show_kind("public_correction")
    shown.settle(lambda: tab._made is not None and tab._made.kind == "public_correction")
    assert tab._made is not None
    said = pdf_text(tab._made.content)
    assert "Tolv." in said
    assert "Karl Ek" not in said
    assert tab.save.isEnabled()


def test_what_is_typed_is_on_the_disk_and_stands_in_the_form_of_a_page_that_is_opened_anew(
    qtbot: QtBot, theme: Theme, shown: Shown, after: AfterLock, office: Office
) -> None:
    key = office.content(REF).key
    after._item.setCurrentIndex(2)
    QTest.keyClicks(after.editor, "Planen godtas.")
    QTest.keyClicks(after._reason, "skrivfel")
    wanted = CorrectionDraft(office.content(REF).items[1].key, "Planen godtas.", "skrivfel", after._typed().author)
    qtbot.waitUntil(lambda: correction_begun(office, key) == wanted)
    QTest.keyClicks(after._reason, "et")
    theme.choose(scale=1.25)
    qtbot.waitUntil(lambda: shown.window.page("meeting") is not shown.page)
    page = shown.window.page("meeting")
    assert isinstance(page, MeetingPage)
    qtbot.waitUntil(lambda: page._loaded is not None)
    page.tabs.setCurrentIndex(DOCUMENT)
    anew = page.parts.document.side.after
    qtbot.waitUntil(lambda: anew._typed() == replace(wanted, reason="skrivfelet"))
    assert anew._write.isChecked()


def test_what_has_been_added_is_no_longer_begun(qtbot: QtBot, after: AfterLock, office: Office) -> None:
    key = office.content(REF).key
    QTest.keyClicks(after.editor, "Planen godtas.")
    QTest.keyClicks(after._reason, "skrivfel")
    qtbot.waitUntil(lambda: not correction_begun(office, key).is_empty())
    if not after._author.person_id():
        after._author.setCurrentIndex(1)
    save(after)
    qtbot.waitUntil(lambda: bool(reading.meeting_view(office, REF).corrections))
    qtbot.waitUntil(lambda: correction_begun(office, key).is_empty())
    assert not after._write.isChecked()
