"""How long a key takes to become a letter on the screen, in a long item while autosave runs; for the bench."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from bra_desktop.ui.rich_text.edit import RichTextEdit

KEYS = 600
BETWEEN = 0.03
"""Seconds from one key to the next: twice as fast as a fast typist, so that many keys meet a save."""
TYPED = "Rådet diskuterar läget vid stationen och vad som behöver göras före sommaren. "


class _Painted(QObject):
    """Sees that the text has been painted since it was asked last."""

    def __init__(self, editor: RichTextEdit) -> None:
        super().__init__(editor)
        self.seen = False
        editor.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def type_and_measure(editor: RichTextEdit, keys: int = KEYS) -> list[float]:
    """Types in the middle of the text; answers milliseconds from each press until its letter has been painted."""
    painted = _Painted(editor)
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().characterCount() // 2)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    editor.setTextCursor(cursor)
    _wait_until(time.perf_counter() + 1.0)
    taken = []
    due = time.perf_counter()
    for number in range(keys):
        letter = TYPED[number % len(TYPED)]
        key = Qt.Key.Key_Space if letter == " " else Qt.Key(0)
        painted.seen = False
        began = time.perf_counter()
        QApplication.sendEvent(editor, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter))
        while not painted.seen:
            QApplication.processEvents()
        taken.append((time.perf_counter() - began) * 1000)
        QApplication.sendEvent(editor, QKeyEvent(QEvent.Type.KeyRelease, key, Qt.KeyboardModifier.NoModifier, letter))
        # A key that comes while the window is busy has to wait for it: the next one is pressed on time, not after.
        due += BETWEEN
        _wait_until(due)
    return taken


def _wait_until(moment: float) -> None:
    while time.perf_counter() < moment:
        QApplication.processEvents()
        time.sleep(0.0005)
