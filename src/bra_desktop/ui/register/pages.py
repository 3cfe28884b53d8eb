"""What Register offers to the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bra_desktop.ui.pages import Page, PageContext, PageSpec

if TYPE_CHECKING:
    from bra_desktop.services.office import Office


def register_pages(office: Callable[[], Office]) -> tuple[PageSpec, ...]:
    """The register. ``office`` is asked when the page is first shown."""

    def made(context: PageContext) -> Page:
        from bra_desktop.ui.register.page import RegisterPage

        return RegisterPage(context, office())

    return (PageSpec("register", "Register", "users", made),)
