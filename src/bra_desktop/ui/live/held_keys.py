"""What somebody types before the meeting is there waits, and stands in the text as soon as it is."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

LONGEST = 15.0
"""Seconds; a meeting that isn't there by then may never come, and its page must not swallow keys."""
_EDITS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace)
ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
"""As some systems tell it: a sign is written with both, a command with one."""
_COMMANDS = ALT_GR | Qt.KeyboardModifier.MetaModifier


class HeldKeys(QObject):
    """Holds what is typed on a page that has nothing to write in yet; commands go where they always go."""

    def __init__(self, page: QWidget, editor: QTextEdit) -> None:
        super().__init__(page)
        self._page, self._editor = page, editor
        self._since: float | None = None
        self._held: list[QKeyEvent] = []

    def begin(self) -> None:
        """There is nothing to write in from now on."""
        application = QApplication.instance()
        if self._since is None and application is not None:
            application.installEventFilter(self)
        self._since = monotonic()

    def end(self) -> None:
        """The meeting is there: what was typed is typed now, if the keyboard is where words are written."""
        held, self._held = self._held, []
        self.drop()
        if self._editor.hasFocus() and not self._editor.isReadOnly():
            for event in held:
                QApplication.sendEvent(self._editor, event)

    def drop(self) -> None:
        """The page is left."""
        application = QApplication.instance()
        if self._since is not None and application is not None:
            application.removeEventFilter(self)
        self._since, self._held = None, []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._holds(event):
            self._held.append(QKeyEvent(event.type(), event.key(), event.modifiers(), event.text()))
            return True
        return super().eventFilter(watched, event)

    def _holds(self, event: QKeyEvent) -> bool:
        if self._since is None or monotonic() - self._since > LONGEST or not self._page.isVisible():
            return False
        if QApplication.activePopupWidget() is not None or QApplication.activeModalWidget() is not None:
            return False
        hand, words = QApplication.focusWidget(), event.text()
        here = hand is None or hand in (self._page, self._page.window()) or self._page.isAncestorOf(hand)
        writes = event.key() in _EDITS or (bool(words) and words.isprintable())
        command = event.modifiers() & _COMMANDS
        return here and writes and (not command or command == ALT_GR)
