"""What Möten offers to the window."""

from collections.abc import Callable

from bra_desktop.services.office import Office
from bra_desktop.ui.pages import Page, PageContext, PageSpec


def meetings_pages(office: Callable[[], Office]) -> tuple[PageSpec, ...]:
    """The list of meetings. ``office`` is asked when the page is first shown."""

    def made(context: PageContext) -> Page:
        from bra_desktop.ui.meetings.page import MeetingsPage

        return MeetingsPage(context, office())

    return (PageSpec("meetings", "Möten", "calendar-days", made),)
