"""The window follows whether the screen is shared, and a start that no orderly closing came before goes on with it.

Loads nothing of its own as long as the screen isn't shared: the first page comes before all that.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bra_desktop.domain.errors import UserError

if TYPE_CHECKING:  # the first page comes before these
    from PySide6.QtWidgets import QVBoxLayout

    from bra_desktop.ui.memory import Memory
    from bra_desktop.ui.messages.message_bar import MessageBar
    from bra_desktop.ui.operations import Operations
    from bra_desktop.ui.theme.theme import Theme

KEY = "window.shared"
ON = "on"
NOT_KEPT = (
    "Det som är sekretessmarkerat är dolt, men visas igen om programmet avbryts: det gick inte att spara på datorn att "
    "skärmen delas. Kontrollera att det finns plats på disken."
)


class SharedWindow(QObject):
    """One for each window. It stands in the memory that the screen is shared, from F4 until F4 or an orderly end."""

    def __init__(self, window: QObject, operations: Operations, memory: Memory) -> None:
        super().__init__(window)
        self._operations, self._memory = operations, memory
        self._shows = False
        self.go_on()

    def go_on(self) -> None:
        """Hides if the program ended while the screen was shared: asked at the start, and when data are opened that
        another window had.
        """
        if self._memory.recall(KEY) == ON:
            from bra_desktop.ui.shared_screen import SharedScreen

            self._shows = True
            SharedScreen.of(self._operations).go_on()

    def toggle(self) -> None:
        """Others see the screen: what is confidential is hidden on every page, or shown again."""
        from bra_desktop.ui.shared_screen import SharedScreen

        SharedScreen.of(self._operations).toggle()

    def follow(self, on: bool, content: QVBoxLayout, messages: MessageBar, theme: Theme) -> None:
        """Hides first, then writes it down: the disk must not keep anybody from hiding. Refused when it cannot."""
        self.say(content, messages, theme, changed=True)
        try:
            self._memory.remember(KEY, ON if on else "")
        except UserError:
            if on:
                self._operations.refused.emit(UserError(NOT_KEPT))

    def say(self, content: QVBoxLayout, messages: MessageBar, theme: Theme, *, changed: bool = False) -> None:
        """The bar in a window that has just been built, or that the screen has changed for."""
        if self._shows or changed:
            from bra_desktop.ui.shared_bar import say_shared

            self._shows = True
            say_shared(content, messages, theme, self._operations)

    def end(self) -> None:
        """The window is closed by a person, who then shares it no longer."""
        if self._memory.recall(KEY):
            with suppress(UserError):  # the next start then hides too much, and says so
                self._memory.remember(KEY, "")
