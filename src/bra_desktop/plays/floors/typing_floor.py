"""Typing in Qt's own text editor: five thousand words, nothing saved, nothing checked; prints what it found as JSON."""

import json
import time

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QTextEdit

WORDS, PARAGRAPHS, KEYS, BETWEEN = 5_000, 100, 300, 0.03


class Painted(QObject):
    """Sees that the text has been painted since it was asked last."""

    seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802  (Qt's name)
        """Watches only."""
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def main() -> None:
    """Opens the editor, types in the middle of the text, and ends."""
    application = QApplication([])
    editor, painted = QTextEdit(), Painted()
    editor.setPlainText("\n".join("ord " * (WORDS // PARAGRAPHS) for _ in range(PARAGRAPHS)))
    editor.resize(800, 420)
    editor.show()
    editor.viewport().installEventFilter(painted)
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().characterCount() // 2)
    editor.setTextCursor(cursor)
    taken = []
    due = time.perf_counter()
    for number in range(KEYS):
        painted.seen, letter = False, "rådet "[number % 6]
        began = time.perf_counter()
        key = Qt.Key.Key_Space if letter == " " else Qt.Key(0)
        application.sendEvent(editor, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter))
        while not painted.seen:
            application.processEvents()
        taken.append((time.perf_counter() - began) * 1000)
        due += BETWEEN
        while time.perf_counter() < due:
            application.processEvents()
            time.sleep(0.0005)
    taken.sort()
    print(json.dumps({"p99": taken[round(len(taken) * 0.99) - 1], "median": taken[len(taken) // 2]}))


if __name__ == "__main__":
    main()
