"""Rows and cells of a table, and what they want of their columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bra_desktop.documents.pdf.columns import CellWords
from bra_desktop.documents.pdf.fonts import Typeface
from bra_desktop.documents.pdf.structure import Node
from bra_desktop.documents.pdf.style import Style
from bra_desktop.documents.pdf.text import Line, natural_width, word_widths
from bra_desktop.documents.text_blocks import Runs

GAP, STATUS_ROOM, STEPS_ROOM = 8.0, 11.0, 9.0


@dataclass
class CellPart:
    """A paragraph in a cell. ``page_of`` is the key of an item whose page number stands here."""

    runs: Runs
    style: Style
    page_of: str = ""
    lines: list[Line] = field(default_factory=list)

    @property
    def height(self) -> float:
        """Height in points."""
        return len(self.lines) * self.style.leading


@dataclass
class CellBox:
    """A cell: its element, its paragraphs, the columns it covers, the shape before the text, the squares below it.

    One that is parted ``goes_on`` in its next piece, and the others have ``begun`` in one before.
    """

    node: Node
    parts: list[CellPart]
    column: int
    span: int = 1
    status: str = ""
    goes_on: bool = False
    begun: bool = False
    step: int = 0

    @property
    def height(self) -> float:
        """Height of the text, and of the squares below it."""
        return sum(part.height for part in self.parts) + (STEPS_ROOM if self.step else 0.0)


@dataclass
class RowBox:
    """A row. A ``repeated`` one says again, on the next page, which group the rows below it belong to."""

    cells: list[CellBox]
    kind: str = "plain"
    height: float = 0.0
    repeated: bool = False


def wants(
    rows: Sequence[RowBox], count: int, typeface: Typeface, *, glued: bool = True
) -> tuple[list[float], list[float]]:
    """Per column the width of the longest word and of the longest line."""
    least, most = [0.0] * count, [0.0] * count
    for row in rows:
        for cell in row.cells:
            if cell.span > 1:
                continue
            extra = _beside(cell, count)
            for part in cell.parts:
                word, line = natural_width(typeface, part.runs, part.style, glued=glued)
                least[cell.column] = max(least[cell.column], word + extra)
                most[cell.column] = max(most[cell.column], line + extra)
    return least, most


def in_words(rows: Sequence[RowBox], count: int, typeface: Typeface) -> list[list[CellWords]]:
    """What the cells that stand in one column say, word by word."""
    return [[_in_words(cell, count, typeface) for cell in row.cells if cell.span == 1] for row in rows]


def _in_words(cell: CellBox, count: int, typeface: Typeface) -> CellWords:
    lines = tuple(line for part in cell.parts for line in word_widths(typeface, part.runs, part.style))
    return CellWords(cell.column, _beside(cell, count), lines)


def _beside(cell: CellBox, count: int) -> float:
    """The room of a cell that is not for its text."""
    return (GAP if cell.column < count - 1 else 0.0) + (STATUS_ROOM if cell.status else 0.0) + 0.5
