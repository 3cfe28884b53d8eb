"""Undo by words: Qt alone takes back everything that was typed in a row."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit


class PlainEdit(QPlainTextEdit):
    """Words on several lines, undone one at a time."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        type_by_words(self, event, super().keyPressEvent)


def type_by_words(editor: QTextEdit | QPlainTextEdit, event: QKeyEvent, type_it: Callable[[QKeyEvent], None]) -> None:
    """Lets the editor take the key, as a step of its own where a word begins."""
    cursor = editor.textCursor()
    if editor.isReadOnly() or not begins_a_step(event, cursor):
        type_it(event)
        return
    # Letters within an edit block never join what was typed before it.
    cursor.beginEditBlock()
    type_it(event)
    cursor.endEditBlock()
    editor.ensureCursorVisible()


def begins_a_step(event: QKeyEvent, cursor: QTextCursor) -> bool:
    """Whether the letter begins a word, so that what was typed before it is taken back by itself.

    So does what joins two blocks: Qt lets nothing else join a removal that is no step of its own.
    """
    text = event.text()
    if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and not cursor.hasSelection():
        return cursor.atBlockStart() if event.key() == Qt.Key.Key_Backspace else cursor.atBlockEnd()
    if not text or not text.isprintable() or text.isspace() or cursor.hasSelection():
        return False
    before = cursor.block().text()[: cursor.positionInBlock()][-1:]
    return not before or before.isspace() or before == "\u2028"
