"""The keys of the whole window, and what no key does in it: one filter on the widget that has the keyboard."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
SHORTCUTS_ALONE = frozenset({Qt.Key.Key_D, Qt.Key.Key_E, Qt.Key.Key_K, Qt.Key.Key_U})
"""With Ctrl these take away a letter, the rest of a line or the whole line in Qt's fields on X11, or jump in it."""
MOVING = frozenset({
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab,
})  # fmt: skip
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
ACTING = ENTER | {Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
STEPPING = frozenset({Qt.Key.Key_F3})
"""Shortcuts that only go on to the next: these may be held."""
KINDS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})
MENU = "Shift+F10"
AT_ONCE = 1
"""Milliseconds from release to press in which no finger presses a key again."""


def listen(window: QWidget, acts: Iterable[tuple[str, Callable[[], object]]]) -> None:
    """Binds keys to the window itself: what shows them may be hidden, where a page takes the whole window."""
    for keys, act in (*acts, *(() if sys.platform == "win32" else ((MENU, ask_menu),))):
        shortcut = QShortcut(QKeySequence(keys), window)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)
    application = QApplication.instance()
    if isinstance(application, QApplication):
        FocusedKeys(application, window)


def ask_menu() -> None:
    """Asks for the menu of what has the keyboard, as the Menu key does, which many keyboards lack.

    On Windows the system does the same by that key.
    """
    hand = QApplication.focusWidget()
    if hand is not None:
        at = hand.rect().center()
        by_key = QContextMenuEvent.Reason.Keyboard
        QCoreApplication.sendEvent(hand, QContextMenuEvent(by_key, at, hand.mapToGlobal(at)))


class FocusedKeys(QObject):
    """Keeps a key that is held down from acting again and again, and Qt's fields from what Emacs does with Ctrl.

    by_time: whether a press that comes with the release tells a held key too. On X11 Qt's own mark is missing when the
    two do not reach it together.
    """

    def __init__(self, application: QApplication, parent: QObject, *, by_time: bool | None = None) -> None:
        super().__init__(parent)
        self._heard: QWidget | None = None
        self._by_time = application.platformName() == "xcb" if by_time is None else by_time
        self._released = (0, 0)
        application.focusChanged.connect(self._moved)
        self._moved(None, application.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in KINDS or not isinstance(event, QKeyEvent):
            return False
        if kind == QEvent.Type.KeyRelease:
            self._released = (event.key(), event.timestamp())
            return False
        held = event.isAutoRepeat() or self._is_again(event)
        if kind == QEvent.Type.ShortcutOverride and held and _may_be_shortcut(event):
            event.accept()  # so that no shortcut has it: it comes as a key instead
            return True
        writes = isinstance(watched, QWidget) and watched.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        if writes and event.key() in SHORTCUTS_ALONE and event.modifiers() & ~SHIFT == CONTROL:
            event.ignore()  # so that a shortcut of the window has it, or nobody
            return True
        return kind == QEvent.Type.KeyPress and held and not may_repeat(event, writes=writes)

    def _is_again(self, event: QKeyEvent) -> bool:
        key, at = self._released
        return self._by_time and event.key() == key and 0 <= event.timestamp() - at <= AT_ONCE

    def _moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._heard is not None and isValid(self._heard):
            self._heard.removeEventFilter(self)
        self._heard = now
        if now is not None:
            now.installEventFilter(self)


def may_repeat(event: QKeyEvent, *, writes: bool) -> bool:
    """Whether a key that is held down goes on: to move and to write or wipe words, never to do something."""
    key, held = event.key(), event.modifiers() & (CONTROL | ALT)
    if key in MOVING:
        return not (held & CONTROL and key in (Qt.Key.Key_Up, Qt.Key.Key_Down))
    if not writes:
        return key not in ACTING and not held
    return key not in ENTER and not (held & ALT)


def _may_be_shortcut(event: QKeyEvent) -> bool:
    key = event.key()
    named = key == Qt.Key.Key_Escape or Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35
    return key not in STEPPING and (named or bool(event.modifiers() & (CONTROL | ALT)))
