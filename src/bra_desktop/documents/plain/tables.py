"""Tables in plain text: columns where a row fits on a line of a mail, else a row as lines of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bra_desktop.documents.as_tables import vote_table
from bra_desktop.documents.clean_text import writable
from bra_desktop.documents.text_blocks import Cell, Column, Runs, Table, VoteTable
from bra_desktop.domain.swedish import DASH

WIDEST = 72
"""Characters of a line that mail programs still show without breaking it."""
_GAP = 2
_SHORT = 10
_MOST_LEADING = 3


def said(runs: Runs) -> str:
    """The words of the runs."""
    return writable("".join(run.text for run in runs))


def table_lines(table: Table) -> list[str]:
    """The lines of a table, its caption first; names side by side on paper are a line each."""
    caption = [writable(table.caption)] if table.caption else []
    if _is_names(table):
        return [*caption, *(", ".join(_cell(cell)) for row in table.rows for cell in row.cells if _cell(cell))]
    widths = _widths(table)
    return [*caption, *(_columns(table, widths) if widths else _records(table))]


def _is_names(table: Table) -> bool:
    """Whether every cell is one of its own kind, as a name is, and none says anything of the one before it."""
    return not (table.lined or table.row_heads or any(column.title for column in table.columns))


def vote_lines(block: VoteTable) -> list[str]:
    """A vote by name: a table where it fits as columns, else each name with its vote, and the sums."""
    table = vote_table(block)
    if widths := _widths(table):
        return list(_columns(table, widths))
    counts = zip(table.columns[1:], table.rows[-1].cells[1:], strict=True)
    sums = ", ".join(f"{column.title} {said(cell.runs)}" for column, cell in counts)
    return [*(f"{writable(row.name)}: {row.vote}" for row in block.rows), f"Summa: {sums}"]


def _widths(table: Table) -> list[int]:
    """The width of every column, nothing where the table does not fit as columns."""
    plain = [row for row in table.rows if row.kind != "group" and all(cell.span == 1 for cell in row.cells)]
    cells = [cell for row in table.rows for cell in row.cells]
    if any(cell.note or "\n" in said(cell.runs) for cell in cells):
        return []
    heads = [[writable(column.title) for column in table.columns]]
    grid = heads + [[said(cell.runs) for cell in row.cells] for row in plain]
    widths = [max(len(line[n]) for line in grid) for n in range(len(table.columns))]
    return widths if sum(widths) + _GAP * (len(widths) - 1) <= WIDEST else []


def _columns(table: Table, widths: Sequence[int]) -> Iterator[str]:
    titles = [writable(column.title) for column in table.columns]
    if any(titles):
        yield _line(table, titles, widths)
        yield "-" * (sum(widths) + _GAP * (len(widths) - 1))
    for row in table.rows:
        yield _line(table, [said(cell.runs) for cell in row.cells], widths)


def _line(table: Table, texts: Sequence[str], widths: Sequence[int]) -> str:
    set_ = [
        text.rjust(width) if column.align == "right" else text.ljust(width)
        for text, width, column in zip(texts, widths, table.columns, strict=False)
    ]
    return (" " * _GAP).join(set_).rstrip()


def _records(table: Table) -> Iterator[str]:
    """A row as what leads it, on one line, and below it a line for each of the other columns that says something."""
    leading = _leading(table)
    titled = any(column.title for column in table.columns)
    for row in table.rows:
        cells = [_cell(cell) for cell in row.cells]
        if row.kind == "group" or len(cells) < len(table.columns) or not titled:
            yield ", ".join(line for cell in cells for line in cell)
            continue
        yield from _led(table, cells[:leading])
        for column, cell in list(zip(table.columns, row.cells, strict=True))[leading:]:
            yield from _below(column, cell)


def _below(column: Column, cell: Cell) -> Iterator[str]:
    """A cell that doesn't lead its row; a note of whole sentences stands by itself below the words."""
    apart = ". " in cell.note
    lines = _cell(replace(cell, note="") if apart else cell)
    if lines and lines != [DASH]:
        yield f"  {writable(column.title)}: {', '.join(lines)}" if column.title else f"  {', '.join(lines)}"
    if apart:
        yield from (f"  {line.strip()}" for line in writable(cell.note).split("\n") if line.strip())


def _led(table: Table, cells: Sequence[list[str]]) -> Iterator[str]:
    """The first lines of the cells together; what else they say stands below."""
    first = "  ".join(cell[0] for cell in cells if cell)
    if first and len(cells) == 1 and table.columns[0].title and not table.row_heads:
        first = f"{writable(table.columns[0].title)}: {first}"
    if first:
        yield first
    yield from (f"  {line}" for cell in cells for line in cell[1:])


def _leading(table: Table) -> int:
    """How many columns stand on the first line of a row: short ones, such as time and number, and the next.

    What stands below the words of a cell comes before the next column's. Where many are short each value has its title.
    """
    leading = 0
    for n in range(len(table.columns) - 1):
        cells = [_cell(row.cells[n]) for row in table.rows if len(row.cells) > n]
        if any(len(lines) > 1 or len(" ".join(lines)) > _SHORT for lines in cells):
            break
        leading = n + 1
    return leading + 1 if leading < _MOST_LEADING else 1


def _cell(cell: Cell) -> list[str]:
    """The lines of words and note."""
    both = f"{said(cell.runs)}\n{writable(cell.note)}"
    return [line.strip() for line in both.split("\n") if line.strip()]
