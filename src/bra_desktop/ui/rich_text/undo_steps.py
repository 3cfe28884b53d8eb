"""Undo by words: Qt alone takes back everything that was typed in a row."""

from PySide6.QtGui import QKeyEvent, QTextCursor


def begins_a_step(event: QKeyEvent, cursor: QTextCursor) -> bool:
    """Whether the letter begins a word, so that what was typed before it is taken back by itself."""
    text = event.text()
    if not text or not text.isprintable() or text.isspace() or cursor.hasSelection():
        return False
    before = cursor.block().text()[: cursor.positionInBlock()][-1:]
    return not before or before.isspace() or before == "\u2028"
