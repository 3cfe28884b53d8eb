"""The bar after a removal: "Åtgärden är borttagen. Ångra", for a while, instead of a question before."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal

from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.note_bar import NoteBar

SECONDS = 12
ONE_SECOND = 1000


class UndoBar(NoteBar):
    """Keeps what undoes the last change until it is chosen, closed, or its time has run out."""

    dismissed = Signal()

    def __init__(self, theme: Theme, part: str) -> None:
        super().__init__(theme, part, "primary", key="Ctrl+Z")
        self._undo: Callable[[], None] | None = None
        self._left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(ONE_SECOND)
        self._timer.timeout.connect(self.tick)
        self.link_chosen.connect(self._undone)
        self.closed.connect(self.dismiss)
        self.hide()

    def offer(self, words: str, undo: Callable[[], None], seconds: int = SECONDS) -> None:
        """words: what has happened, such as "Åtgärden är borttagen."."""
        self._undo, self._left = undo, seconds
        self.show_note(words, link="Ångra")
        self._tell()
        self._timer.start()
        self.show()

    def tick(self) -> None:
        """One second has gone. Nothing goes while the user stands in the bar: reading takes the time it takes."""
        if self.underMouse() or self._link.hasFocus() or self._close.hasFocus():
            return
        self._left -= 1
        if self._left <= 0:
            self.dismiss()
        else:
            self._tell()

    def dismiss(self) -> None:
        self._undo = None
        self._timer.stop()
        self.hide()
        self.dismissed.emit()

    def _undone(self) -> None:
        undo = self._undo
        self.dismiss()
        if undo is not None:
            undo()

    def _tell(self) -> None:
        self.set_aside(f"försvinner om {self._left} s")
