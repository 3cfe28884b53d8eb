"""What Justering offers to the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bra_desktop.ui.pages import Page, PageContext, PageSpec

if TYPE_CHECKING:
    from bra_desktop.services.office import Office


def adjustment_pages(office: Callable[[], Office]) -> tuple[PageSpec, ...]:
    """The adjustment of one meeting; the target of `go` is its reference."""

    def made(context: PageContext) -> Page:
        from bra_desktop.ui.adjustment.page import AdjustmentPage

        return AdjustmentPage(context, office())

    return (PageSpec("adjustment", "Justering", "pen-line", made, under="meetings"),)
