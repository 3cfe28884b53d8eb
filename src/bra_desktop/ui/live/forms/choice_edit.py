"""A choice in a form. In its open list Ctrl+Enter takes the row that is marked, and the form with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox

SHORTEST = 8
"""Letters that a choice shows at least; long titles of items must not make the form wider than the window."""
CONTROL = Qt.KeyboardModifier.ControlModifier
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChoiceEdit(QComboBox):
    """The words with what each stands for."""

    def __init__(self, known: Sequence[tuple[str, str]], chosen: object) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(SHORTEST)
        for words, value in known:
            self.addItem(words, value)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.view().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.key() not in ENTER or not event.modifiers() & CONTROL:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # else the page would send the form as it was before a row was marked
        elif event.type() == QEvent.Type.KeyPress:
            self.setCurrentIndex(self.view().currentIndex().row())
            self.hidePopup()
            QCoreApplication.sendEvent(
                self, QKeyEvent(QEvent.Type.KeyPress, event.key(), event.modifiers(), event.text())
            )
        return True
