"""Keys of the window in Mötesläge, and keys that are held down there."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from bra_desktop.domain.text import plain_text
from bra_desktop.services.office import Office
from bra_desktop.ui.live.keys import MAY_BE_HELD
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.live.pages import live_pages
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.pages import Page, PageSpec
from tests.ui.keyboard import press, type_text
from tests.ui.live.conftest import REF, content, enter, new_decision, settle

OpenWindow = Callable[..., MainWindow]
KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("place", ["text", "attendance", "agenda", "decision"])
def test_ctrl_k_opens_the_search_wherever_the_keyboard_is(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, place: str
) -> None:
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    window, asked = page.window(), list[str]()
    assert isinstance(window, MainWindow)
    window.search_asked.connect(lambda: asked.append("search"))
    widget = {
        "text": page.item.minutes.editor, "attendance": page.attendance.list, "agenda": page.agenda.list,
    }.get(place)  # fmt: skip
    if widget is None:
        widget = new_decision(page).edit
        type_text(widget, "bifalla förslaget")
        settle(qtbot, page, operations)
    widget.setFocus()
    QTest.keyClick(widget, KEY.Key_K, CONTROL)
    assert asked == ["search"]
    settle(qtbot, page, operations)


@pytest.mark.parametrize(("key", "name"), [(KEY.Key_1, "overview"), (KEY.Key_2, "meetings")])
def test_the_keys_of_the_pages_lead_out_of_the_meeting_with_what_was_typed_saved(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, key: Qt.Key, name: str
) -> None:
    places = (
        PageSpec("overview", "Översikt", "layout-dashboard", Page), PageSpec("meetings", "Möten", "calendar-days", Page)
    )  # fmt: skip
    window = open_window(*places, *live_pages(lambda: running))
    window.go("live", REF)
    page = window.page("live")
    assert isinstance(page, LivePage)
    qtbot.waitUntil(lambda: page.presenter.scene is not None)
    settle(qtbot, page, operations)
    editor = page.item.minutes.editor
    editor.setFocus()
    type_text(editor, "Alla är överens.")
    QTest.keyClick(editor, key, CONTROL)
    assert window.shown() == name
    operations.wait_for_writes()
    assert "Alla är överens." in plain_text(content(running).items[0].text)


def test_no_key_of_a_page_leads_anywhere_while_the_data_are_opened(open_window: OpenWindow, running: Office) -> None:
    window = open_window(PageSpec("overview", "Översikt", "layout-dashboard", Page), *live_pages(lambda: running))
    window.go("live", REF)
    window.hold(True)
    QTest.keyClick(window, KEY.Key_1, CONTROL)
    assert window.shown() == "live"


def test_no_key_of_the_page_acts_again_while_it_is_held(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    again = {s.key().toString() for s in page.findChildren(QShortcut) if s.autoRepeat()}
    assert again == set(MAY_BE_HELD)


def test_space_that_is_held_marks_once(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, called: Office
) -> None:
    page = enter(qtbot, open_window, called)
    settle(qtbot, page, operations)
    roll = page.attendance.list
    roll.setFocus()
    toggled = list[str]()
    roll.toggled.connect(toggled.append)
    press(roll, KEY.Key_Space, text=" ")
    for _ in range(3):
        QApplication.sendEvent(
            roll, QKeyEvent(QEvent.Type.KeyPress, KEY.Key_Space, Qt.KeyboardModifier.NoModifier, " ", True)
        )
    assert len(toggled) == 1
    settle(qtbot, page, operations)


def test_backspace_that_is_held_wipes_the_words_and_leaves_the_line(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    line = new_decision(page)
    type_text(line.edit, "ja")
    settle(qtbot, page, operations)
    for _ in range(6):
        QApplication.sendEvent(
            line.edit, QKeyEvent(QEvent.Type.KeyPress, KEY.Key_Backspace, Qt.KeyboardModifier.NoModifier, "", True)
        )
    settle(qtbot, page, operations)
    assert line.edit.words() == ""
    assert line in page.item.decisions.lines
    type_text(line.edit, "nej")  # a line left empty would be taken away when the window closes
    settle(qtbot, page, operations)
    settle(qtbot, page, operations)


def test_a_keyboard_without_the_menu_key_opens_the_menu_of_the_text_and_of_an_att_sats(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    page.acts.focus_text()
    for edit in (page.item.minutes.editor, new_decision(page).edit):
        edit.setFocus()
        QTest.keyClick(edit, KEY.Key_F10, Qt.KeyboardModifier.ShiftModifier)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert menu.parentWidget() is edit
        menu.close()
