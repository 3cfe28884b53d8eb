"""The way from a missing thing to where it is mended: another page, a pane, or a tab of the meeting."""

from typing import Protocol

from bra_desktop.ui.meeting.places import Place, place_of
from bra_desktop.ui.meeting.presenter import Loaded, MeetingPresenter
from bra_desktop.ui.meeting.side import Side
from bra_desktop.ui.meeting.tab_stack import AGENDA, PEOPLE, TabStack
from bra_desktop.ui.pages import PageContext
from bra_desktop.ui.widgets.tabs import Tabs


class Parts(Protocol):
    """What of the meeting's page is led to."""

    context: PageContext
    presenter: MeetingPresenter
    tabs: Tabs
    parts: TabStack
    side: Side


def lead(page: Parts, loaded: Loaded, place: str) -> None:
    """Goes there, with what is to be mended chosen."""
    where, item = place_of(place, loaded.view.content.state)
    ref = page.presenter.ref
    if where is Place.LIVE:
        page.context.go("live", (ref, place))
    elif where is Place.ADJUSTMENT:
        page.context.go("adjustment", ref)
    elif where is Place.DETAILS:
        page.side.open_details()
    elif where is Place.PEOPLE:
        page.tabs.setCurrentIndex(PEOPLE)
    else:
        page.tabs.setCurrentIndex(AGENDA)
        if item:
            page.parts.agenda.table.choose(item)
            page.side.open_item(item)
            page.side.item.focus_presenters()
