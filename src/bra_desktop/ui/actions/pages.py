"""What Åtgärder offers to the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bra_desktop.ui.pages import Page, PageContext, PageSpec

if TYPE_CHECKING:
    from bra_desktop.services.office import Office


def actions_pages(office: Callable[[], Office]) -> tuple[PageSpec, ...]:
    """The list of actions. ``office`` is asked when the page is first shown."""

    def made(context: PageContext) -> Page:
        from bra_desktop.ui.actions.page import ActionsPage

        return ActionsPage(context, office())

    return (PageSpec("actions", "Åtgärder", "list-checks", made),)
