"""Find and replace in the whole meeting: through all items and decisions, by keys, and taken back as one step."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from bra_desktop.domain.kinds import Duty
from bra_desktop.domain.text import Cell, Paragraph, Row, Run, Table, TextDocument, plain_text
from bra_desktop.services.adjusted import adjustment
from bra_desktop.services.live import attendance, decisions, minutes
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import planning
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from tests.ui.clipping import clipped
from tests.ui.keyboard import press, type_text
from tests.ui.live.conftest import REF, content, enter

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def written(office: Office) -> list[str]:
    """Words in three items, a table and a decision; answers the items' keys."""
    keys = [item.key for item in content(office).items[:3]]
    table = Table("t", (Row((Cell((Run("Plats"),)), Cell((Run("😀 kommunpolisen"),)))),))
    runs = (Run("Enligt "), Run("kommunpolisen", bold=True), Run(" är läget lugnt. Kommunpolisen tackar."))
    minutes.save_text(office, keys[0], TextDocument((Paragraph("p", runs),)))
    minutes.save_text(office, keys[1], TextDocument((table, Paragraph("q", (Run("Slut"),)))))
    decisions.add_decision(office, keys[2], "tacka kommunpolisen för informationen")
    return keys


@pytest.fixture
def items(running: Office) -> list[str]:
    return written(running)


@pytest.fixture
def page(qtbot: QtBot, open_window: Callable[..., MainWindow], running: Office, items: list[str]) -> LivePage:
    page = enter(qtbot, open_window, running)
    qtbot.waitUntil(lambda: not page.presenter.busy())
    return page


def seek(page: LivePage, words: str, *, replacing: bool = False) -> None:
    page.finding.open(replacing=replacing)
    type_text(page.finding.panel.words, words)


def chosen(page: LivePage) -> str:
    return page.item.minutes.editor.textCursor().selectedText()


def enter_key(widget: object, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    press(widget, Qt.Key.Key_Return, modifiers)  # type: ignore[arg-type]


@pytest.mark.parametrize("width", [960, 1280, 1920])
def test_the_two_fields_are_as_wide_as_each_other(
    qtbot: QtBot, open_window: Callable[..., MainWindow], running: Office, width: int
) -> None:
    page = enter(qtbot, open_window, running)
    page.window().resize(width, 720)
    page.finding.open()
    alone = page.finding.panel.words.width()
    page.finding.open(replacing=True)
    panel = page.finding.panel
    qtbot.waitUntil(lambda: panel.words.width() == panel.by.width() and panel.words.x() == panel.by.x())
    assert alone > panel.words.minimumWidth()


def test_enter_leads_through_texts_tables_and_decisions_of_all_items(
    qtbot: QtBot, page: LivePage, items: list[str]
) -> None:
    seek(page, "kommunpolisen")
    assert page.finding.panel.count.text() == "4\u00a0träffar"
    places = []
    for _ in range(5):
        enter_key(page.finding.panel.words)
        qtbot.waitUntil(lambda: not page.presenter.busy())
        places.append((items.index(page.texts.shown), chosen(page)))
    assert [place for place, _ in places] == [0, 0, 1, 2, 0]
    assert [words for _, words in places][:3] == ["kommunpolisen", "Kommunpolisen", "kommunpolisen"]
    assert page.finding.panel.count.text() == "1 av 4"
    enter_key(page.finding.panel.words, SHIFT)
    qtbot.waitUntil(lambda: page.texts.shown == items[2])
    assert page.item.decisions.lines[0].edit.textCursor().selectedText() == "kommunpolisen"
    assert page.finding.panel.has_keyboard()


@pytest.mark.parametrize("replacing", [False, True])
def test_the_key_leads_to_the_words_that_are_sought_all_of_them_selected_wherever_the_keyboard_is_in_the_strip(
    page: LivePage, *, replacing: bool
) -> None:
    key = Qt.Key.Key_H if replacing else Qt.Key.Key_F
    seek(page, "kommunpolisen", replacing=True)
    panel = page.finding.panel
    for place in (panel.by, panel.words, page.item.minutes.editor):
        place.setFocus()
        press(place, key, CONTROL)
        assert (panel.words.hasFocus(), panel.words.selectedText()) == (True, "kommunpolisen")
        assert panel.by.isVisible()


def test_what_has_just_been_typed_is_found(page: LivePage) -> None:
    type_text(page.item.minutes.editor, " Nytt ord: grannsamverkan.")
    seek(page, "grannsamverkan")
    assert page.finding.panel.count.text() == "1\u00a0träff"


def test_whole_words_and_capitals_narrow_the_search(page: LivePage) -> None:
    seek(page, "polisen")
    assert page.finding.panel.count.text() == "4\u00a0träffar"
    page.finding.panel.whole.setChecked(True)
    assert page.finding.panel.count.text() == "Ingen träff"
    page.finding.panel.whole.setChecked(False)
    page.finding.panel.words.setText("Kommunpolisen")
    page.finding.panel.case.setChecked(True)
    assert page.finding.panel.count.text() == "1\u00a0träff"


def test_one_place_is_replaced_as_if_it_had_been_typed(page: LivePage) -> None:
    seek(page, "kommunpolisen", replacing=True)
    page.finding.panel.by.setText("polisen")
    page.finding.panel.by.setFocus()
    enter_key(page.finding.panel.by)
    enter_key(page.finding.panel.by)
    block = page.item.minutes.editor.text().blocks[0]
    assert isinstance(block, Paragraph)
    assert block.runs == (
        Run("Enligt "), Run("polisen", bold=True), Run(" är läget lugnt. Kommunpolisen tackar."),
    )  # fmt: skip
    assert chosen(page) == "Kommunpolisen"
    page.item.minutes.editor.undo()
    assert "Enligt kommunpolisen" in plain_text(page.item.minutes.editor.text())


def test_everything_is_replaced_at_once_and_taken_back_at_once(
    qtbot: QtBot, page: LivePage, running: Office, items: list[str]
) -> None:
    before = content(running)
    seek(page, "kommunpolisen", replacing=True)
    page.finding.panel.by.setText("områdespolisen")
    page.finding.panel.by.setFocus()
    enter_key(page.finding.panel.by, CONTROL)
    qtbot.waitUntil(lambda: "områdespolisen är läget" in plain_text(page.item.minutes.editor.text()))
    after = content(running)
    assert plain_text(after.item(items[1]).text) == "Plats\t😀 områdespolisen\nSlut"
    assert after.item(items[2]).decisions[0].text == "tacka områdespolisen för informationen"
    assert not page.item.minutes.editor.isReadOnly()
    undo = next(b for b in page.window().findChildren(QPushButton) if "Ångra" in b.text() and b.isVisible())
    undo.click()
    qtbot.waitUntil(lambda: "Enligt kommunpolisen" in plain_text(page.item.minutes.editor.text()))
    assert [item.text for item in content(running).items] == [item.text for item in before.items]


@pytest.mark.parametrize("by", ["polisen", "områdespolisen i centrum"])
@pytest.mark.parametrize("after", ["Enligt kommunpolisen", "läget lugnt. Kommunpolisen tackar."])
def test_the_caret_keeps_its_words_when_all_is_replaced_and_comes_back_when_that_is_undone(
    qtbot: QtBot, page: LivePage, running: Office, by: str, after: str
) -> None:
    editor = page.item.minutes.editor
    place = editor.toPlainText().index(after) + len(after)
    page.item.minutes.set_place(place)
    seek(page, "kommunpolisen", replacing=True)
    page.finding.panel.by.setText(by)
    page.finding.panel.by.setFocus()
    enter_key(page.finding.panel.by, CONTROL)
    qtbot.waitUntil(lambda: f"Enligt {by} är läget" in editor.toPlainText())
    assert editor.toPlainText()[: page.item.minutes.place()].endswith(after.split()[-1].replace("kommunpolisen", by))
    press(page.finding.panel.by, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: "Enligt kommunpolisen" in editor.toPlainText())
    assert page.item.minutes.place() == place


def told(page: LivePage) -> str:
    """What the panel says of what it found or replaced."""
    panel = page.finding.panel
    return (panel.count.text() or panel.answer.text()).replace("\u00a0", " ")


def test_what_was_replaced_is_told_until_it_is_undone(qtbot: QtBot, page: LivePage, running: Office) -> None:
    seek(page, "kommunpolisen", replacing=True)
    page.finding.finder.replace_all("polisen")
    qtbot.waitUntil(lambda: told(page) == "4 ställen ersatta i 3 ärenden.")
    page.presenter.reload()
    qtbot.waitUntil(lambda: not page.presenter.busy())
    page.finding.finder.look_again()
    assert told(page) == "4 ställen ersatta i 3 ärenden.", "the meeting has been read anew, and it is as true as before"
    press(page.finding.panel.by, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: told(page) == "4 träffar")


def test_what_was_typed_just_before_is_replaced_too_and_nothing_of_it_is_lost(
    qtbot: QtBot, page: LivePage, running: Office, items: list[str]
) -> None:
    type_text(page.item.minutes.editor, " Även kommunpolisen i Sävsjö.")
    seek(page, "kommunpolisen", replacing=True)
    page.finding.finder.replace_all("polisen")
    qtbot.waitUntil(lambda: "Även polisen i Sävsjö." in plain_text(page.item.minutes.editor.text()))
    assert "Även polisen i Sävsjö." in plain_text(content(running).item(items[0]).text)


def test_a_locked_item_is_never_changed(qtbot: QtBot, page: LivePage, running: Office, items: list[str]) -> None:
    decisions.add_decision(running, items[0], "notera vad kommunpolisen säger")
    attendance.appoint(running, REF, Duty.ADJUST, content(running).participants[1].person)
    adjustment.adjust_item_now(running, items[0])
    seek(page, "kommunpolisen", replacing=True)
    page.finding.finder.replace_all("polisen")
    qtbot.waitUntil(lambda: "polisen" in content(running).item(items[2]).decisions[0].text.split())
    assert "kommunpolisen" in plain_text(content(running).item(items[0]).text)
    words = "2 ställen ersatta i 2 ärenden. 3 ställen i låsta ärenden är som förut."
    qtbot.waitUntil(lambda: told(page) == words)
    panel = page.finding.panel
    assert panel.answer.isVisible()
    assert panel.answer.height() >= panel.answer.heightForWidth(panel.answer.width())
    assert panel.rect().contains(panel.answer.geometry())
    seek(page, "polisen")
    assert not panel.answer.isVisible()


def test_what_a_shared_screen_hides_is_not_written_in(
    qtbot: QtBot, page: LivePage, running: Office, items: list[str]
) -> None:
    planning.change_item(running, items[2], {"confidential": "26 kap. 1 § OSL"})
    page.presenter.reload()
    page.presenter.share_screen(True)
    qtbot.waitUntil(lambda: page.presenter.scene is not None and bool(page.presenter.scene.unseen))
    seek(page, "kommunpolisen", replacing=True)
    page.finding.finder.replace_all("polisen")
    qtbot.waitUntil(lambda: "Enligt polisen" in plain_text(content(running).item(items[0]).text))
    assert content(running).item(items[2]).decisions[0].text == "tacka kommunpolisen för informationen"
    words = "Ärenden som inte visas medan skärmen delas är som förut."
    qtbot.waitUntil(lambda: words in told(page))


def test_a_decision_is_never_emptied(qtbot: QtBot, page: LivePage, running: Office, items: list[str]) -> None:
    refused: list[object] = []
    page.context.operations.refused.connect(refused.append)
    seek(page, "tacka kommunpolisen för informationen", replacing=True)
    page.finding.finder.replace_all("")
    qtbot.waitUntil(lambda: bool(refused))
    assert "skulle bli tomt" in str(refused[0])
    assert content(running).item(items[2]).decisions[0].text == "tacka kommunpolisen för informationen"


def test_escape_gives_the_keyboard_back_to_the_text(page: LivePage) -> None:
    seek(page, "läget")
    press(page.finding.panel.words, Qt.Key.Key_Escape)
    assert not page.finding.panel.isVisible()
    assert page.item.minutes.editor.hasFocus()


def test_tab_goes_from_the_words_looked_for_to_those_that_replace_them(page: LivePage) -> None:
    panel = page.finding.panel

    def tabbed(count: int, key: Qt.Key = Qt.Key.Key_Tab) -> list[str]:
        seen = []
        for _ in range(count):
            QTest.keyClick(page.window().focusWidget(), key)
            seen.append(page.window().focusWidget().objectName())
        return seen

    seek(page, "kommunpolisen")
    assert tabbed(1) == ["live.find_before"], "nothing is to be replaced"
    seek(page, "", replacing=True)
    panel.words.setFocus()
    assert tabbed(4) == ["live.find_by", "live.find_replace", "live.find_replace_all", "live.find_before"]
    assert tabbed(4, Qt.Key.Key_Backtab)[-1] == "live.find_words"
    panel.words.setFocus()
    names = ["by", "replace", "replace_all", "before", "next", "whole", "case", "close"]
    assert tabbed(len(names)) == [f"live.find_{name}" for name in names]


@pytest.mark.parametrize("size", [(1366, 768), (854, 480)])
def test_the_strip_for_replacing_shows_all_of_itself(
    qtbot: QtBot, open_window: Callable[..., MainWindow], running: Office, size: tuple[int, int]
) -> None:
    page = enter(qtbot, open_window, running)
    page.window().resize(*size)
    panel = page.finding.panel
    press(page.item, Qt.Key.Key_H, CONTROL)
    panel.tell("12 träffar")
    qtbot.waitUntil(lambda: panel.height() >= panel.sizeHint().height())
    assert clipped(panel) == []
    assert panel.case.x() - panel.whole.geometry().right() > 12, "each box is seen to belong to its own words"
    assert all(field.isVisible() for field in (panel.words, panel.by, panel.whole, panel.case))
