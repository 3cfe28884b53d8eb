"""Long work: words with figures, a thin bar, and Avbryt."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from bra_desktop.ui.layouts import STRETCH, column, row
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.labels import label


class Progress(QWidget):
    """`cancelled` asks for the end; what has begun is finished before it ends, so the words then say so."""

    cancelled = Signal()

    def __init__(self, theme: Theme, part: str, words: str = "") -> None:
        super().__init__()
        self._doing = label(words)
        self._cancel = Button(theme, f"{part}.cancel", "Avbryt", "link", tip="Avbryter; inget halvt blir kvar")
        self._bar = named(QProgressBar(), f"{part}.bar", words or "Pågår")
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._cancel.clicked.connect(self._ask_cancel)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        head = row(theme, self._doing, STRETCH, self._cancel)
        self.setLayout(column(theme, head, self._bar, space=7))

    def begin(self, words: str) -> None:
        """Once more from the beginning."""
        self._cancel.setEnabled(True)
        self._cancel.set_words("Avbryt")
        self.show_progress(words, 0, 0)

    def show_progress(self, words: str, done: int, total: int) -> None:
        """Total 0 = it isn't known how much there is."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._doing.setText(words)
        self._bar.setAccessibleName(words)

    def _ask_cancel(self) -> None:
        self._cancel.setEnabled(False)
        self._cancel.set_words("Avbryter…")
        self.cancelled.emit()
