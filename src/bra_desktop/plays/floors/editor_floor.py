"""Qt's own text editor, nothing saved, nothing beside it: ``type`` types in five thousand words, ``switch`` shows other
texts. Prints what it found as JSON.
"""

import json
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QTextEdit

Act = Callable[[int], object]
LONG, PARAGRAPHS, KEYS, EVERY = 5_000, 100, 300, 0.03
TEXTS, SHORT, LINES, SWITCHES, BETWEEN = 100, 150, 5, 120, 0.05


class Painted(QObject):
    """Sees that the text has been painted since it was asked last."""

    seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802  (Qt's name)
        """Watches only."""
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def typing(editor: QTextEdit) -> Act:
    """A letter in the middle of a long text."""
    editor.setPlainText("\n".join("ord " * (LONG // PARAGRAPHS) for _ in range(PARAGRAPHS)))
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().characterCount() // 2)
    editor.setTextCursor(cursor)

    def press(number: int) -> None:
        letter = "rådet "[number % 6]
        key = Qt.Key.Key_Space if letter == " " else Qt.Key(0)
        QApplication.sendEvent(editor, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter))

    return press


def switching(editor: QTextEdit) -> Act:
    """Another of many texts."""
    line = "ord " * (SHORT // LINES)
    texts = ["\n".join(f"{number} {line}" for _ in range(LINES)) for number in range(TEXTS)]
    return lambda number: editor.setPlainText(texts[number % TEXTS])


def measure(application: QApplication, what: str) -> list[float]:
    """Milliseconds from each act until its result has been painted."""
    editor, painted = QTextEdit(), Painted()
    act, count, pause = (typing(editor), KEYS, EVERY) if what == "type" else (switching(editor), SWITCHES, BETWEEN)
    editor.resize(800, 420)
    editor.show()
    editor.viewport().installEventFilter(painted)
    taken = []
    for number in range(count):
        painted.seen, began = False, time.perf_counter()
        act(number)
        while not painted.seen:
            application.processEvents()
        taken.append((time.perf_counter() - began) * 1000)
        due = (began if what == "type" else time.perf_counter()) + pause
        while time.perf_counter() < due:
            application.processEvents()
            time.sleep(0.0005)
    return sorted(taken)


if __name__ == "__main__":
    found = measure(QApplication([]), sys.argv[1])
    print(json.dumps({"p99": found[round(len(found) * 0.99) - 1], "median": found[len(found) // 2]}))
