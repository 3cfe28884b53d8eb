"""What Åtgärder offers to the window."""

from collections.abc import Callable

from bra_desktop.services.office import Office
from bra_desktop.ui.pages import Page, PageContext, PageSpec


def actions_pages(office: Callable[[], Office]) -> tuple[PageSpec, ...]:
    """The list of actions. ``office`` is asked when the page is first shown."""

    def made(context: PageContext) -> Page:
        from bra_desktop.ui.actions.page import ActionsPage

        return ActionsPage(context, office())

    return (PageSpec("actions", "Åtgärder", "list-checks", made),)
