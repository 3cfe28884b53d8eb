"""The agenda by its keys: the marker stays on the item that was moved, whatever else happens to the list."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from bra_desktop.domain.kinds import Duty
from bra_desktop.domain.text import plain_document
from bra_desktop.services.adjusted import adjustment
from bra_desktop.services.live import attendance, decisions, minutes
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import planning
from bra_desktop.ui.live.agenda_list import ROLE
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.live.conftest import REF, content, enter, settle

OpenWindow = Callable[..., MainWindow]
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key
AT = 4
"""An item in the middle that isn't taken up."""


@pytest.fixture
def page(qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office) -> LivePage:
    """The keyboard is on the item in the middle."""
    page = enter(qtbot, open_window, running)
    QTest.keyClick(page.item.minutes.editor, KEY.Key_F6)
    assert page.agenda.list.hasFocus()
    page.agenda.list.setCurrentRow(AT)
    return page


def order(office: Office) -> list[str]:
    return [item.key for item in content(office).items]


def marked(listed: QListWidget) -> str:
    return str(listed.currentItem().data(ROLE).key)


@pytest.mark.parametrize(("key", "step"), [(KEY.Key_Up, -1), (KEY.Key_Down, 1)])
def test_the_marker_goes_with_the_item_that_is_moved(
    qtbot: QtBot, page: LivePage, operations: Operations, running: Office, key: Qt.Key, step: int
) -> None:
    listed, before = page.agenda.list, order(running)
    for times in (1, 2):
        QTest.keyClick(listed, key, ALT)
        settle(qtbot, page, operations)
        assert order(running).index(before[AT]) == AT + times * step
        assert marked(listed) == before[AT]
        assert listed.currentRow() == AT + times * step
    QTest.keyClick(listed, KEY.Key_Delete)
    settle(qtbot, page, operations)
    assert order(running) == [item for item in before if item != before[AT]]


def test_keys_in_a_row_move_the_item_as_many_steps(
    qtbot: QtBot, page: LivePage, operations: Operations, running: Office
) -> None:
    listed, before = page.agenda.list, order(running)
    for _ in range(3):
        QTest.keyClick(listed, KEY.Key_Up, ALT)
    settle(qtbot, page, operations)
    assert order(running).index(before[AT]) == AT - 3
    assert marked(listed) == before[AT]


def test_the_marker_goes_back_with_the_item_when_the_move_is_undone(
    qtbot: QtBot, page: LivePage, operations: Operations, running: Office
) -> None:
    listed, before = page.agenda.list, order(running)
    QTest.keyClick(listed, KEY.Key_Up, ALT)
    settle(qtbot, page, operations)
    QTest.keyClick(listed, KEY.Key_Z, CONTROL)
    settle(qtbot, page, operations)
    assert order(running) == before
    assert (marked(listed), listed.currentRow()) == (before[AT], AT)


def test_a_move_past_the_end_or_of_a_locked_item_changes_nothing(
    qtbot: QtBot, page: LivePage, operations: Operations, running: Office
) -> None:
    listed, before = page.agenda.list, order(running)
    refused: list[object] = []
    operations.refused.connect(refused.append)
    last = len(before) - 1
    listed.setCurrentRow(last)
    QTest.keyClick(listed, KEY.Key_Down, ALT)
    settle(qtbot, page, operations)
    assert (order(running), marked(listed), refused) == (before, before[last], [])
    assert page.presenter.timeline.last() is None, "nothing to undo"
    minutes.take_up(running, before[AT])
    minutes.save_text(running, before[AT], plain_document("Planen gicks igenom.", "x"))
    decisions.add_decision(running, before[AT], "godkänna planen")
    attendance.appoint(running, REF, Duty.ADJUST, content(running).participants[1].person)
    adjustment.adjust_item_now(running, before[AT])
    listed.setCurrentRow(AT)
    QTest.keyClick(listed, KEY.Key_Up, ALT)
    settle(qtbot, page, operations)
    assert len(refused) == 1
    assert order(running) == before
    assert (marked(listed), listed.currentRow()) == (before[AT], AT)


def test_the_marker_stays_on_its_item_when_one_above_it_leaves_the_agenda(
    qtbot: QtBot, page: LivePage, operations: Operations, running: Office
) -> None:
    before = order(running)
    planning.remove_item(running, before[AT - 1])
    page.presenter.reload()
    settle(qtbot, page, operations)
    assert (marked(page.agenda.list), page.agenda.list.currentRow()) == (before[AT], AT - 1)
