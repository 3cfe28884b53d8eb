"""What stands round the list of Åtgärder: the head with its two buttons, and what is said before there are any."""

from __future__ import annotations

from collections.abc import Callable

from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.empty_page import EmptyPage
from bra_desktop.ui.widgets.page_head import PageHead


class ActionsHead(PageHead):
    """`new` opens the form, `sheets` the making of follow-up sheets."""

    def __init__(self, theme: Theme) -> None:
        self.sheets = Button(
            theme, "actions.sheets", "Skapa ark till förvaltningar", "plain", "table",
            "Skapar ett uppföljningsark till varje ansvarig organisation", "Ctrl+Shift+E",
        )  # fmt: skip
        self.new = Button(theme, "actions.new", "Ny åtgärd", "plain", "plus", "Öppnar formuläret", "Ctrl+N")
        super().__init__(theme, "actions", "Åtgärder", buttons=(self.sheets, self.new))


def nothing_yet(theme: Theme, wanted: Callable[[], None]) -> EmptyPage:
    """Says what belongs here. wanted: called by its button."""
    button = Button(theme, "actions.first", "Ny åtgärd", "primary", "plus")
    button.clicked.connect(lambda: wanted())
    words = "Här samlas det som möten och planer har gett någon i uppgift."
    return EmptyPage(theme, "list-checks", "Inga åtgärder än", words, button)
