"""A phrase in which something is being filled in: where it begins and ends, whatever is written in it."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

Writing = QTextEdit | QPlainTextEdit
"""What is written in, with marks or without."""


class Filling:
    """Nothing is filled in before `begin`, nor when the caret has left the phrase."""

    def __init__(self, editor: Writing) -> None:
        self._editor = editor
        self._ends: tuple[QTextCursor, QTextCursor] | None = None
        editor.cursorPositionChanged.connect(self._leave)

    def begin(self, start: int, end: int) -> None:
        """What is between these places of the text is filled in; the phrase that was before stays as it is."""
        first, last = QTextCursor(self._editor.document()), QTextCursor(self._editor.document())
        first.setPosition(start)
        first.setKeepPositionOnInsert(True)
        last.setPosition(end)
        self._ends = (first, last)

    def goes_on(self) -> bool:
        """Whether the caret is in a phrase that is being filled in, of the text that stands there now."""
        if self._ends is None:
            return False
        (first, last), cursor = self._ends, self._editor.textCursor()
        here = last.document() == cursor.document()
        return here and first.position() <= cursor.selectionStart() and cursor.selectionEnd() <= last.position()

    def end(self) -> bool:
        """The caret goes behind the phrase, which is done; False when none was being filled in."""
        if self._ends is None or not self.goes_on():
            return False
        (_, last), self._ends = self._ends, None
        cursor = self._editor.textCursor()
        cursor.setPosition(last.position())
        self._editor.setTextCursor(cursor)
        return True

    def _leave(self) -> None:
        if not self.goes_on():
            self._ends = None
