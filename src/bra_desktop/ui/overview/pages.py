"""What Översikt offers to the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bra_desktop.ui.pages import Page, PageContext, PageSpec

if TYPE_CHECKING:
    from bra_desktop.services.office import Office


def overview_pages(office: Callable[[], Office]) -> tuple[PageSpec, ...]:
    """The first page. ``office`` is asked when it is first shown."""

    def made(context: PageContext) -> Page:
        from bra_desktop.ui.overview.page import OverviewPage

        return OverviewPage(context, office())

    return (PageSpec("overview", "Översikt", "layout-dashboard", made),)
