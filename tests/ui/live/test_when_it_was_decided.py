"""Each att-sats says when it was taken, and that can be corrected where its kind is chosen."""

from collections.abc import Callable
from datetime import time

from pytestqt.qtbot import QtBot

from bra_desktop.domain.kinds import Capacity
from bra_desktop.services import reading
from bra_desktop.services.live import coming_and_going, decisions
from bra_desktop.services.office import Office
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.live.conftest import REF, Wall, content, enter, settle
from tests.ui.live.test_forms_stay import line

OpenWindow = Callable[..., MainWindow]


def most_leave(office: Office) -> None:
    view = reading.meeting_view(office, REF)
    members = [p.person for p in view.content.participants if p.capacity is Capacity.MEMBER and p.stays]
    for person in members[2:]:
        coming_and_going.come_or_go(office, view.participants[person])


def shown(qtbot: QtBot, page: LivePage, operations: Operations) -> str:
    page.presenter.reload()
    settle(qtbot, page, operations)
    return page.item.note_words()


def test_a_decision_taken_by_too_few_is_named_until_its_time_is_corrected(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    item = content(running).items[0].key
    began = content(running).items[0].opened_at
    decisions.add_decision(running, item, "anta planen")
    wall.later(5)
    most_leave(running)
    wall.later(5)
    decisions.add_decision(running, item, "avsätta medel")
    page = enter(qtbot, open_window, running)
    assert "vid beslutet ”att avsätta medel”" in shown(qtbot, page, operations)
    page.acts.ask_kind(page.item.decisions.lines[1])
    settle(qtbot, page, operations)
    form = page.form.form()
    assert form is not None
    assert began is not None
    taken = content(running).items[0].decisions[1].decided_at
    assert taken is not None
    assert page.form.values()["decided"] == f"{taken:%H.%M}"
    line(page, "decided").setText(f"{began:%H.%M}")
    page.form.submit()
    settle(qtbot, page, operations)
    assert content(running).items[0].decisions[1].decided_at == began
    assert "avsätta medel" not in shown(qtbot, page, operations)
    page.acts.ask_kind(page.item.decisions.lines[1])
    settle(qtbot, page, operations)
    line(page, "decided").setText("23.59")
    page.form.submit()
    settle(qtbot, page, operations)
    assert content(running).items[0].decisions[1].decided_at == began != time(23, 59)
