"""How long it takes from the key until another item stands on the screen, in a long meeting; for the bench."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from bra_desktop.ui.main_window import MainWindow
    from bra_desktop.ui.rich_text.edit import RichTextEdit

SWITCHES = 120
ONWARDS = 96
"""Of those, until a third of them has taken up what is new: three measures have room in a meeting of a hundred."""
BETWEEN = 0.25
"""Seconds from one switch to the next: somebody who leafs through the agenda, while what she left is being saved."""
PATIENCE = 20.0
CONTROL = Qt.KeyboardModifier.ControlModifier


class StayedWhereItWas(Exception):
    """No other text came after the key with this number."""


class _Painted(QObject):
    """Sees that the window has been painted with another text than it had."""

    def __init__(self, editor: RichTextEdit) -> None:
        super().__init__(editor)
        self.seen = self._loaded = False
        editor.changed_at.connect(self._changed)
        editor.turned.connect(self._changed)
        editor.viewport().installEventFilter(self)

    def wait_anew(self) -> None:
        self.seen = self._loaded = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen = self.seen or (self._loaded and event.type() == QEvent.Type.Paint)
        return False

    def _changed(self) -> None:
        self._loaded = True


def switch_and_measure(window: MainWindow, editor: RichTextEdit, switches: int = SWITCHES) -> list[float]:
    """Leafs forward, taking up what is new, and back again; answers milliseconds from each key to the other text."""
    painted, taken = _Painted(editor), []
    due = time.perf_counter()
    for number in range(switches):
        # Two steps on and one back, so that old items are shown as often as new ones are taken up; then to and fro.
        back = number % 3 == 2 if number < ONWARDS else number % 2 == 0
        key = Qt.Key.Key_Up if back else Qt.Key.Key_Down
        painted.wait_anew()
        began = time.perf_counter()
        QTest.keyClick(QApplication.focusWidget() or window, key, CONTROL)
        while not painted.seen:
            if time.perf_counter() > began + PATIENCE:
                raise StayedWhereItWas(number)
            QApplication.processEvents()
        taken.append((time.perf_counter() - began) * 1000)
        due = max(due + BETWEEN, time.perf_counter())
        while time.perf_counter() < due:
            QApplication.processEvents()
            time.sleep(0.0005)
    return taken
