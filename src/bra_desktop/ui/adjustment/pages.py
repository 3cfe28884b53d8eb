"""What Justering offers to the window."""

from collections.abc import Callable

from bra_desktop.services.office import Office
from bra_desktop.ui.pages import Page, PageContext, PageSpec


def adjustment_pages(office: Callable[[], Office]) -> tuple[PageSpec, ...]:
    """The adjustment of one meeting; the target of `go` is its reference."""

    def made(context: PageContext) -> Page:
        from bra_desktop.ui.adjustment.page import AdjustmentPage

        return AdjustmentPage(context, office())

    return (PageSpec("adjustment", "Justering", "pen-line", made, under="meetings"),)
