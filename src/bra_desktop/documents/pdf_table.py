"""Tables: column widths from the content, rows that break over pages, a head that repeats as an artifact."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from bra_desktop.documents.blocks import Runs
from bra_desktop.documents.pdf_fonts import Typeface
from bra_desktop.documents.pdf_flow import Box
from bra_desktop.documents.pdf_marks import draw_status
from bra_desktop.documents.pdf_pen import REPEATED, Pen
from bra_desktop.documents.pdf_structure import Node
from bra_desktop.documents.pdf_style import (
    COLUMN,
    FULL,
    HAIRLINE,
    INK,
    RULE,
    STRONG,
    THIN,
    TINT,
    WHOLE_TABLE_ROWS,
    Style,
)
from bra_desktop.documents.pdf_text import Line, Setter, natural_width

GAP, STATUS_ROOM, GROUP_INDENT = 8.0, 11.0, 4.0
_WHOLE_TABLE = 640.0


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
    """A cell: its element, its paragraphs, the columns it covers and the shape before the text."""

    node: Node
    parts: list[CellPart]
    column: int
    span: int = 1
    status: str = ""
    goes_on: bool = False

    @property
    def height(self) -> float:
        """Height of the text."""
        return sum(part.height for part in self.parts)


@dataclass
class RowBox:
    """A row."""

    cells: list[CellBox]
    kind: str = "plain"
    height: float = 0.0


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

    def __post_init__(self) -> None:
        if not self.measured and self.lined:
            self.before, self.after = 4.0, 10.0

    def measure(self) -> float:
        if not self.measured:
            every = [*([self.head] if self.head else []), *self.rows]
            self.widths = self._fit(every)
            for row in every:
                self._set(row)
            self.measured = True
        self.height = sum(row.height for row in self.rows) + self._head_height
        return self.height

    @property
    def _head_height(self) -> float:
        return self.head.height if self.head else 0.0

    def least(self) -> float:
        whole = len(self.rows) <= WHOLE_TABLE_ROWS and self.height <= _WHOLE_TABLE
        if whole or not self.rows:
            return self.height
        return self._head_height + sum(row.height for row in self.rows[: self._first_break()])

    def split(self, room: float) -> tuple[Box, Box] | None:
        used, count = self._head_height, 0
        for row in self.rows:
            if used + row.height > room + 0.01:
                break
            used, count = used + row.height, count + 1
        while count and self.rows[count - 1].kind == "group":
            count -= 1
        if count and count < len(self.rows):
            return self._cut(self.rows[:count], self.rows[count:])
        if not count and self.rows[0].height > _WHOLE_TABLE / 2:
            return self._cut_row(room - self._head_height)
        return None

    def draw(self, pen: Pen, x: float, top: float, gap: float, at_top: bool) -> None:
        y = top
        if self.lined:
            with pen.artifact():
                pen.rule(x, y, x + sum(self.widths), y, STRONG)
        if self.head:
            if self.repeated:
                with pen.artifact(REPEATED):
                    self._row(pen, self.head, x, y, bottom=True)
            else:
                self._row(pen, self.head, x, y, bottom=True)
            y -= self.head.height
            with pen.artifact():
                pen.rule(x, y, x + sum(self.widths), y, THIN)
        for n, row in enumerate(self.rows):
            self._background(pen, row, x, y)
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

    def _background(self, pen: Pen, row: RowBox, x: float, y: float) -> None:
        if row.kind in ("group", "tinted"):
            with pen.artifact():
                pen.fill(x, y - row.height, sum(self.widths), row.height, TINT)

    def _row(self, pen: Pen, row: RowBox, x: float, top: float, bottom: bool = False) -> None:
        for cell in row.cells:
            left = x + sum(self.widths[: cell.column])
            if row.kind == "group" and cell.column == 0:
                left += GROUP_INDENT
            width = self._inner(cell, row)
            y = top - self.pad - 0.5
            if bottom:
                y -= row.height - 2 * self.pad - 0.6 - cell.height
            if cell.status:
                with pen.artifact():
                    draw_status(pen.canvas, cell.status, left, y - cell.parts[0].style.size - 0.2)
                left += STATUS_ROOM
            self._cell(pen, cell, left, y, width)

    def _cell(self, pen: Pen, cell: CellBox, left: float, top: float, width: float) -> None:
        with pen.content(cell.node):
            for n, part in enumerate(cell.parts):
                lines = part.lines
                if part.page_of:
                    text = type(part.runs[0])(str(pen.pages.get(part.page_of, "–")))
                    lines = Setter(self.typeface, part.style, width).lines((text,))
                pen.lines(lines, part.style, left, top, width, goes_on=cell.goes_on or n < len(cell.parts) - 1)
                top -= part.height

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
        row.height = max((cell.height for cell in row.cells), default=0.0) + 2 * self.pad + 0.6

    def _fit(self, rows: list[RowBox]) -> list[float]:
        total = FULL if self.wide else COLUMN
        count = len(self.widths)
        least, most = [0.0] * count, [0.0] * count
        for row in rows:
            for cell in row.cells:
                if cell.span > 1:
                    continue
                extra = (GAP if cell.column < count - 1 else 0.0) + (STATUS_ROOM if cell.status else 0.0) + 0.5
                for part in cell.parts:
                    word, line = natural_width(self.typeface, part.runs, part.style)
                    least[cell.column] = max(least[cell.column], word + extra)
                    most[cell.column] = max(most[cell.column], line + extra)
        return fitted(self.widths, least, most, total)

    def _first_break(self) -> int:
        count = min(2, len(self.rows))
        while count < len(self.rows) and self.rows[count - 1].kind == "group":
            count += 1
        return count

    def _cut(self, first: list[RowBox], rest: list[RowBox]) -> tuple[Box, Box]:
        head = replace(self, rows=first, last=False, keep_next=False)
        tail = replace(self, rows=rest, repeated=True)
        head.after = 0.0
        head.measure()
        tail.measure()
        return head, tail

    def _cut_row(self, room: float) -> tuple[Box, Box] | None:
        """Break inside a row that is taller than half a page."""
        row, room = self.rows[0], room - 2 * self.pad - 0.6
        first, rest = RowBox([], row.kind), RowBox([], row.kind)
        for cell in row.cells:
            upper, lower, left = [], [], room
            for part in cell.parts:
                fit = len(part.lines) if not lower and part.height <= left else 0
                if not lower and not fit:
                    fit = max(0, int(left / part.style.leading))
                left -= fit * part.style.leading
                if part.lines[:fit]:
                    upper.append(replace(part, lines=part.lines[:fit]))
                if part.lines[fit:]:
                    lower.append(replace(part, lines=part.lines[fit:]))
            first.cells.append(replace(cell, parts=upper, goes_on=bool(lower)))
            rest.cells.append(replace(cell, parts=lower))
        if not any(cell.parts for cell in first.cells):
            return None
        for half in (first, rest):
            half.height = max(cell.height for cell in half.cells) + 2 * self.pad + 0.6
        return self._cut([first], [rest, *self.rows[1:]])


def fitted(wished: list[float], least: list[float], most: list[float], total: float) -> list[float]:
    """Column widths that fill ``total``: no narrower than the longest word as far as there is room.

    What is left after the longest words is shared by how much more each column would like.
    """
    low = [max(wish, word) for wish, word in zip(wished, least, strict=True)]
    high = [max(wish, line, word) for wish, line, word in zip(wished, most, low, strict=True)]
    if sum(low) >= total:
        return _squeezed(low, total)
    spare, wants = total - sum(low), [h - w for h, w in zip(high, low, strict=True)]
    if sum(wants) <= spare:
        grow = [0.0 if wish else line for wish, line in zip(wished, high, strict=True)]
        if not any(grow):
            grow = high
        left = total - sum(high)
        return [line + left * part / sum(grow) for line, part in zip(high, grow, strict=True)]
    return [word + spare * want / sum(wants) for word, want in zip(low, wants, strict=True)]


def _squeezed(low: list[float], total: float) -> list[float]:
    """Too little room for the longest words: narrow columns keep theirs, the widest give way."""
    fair = total / len(low)
    narrow = [word for word in low if word <= fair]
    rest = total - sum(narrow)
    wide = sum(word for word in low if word > fair)
    return [word if word <= fair else word * rest / wide for word in low] if wide else [fair] * len(low)
