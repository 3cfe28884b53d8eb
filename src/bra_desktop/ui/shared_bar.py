"""The bar of a page that says, as long as others see the screen, that what is confidential is hidden."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut

from bra_desktop.ui.pages import Page
from bra_desktop.ui.shared_screen import KEY, SHARED_WORDS, SharedScreen
from bra_desktop.ui.widgets.note_bar import NoteBar


class SharedBar(NoteBar):
    """F4 anywhere on the page hides, and shows again.

    follow: called with whether to hide, only when that is another thing than the page does already.
    """

    def __init__(self, page: Page, part: str, follow: Callable[[bool], None]) -> None:
        super().__init__(page.context.theme, part, "attention", closable=False)
        self.hides = False
        self._page, self._follow = page, follow
        self._screen = SharedScreen.of(page.context.operations)
        self._screen.changed.connect(self._changed)
        self.show_note(SHARED_WORDS, "Visa igen", aside=KEY, icon="eye")
        self.link_chosen.connect(self._screen.toggle)
        self.hide()
        QShortcut(QKeySequence(KEY), page).activated.connect(self._screen.toggle)

    def arrive(self) -> None:
        """The page is shown: the screen may have come to be shared since it was shown last."""
        if self.hides != self._screen.on:
            self.hides = self._screen.on
            self.setVisible(self.hides)
            self._follow(self.hides)

    def _changed(self, _on: bool) -> None:
        if self._page.isVisible():
            self.arrive()
