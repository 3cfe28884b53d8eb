"""The button that adds an att-sats: what is typed on it begins one, and a space presses nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from bra_desktop.ui.live.item.decision_line import DecisionLine
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button

PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.GroupSwitchModifier)


class BeginButton(Button):
    """Enter and the mouse press it. Tab leads to it from words that are being written, so what is typed was meant for
    words. add: makes a line and gives it the keyboard. line: the one that has it.
    """

    def __init__(self, theme: Theme, add: Callable[[], None], line: Callable[[], DecisionLine | None]) -> None:
        super().__init__(theme, "live.add_decision", "Lägg till beslut", "link", "plus", tip="Ctrl+Enter")
        self._add, self._line = add, line
        self.clicked.connect(lambda: add())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if event.modifiers() not in PLAIN or not typed.isprintable() or not typed:
            super().keyPressEvent(event)
        elif not typed.isspace():
            self._add()
            line = self._line()
            if line is not None:
                line.edit.insertPlainText(typed)
