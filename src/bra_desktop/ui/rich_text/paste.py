"""What is copied and pasted, as blocks of the domain's text."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QTextCursor, QTextDocument

from bra_desktop.domain.canonical import DecodeError
from bra_desktop.domain.stored_text import dumps, loads
from bra_desktop.domain.text import Block, Paragraph, TextDocument, map_runs
from bra_desktop.exchange.clipboard.html_blocks import blocks_of_html
from bra_desktop.exchange.clipboard.plain import blocks_of_text, literal_blocks
from bra_desktop.exchange.clipboard.tables import cell_runs
from bra_desktop.ui.rich_text.formats import CONFIDENTIAL, GROUND, SEPARATORS, Measures, char_format
from bra_desktop.ui.rich_text.reader import read
from bra_desktop.ui.rich_text.tables import table_at
from bra_desktop.ui.rich_text.writer import insert_blocks
from bra_desktop.ui.widgets.plain_words import plain_words

OWN = "application/x-bra-desktop-text"
"""What this program copies: with references, languages and what is confidential, of which HTML knows nothing."""


def copied(cursor: QTextCursor, new_id: Callable[[], str]) -> QMimeData:
    """What is selected, as blocks, as HTML and as words."""
    chosen, scratch, data = cursor.selection(), QTextDocument(), QMimeData()
    QTextCursor(scratch).insertFragment(chosen)
    data.setText(plain_words(chosen.toRawText()))
    data.setHtml(chosen.toHtml())
    data.setData(OWN, QByteArray(dumps(read(scratch, new_id)).encode()))
    return data


def pasted_blocks(source: QMimeData, new_id: Callable[[], str]) -> tuple[Block, ...]:
    """Marks, lists, headings and tables are kept; colours, fonts, pictures and hidden words are not."""
    if source.hasFormat(OWN) and (own := _own_blocks(source)):
        return tuple(replace(block, id=new_id()) for block in own)
    if source.hasHtml() and (blocks := blocks_of_html(source.html(), new_id)):
        return blocks
    return blocks_of_text(source.text(), new_id)


def plain_blocks(source: QMimeData, new_id: Callable[[], str]) -> tuple[Block, ...]:
    """The words alone, a paragraph for each line."""
    return literal_blocks(source.text(), new_id)


def put_in(cursor: QTextCursor, blocks: tuple[Block, ...], measures: Measures) -> None:
    """Puts the blocks in place of what is selected. The caret is left after them.

    In the middle of a line the first and last paragraphs become parts of it; elsewhere they stand by themselves. What
    comes within a confidential passage, or in its place, is confidential too.
    """
    blocks = _marked_as_around(cursor, blocks)
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    if table_at(cursor) is not None:
        _write_runs(cursor, Paragraph("", cell_runs(list(blocks))), measures)
    elif len(blocks) == 1 and (isinstance(blocks[0], Paragraph) or (cursor.block().text() and _has_words(blocks[0]))):
        _write_runs(cursor, blocks[0], measures)
    elif blocks:
        _put_several(cursor, blocks, measures)
    cursor.endEditBlock()


def _marked_as_around(cursor: QTextCursor, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    chosen = cursor.hasSelection()
    if not chosen and (cursor.atBlockStart() or cursor.atBlockEnd()):
        return blocks
    first, last = QTextCursor(cursor), QTextCursor(cursor)
    first.setPosition(cursor.selectionStart() + chosen)
    last.setPosition(cursor.selectionEnd() + (not chosen))
    if not all(end.charFormat().property(CONFIDENTIAL) for end in (first, last)):
        return blocks
    ground = str(first.charFormat().property(GROUND) or "")
    marked = map_runs(TextDocument(blocks), lambda run: replace(run, confidential=True, ground=run.ground or ground))
    return marked.blocks


def _own_blocks(source: QMimeData) -> tuple[Block, ...]:
    try:
        return loads(bytes(source.data(OWN).data()).decode()).blocks
    except (DecodeError, ValueError):
        return ()  # another version's; its HTML lies beside it


def _put_several(cursor: QTextCursor, blocks: tuple[Block, ...], measures: Measures) -> None:
    within = not cursor.atBlockStart() and not cursor.atBlockEnd()
    before = cursor.atBlockStart() and not cursor.atBlockEnd()
    tail = cursor.blockFormat()
    if within or before:
        cursor.insertBlock()
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    rest = blocks
    if within and isinstance(blocks[0], Paragraph):
        _write_runs(cursor, blocks[0], measures)
        rest = blocks[1:]
    fresh = not cursor.block().text()
    listed = cursor.currentList()
    if fresh and listed is not None:
        listed.remove(cursor.block())
    insert_blocks(rest, cursor, measures, fresh=fresh)
    at_table = _after_table(cursor)
    if (within and isinstance(blocks[-1], Paragraph)) or ((within or before) and at_table):
        cursor.deleteChar()
        if at_table:
            cursor.setBlockFormat(tail)


def _after_table(cursor: QTextCursor) -> bool:
    """Whether the caret stands in the empty block that Qt wants after a table."""
    return not cursor.block().text() and table_at(QTextCursor(cursor.block().previous())) is not None


def _has_words(block: Block) -> bool:
    return hasattr(block, "runs")


def _write_runs(cursor: QTextCursor, block: Block, measures: Measures) -> None:
    heading = cursor.blockFormat().headingLevel() > 0
    for run in getattr(block, "runs", ()):
        cursor.insertText(run.text.translate(SEPARATORS), char_format(measures, run, heading))
