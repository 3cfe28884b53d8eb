"""What Register offers to the window."""

from collections.abc import Callable

from bra_desktop.services.office import Office
from bra_desktop.ui.pages import Page, PageContext, PageSpec


def register_pages(office: Callable[[], Office]) -> tuple[PageSpec, ...]:
    """The register. ``office`` is asked when the page is first shown."""

    def made(context: PageContext) -> Page:
        from bra_desktop.ui.register.page import RegisterPage

        return RegisterPage(context, office())

    return (PageSpec("register", "Register", "users", made),)
