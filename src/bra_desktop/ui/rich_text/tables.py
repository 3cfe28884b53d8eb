"""Changing a table while somebody writes in it: rows, columns, header row, and how a column is aligned."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextTable, QTextTableCell

from bra_desktop.ui.rich_text.captions import caption_of
from bra_desktop.ui.rich_text.formats import ALIGN, ALIGNMENTS, HEADER_ROWS, PARTS, equal_columns

LEFT = "left"


def table_at(cursor: QTextCursor) -> QTextTable | None:
    """The table that the caret stands in. The stub forgets that there may be none."""
    return cast(QTextTable | None, cursor.currentTable())


def place_in(table: QTextTable, cursor: QTextCursor) -> tuple[int, int]:
    """Row and column of the caret, from 0."""
    cell = table.cellAt(cursor)
    return cell.row(), cell.column()


def insert_row(table: QTextTable, at: int) -> QTextCursor:
    """A new row before that one, aligned as its columns are; answers a caret in its first cell."""
    with _one_step(table):
        table.insertRows(at, 1)
        for column in range(table.columns()):
            _align_cell(table, at, column, _alignments(table)[column])
    return table.cellAt(at, 0).firstCursorPosition()


def remove_row(table: QTextTable, at: int) -> None:
    """Takes the row away; the last one takes the table with it."""
    if table.rows() == 1:
        remove_table(table)
        return
    with _one_step(table), _block_above(table):
        if at == 0 and _header_rows(table):
            _set(table, header_rows=0)
        table.removeRows(at, 1)


def insert_column(table: QTextTable, at: int) -> QTextCursor:
    """A new column before that one, aligned to the left; answers a caret in its first cell."""
    known = _alignments(table)
    with _one_step(table):
        table.insertColumns(at, 1)
        _share_width(table)
        _set(table, alignments=[*known[:at], LEFT, *known[at:]])
    return table.cellAt(0, at).firstCursorPosition()


def remove_column(table: QTextTable, at: int) -> None:
    """Takes the column away; the last one takes the table with it."""
    known = _alignments(table)
    if not known[1:]:
        remove_table(table)
        return
    with _one_step(table), _block_above(table):
        _set(table, alignments=[*known[:at], *known[at + 1 :]])
        table.removeColumns(at, 1)
        _share_width(table)


def _share_width(table: QTextTable) -> None:
    form = table.format()
    equal_columns(form, table.columns())
    table.setFormat(form)


@contextmanager
def _one_step(table: QTextTable) -> Iterator[None]:
    """What is done to the table meanwhile is taken back by one undo."""
    cursor = table.firstCursorPosition()
    cursor.beginEditBlock()
    yield
    cursor.endEditBlock()


@contextmanager
def _block_above(table: QTextTable) -> Iterator[None]:
    """Qt gives the block above a table the format of a first cell that is removed; it gets its own back."""
    document, above = table.document(), table.firstCursorPosition().block().previous()
    number, form = above.blockNumber(), above.blockFormat()
    yield
    if number >= 0:
        QTextCursor(document.findBlockByNumber(number)).setBlockFormat(form)


def remove_table(table: QTextTable) -> None:
    """Takes the table away with all its words."""
    with _one_step(table), _block_above(table):
        below = table.lastCursorPosition()
        below.setPosition(table.lastPosition() + 1)
        below.insertBlock()  # Qt joins what stands above the table with the line below it
        table.removeRows(0, table.rows())


def has_header(table: QTextTable) -> bool:
    """Whether the first row says what stands in the columns."""
    return _header_rows(table) > 0


def set_header(table: QTextTable, on: bool) -> None:
    """Lets the first row say what stands in the columns, or not."""
    _set(table, header_rows=1 if on else 0)


def alignment_of(table: QTextTable, column: int) -> str:
    """left, right or center."""
    return _alignments(table)[column]


def align_column(table: QTextTable, column: int, how: str) -> None:
    """how: left, right or center."""
    known = _alignments(table)
    known[column] = how
    with _one_step(table):
        _set(table, alignments=known)
        for row in range(table.rows()):
            _align_cell(table, row, column, how)


def shade(table: QTextTable, colour: str) -> None:
    """Gives the header row its ground, and takes it from the others; one undo takes it back with what came before."""
    changed = list(_shaded(table, colour))
    if not changed:
        return
    cursor = table.firstCursorPosition()
    cursor.joinPreviousEditBlock()
    for cell, form in changed:
        cell.setFormat(form)
    cursor.endEditBlock()


def _shaded(table: QTextTable, colour: str) -> Iterator[tuple[QTextTableCell, QTextCharFormat]]:
    header = _header_rows(table)
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            form, wanted = cell.format(), QBrush(QColor(colour)) if row < header else QBrush(Qt.BrushStyle.NoBrush)
            if form.background() != wanted:
                form.setBackground(wanted)
                yield cell, form


def move_on(cursor: QTextCursor, forward: bool) -> None:
    """To the next or previous cell; after the last one a new row begins, before the first one stands the caption."""
    way = QTextCursor.MoveOperation.NextCell if forward else QTextCursor.MoveOperation.PreviousCell
    table = table_at(cursor)
    if table is None:
        return
    caption = caption_of(table)
    if cursor.movePosition(way):
        choose_cell(cursor, table, *place_in(table, cursor))
    elif forward:
        cursor.setPosition(insert_row(table, table.rows()).position())
    elif caption is not None:
        cursor.setPosition(caption.position())
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)


def choose_cell(cursor: QTextCursor, table: QTextTable, row: int, column: int) -> None:
    """As word processors do: what stands in the cell is chosen, so that typing replaces it."""
    cell = table.cellAt(row, column)
    cursor.setPosition(cell.firstCursorPosition().position())
    cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)


def _alignments(table: QTextTable) -> list[str]:
    said = table.format().property(ALIGNMENTS)
    known = [how or LEFT for how in said.split(PARTS)] if said else []
    return (known + [LEFT] * table.columns())[: table.columns()]


def _header_rows(table: QTextTable) -> int:
    rows = table.format().property(HEADER_ROWS)
    return rows if isinstance(rows, int) else 1


def _set(table: QTextTable, *, header_rows: int | None = None, alignments: list[str] | None = None) -> None:
    form = table.format()
    if header_rows is not None:
        form.setProperty(HEADER_ROWS, header_rows)
        form.setHeaderRowCount(header_rows)
    if alignments is not None:
        form.setProperty(ALIGNMENTS, PARTS.join(alignments) if set(alignments) != {LEFT} else "")
    table.setFormat(form)


def _align_cell(table: QTextTable, row: int, column: int, how: str) -> None:
    cell = table.cellAt(row, column)
    cursor = cell.firstCursorPosition()
    cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
    form = QTextBlockFormat()
    form.setAlignment(ALIGN[how])
    cursor.mergeBlockFormat(form)
