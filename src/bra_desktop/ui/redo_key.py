"""Ctrl+Y does again what was undone, in every field of text: where Qt gives that to Ctrl+Shift+Z alone, both do it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

SAID = "Ctrl+Y"
QT_SAYS = frozenset({"Ctrl+Shift+Z", "Ctrl+Skift+Z"})
"""In English, and as Qt translates it."""
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KINDS = frozenset({QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress})


class RedoKey(QObject):
    """Watches the field that has the keyboard, and the menu that it opens, which names the key.

    known: whether Qt knows Ctrl+Y here.
    """

    def __init__(self, application: QApplication, parent: QObject, *, known: bool | None = None) -> None:
        super().__init__(parent)
        keys = QKeySequence.keyBindings(QKeySequence.StandardKey.Redo)
        self._known = QKeySequence(SAID) in keys if known is None else known
        self._heard: QWidget | None = None
        application.focusChanged.connect(self._moved)
        self._moved(None, application.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in KINDS and isinstance(event, QKeyEvent):
            wanted = event.key() == Qt.Key.Key_Y and event.modifiers() == CONTROL
            return wanted and not self._known and self._as_qt_says(watched, event)
        if kind == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            menu = QApplication.activePopupWidget()
            if event.reason() == Qt.FocusReason.PopupFocusReason and isinstance(menu, QMenu):
                name_key(menu)
        return False

    def _as_qt_says(self, watched: QObject, event: QKeyEvent) -> bool:
        """The same event with the key that Qt knows, for whoever listens to it."""
        other = QKeyEvent(event.type(), Qt.Key.Key_Z, CONTROL | SHIFT, "")
        other.setAccepted(event.type() == QEvent.Type.KeyPress)  # as Qt itself begins: who does not want it says so
        QCoreApplication.sendEvent(watched, other)
        event.setAccepted(other.isAccepted())
        return True

    def _moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._heard is not None and isValid(self._heard):
            self._heard.removeEventFilter(self)
        self._heard = now if isinstance(now, QLineEdit | QTextEdit | QPlainTextEdit) else None
        if self._heard is not None:
            self._heard.installEventFilter(self)


def name_key(menu: QMenu) -> None:
    """Lets the menu say the key that help says."""
    for action in menu.actions():
        words, tab, key = action.text().partition("\t")
        if tab and key in QT_SAYS:
            action.setText(f"{words}\t{SAID}")
