"""Other texts in Qt's own text editor, nothing saved, nothing beside it; prints what it found as JSON."""

import json
import time

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QTextEdit

TEXTS, WORDS, PARAGRAPHS, SWITCHES, BETWEEN = 100, 150, 5, 120, 0.05


class Painted(QObject):
    """Sees that the text has been painted since it was asked last."""

    seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802  (Qt's name)
        """Watches only."""
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def main() -> None:
    """Opens the editor, shows one text after the other, and ends."""
    application = QApplication([])
    editor, painted = QTextEdit(), Painted()
    line = "ord " * (WORDS // PARAGRAPHS)
    texts = ["\n".join(f"{number} {line}" for _ in range(PARAGRAPHS)) for number in range(TEXTS)]
    editor.resize(800, 420)
    editor.show()
    editor.viewport().installEventFilter(painted)
    taken = []
    for number in range(SWITCHES):
        painted.seen = False
        began = time.perf_counter()
        editor.setPlainText(texts[number % TEXTS])
        while not painted.seen:
            application.processEvents()
        taken.append((time.perf_counter() - began) * 1000)
        due = time.perf_counter() + BETWEEN
        while time.perf_counter() < due:
            application.processEvents()
            time.sleep(0.0005)
    taken.sort()
    print(json.dumps({"p99": taken[round(len(taken) * 0.99) - 1], "median": taken[len(taken) // 2]}))


if __name__ == "__main__":
    main()
