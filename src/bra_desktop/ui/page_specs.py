"""Every page of the window, in the order of the navigation. Each is imported when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bra_desktop.ui.actions.pages import actions_pages
from bra_desktop.ui.adjustment.pages import adjustment_pages
from bra_desktop.ui.first_start.pages import first_start_pages
from bra_desktop.ui.live.pages import live_pages
from bra_desktop.ui.meeting.pages import meeting_pages
from bra_desktop.ui.meetings.pages import meetings_pages
from bra_desktop.ui.overview.pages import overview_pages
from bra_desktop.ui.pages import PageSpec
from bra_desktop.ui.register.pages import register_pages
from bra_desktop.ui.settings_page.pages import settings_pages

if TYPE_CHECKING:
    from bra_desktop.services.office import Office
    from bra_desktop.ui.desk import Desk
    from bra_desktop.ui.first_start.reception import Reception


def page_specs(desk: Desk, reception: Callable[[], Reception]) -> tuple[PageSpec, ...]:
    """The pages of this desk. ``reception`` is who takes over when there are data to work with."""

    def office() -> Office:
        return desk.office

    return (
        *overview_pages(office),
        *meetings_pages(office),
        *meeting_pages(office),
        *live_pages(office),
        *adjustment_pages(office),
        *actions_pages(office),
        *register_pages(office),
        *settings_pages(desk.settings),
        *first_start_pages(desk, reception),
    )
