"""What the first start offers to the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from bra_desktop.ui.pages import Page, PageContext, PageSpec

if TYPE_CHECKING:
    from bra_desktop.domain.errors import UserError
    from bra_desktop.ui.desk import Desk, Seated


class Reception(Protocol):
    """Who takes over once it is known with which data the window works."""

    def take_over(self, seated: Seated) -> None: ...
    def turn_away(self, error: UserError) -> None: ...


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
