"""Where a place in the domain's text lies in the editor: blocks by id, cells by row and column."""

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from bra_desktop.ui.rich_text.identities import id_of
from bra_desktop.ui.rich_text.tables import table_at


def cursor_at(
    document: QTextDocument, block_id: str, cell: tuple[int, int] | None, start: int, end: int
) -> QTextCursor | None:
    """A selection of those characters of a block or cell; None when it is gone. Qt counts in units of UTF-16."""
    block = _block(document, block_id)
    if block is None:
        return None
    begin, last = block.position(), block.position() + block.length() - 1
    if cell is not None:
        table = table_at(QTextCursor(block))
        if table is None or cell[0] >= table.rows() or cell[1] >= table.columns():
            return None
        found = table.cellAt(*cell)
        begin, last = found.firstCursorPosition().position(), found.lastCursorPosition().position()
    whole = QTextCursor(document)
    whole.setPosition(begin)
    whole.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    words = whole.selectedText()
    cursor = QTextCursor(document)
    cursor.setPosition(begin + units(words, start))
    cursor.setPosition(begin + units(words, end), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def units(words: str, characters: int) -> int:
    """How many units of UTF-16 the first characters take: a sign outside the first plane takes two."""
    return len(words[:characters].encode("utf-16-le")) // 2


def _block(document: QTextDocument, block_id: str) -> QTextBlock | None:
    block = document.begin()
    while block.isValid():
        if id_of(block) == block_id:
            return block
        block = block.next()
    return None
