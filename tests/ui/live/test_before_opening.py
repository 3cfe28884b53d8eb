"""Ctrl+Pil ned before the meeting is open opens it, or says why it can't be and offers the way."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.text import plain_text
from bra_desktop.services import reading
from bra_desktop.services.live import attendance
from bra_desktop.services.office import Office
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.room import Room
from tests.ui.keyboard import type_text
from tests.ui.live.conftest import REF, Wall, content, enter, settle

OpenWindow = Callable[..., MainWindow]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("place", ["text", "agenda", "attendance", "button"])
def test_the_key_says_what_is_missing_wherever_the_keyboard_is(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, called: Office, place: str
) -> None:
    page = enter(qtbot, open_window, called)
    parts = {
        "text": page.item.minutes.editor, "agenda": page.agenda.list, "attendance": page.attendance.list,
        "button": page.strip.step,
    }  # fmt: skip
    parts[place].setFocus()
    QTest.keyClick(parts[place], Qt.Key.Key_Down, CONTROL)
    settle(qtbot, page, operations)
    window = page.window()
    assert isinstance(window, MainWindow)
    assert any("Mötet kan öppnas när" in words for words in window.messages.words())
    editor = page.item.minutes.editor
    assert editor.hasFocus(), "what is typed on is words of the item"
    type_text(editor, "Vi börjar")
    assert plain_text(editor.text()).endswith("Vi börjar")
    link = window.messages.findChild(QPushButton, "messages.refused.link")
    assert link is not None
    assert (link.text(), link.isVisible()) == ("Gå dit", True)
    window.place_asked.connect(page.go_to)
    link.click()
    assert page.attendance.list.hasFocus(), "where the one who is missing is marked"


def test_the_key_goes_on_to_no_item_before_the_meeting_is_open(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, called: Office
) -> None:
    page = enter(qtbot, open_window, called)
    first = content(called).items[0].key
    QTest.keyClick(page.item.minutes.editor, Qt.Key.Key_Down, CONTROL)
    settle(qtbot, page, operations)
    assert page.presenter.scene is not None
    assert page.presenter.scene.shown == first
    assert content(called).state is MeetingState.CALLED


def test_the_words_go_when_the_missing_one_has_come_and_the_key_opens(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, called: Office
) -> None:
    page = enter(qtbot, open_window, called)
    window = page.window()
    assert isinstance(window, MainWindow)
    QTest.keyClick(page.item.minutes.editor, Qt.Key.Key_Down, CONTROL)
    settle(qtbot, page, operations)
    rows = reading.meeting_view(called, REF).participants
    everybody = tuple(rows.values())
    page.presenter.act(lambda office: [attendance.mark_present(office, row) for row in everybody])
    settle(qtbot, page, operations)
    assert window.messages.words() == []
    QTest.keyClick(page.attendance.list, Qt.Key.Key_Down, CONTROL)
    settle(qtbot, page, operations)
    assert content(called).state is MeetingState.IN_PROGRESS


def open_by_key(qtbot: QtBot, page: LivePage, operations: Operations, office: Office) -> MainWindow:
    for row in reading.meeting_view(office, REF).participants.values():
        attendance.mark_present(office, row)
    page.presenter.reload()
    settle(qtbot, page, operations)
    QTest.keyClick(page.item.minutes.editor, Qt.Key.Key_Down, CONTROL)
    settle(qtbot, page, operations)
    window = page.window()
    assert isinstance(window, MainWindow)
    return window


def test_opening_on_another_day_than_planned_says_so_at_once_with_the_way_back(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, called: Office, wall: Wall
) -> None:
    wall.now -= timedelta(days=12)
    page = enter(qtbot, open_window, called)
    window = open_by_key(qtbot, page, operations, called)
    [said] = window.messages.words()
    assert said.replace("\u00a0", " ").startswith(
        "Mötet är öppnat 21 november 2026 men planerat till 3 december 2026 och behåller den dagen."
    )
    assert "BRÅ 21 november, planerat 3 december 2026" in [w.replace("\u00a0", " ") for w in page.strip.words()]
    page.strip.set_room(Room(no_sides=True))
    assert "BRÅ 21 nov, planerat 3 dec" in [w.replace("\u00a0", " ") for w in page.strip.words()]
    bar = window.messages.undo
    caps = [one for one in bar.findChildren(QLabel) if one.text() == "Ctrl+Z" and one.isVisible()]
    assert not caps, "the key undoes the last thing that was done in the meeting, and its opening is none of those"
    link = bar.findChild(QPushButton, "messages.undo.link")
    assert isinstance(link, QPushButton)
    assert link.shortcut().isEmpty()
    assert link.isVisible()
    bar.link_chosen.emit()
    settle(qtbot, page, operations)
    after = content(called)
    assert (after.state, after.opened_at, after.items[0].paragraph) == (MeetingState.CALLED, None, None)


def test_opening_on_the_planned_day_says_nothing(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, called: Office
) -> None:
    page = enter(qtbot, open_window, called)
    window = open_by_key(qtbot, page, operations, called)
    assert content(called).state is MeetingState.IN_PROGRESS
    assert window.messages.words() == []
    assert "BRÅ 3 december 2026" in [words.replace("\u00a0", " ") for words in page.strip.words()]
