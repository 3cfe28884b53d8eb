"""Undo by words: Qt alone takes back everything that was typed in a row."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor


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
