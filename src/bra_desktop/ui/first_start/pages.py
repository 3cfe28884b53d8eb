"""What the first start offers to the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bra_desktop.ui.pages import Page, PageContext, PageSpec

if TYPE_CHECKING:
    from bra_desktop.ui.desk import Desk
    from bra_desktop.ui.first_start.reception import Reception


def first_start_pages(desk: Desk, reception: Callable[[], Reception]) -> tuple[PageSpec, ...]:
    """The first start, and the page of a folder that cannot be used; its target is the refusal."""

    def first(context: PageContext) -> Page:
        from bra_desktop.ui.first_start.page import FirstStartPage

        return FirstStartPage(context, desk, reception())

    def closed(context: PageContext) -> Page:
        from bra_desktop.ui.first_start.closed_page import ClosedPage

        return ClosedPage(context, desk, reception())

    return (
        PageSpec("first_start", "Välkommen", "flag", first, under="overview", whole_window=True),
        PageSpec("closed", "Uppgifterna är stängda", "lock", closed, under="overview", whole_window=True),
    )
