"""A running meeting of the invented council, in Mötesläge."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.kinds import Capacity, MeetingState
from bra_desktop.services import reading, stepping
from bra_desktop.services.live import attendance, minutes, opening
from bra_desktop.services.office import Office
from bra_desktop.storage.database import Database
from bra_desktop.ui.live.item.decision_line import DecisionLine
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.live.pages import live_pages
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.templates import begun_from
from tests.ui.almby_office import PLANNED, at_work, read_in

REF = "BRA-2026-12-03"
TEN = datetime(2026, 12, 3, 9, 0, tzinfo=UTC)
"""Ten o'clock in Sweden, when the meeting begins."""

Enter = Callable[[], LivePage]


class Wall:
    """A clock on the wall that a test sets."""

    def __init__(self) -> None:
        self.now = TEN

    def __call__(self) -> datetime:
        return self.now

    def later(self, minutes_on: int) -> None:
        self.now += timedelta(minutes=minutes_on)


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def called(wall: Wall) -> Iterator[Office]:
    """The meeting is called; nobody has come yet."""
    with begun_from("the called meeting", _call) as (database, _nothing):
        yield at_work(database, wall)


@pytest.fixture
def running(wall: Wall) -> Iterator[Office]:
    """Everybody with a seat is there and the first item is taken up."""
    with begun_from("the running meeting", _open) as (database, _nothing):
        yield at_work(database, wall)


def _call(database: Database) -> None:
    read_in(database, [PLANNED], TEN)
    stepping.simple_step(at_work(database, Wall()), REF, MeetingState.CALLED)


def _open(database: Database) -> None:
    _call(database)
    office = at_work(database, Wall())
    view = reading.meeting_view(office, REF)
    for who in view.content.participants:
        if who.capacity in (Capacity.MEMBER, Capacity.OFFICIAL):
            attendance.mark_present(office, view.participants[who.person])
    opening.open_meeting(office, REF)
    minutes.take_up(office, view.content.items[0].key)


def content(office: Office) -> MeetingContent:
    """What is on the disk."""
    return office.content(REF)


def enter(qtbot: QtBot, open_window: Callable[..., MainWindow], office: Office) -> LivePage:
    """Opens Mötesläge and waits until the meeting is shown."""
    window = open_window(*live_pages(lambda: office))
    window.activateWindow()
    window.go("live", REF)
    page = window.page("live")
    assert isinstance(page, LivePage)
    qtbot.waitUntil(lambda: page.presenter.scene is not None)
    return page


def settle(qtbot: QtBot, page: LivePage, operations: Operations) -> None:
    """Waits until everything asked for is on the disk and shown."""
    qtbot.waitUntil(page.savers.clean)
    qtbot.waitUntil(lambda: not page.presenter.busy())
    operations.wait_for_writes()


def new_decision(page: LivePage) -> DecisionLine:
    """A new att-sats by the key, with the keyboard in it."""
    QTest.keyClick(page.item, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    line = page.item.decisions.focused_line()
    assert line is not None
    return line
