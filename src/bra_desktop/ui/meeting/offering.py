"""What leads on from a meeting's page: its tabs by their names in the palette, and the item to go on writing in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Protocol

from bra_desktop.ui.meeting.keyboard_place import take_keyboard
from bra_desktop.ui.meeting.presenter import MeetingPresenter
from bra_desktop.ui.meeting.side import Side
from bra_desktop.ui.meeting.tab_stack import AGENDA, HISTORY, TabStack
from bra_desktop.ui.pages import PageContext
from bra_desktop.ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from bra_desktop.ui.live.offered import Offered
    from bra_desktop.ui.meeting.head import MeetingHead

ABOUT = "Fliken på mötets sida"


class Offering(Protocol):
    """What of the meeting's page is led to."""

    context: PageContext
    presenter: MeetingPresenter
    head: MeetingHead
    tabs: Tabs
    parts: TabStack
    side: Side


def offered_by(page: Offering) -> tuple[Offered, ...]:
    """What the head has, and the ways to the tabs when the meeting has been read."""
    found = page.head.offered()
    return (*found, *_tabs(page)) if found else ()


def go_to_text(page: Offering) -> None:
    """To where the meeting goes on; afterwards to the item that is chosen, whose words are to be changed."""
    ref, item = page.presenter.ref, "" if page.presenter.runs() else _chosen_item(page)
    page.context.go("live", (ref, f"item/{item}") if item else ref)


def _chosen_item(page: Offering) -> str:
    """The key of the item that is open beside the agenda, or has been chosen in it; empty for none.

    The first row is chosen as soon as the agenda is shown, whether anybody wanted it or not.
    """
    if open_beside := page.side.item_shown():
        return open_beside
    if page.tabs.currentIndex() != AGENDA:
        return ""
    table = page.parts.agenda.table
    line = table.chosen() if table.currentIndex().row() > 0 else None
    return line.key if line is not None else ""


def _tabs(page: Offering) -> Iterator[Offered]:
    from bra_desktop.ui.live.offered import Offered  # what is seldom asked for waits

    for at in range(AGENDA, HISTORY + 1):
        yield Offered(page.tabs.title(at), "", partial(_show, page, at), ABOUT)


def _show(page: Offering, at: int) -> None:
    """The tab, with the keyboard in it."""
    page.tabs.setCurrentIndex(at)
    take_keyboard(page.parts.currentWidget() or page.tabs, page.tabs)
