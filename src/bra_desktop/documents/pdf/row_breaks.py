"""Where a table may be parted: between rows, or inside a row that is too tall to be moved whole."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from bra_desktop.documents.pdf.cells import CellPart, RowBox
from bra_desktop.documents.text_blocks import Run

WHOLE_TABLE = 640.0
TALL_ROW = WHOLE_TABLE / 2
MOST_SAID_AGAIN = WHOLE_TABLE / 3
"""So tall the head of a table and the name of a group may be to be said again on the next page."""
FEWEST_ROWS = 2
_FEWEST_LINES = 3
_GOES_ON = " forts."


def first_break(rows: list[RowBox]) -> int:
    """The fewest rows that begin a table, none of a group last."""
    count = min(FEWEST_ROWS, len(rows))
    while count < len(rows) and rows[count - 1].kind == "group":
        count += 1
    return count


def before_group(rows: list[RowBox], count: int) -> int:
    """As many rows or fewer, so that no group row is last."""
    while count > 0 and rows[count - 1].kind == "group":
        count -= 1
    return max(count, 0)


def blank_at_end(rows: list[RowBox]) -> int:
    """How many rows last in a table have nothing written in them."""
    return sum(1 for _ in takewhile(_is_blank, reversed(rows)))


def _is_blank(row: RowBox) -> bool:
    return not any(part.runs for cell in row.cells for part in cell.parts)


def group_again(first: list[RowBox], rest: list[RowBox]) -> list[RowBox]:
    """The group whose rows go on, to be named above them; not set yet."""
    group = next((row for row in reversed(first) if row.kind == "group"), None)
    if group is None or rest[0].kind == "group":
        return []
    goes_on = () if group.repeated else (Run(_GOES_ON),)
    parts = [[replace(part, runs=(*part.runs, *goes_on), lines=[]) for part in cell.parts] for cell in group.cells]
    cells = [replace(cell, parts=own) for cell, own in zip(group.cells, parts, strict=True)]
    return [RowBox(cells, group.kind, repeated=True)]


def least_of(row: RowBox, edges: float) -> float:
    """The height of a row, or of its first lines where it is so tall that it is broken; ``edges`` surround its text."""
    leading = max(part.style.leading for cell in row.cells for part in cell.parts)
    return row.height if row.height <= TALL_ROW else _FEWEST_LINES * leading + edges


def halves(row: RowBox, room: float, edges: float) -> tuple[RowBox, RowBox] | None:
    """A row as two, of which the first fits in ``room`` with the edges of its text.

    The shape before a text goes with its first line, and the squares below it with its last.
    """
    first, rest = RowBox([], row.kind), RowBox([], row.kind)
    for cell in row.cells:
        upper: list[CellPart] = []
        lower: list[CellPart] = []
        left = room - edges
        for part in cell.parts:
            fit = 0 if lower else min(len(part.lines), max(0, int(left / part.style.leading)))
            left -= fit * part.style.leading
            if part.lines[:fit]:
                upper.append(replace(part, lines=part.lines[:fit]))
            if part.lines[fit:]:
                lower.append(replace(part, lines=part.lines[fit:]))
        first.cells.append(replace(cell, parts=upper, goes_on=bool(lower), step=0))
        rest.cells.append(replace(cell, parts=lower, begun=cell.begun or bool(upper)))
    for half in (first, rest):
        half.height = max(cell.height for cell in half.cells) + edges
    return (first, rest) if any(cell.parts for cell in first.cells) else None
