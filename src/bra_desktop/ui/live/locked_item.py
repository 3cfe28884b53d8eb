"""What is said when a key asks for something that a locked item doesn't take."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTextEdit

from bra_desktop.ui.live.presenter import LivePresenter
from bra_desktop.ui.pages import Messages

_CHANGES = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Enter)


def stopped_by_lock(presenter: LivePresenter, messages: Messages) -> bool:
    """Whether the shown item can't be changed; then it has been said why."""
    scene = presenter.scene
    if scene is None or not scene.locked:
        return False
    messages.refuse(scene.locked)
    return True


class LockedWords(QObject):
    """Nobody types long in a text that takes no words without being told. tell_lock: says why."""

    def __init__(self, editor: QTextEdit, tell_lock: Callable[[], bool]) -> None:
        super().__init__(editor)
        self._editor, self._tell_lock = editor, tell_lock
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._editor.isReadOnly():
            letter = event.text().isprintable() and bool(event.text())
            if letter or event.key() in _CHANGES:
                self._tell_lock()
        return super().eventFilter(watched, event)
