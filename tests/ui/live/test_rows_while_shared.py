"""On a shared screen the rows beside the text follow what happens, as on one's own."""

from collections.abc import Callable
from datetime import time

import pytest
from pytestqt.qtbot import QtBot

from bra_desktop.domain.kinds import Capacity
from bra_desktop.domain.register import Person
from bra_desktop.services import register
from bra_desktop.services.live import coming_and_going, minutes
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import planning
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.live.conftest import REF, Wall, content, enter, settle

OpenWindow = Callable[..., MainWindow]


def row_of(page: LivePage, person: str) -> tuple[bool, str]:
    entry = next(entry for entry in page.attendance.rows() if entry.person == person)
    return entry.here, entry.remark


def shared_at(qtbot: QtBot, page: LivePage, operations: Operations, key: str) -> None:
    page.presenter.show_item(key)
    page.presenter.share_screen(True)
    settle(qtbot, page, operations)


@pytest.mark.parametrize("marked", [False, True])
def test_who_comes_while_the_screen_is_shared_is_there_at_once(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall, marked: bool
) -> None:
    items = content(running).items
    person = next(p.person for p in content(running).participants if not p.stays)
    if marked:
        planning.change_item(running, items[2].key, {"confidential": "18 kap. 1 §"})
    minutes.take_up(running, items[2].key, time(10, 5))
    page = enter(qtbot, open_window, running)
    shared_at(qtbot, page, operations, items[2].key)
    before = page.strip.words()
    assert row_of(page, person)[0] is False
    wall.later(9)
    page.presenter.toggle(person)
    settle(qtbot, page, operations)
    qtbot.waitUntil(lambda: row_of(page, person) == (True, "kom 10.09"))
    assert page.strip.words() != before
    wall.later(3)
    page.presenter.toggle(person)
    settle(qtbot, page, operations)
    qtbot.waitUntil(lambda: row_of(page, person) == (False, "gick 10.12"))
    page.presenter.share_screen(False)
    assert row_of(page, person) == (False, "gick 10.12")


def test_what_others_write_while_the_screen_is_shared_is_in_the_rows(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    shared_at(qtbot, page, operations, content(running).items[0].key)
    who = next(p.person for p in content(running).participants if not p.stays)
    coming_and_going.arrive(running, page.presenter.scene.participant_ids()[who], time(10, 20))  # type: ignore[union-attr]
    page.presenter.reload()
    settle(qtbot, page, operations)
    qtbot.waitUntil(lambda: row_of(page, who) == (True, "kom 10.20"))


def test_a_guest_who_is_added_while_the_screen_is_shared_stands_in_the_rows(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    shared_at(qtbot, page, operations, content(running).items[0].key)
    guest = Person(id=running.new_id(), name="Gun Ahl")
    register.add(running, guest)
    page.presenter.act(lambda office: planning.add_participant(office, REF, guest.id, Capacity.GUEST))
    settle(qtbot, page, operations)
    qtbot.waitUntil(lambda: guest.id in [entry.person for entry in page.attendance.rows()])
    page.presenter.toggle(guest.id)
    settle(qtbot, page, operations)
    qtbot.waitUntil(lambda: row_of(page, guest.id)[0])
