"""The floor for the start: a bare PySide6 window. Prints the clock when it has been painted, and ends.

Run as a file of its own, so that nothing of the product is loaded.
"""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow


class BareWindow(QMainWindow):
    """Tells once when it has been painted."""

    painted = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """The first time is the one that counts."""
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, self.tell)

    def tell(self) -> None:
        """Print when, and end."""
        painted, cpu = time.perf_counter_ns(), time.process_time() * 1000
        import psutil  # not before the clock has been read

        memory = psutil.Process().memory_info().rss / 1e6
        print(f'{{"painted": {painted}, "painted_cpu": {cpu}, "rss": {memory}}}', flush=True)
        self.close()


def main() -> int:
    """Open the window; the exit code."""
    application = QApplication(sys.argv)
    window = BareWindow()
    window.setCentralWidget(QLabel("BRÅ"))
    window.resize(1366, 768)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
