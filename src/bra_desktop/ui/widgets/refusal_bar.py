"""What was refused: it stays until there has been time to read it, whatever is done meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent

from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.note_bar import NoteBar
from bra_desktop.ui.widgets.passing_bar import LETTERS_A_SECOND, ONE_SECOND, SHORTEST


class RefusalBar(NoteBar):
    """`closed` is told when it is closed by hand, and when it has been read and something else was done meanwhile."""

    def __init__(self, theme: Theme, part: str) -> None:
        super().__init__(theme, part, "late")
        self._gives_way = False
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.timeout.connect(self._look)

    def stay_to_be_read(self) -> None:
        """It has just been said."""
        self._gives_way = False
        self._reading.start((SHORTEST + len(self.words()) // LETTERS_A_SECOND) * ONE_SECOND)

    def give_way(self) -> None:
        """Something else is done or said: it goes, at once if there has been time to read it, else when there has."""
        self._gives_way = True
        if not self._reading.isActive():
            self.closed.emit()

    def has_been_read(self) -> None:
        """There has been time to read it. What is done from now on takes its place."""
        self._reading.stop()
        if self._gives_way:
            self.closed.emit()

    def _look(self) -> None:
        """Nobody reads in a window that she has left."""
        if self.isActiveWindow():
            self.has_been_read()
        else:
            self._reading.start(ONE_SECOND)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.isHidden():  # not only because the window is out of sight
            self._reading.stop()
