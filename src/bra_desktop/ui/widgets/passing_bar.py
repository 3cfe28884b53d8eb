"""A message that leaves by itself, once there has been time to read it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCursor, QHideEvent

from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.note_bar import NoteBar, Tone

ONE_SECOND = 1000
LETTERS_A_SECOND = 15
SHORTEST = 6
TO_DECIDE = 12
"""Seconds that a message with a link stays at least: it takes longer to choose than to read."""


class PassingBar(NoteBar):
    """`closed` is told when its time has run out, as when it is closed by hand."""

    def __init__(self, theme: Theme, part: str, tone: Tone = "primary", key: str = "") -> None:
        super().__init__(theme, part, tone, key)
        self.seconds_left = 0
        self._found = QCursor.pos()
        self._timer = QTimer(self)
        self._timer.setInterval(ONE_SECOND)
        self._timer.timeout.connect(self.tick)

    def stay(self, seconds: int) -> None:
        """Leave after that many seconds from now."""
        self.seconds_left = seconds
        self._found = QCursor.pos()
        self._timer.start()

    def stay_to_be_read(self) -> None:
        """Leave when there has been time to read it, and to choose its link when there is one."""
        reading = SHORTEST + len(self.words()) // LETTERS_A_SECOND
        self.stay(reading if self._link.isHidden() else max(reading, TO_DECIDE))

    def tick(self) -> None:
        """One second has gone. Nothing goes while the user stands in the bar: reading takes the time it takes."""
        # Qt remembers the pointer also over a bar that has moved away from below it. One that lay there before the
        # message came, and has not been moved since, points at nothing.
        at = QCursor.pos()
        pointed_at = at != self._found and self.underMouse() and self.rect().contains(self.mapFromGlobal(at))
        if pointed_at or self._link.hasFocus() or self._close.hasFocus():
            return
        self.seconds_left -= 1
        if self.seconds_left <= 0:
            self.closed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.isHidden():  # not only because the window is out of sight
            self._timer.stop()
