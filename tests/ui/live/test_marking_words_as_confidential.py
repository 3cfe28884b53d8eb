"""Words of an item are marked as confidential in Mötesläge, and the item is hidden at once from those who see it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from bra_desktop.domain.confidentiality import NOT_ON_SCREEN, has_marked
from bra_desktop.domain.text import Paragraph, Run, TextDocument, block_runs, plain_document
from bra_desktop.services.live import minutes
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import planning
from bra_desktop.ui.live.item.decision_line import DecisionEdit
from bra_desktop.ui.live.item.marked_words import NOT_ALONE, NOTHING
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.keyboard import part
from tests.ui.live.conftest import content, enter, settle
from tests.ui.live.test_offered_to_the_palette import found

OpenWindow = Callable[..., MainWindow]
NAME, GROUND, OTHER = "Eva Lind", "26 kap. 1 § OSL", "7 kap. 9 § OSL"
SAID = f"Polisen berättar att {NAME} flyttat."


def begin(qtbot: QtBot, open_window: OpenWindow, operations: Operations, office: Office) -> LivePage:
    """The name in the first item's text is selected."""
    minutes.save_text(office, content(office).items[0].key, plain_document(SAID, "p"))
    page = enter(qtbot, open_window, office)
    settle(qtbot, page, operations)
    cursor = page.item.minutes.editor.document().find(NAME)
    assert cursor.hasSelection()
    page.item.minutes.editor.setTextCursor(cursor)
    return page


def mark(page: LivePage, office: Office) -> None:
    """By Ctrl+K, and the first ground of the menu."""
    (offer,) = [one for one in found(page, office, "sekretess") if one.words == "Sekretessmarkera markerade ord"]
    offer.act()
    QTest.keyClick(menu(), Qt.Key.Key_Return)


def menu() -> QMenu:
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu)
    return shown


def stored(office: Office) -> list[tuple[str, str]]:
    item = content(office).items[0]
    runs = [run for block in item.text.blocks for run in block_runs(block)]
    return [(run.text, run.ground) for run in runs if run.confidential]


def test_words_are_marked_by_the_palette_and_the_item_says_so(
    running: Office, qtbot: QtBot, open_window: OpenWindow, operations: Operations
) -> None:
    page = begin(qtbot, open_window, operations, running)
    mark(page, running)
    settle(qtbot, page, operations)
    assert stored(running) == [(NAME, GROUND)]
    qtbot.waitUntil(part(page.item, QLabel, "live.item_secret").isVisible)
    page.window().activateWindow()
    page.acts.focus_text()
    qtbot.waitUntil(page.item.minutes.editor.hasFocus)
    QTest.keyClick(page.item.minutes.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, page, operations)
    assert stored(running) == []
    qtbot.waitUntil(lambda: not part(page.item, QLabel, "live.item_secret").isVisible())


@pytest.mark.parametrize("may", [False, True], ids=["left", "undone"])
def test_the_mark_of_words_is_undone_by_the_key_only_when_asked_while_the_projector_is_open(
    running: Office, qtbot: QtBot, open_window: OpenWindow, operations: Operations, may: bool
) -> None:
    page, asked = begin(qtbot, open_window, operations, running), list[str]()

    def answer(title: str) -> bool:
        asked.append(title)
        return may

    page.showing.ask_unveil = answer
    mark(page, running)
    settle(qtbot, page, operations)
    page.showing.toggle_projector()
    try:
        page.window().activateWindow()
        page.acts.focus_text()
        qtbot.waitUntil(page.item.minutes.editor.hasFocus)
        QTest.keyClick(page.item.minutes.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        settle(qtbot, page, operations)
        assert [title.replace("\u00a0", " ") for title in asked] == ["Ångra sekretessmarkeringen i § 1?"]
        assert stored(running) == ([] if may else [(NAME, GROUND)])
        QTest.keyClick(page.item.minutes.editor, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
        settle(qtbot, page, operations)
        assert stored(running) == [(NAME, GROUND)]
        assert len(asked) == 1, "to mark again shows nobody anything"
    finally:
        page.showing.projector.close()


def test_marked_while_others_see_the_screen_the_item_is_hidden_at_once_and_the_mark_cannot_be_undone(
    running: Office, qtbot: QtBot, open_window: OpenWindow, operations: Operations
) -> None:
    page = begin(qtbot, open_window, operations, running)
    title = content(running).items[0].title
    page.showing.toggle_projector()
    page.showing.toggle_shared()
    settle(qtbot, page, operations)
    cursor = page.item.minutes.editor.document().find(NAME)
    page.item.minutes.editor.setTextCursor(cursor)
    mark(page, running)
    qtbot.waitUntil(lambda: page.texts.withheld)
    editor = page.item.minutes.editor
    assert NAME not in editor.toPlainText()
    assert NOT_ON_SCREEN in editor.toPlainText()
    slide = page.showing.projector.slide()
    assert slide is not None
    assert title not in slide.spoken()
    page.acts.focus_text()
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, page, operations)
    assert stored(running) == [(NAME, GROUND)]
    page.showing.toggle_shared()
    settle(qtbot, page, operations)
    assert NAME in editor.toPlainText()
    page.showing.toggle_projector()


def test_the_grounds_of_the_meeting_come_first_but_not_those_of_what_is_hidden(
    running: Office, qtbot: QtBot, open_window: OpenWindow, operations: Operations
) -> None:
    planning.change_item(running, content(running).items[2].key, {"confidential": OTHER})
    page = begin(qtbot, open_window, operations, running)
    for shared, first in ((False, OTHER), (True, GROUND)):
        if shared:
            page.showing.toggle_shared()
            settle(qtbot, page, operations)
            page.item.minutes.editor.setTextCursor(page.item.minutes.editor.document().find(NAME))
        page.parts.marking.ask()
        assert menu().actions()[0].text().partition("\t")[0] == first
        assert any(OTHER in action.text() for action in menu().actions()) is not shared
        menu().close()


def test_the_language_of_words_and_a_picture_are_found_by_name_too(
    running: Office, qtbot: QtBot, open_window: OpenWindow, operations: Operations
) -> None:
    page = begin(qtbot, open_window, operations, running)
    assert "Infoga bild" in [one.words for one in found(page, running, "bild")]
    (offer,) = [one for one in found(page, running, "engelska") if one.words == "Språk på markerade ord"]
    offer.act()
    QTest.keyClick(menu(), Qt.Key.Key_Down)
    QTest.keyClick(menu(), Qt.Key.Key_Return)
    settle(qtbot, page, operations)
    runs = [run for block in content(running).items[0].text.blocks for run in block_runs(block)]
    assert [(run.text, run.language) for run in runs if run.language] == [(NAME, "en")]


def test_without_a_word_at_the_caret_it_is_said_what_to_do(
    running: Office, qtbot: QtBot, open_window: OpenWindow, operations: Operations
) -> None:
    page = begin(qtbot, open_window, operations, running)
    page.item.minutes.editor.selectAll()
    QTest.keyClick(page.item.minutes.editor, Qt.Key.Key_Delete)
    page.parts.marking.ask()
    assert QApplication.activePopupWidget() is None
    assert f"{NOTHING} de sekretessmarkeras." in page.context.messages.words()


def test_of_words_in_an_att_sats_it_is_said_that_the_item_is_what_can_be_marked(
    running: Office, qtbot: QtBot, open_window: OpenWindow, operations: Operations
) -> None:
    page = begin(qtbot, open_window, operations, running)
    page.acts.new_decision()
    line = decision_edit(page)
    QTest.keyClicks(line, "avsla ansokan")
    line.selectAll()
    (offer,) = [one for one in found(page, running, "sekretess") if one.words == "Sekretessmarkera markerade ord"]
    offer.act()
    assert QApplication.activePopupWidget() is None
    assert f"Ord i en att-sats {NOT_ALONE}" in page.context.messages.words()


def decision_edit(page: LivePage) -> DecisionEdit:
    shown = [edit for edit in page.findChildren(DecisionEdit) if edit.hasFocus()]
    assert len(shown) == 1
    return shown[0]


def test_in_an_item_that_cannot_be_changed_nothing_is_offered(
    running: Office, qtbot: QtBot, open_window: OpenWindow, operations: Operations
) -> None:
    text = TextDocument((Paragraph("p", (Run("larmkod", ground=GROUND),)),))
    minutes.save_text(running, content(running).items[0].key, text)
    assert has_marked(content(running))
    page = enter(qtbot, open_window, running)
    page.showing.toggle_shared()
    settle(qtbot, page, operations)
    assert "Sekretessmarkera markerade ord" not in [one.words for one in found(page, running, "sekretess")]
