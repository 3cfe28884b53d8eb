"""Mötesläge, as the window registers it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bra_desktop.ui.pages import Page, PageContext, PageSpec

if TYPE_CHECKING:
    from bra_desktop.services.office import Office


def live_pages(office: Callable[[], Office]) -> tuple[PageSpec, ...]:
    """The one page, opened with a meeting's reference: ``context.go("live", ref)``.

    With ``(ref, place)`` it leads to what is to be mended there.
    """

    def made(context: PageContext) -> Page:
        from bra_desktop.ui.live.page import LivePage

        return LivePage(context, office())

    return (PageSpec("live", "Mötesläge", "pen-line", made, under="meetings", whole_window=True),)


def load() -> None:
    """The code of the page, for a moment when nobody waits for it: it takes a tenth of a second. Makes no widget."""
    import bra_desktop.ui.live.page  # noqa: F401
