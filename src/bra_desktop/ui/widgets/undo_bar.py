"""The bar after a removal: "Åtgärden är borttagen. Ångra", for a while, instead of a question before.

After an undoing it offers to do it again, by the key for that.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.passing_bar import PassingBar

SECONDS = 12


class UndoBar(PassingBar):
    """Keeps what undoes the last change until it is chosen, closed, or its time has run out."""

    dismissed = Signal()

    def __init__(self, theme: Theme, part: str) -> None:
        super().__init__(theme, part, "primary", key="Ctrl+Z")
        self._undo: Callable[[], None] | None = None
        self.link_chosen.connect(self._undone)
        self.closed.connect(self.dismiss)
        self.hide()

    def offer(
        self, words: str, undo: Callable[[], None], seconds: int = SECONDS, *, again: bool = False, keyed: bool = True
    ) -> None:
        """words: what has happened, such as "Åtgärden är borttagen.". again: it was an undoing, and is done again.

        keyed: False where the key undoes something else on the page.
        """
        self._undo = undo
        self.set_key(("Ctrl+Y" if again else "Ctrl+Z") if keyed else "")
        self.show_note(words, link="Gör om" if again else "Ångra")
        self.stay(seconds)
        self._tell()
        self.show()

    def promised(self, key: str) -> Callable[[], None] | None:
        """What that key does, while the bar is there and says so."""
        return self._undo if key == self.key() and not self.isHidden() else None

    def tick(self) -> None:
        super().tick()
        if self._undo is not None:
            self._tell()

    def dismiss(self) -> None:
        self._undo = None
        self.hide()
        self.dismissed.emit()

    def _undone(self) -> None:
        undo = self._undo
        self.dismiss()
        if undo is not None:
            undo()

    def _tell(self) -> None:
        self.set_aside(f"försvinner om {self.seconds_left} s")
