"""Where a place in the domain's text lies in the editor: blocks by id, cells by row and column."""

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from bra_desktop.ui.rich_text.captions import captioned
from bra_desktop.ui.rich_text.identities import id_of
from bra_desktop.ui.rich_text.tables import table_at


class Places:
    """The blocks of a document by id, as they stand now: for looking up many places at once."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._blocks: dict[str, QTextBlock] = {}
        block = document.begin()
        while block.isValid():
            self._blocks.setdefault(id_of(block), block)
            block = block.next()

    def cursor(self, block_id: str, cell: tuple[int, int] | None, start: int, end: int) -> QTextCursor | None:
        """A selection of those characters of a block or cell; None when it is gone. Qt counts in units of UTF-16."""
        block = self._blocks.get(block_id)
        if block is None:
            return None
        begin, words = block.position(), block.text()
        if cell is not None:
            table = table_at(QTextCursor(block)) or captioned(block)
            if table is None or cell[0] >= table.rows() or cell[1] >= table.columns():
                return None
            found = table.cellAt(*cell)
            whole = found.firstCursorPosition()
            begin = whole.position()
            whole.setPosition(found.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
            words = whole.selectedText()
        cursor = QTextCursor(self._document)
        cursor.setPosition(begin + units(words, start))
        cursor.setPosition(begin + units(words, end), QTextCursor.MoveMode.KeepAnchor)
        return cursor


def units(words: str, characters: int) -> int:
    """How many units of UTF-16 the first characters take: a sign outside the first plane takes two."""
    return len(words[:characters].encode("utf-16-le")) // 2
