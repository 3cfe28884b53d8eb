"""What Inställningar offers to the window."""

from __future__ import annotations

from bra_desktop.ui.pages import Page, PageContext, PageSpec
from bra_desktop.ui.settings_page.presenter import Choices


def settings_pages(settings: Choices) -> tuple[PageSpec, ...]:
    """The choices of this computer; they need no data."""

    def made(context: PageContext) -> Page:
        from bra_desktop.ui.settings_page.page import SettingsPage

        return SettingsPage(context, settings)

    return (PageSpec("settings", "Inställningar", "settings", made, at_bottom=True),)
