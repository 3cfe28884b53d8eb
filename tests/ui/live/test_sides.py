"""The columns beside the text: the agenda at the left, at the right roll, actions and notes, each so it can be read."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from bra_desktop.services import actions, reading
from bra_desktop.services.office import Office
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.live.conftest import content, enter, settle

OpenWindow = Callable[..., MainWindow]


@pytest.fixture
def page(qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office) -> LivePage:
    police = reading.organisations(running)[0].id
    for words in ("Fotpatrull vid stationen, torsdag till lördag", "Redovisa åtgärder till rådet"):
        item = content(running).items[0].key
        actions.add_action(running, actions.NewAction(words, (police,), due=date(2027, 1, 31), item_id=item))
    made = enter(qtbot, open_window, running)
    settle(qtbot, made, operations)
    return made


def test_two_actions_stand_whole_below_a_long_roll(qtbot: QtBot, page: LivePage) -> None:
    area = page.action_panel.findChild(QScrollArea)
    assert area is not None
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)


def test_the_roll_keeps_several_rows_beside_the_notes_in_a_small_window(qtbot: QtBot, page: LivePage) -> None:
    page.window().resize(1280, 700)
    page.sides.toggle_notes()
    qtbot.wait(50)
    listed = page.attendance.list
    assert page.parts.notes.isVisible()
    assert listed.viewport().height() >= 5 * listed.sizeHintForRow(0) - 1
    assert page.parts.notes.geometry().bottom() <= page.sides.column.height()
    page.sides.toggle_notes()
    assert not page.parts.notes.isVisible()


def test_the_agenda_is_wider_where_there_is_room(page: LivePage) -> None:
    usual = page.agenda.width()
    page.window().resize(1900, 1000)
    assert usual < page.agenda.width() < 2 * usual
    page.window().resize(1366, 768)
    assert page.agenda.width() == usual


def test_the_row_of_the_shown_item_stays_in_sight_when_the_list_gets_lower(page: LivePage) -> None:
    listed = page.agenda.list
    page.window().resize(1366, 560)
    fits = listed.viewport().height() // listed.sizeHintForRow(0)
    listed.setCurrentRow(fits - 1)
    page.window().resize(1366, 500)
    assert listed.viewport().rect().contains(listed.visualItemRect(listed.currentItem()))


def test_a_roll_that_scrolls_has_all_the_height_that_there_is(qtbot: QtBot, page: LivePage) -> None:
    page.window().resize(1280, 640)
    qtbot.waitUntil(lambda: page.attendance.list.verticalScrollBar().maximum() > 0)
    assert page.action_panel.geometry().bottom() + 1 == page.sides.column.height()


def test_the_column_at_the_right_is_wider_where_there_is_room(page: LivePage) -> None:
    usual = page.sides.column.width()
    page.window().resize(1900, 1000)
    assert usual < page.sides.column.width() < 2 * usual
    page.window().resize(1366, 768)
    assert page.sides.column.width() == usual
