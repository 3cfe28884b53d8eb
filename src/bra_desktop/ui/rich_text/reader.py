"""A Qt document back into domain text."""

from collections.abc import Callable, Iterator
from typing import cast

from PySide6.QtGui import QTextBlock, QTextDocument, QTextFrame, QTextTable

from bra_desktop.domain.text import (
    MAX_LEVEL,
    Block,
    Cell,
    Heading,
    Image,
    ListItem,
    Paragraph,
    Quotation,
    Row,
    Run,
    Runs,
    Table,
    TextDocument,
    merge_runs,
    with_unique_ids,
)
from bra_desktop.ui.rich_text.captions import captioned, is_caption, words_of
from bra_desktop.ui.rich_text.formats import (
    ALIGNMENTS,
    ALTERNATIVE,
    BLOCK_ID,
    DIGEST,
    FILLER,
    HEADER_ROWS,
    IMAGE,
    KIND,
    LINE_BREAK,
    ORDERED,
    PARTS,
    PICTURE_SIGN,
    QUOTATION,
    START,
    list_of,
    picture_line,
    run_of,
)

MAX_HEADING = 4


Known = dict[str, Block]
"""Blocks as they were read, by id; whoever keeps it takes away what has been changed since."""


def read(document: QTextDocument, new_id: Callable[[], str], known: Known | None = None) -> TextDocument:
    """new_id gives an id to blocks that have none yet, such as pasted ones.

    known: blocks that needn't be read again; it is filled with those that were.
    """
    blocks = tuple(_blocks(document.rootFrame(), new_id, {} if known is None else known))
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph) and not blocks[0].runs:
        return TextDocument()
    return TextDocument(with_unique_ids(blocks))


def _blocks(frame: QTextFrame, new_id: Callable[[], str], known: Known) -> Iterator[Block]:
    at = frame.begin()
    while not at.atEnd():
        inner, block = cast(QTextFrame | None, at.currentFrame()), at.currentBlock()
        if isinstance(inner, QTextTable):
            table_id = inner.format().stringProperty(BLOCK_ID)
            found: Block = known.get(table_id) or _table(inner, new_id)
            if table_id:
                known[table_id] = found
            yield found
        elif inner is not None:
            yield from _blocks(inner, new_id, known)
        elif block.isValid():
            block_id = block.blockFormat().stringProperty(BLOCK_ID)
            if block_id in known:
                yield known[block_id]
            elif not _is_filler(block) and captioned(block) is None:
                found = _block(block, new_id)
                if block_id:
                    known[block_id] = found
                yield found
        at += 1


def _is_filler(block: QTextBlock) -> bool:
    """An empty block that Qt needs beside a table."""
    return bool(block.blockFormat().property(FILLER)) and not block.text()


def _block(block: QTextBlock, new_id: Callable[[], str]) -> Block:
    form = block.blockFormat()
    known = form.property(BLOCK_ID) or new_id()
    kind, level, listed = form.property(KIND), form.headingLevel(), list_of(block)
    if listed is not None:
        deep = max(0, min(MAX_LEVEL, listed.format().indent() - 1))
        ordered, start = listed.format().style() in ORDERED, form.property(START)
        return ListItem(known, deep, ordered, start if isinstance(start, int) else None, _runs(block))
    if level:
        return Heading(known, min(level, MAX_HEADING), _runs(block, heading=True))
    if kind == IMAGE and block.text():  # a picture whose whole line was deleted is gone
        return Image(known, form.property(DIGEST) or "", _description(block))
    if kind == QUOTATION:
        return Quotation(known, _runs(block))
    return Paragraph(known, _runs(block, heading=is_caption(block)))


def _description(block: QTextBlock) -> str:
    """The words of a picture's line; as it came in while nobody has changed them."""
    before = str(block.blockFormat().property(ALTERNATIVE) or "")
    if block.text() == picture_line(before):
        return before
    return block.text().removeprefix(PICTURE_SIGN.rstrip()).replace(LINE_BREAK, " ").strip()


def _runs(block: QTextBlock, heading: bool = False) -> Runs:
    runs, at = [], block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        if fragment.isValid():
            runs.append(run_of(fragment.text(), fragment.charFormat(), heading))
        at += 1
    return merge_runs(runs)


def _table(table: QTextTable, new_id: Callable[[], str]) -> Table:
    form = table.format()
    alignments = form.property(ALIGNMENTS)
    header = form.property(HEADER_ROWS)
    rows = tuple(
        Row(tuple(_cell(table, row, column) for column in range(table.columns()))) for row in range(table.rows())
    )
    return Table(
        id=form.property(BLOCK_ID) or new_id(),
        rows=rows,
        header_rows=header if isinstance(header, int) else 1,
        alignments=tuple(alignments.split(PARTS)) if alignments else (),
        caption=words_of(table),
    )


def _cell(table: QTextTable, row: int, column: int) -> Cell:
    """A cell has one text; paragraphs that were made in it become lines."""
    runs: list[Run] = []
    cell = table.cellAt(row, column)
    block, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
    while block.isValid():
        runs += _runs(block)
        if block == last:
            break
        runs.append(Run("\n"))
        block = block.next()
    return Cell(merge_runs(runs))
