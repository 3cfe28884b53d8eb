"""Where the keyboard is after each act that leads on, and what is said when an officer goes."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.kinds import Capacity, MeetingState
from bra_desktop.domain.officers import keeping_minutes, presiding
from bra_desktop.domain.text import plain_text
from bra_desktop.services import reading
from bra_desktop.services.live import attendance
from bra_desktop.services.office import Office
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.keyboard import press, type_text
from tests.ui.live.conftest import REF, content, enter, settle

OpenWindow = Callable[..., MainWindow]
KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def messages(page: LivePage) -> list[str]:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window.messages.words()


def place_of(page: LivePage, person: str) -> int:
    return next(n for n, row in enumerate(page.attendance.rows()) if row.person == person)


def everybody_comes(office: Office) -> None:
    view = reading.meeting_view(office, REF)
    for who in view.content.participants:
        if who.capacity in (Capacity.MEMBER, Capacity.OFFICIAL):
            attendance.mark_present(office, view.participants[who.person])


def present_now(meeting: MeetingContent) -> int:
    return sum(bool(who.stays) for who in meeting.participants)


def test_words_typed_when_the_meeting_has_been_opened_from_the_roll_stand_in_the_text(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, called: Office
) -> None:
    everybody_comes(called)
    page = enter(qtbot, open_window, called)
    settle(qtbot, page, operations)
    QTest.keyClick(page.item.minutes.editor, KEY.Key_F8)
    assert page.attendance.list.hasFocus()
    before = present_now(content(called))
    QTest.keyClick(page.attendance.list, KEY.Key_Down, CONTROL)
    settle(qtbot, page, operations)
    assert content(called).state is MeetingState.IN_PROGRESS
    assert page.item.minutes.editor.hasFocus()
    type_text(page.item.minutes.editor, "Alla hälsas välkomna")
    settle(qtbot, page, operations)
    assert "Alla hälsas välkomna" in plain_text(content(called).items[0].text)
    assert present_now(content(called)) == before


@pytest.mark.parametrize("place", ["attendance", "agenda"])
def test_the_next_item_has_the_keyboard_in_its_text(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, place: str
) -> None:
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    listed = {"attendance": page.attendance.list, "agenda": page.agenda.list}[place]
    listed.setFocus()
    QTest.keyClick(listed, KEY.Key_Down, CONTROL)
    settle(qtbot, page, operations)
    assert content(running).items[1].paragraph is not None
    assert page.item.minutes.editor.hasFocus()


def test_words_typed_in_the_roll_mark_nobody_and_open_nothing(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    roll, before = page.attendance.list, [row.here for row in page.attendance.rows()]
    roll.setFocus()
    type_text(roll, "Ordföranden hälsar alla")
    press(roll, KEY.Key_Return)
    settle(qtbot, page, operations)
    assert [row.here for row in page.attendance.rows()] == before
    assert not page.form.is_open()
    press(roll, KEY.Key_Home)
    press(roll, KEY.Key_Space, text=" ")
    settle(qtbot, page, operations)
    assert [row.here for row in page.attendance.rows()] != before, "an arrow or Home makes Space mark again"


def test_when_the_secretary_is_unticked_it_is_said_who_keeps_the_minutes(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    first = content(running).items[0].key
    secretary = keeping_minutes(content(running), first)
    assert secretary
    roll = page.attendance.list
    roll.setFocus()
    roll.setCurrentRow(place_of(page, secretary))
    press(roll, KEY.Key_Space, text=" ")
    settle(qtbot, page, operations)
    assert any("för protokoll" in words for words in messages(page)), messages(page)
    if not any("nu." in words for words in messages(page)):
        assert "för protokoll" in page.item.note_words(), "as long as nobody does it stands at the item"
    press(roll, KEY.Key_Space, text=" ")
    settle(qtbot, page, operations)
    assert "för protokoll" not in page.item.note_words()


def test_when_the_chair_goes_it_is_said_who_presides(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    chair = presiding(content(running), content(running).items[0].key)
    page.presenter.toggle(chair)
    settle(qtbot, page, operations)
    assert any("leder mötet" in words for words in messages(page)), messages(page)


def test_the_way_from_a_refusal_leads_to_the_row_of_the_one_who_is_missing(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, called: Office
) -> None:
    everybody_comes(called)
    meeting = content(called)
    secretary = keeping_minutes(meeting, meeting.items[0].key)
    row = reading.meeting_view(called, REF).participants[secretary]
    attendance.mark_absent(called, row)
    page = enter(qtbot, open_window, called)
    settle(qtbot, page, operations)
    QTest.keyClick(page.item.minutes.editor, KEY.Key_Down, CONTROL)
    settle(qtbot, page, operations)
    assert page.item.minutes.editor.hasFocus(), "what is typed next is for the text"
    page.attendance.list.setCurrentRow(0)
    page.go_to("participants")
    assert page.attendance.list.hasFocus()
    assert page.attendance.list.currentRow() == place_of(page, secretary)


def test_the_text_stands_still_when_the_border_of_its_card_shows_the_keyboard(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, called: Office
) -> None:
    page = enter(qtbot, open_window, called)
    editor = page.item.minutes.editor
    settle(qtbot, page, operations)
    places = []
    for control in (editor, page.attendance.list, editor):
        control.setFocus()
        qtbot.waitUntil(control.hasFocus)
        QApplication.processEvents()  # lays out what has asked for it
        places.append(editor.mapTo(page, editor.rect().topLeft()))
    assert len(set(places)) == 1
