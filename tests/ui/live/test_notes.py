"""Stödanteckningar beside the text: by one key, saved as they are typed, and never on a screen that is shared."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bra_desktop.services.live import private_notes
from bra_desktop.services.office import Office
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.live.showing import WRITES_TEXT
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.spelling.marks import LAYER
from bra_desktop.ui.spelling.menu import SpellingMenu
from bra_desktop.ui.spelling.overlays import Overlays
from bra_desktop.ui.theme.ring import NO_RING
from tests.ui.keyboard import type_text
from tests.ui.live.conftest import REF, content, enter, settle

OpenWindow = Callable[..., MainWindow]
HIDDEN = "Stödanteckningar visas inte medan skärmen delas. F4 visar dem igen."
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_one_key_leads_to_the_notes_and_back_and_what_is_typed_is_saved_by_item(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    first, second = (item.key for item in content(running).items[:2])
    notes = page.parts.notes
    assert not notes.isVisible()
    QTest.keyClick(page.item, Qt.Key.Key_F2)
    assert notes.edit.hasFocus()
    type_text(notes.edit, "Fråga Berit")
    QTest.keyClick(notes.edit, Qt.Key.Key_Down, CONTROL)
    assert notes.edit.toPlainText() == ""
    settle(qtbot, page, operations)
    assert private_notes.notes_of(running, REF) == {first: "Fråga Berit"}
    QTest.keyClick(page.item, Qt.Key.Key_F2)
    type_text(notes.edit, "Andra")
    page.presenter.show_item(first)
    assert notes.edit.toPlainText() == "Fråga Berit"
    settle(qtbot, page, operations)
    assert private_notes.notes_of(running, REF) == {first: "Fråga Berit", second: "Andra"}
    QTest.keyClick(page.item, Qt.Key.Key_F2)
    QTest.keyClick(notes.edit, Qt.Key.Key_F2)
    assert not notes.isVisible()
    assert page.item.minutes.editor.hasFocus()


def test_the_notes_are_there_again_when_the_meeting_is_entered_anew(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    private_notes.save_note(running, content(running).items[0].key, "Sedan i går")
    page = enter(qtbot, open_window, running)
    QTest.keyClick(page.item, Qt.Key.Key_F2)
    assert page.parts.notes.edit.toPlainText() == "Sedan i går"
    type_text(page.parts.notes.edit, " kväll")
    window = page.window()
    assert isinstance(window, MainWindow)
    window.go("live", REF)
    settle(qtbot, page, operations)
    assert page.parts.notes.edit.toPlainText() == "Sedan i går kväll"
    assert page.parts.notes.isVisible()


def test_a_shared_screen_shows_no_notes_and_calls_for_none(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    QTest.keyClick(page.item, Qt.Key.Key_F2)
    type_text(page.parts.notes.edit, "Bara för mig")
    QTest.keyClick(page.item, Qt.Key.Key_F4)
    assert not page.parts.notes.isVisible()
    QTest.keyClick(page.item, Qt.Key.Key_F2)
    assert not page.parts.notes.isVisible()
    QTest.keyClick(page.item, Qt.Key.Key_F4)
    assert page.parts.notes.isVisible()
    assert page.parts.notes.edit.toPlainText() == "Bara för mig"
    settle(qtbot, page, operations)


@pytest.mark.parametrize("by_menu", [False, True])
def test_what_is_meant_for_the_notes_never_reaches_the_minutes_of_a_shared_screen(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, by_menu: bool
) -> None:
    page = enter(qtbot, open_window, running)
    editor, notes = page.item.minutes.editor, page.parts.notes
    QTest.keyClick(page.item, Qt.Key.Key_F4)
    type_text(editor, "Utredningen pågår.")
    if by_menu:
        menu = page.more_menu()
        next(one for one in menu.actions() if one.text().startswith("Stödanteckningar")).trigger()
    else:
        QTest.keyClick(editor, Qt.Key.Key_F2)
    settle(qtbot, page, operations)
    assert not editor.hasFocus()
    assert HIDDEN in said(page)
    for letter in "Fråga Berit ":
        QTest.keyClicks(QApplication.focusWidget() or page, letter)
    settle(qtbot, page, operations)
    assert editor.toPlainText() == "Utredningen pågår."
    assert private_notes.notes_of(running, REF) == {}
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_F4)
    assert notes.edit.hasFocus()
    assert HIDDEN not in said(page)


def test_who_wrote_a_note_when_the_screen_is_shared_writes_on_in_the_text_and_is_told(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    notes, editor = page.parts.notes, page.item.minutes.editor
    QTest.keyClick(page.item, Qt.Key.Key_F2)
    type_text(notes.edit, "Fråga ")
    QTest.keyClick(notes.edit, Qt.Key.Key_F4)
    assert editor.hasFocus()
    assert WRITES_TEXT in said(page)
    for letter in "Berit":
        QTest.keyClicks(QApplication.focusWidget() or page, letter)
    settle(qtbot, page, operations)
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_F4)
    assert editor.toPlainText() == "Berit"
    assert editor.hasFocus()
    assert notes.isVisible()
    assert notes.edit.toPlainText() == "Fråga "
    assert WRITES_TEXT not in said(page)


def test_the_page_itself_has_no_ring_when_the_keyboard_is_let_go_of(
    qtbot: QtBot, open_window: OpenWindow, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    page.parts.let_go_of_keyboard()
    assert page.property(NO_RING)


def said(page: LivePage) -> str:
    window = page.window()
    assert isinstance(window, MainWindow)
    return " ".join(window.messages.words())


def test_in_a_narrow_window_the_notes_float_over_the_text(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    page.window().resize(960, 700)
    QTest.keyClick(page.item, Qt.Key.Key_F2)
    notes = page.parts.notes
    assert notes.isVisible()
    assert page.rect().contains(notes.geometry())
    QTest.keyClick(notes.edit, Qt.Key.Key_Escape)
    assert not notes.isVisible()


def test_wrong_words_in_the_notes_are_marked_and_mended_as_in_the_minutes(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    first, edit = content(running).items[0].key, page.parts.notes.edit
    QTest.keyClick(page.item, Qt.Key.Key_F2)
    type_text(edit, f"{content(running).people[0].name} om belysnng. ")

    def marked() -> list[str]:
        return [edit.toPlainText()[start:end] for start, end in Overlays.of(edit).places(LAYER)]

    qtbot.waitUntil(lambda: marked() == ["belysnng"], timeout=20_000)
    cursor = edit.textCursor()
    cursor.setPosition(edit.toPlainText().index("belysnng") + 2)
    menus = edit.findChild(SpellingMenu)
    assert isinstance(menus, SpellingMenu)
    menu = menus.menu(cursor)
    qtbot.waitUntil(lambda: "belysning" in [one.text() for one in menu.actions()], timeout=20_000)
    next(one for one in menu.actions() if one.text() == "belysning").trigger()
    settle(qtbot, page, operations)
    assert private_notes.notes_of(running, REF)[first].endswith("om belysning. ")
    qtbot.waitUntil(lambda: marked() == [], timeout=20_000)
