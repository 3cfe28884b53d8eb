"""Tables: column widths from the content, rows that break over pages, a head that repeats as an artifact."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass, replace

from bra_desktop.documents.pdf.cells import GAP, STATUS_ROOM, CellBox, RowBox, in_words, wants
from bra_desktop.documents.pdf.columns import balanced
from bra_desktop.documents.pdf.flow import Box, Spot
from bra_desktop.documents.pdf.fonts import Typeface
from bra_desktop.documents.pdf.marks import draw_status, draw_steps
from bra_desktop.documents.pdf.pen import REPEATED, Pen
from bra_desktop.documents.pdf.row_breaks import (
    FEWEST_ROWS,
    MOST_SAID_AGAIN,
    TALL_ROW,
    WHOLE_TABLE,
    before_group,
    blank_at_end,
    first_break,
    group_again,
    halves,
    least_of,
)
from bra_desktop.documents.pdf.style import (
    COLUMN,
    FULL,
    HAIRLINE,
    INK,
    ROOM_TO_WRITE,
    RULE,
    STRONG,
    THIN,
    TINT,
    WHOLE_TABLE_ROWS,
)
from bra_desktop.documents.pdf.text import Setter

GROUP_INDENT = 4.0
_HALF_A_PAGE = 352.0


@dataclass
class TableBox(Box):
    """A table or a part of one. ``widths`` are wished widths in points, 0 for what the content wants."""

    typeface: Typeface
    rows: list[RowBox]
    head: RowBox | None
    widths: list[float]
    pad: float = 3.1
    lined: bool = True
    repeated: bool = False
    last: bool = True
    measured: bool = False
    whole: bool = False
    to_fill_in: bool = False

    def __post_init__(self) -> None:
        if not self.measured and self.lined:
            self.before, self.after = 4.0, 10.0
        elif not self.measured and self.wide:
            self.after = 8.0

    def measure(self) -> float:
        """Set the content and return the height."""
        if not self.measured:
            every = [*([self.head] if self.head else []), *self.rows]
            self.widths = self._fit(every)
            for row in every:
                self._set(row)
            if self.head and self.head.height > MOST_SAID_AGAIN:
                self.rows, self.head = every, None
            self.measured = True
        self.height = sum(row.height for row in self.rows) + self._head_height
        return self.height

    @property
    def _head_height(self) -> float:
        return self.head.height if self.head else 0.0

    @property
    def _edges(self) -> float:
        """What a row takes above and below its text."""
        return 2 * self.pad + 0.6

    def least(self, *, loss: bool = False) -> float:
        """Height of the smallest first piece.

        A table of up to 14 rows stays whole. Only one that is taller than half a page is rather broken than that much
        of the page is left empty. Of one that no page can hold a row is enough, or the first lines of a tall row.
        """
        few, fits = self.whole or len(self.rows) <= WHOLE_TABLE_ROWS, self.height <= WHOLE_TABLE
        kept = few and self.height <= (_HALF_A_PAGE if loss else WHOLE_TABLE)
        if kept or (fits and len(self.rows) < 2 * FEWEST_ROWS):
            return self.height
        least = sum(row.height for row in self.rows[: first_break(self.rows)])
        if not fits and least > TALL_ROW:
            least = least_of(self.rows[0], self._edges)
        return self._head_height + least

    def split(self, room: float) -> tuple[Box, Box | None] | None:
        """A piece that fits and the rest, or None. Of empty rows last, to write on, those that fit are enough."""
        used, fit = self._head_height, 0
        for row in self.rows:
            if used + row.height > room + 0.01:
                break
            used, fit = used + row.height, fit + 1
        if broken := self._row_broken(fit, room - used):
            return broken
        if self.to_fill_in:
            written = len(self.rows) - blank_at_end(self.rows)
            if fit >= written + FEWEST_ROWS:
                head, _ = self._cut(self.rows[:fit], self.rows[fit:])
                head.last = self.last
                return head, None
            fit = min(fit, before_group(self.rows, written) - FEWEST_ROWS)
        count = before_group(self.rows, min(fit, len(self.rows) - FEWEST_ROWS))
        if count < FEWEST_ROWS:  # only a table that no page can hold leaves a single row
            count = before_group(self.rows, min(fit, len(self.rows) - 1)) if self.height > WHOLE_TABLE else 0
        return self._cut(self.rows[:count], self.rows[count:]) if count else None

    def cut(self, room: float) -> tuple[Box, Box] | None:
        """A piece that fits on a page of its own where no good one does: whole rows, or the lines of the first row."""
        used, fit = self._head_height, 0
        while fit < len(self.rows) - 1 and used + self.rows[fit].height <= room:
            used, fit = used + self.rows[fit].height, fit + 1
        if count := before_group(self.rows, fit):
            return self._cut(self.rows[:count], self.rows[count:])
        return self._parted(fit, room - used)

    def _row_broken(self, at: int, room: float) -> tuple[Box, Box] | None:
        """Parted inside the row that does not fit, if it is too tall for half a page, or below others for a whole."""
        if at == len(self.rows) or self.rows[at].height <= (WHOLE_TABLE if at else TALL_ROW):
            return None
        return self._parted(at, room)

    def _parted(self, at: int, room: float) -> tuple[Box, Box] | None:
        """Parted inside a row, of which the first lines fit in ``room``."""
        parted = halves(self.rows[at], room, self._edges)
        return self._cut([*self.rows[:at], parted[0]], [parted[1], *self.rows[at + 1 :]]) if parted else None

    def draw(self, pen: Pen, spot: Spot) -> None:
        """Draw at the spot."""
        x, top = spot.x, spot.top
        y = top
        if self.lined:
            with pen.artifact():
                pen.rule(x, y, x + sum(self.widths), y, STRONG)
        if self.head:
            with pen.artifact(REPEATED) if self.repeated else nullcontext():
                self._row(pen, self.head, x, y, bottom=True)
            y -= self.head.height
            with pen.artifact():
                pen.rule(x, y, x + sum(self.widths), y, THIN)
        _backgrounds(pen, self.rows, sum(self.widths), x, y)
        for n, row in enumerate(self.rows):
            with pen.artifact(REPEATED) if row.repeated else nullcontext():
                self._row(pen, row, x, y)
            y -= row.height
            self._line_below(pen, n, x, y)

    def _line_below(self, pen: Pen, n: int, x: float, y: float) -> None:
        if not self.lined:
            return
        following = self.rows[n + 1].kind if n + 1 < len(self.rows) else ""
        width, colour = (HAIRLINE, RULE) if following else (STRONG, INK) if self.last else (HAIRLINE, RULE)
        if following == "sum":
            width, colour = THIN, INK
        with pen.artifact():
            pen.rule(x, y, x + sum(self.widths), y, width, colour)
            if self.to_fill_in:
                self._lines_to_write_on(pen, self.rows[n], x, y)

    def _lines_to_write_on(self, pen: Pen, row: RowBox, x: float, y: float) -> None:
        for cell in row.cells:
            if not any(part.runs for part in cell.parts):
                left = x + sum(self.widths[: cell.column])
                pen.rule(left, y, left + self._inner(cell, row), y, THIN, INK)

    def _row(self, pen: Pen, row: RowBox, x: float, top: float, bottom: bool = False) -> None:
        for cell in row.cells:
            left = x + sum(self.widths[: cell.column])
            if row.kind == "group" and cell.column == 0:
                left += GROUP_INDENT
            width = self._inner(cell, row)
            y, spare = top - self.pad - 0.5, row.height - self._edges - cell.height
            if bottom:
                y -= spare
            elif self.to_fill_in:
                y -= spare / 2
            if cell.status:
                if cell.parts and not cell.begun:
                    with pen.artifact():
                        draw_status(pen.canvas, cell.status, left, y - cell.parts[0].style.size - 0.2, pen.accent)
                left += STATUS_ROOM
            _draw_cell(pen, cell, self.typeface, left, y, width)
            if cell.step:
                with pen.artifact():
                    draw_steps(pen.canvas, cell.step, left, y - cell.height + 1.5, pen.accent)

    def _inner(self, cell: CellBox, row: RowBox) -> float:
        last = cell.column + cell.span
        width = sum(self.widths[cell.column : last]) - (GAP if last < len(self.widths) else 0.0)
        if row.kind == "group" and cell.column == 0:
            width -= GROUP_INDENT
        return width - (STATUS_ROOM if cell.status else 0.0)

    def _set(self, row: RowBox) -> None:
        for cell in row.cells:
            width = self._inner(cell, row)
            for part in cell.parts:
                part.lines = Setter(self.typeface, part.style, width).lines(part.runs)
        row.height = max((cell.height for cell in row.cells), default=0.0) + self._edges
        if self.to_fill_in and row.kind != "group" and row is not self.head:
            row.height = max(row.height, ROOM_TO_WRITE)

    def natural(self) -> float:
        """The width at which no cell needs a second line."""
        _, most = wants([*([self.head] if self.head else []), *self.rows], len(self.widths), self.typeface)
        return sum(max(wish, line) for wish, line in zip(self.widths, most, strict=True))

    def _fit(self, rows: list[RowBox]) -> list[float]:
        total, count = FULL if self.wide else COLUMN, len(self.widths)
        least, most = wants(rows, count, self.typeface)
        if sum(least) > total:  # rather a number apart from its unit than a word broken
            least, most = wants(rows, count, self.typeface, glued=False)
        return balanced(in_words(rows, count, self.typeface), self.widths, least, most, total)

    def _cut(self, first: list[RowBox], rest: list[RowBox]) -> tuple[TableBox, TableBox]:
        head = replace(self, rows=first, last=False, keep_next=False)
        again = group_again(first, rest)
        for row in again:
            self._set(row)
        named = [row for row in again if row.height <= MOST_SAID_AGAIN]
        tail = replace(self, rows=[*named, *rest], repeated=True, whole=False)
        head.after = 0.0
        head.measure()
        tail.measure()
        return head, tail


def _backgrounds(pen: Pen, rows: list[RowBox], across: float, x: float, y: float) -> None:
    """All of them before any line, so that none covers half of one."""
    for row in rows:
        y -= row.height
        if row.kind in ("group", "tinted"):
            with pen.artifact():
                pen.fill(x, y, across, row.height, TINT)


def _draw_cell(pen: Pen, cell: CellBox, typeface: Typeface, left: float, top: float, width: float) -> None:
    with pen.content(cell.node):
        for n, part in enumerate(cell.parts):
            lines = part.lines
            if part.page_of:
                text = type(part.runs[0])(str(pen.pages.get(part.page_of, "–")))
                lines = Setter(typeface, part.style, width).lines((text,))
            pen.lines(lines, part.style, left, top, width, goes_on=cell.goes_on or n < len(cell.parts) - 1)
            top -= part.height
