"""A table whose columns are steps: each stands on an arrow that points to the next."""

from __future__ import annotations

from dataclasses import dataclass

from bra_desktop.documents.pdf.cells import CellBox, RowBox
from bra_desktop.documents.pdf.flow import Spot
from bra_desktop.documents.pdf.marks import draw_arrow
from bra_desktop.documents.pdf.pen import Pen
from bra_desktop.documents.pdf.table import TableBox

_INDENT = 9.0


@dataclass
class ArrowsBox(TableBox):
    """The tail of an arrow lies in the head of the one before, as a strip; the arrows are no part of what is read."""

    def draw(self, pen: Pen, spot: Spot) -> None:
        """Draw at the spot."""
        x, top = spot.x, spot.top
        with pen.artifact():
            for n, width in enumerate(self.widths):
                left = x + sum(self.widths[:n])
                draw_arrow(pen.canvas, left, top - self.height, width, self.height, first=n == 0)
        for row in (*([self.head] if self.head else ()), *self.rows):
            self._row(pen, row, x + _INDENT, top)
            top -= row.height

    def _inner(self, cell: CellBox, row: RowBox) -> float:
        return super()._inner(cell, row) - _INDENT
