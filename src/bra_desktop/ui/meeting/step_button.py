"""The button of the meeting's next step: taken on purpose only, never by a click that was meant for something else."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QMouseEvent, QShowEvent

from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button

SETTLING_MS = 700
"""How long a press of the mouse is let go by after the button has come, or says something else than before.

Longer than the second half of a double click may take (500 ms is usual).
"""


class StepButton(Button):
    """The filled button. It has no key: in a form Ctrl+Enter would reach for the whole meeting."""

    def __init__(self, theme: Theme, part: str, words: str, icon: str) -> None:
        self._settling = QTimer()
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLING_MS)
        super().__init__(theme, part, words, "primary", icon)

    def say(self, words: str, tip: str) -> None:
        """What the step is called now, and what it does."""
        if words != self._words:
            self._settling.start()
        self._tip = tip
        self.setAccessibleDescription(tip)
        self.set_words(words)

    def is_settled(self) -> bool:
        """Whether it has said the same long enough for a press to be meant for it."""
        return not self._settling.isActive()

    def showEvent(self, event: QShowEvent) -> None:
        self._settling.start()
        super().showEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.is_settled():
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second half of a double click is no second step."""
        event.accept()
