"""The caption of a table: a line of its own right above the table, in a Qt document that knows no captions.

A line that no longer stands right above a table is a paragraph like any other.
"""

from typing import cast

from PySide6.QtGui import QTextBlock, QTextCursor, QTextTable

from bra_desktop.ui.rich_text.formats import CAPTION, FILLER, KIND, LINE_BREAK, Measures, block_format, caption_look


def is_caption(block: QTextBlock) -> bool:
    """Whether it was made a caption, wherever it stands now."""
    return bool(block.blockFormat().property(KIND) == CAPTION)


def captioned(block: QTextBlock) -> QTextTable | None:
    """The table whose caption the line is; None for every other line."""
    below = block.next()
    if not is_caption(block) or not below.isValid() or _table_at(block) is not None:
        return None
    return _table_at(below)


def caption_of(table: QTextTable) -> QTextBlock | None:
    """The line with the table's caption."""
    above = table.firstCursorPosition().block().previous()
    return above if above.isValid() and captioned(above) is not None else None


def words_of(table: QTextTable) -> str:
    """The caption's words; empty without one."""
    block = caption_of(table)
    return block.text().replace(LINE_BREAK, "\n") if block is not None else ""


def caption_caret(table: QTextTable, measures: Measures) -> QTextCursor:
    """A caret at the end of the caption, which is made when there is none yet."""
    known = caption_of(table)
    cursor = QTextCursor(known or table.firstCursorPosition().block().previous())
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    if known is None:
        _make(cursor, measures)
    return cursor


def _make(cursor: QTextCursor, measures: Measures) -> None:
    cursor.beginEditBlock()
    block = cursor.block()
    if block.text() or not block.blockFormat().property(FILLER):
        cursor.insertBlock()
        listed = cursor.currentList()
        if listed is not None:
            listed.remove(cursor.block())
    cursor.setBlockFormat(block_format(measures, "", CAPTION))
    cursor.setBlockCharFormat(caption_look(measures))
    cursor.setCharFormat(caption_look(measures))
    cursor.endEditBlock()


def _table_at(block: QTextBlock) -> QTextTable | None:
    return cast(QTextTable | None, QTextCursor(block).currentTable())
