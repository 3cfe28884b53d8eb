"""What one meeting's page offers to the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bra_desktop.ui.pages import Page, PageContext, PageSpec

if TYPE_CHECKING:
    from bra_desktop.services.office import Office


def meeting_pages(office: Callable[[], Office]) -> tuple[PageSpec, ...]:
    """One meeting; the target of `go` is its reference. ``office`` is asked when the page is first shown."""

    def made(context: PageContext) -> Page:
        from bra_desktop.ui.meeting.page import MeetingPage

        return MeetingPage(context, office())

    return (PageSpec("meeting", "Möte", "calendar-days", made, under="meetings"),)


def load() -> None:
    """The code of the page, for a moment when nobody waits for it. Makes no widget."""
    import bra_desktop.ui.meeting.page  # noqa: F401
