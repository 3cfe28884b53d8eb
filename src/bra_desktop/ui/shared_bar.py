"""The window while others see the screen: its bar says so, and each page hides what is confidential."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bra_desktop.ui.layouts import column
from bra_desktop.ui.messages.message_bar import MessageBar
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.pages import Page
from bra_desktop.ui.shared_screen import KEY, SharedScreen
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.note_bar import NoteBar


class SharedBar(QWidget):
    """Over the page, whichever it is, as long as the screen is shared."""

    def __init__(self, theme: Theme, screen: SharedScreen) -> None:
        super().__init__()
        self._note, self._screen = NoteBar(theme, "window.shared", "attention", closable=False), screen
        self._note.link_chosen.connect(screen.toggle)
        self.setLayout(column(theme, self._note, margin=(12, 8, 12, 0)))

    def tell(self) -> None:
        self._note.show_note(self._screen.words(), "Visa igen", aside=KEY, icon="eye")


class Screening(QObject):
    """A page that follows.

    follow: called with whether to hide, only when that is another thing than the page does already.
    """

    def __init__(self, page: Page, follow: Callable[[bool], None]) -> None:
        super().__init__(page)
        self.hides = False
        self._page, self._follow = page, follow
        self._screen = SharedScreen.of(page.context.operations)
        self._screen.changed.connect(self._changed)

    def arrive(self) -> None:
        """The page is shown: the screen may have come to be shared since it was shown last."""
        if self.hides != self._screen.on:
            self.hides = self._screen.on
            self._follow(self.hides)

    def _changed(self, _on: bool) -> None:
        if self._page.isVisible():
            self.arrive()


def say_shared(content: QVBoxLayout, messages: MessageBar, theme: Theme, operations: Operations) -> None:
    """Puts the bar at the top of the window's content, or takes it away, as the screen is shared or not.

    What has been said may name what is hidden from now on, so it goes.
    """
    screen, first = SharedScreen.of(operations), content.itemAt(0)
    bar = first.widget() if first is not None else None
    messages.screened = screen.told

    def take_back() -> None:
        if messages.words():
            messages.clear()
            messages.undo.dismiss()

    screen.take_back = take_back
    if screen.on:
        take_back()
        if not isinstance(bar, SharedBar):
            bar = SharedBar(theme, screen)
            content.insertWidget(0, bar)
        bar.tell()
    if isinstance(bar, SharedBar):
        bar.setVisible(screen.on)
