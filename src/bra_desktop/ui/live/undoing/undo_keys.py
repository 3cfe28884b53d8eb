"""The keys that undo and do again, wherever in Mötesläge the keyboard is; what a message promises of them is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTextEdit, QWidget

from bra_desktop.ui.live.parts import LiveParts
from bra_desktop.ui.pages import Messages

UNDO, AGAIN = "Ctrl+Z", "Ctrl+Y"
WIPES = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class Press(Protocol):
    """What is done when one of the keys is pressed."""

    def __call__(self, *, again: bool) -> None: ...


class UndoKeys(QObject):
    """A promise holds until its message has gone, or until something newer has been typed."""

    def __init__(self, page: QWidget, parts: LiveParts, messages: Messages, press: Press) -> None:
        super().__init__(page)
        self._page, self._parts, self._messages, self._press = page, parts, messages, press
        self._fields: list[QObject] = []
        self._overtaken: list[Callable[[], None] | None] = []
        page.installEventFilter(self)

    def watch(self, editor: QTextEdit) -> None:
        """An editor of the item: the keys are the desk's there."""
        editor.installEventFilter(self)

    def watch_fields(self, *fields: QWidget) -> None:
        """Fields with steps of their own to undo, which give way to what is promised."""
        for field in fields:
            self._fields.append(field)
            field.installEventFilter(self)

    def overtake(self) -> None:
        """Something was typed, or its steps gone through: it is newer than what is promised now."""
        self._overtaken = [self._messages.promised(UNDO), self._messages.promised(AGAIN)]

    def keeps_promise(self, *, again: bool) -> bool:
        """Does what the message says that the key does; False when it says nothing, or something newer was typed."""
        if not self._is_promised(again):
            return False
        self._messages.keep_promise()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        undo, again = event.matches(QKeySequence.StandardKey.Undo), _is_redo(event)
        if not (undo or again) or (watched is self._page and self._is_covered()):
            if watched in self._fields and event.type() == QEvent.Type.KeyPress and _types(event):
                self.overtake()
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride and watched is self._page:
            # No field of text has wanted it: then it is the page's, whatever bar lies over it with the same key.
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress or (watched in self._fields and not self._is_promised(again)):
            return super().eventFilter(watched, event)
        if isinstance(watched, QTextEdit) and watched.isReadOnly():
            return False
        # Taken, or the page round the editor has the same press. What is on its way to the disk was done before it.
        event.accept()
        self._press(again=again)
        return True

    def _is_covered(self) -> bool:
        """What lies over the item has the keyboard, and what would be undone behind it is not seen."""
        return self._parts.form.is_open() or self._parts.versions.isVisible()

    def _is_promised(self, again: bool) -> bool:
        promised = self._messages.promised(AGAIN if again else UNDO)
        return promised is not None and promised not in self._overtaken


def _is_redo(event: QKeyEvent) -> bool:
    """The keys of every system; Qt's own, Alt+Shift+Backspace, takes away a column of a table here."""
    return QKeySequence(event.keyCombination()) in (QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z"))


def _types(event: QKeyEvent) -> bool:
    return event.key() in WIPES or (event.text().isprintable() and bool(event.text()))
