"""What Möten offers to the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bra_desktop.ui.pages import Page, PageContext, PageSpec

if TYPE_CHECKING:
    from bra_desktop.services.office import Office


def meetings_pages(office: Callable[[], Office]) -> tuple[PageSpec, ...]:
    """The list of meetings. ``office`` is asked when the page is first shown."""

    def made(context: PageContext) -> Page:
        from bra_desktop.ui.meetings.page import MeetingsPage

        return MeetingsPage(context, office())

    return (PageSpec("meetings", "Möten", "calendar-days", made),)
