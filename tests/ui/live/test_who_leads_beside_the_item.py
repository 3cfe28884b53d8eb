"""Beside an item the panel of attendance tells who leads: just now, between two items too, and in one that is over."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from bra_desktop.domain.content import ParticipantContent
from bra_desktop.domain.kinds import Role
from bra_desktop.services import reading
from bra_desktop.services.live import coming_and_going, decisions, minutes
from bra_desktop.services.office import Office
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.live.conftest import REF, Wall, content, enter, settle

OpenWindow = Callable[..., MainWindow]


def remark(page: LivePage, person: str) -> str:
    return next(row.remark for row in page.attendance.rows() if row.person == person)


def goes(office: Office) -> None:
    """The chair leaves, or comes back."""
    coming_and_going.come_or_go(office, reading.meeting_view(office, REF).participants[with_role(office).person])


@pytest.fixture
def page(qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall) -> LivePage:
    """The second item goes on, and something is decided in it with the chair."""
    item = content(running).items[1].key
    wall.later(5)
    minutes.take_up(running, item)
    wall.later(3)
    decisions.add_decision(running, item, "anta planen")
    made = enter(qtbot, open_window, running)
    settle(qtbot, made, operations)
    made.presenter.turn_to(item)
    settle(qtbot, made, operations)
    return made


def with_role(office: Office, role: Role = Role.CHAIR) -> ParticipantContent:
    return next(p for p in content(office).participants if p.role is role)


def test_between_two_items_the_one_who_leads_now_is_told(
    qtbot: QtBot, page: LivePage, operations: Operations, running: Office, wall: Wall
) -> None:
    vice, item = with_role(running, Role.VICE_CHAIR).person, content(running).items[1]
    assert remark(page, vice) != "leder mötet"
    wall.later(3)
    minutes.set_clock(running, item.key, item.opened_at, running.time_now())
    wall.later(1)
    goes(running)
    page.presenter.reload()
    settle(qtbot, page, operations)
    assert page.presenter.scene is not None
    assert page.presenter.scene.ongoing == ""
    assert remark(page, vice) == "leder mötet"


def test_who_led_a_part_of_an_item_that_is_over_is_told_beside_it(
    qtbot: QtBot, page: LivePage, operations: Operations, running: Office, wall: Wall
) -> None:
    items, vice = [item.key for item in content(running).items], with_role(running, Role.VICE_CHAIR).person
    wall.later(1)
    goes(running)
    wall.later(1)
    decisions.add_decision(running, items[1], "avsätta medel")
    wall.later(3)
    minutes.take_up(running, items[2])
    goes(running)
    page.presenter.reload()
    settle(qtbot, page, operations)
    page.presenter.turn_to(items[2])
    settle(qtbot, page, operations)
    page.presenter.turn_to(items[1])
    settle(qtbot, page, operations)
    assert remark(page, vice) == "leder mötet"
