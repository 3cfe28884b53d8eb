"""Places to sign: room for ink with a form field over it, and the framed box for what is certified."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from bra_desktop.documents.blocks import SignatureField as Field
from bra_desktop.documents.pdf.flow import Box, Spot
from bra_desktop.documents.pdf.fonts import Typeface
from bra_desktop.documents.pdf.pen import Pen
from bra_desktop.documents.pdf.structure import Node
from bra_desktop.documents.pdf.style import (
    BOX_LABEL,
    BOX_TEXT,
    BOX_TITLE,
    BOX_VALUE,
    COLUMN,
    FULL,
    HAIRLINE,
    RULE,
    SIGNER,
    SIGNER_ROLE,
    THIN,
    Style,
)
from bra_desktop.documents.pdf.text import Line, Setter
from bra_desktop.documents.text_blocks import Run

ROOM, WIDE_ROOM, GAP = 31.0, 52.0, 14.0
_BELOW, _ABREAST, _COLUMNS = 5.0, 3, 3


@dataclass
class Place:
    """A signer's elements and set lines."""

    signer: Field
    form: Node | None
    name: Node
    role: Node
    name_lines: list[Line] = field(default_factory=list)
    role_lines: list[Line] = field(default_factory=list)

    @property
    def below(self) -> float:
        """Height of name and role below the line."""
        return _BELOW + len(self.name_lines) * SIGNER.leading + len(self.role_lines) * SIGNER_ROLE.leading


@dataclass
class SignatureBox(Box):
    """Signature lines side by side: two in the column or three over the whole width; three alone share one row."""

    places: list[Place]
    typeface: Typeface

    @property
    def _columns(self) -> int:
        return _ABREAST if len(self.places) == _ABREAST or (self.wide and len(self.places) != 4) else 2

    @property
    def _across(self) -> float:
        return ((FULL if self.wide else COLUMN) - GAP * (self._columns - 1)) / self._columns

    @property
    def _ink(self) -> float:
        return WIDE_ROOM if self.wide and self._columns == _ABREAST else ROOM

    def measure(self) -> float:
        """Set the content and return the height."""
        for place in self.places:
            role = ", ".join(part for part in (place.signer.role, place.signer.scope) if part)
            place.name_lines = Setter(self.typeface, SIGNER, self._across).lines((Run(place.signer.person),))
            place.role_lines = Setter(self.typeface, SIGNER_ROLE, self._across).lines((Run(role),))
        self.height = sum(self._ink + max(place.below for place in row) for row in self._rows())
        return self.height

    def split(self, room: float) -> tuple[Box, Box] | None:
        """A piece that fits and the rest, or None."""
        used, count = 0.0, 0
        for row in self._rows():
            used += self._ink + max(place.below for place in row)
            if used > room:
                break
            count += len(row)
        if not count or count >= len(self.places) or self.height < 600:
            return None
        first, rest = replace(self, places=self.places[:count]), replace(self, places=self.places[count:])
        first.measure()
        rest.measure()
        return first, rest

    def draw(self, pen: Pen, spot: Spot) -> None:
        """Draw at the spot."""
        x, top = spot.x, spot.top
        for row in self._rows():
            line = top - self._ink
            for n, place in enumerate(row):
                left = x + n * (self._across + GAP)
                with pen.artifact():
                    pen.rule(left, line, left + self._across, line, THIN)
                with pen.content(place.name):
                    pen.lines(place.name_lines, SIGNER, left, line - _BELOW)
                with pen.content(place.role):
                    under = line - _BELOW - len(place.name_lines) * SIGNER.leading
                    pen.lines(place.role_lines, SIGNER_ROLE, left, under)
                area = (left, line + 1, left + self._across, line + self._ink - 3)
                if place.form:
                    pen.field(place.form, place.signer.name, place.signer.description, area)
            top = line - max(place.below for place in row)

    def _rows(self) -> list[list[Place]]:
        columns = self._columns
        return [self.places[n : n + columns] for n in range(0, len(self.places), columns)]


@dataclass
class FactCell:
    """One label with its value."""

    label_node: Node
    value_node: Node
    label: str
    value: str
    label_lines: list[Line] = field(default_factory=list)
    value_lines: list[Line] = field(default_factory=list)

    @property
    def height(self) -> float:
        """Height of both."""
        return len(self.label_lines) * BOX_LABEL.leading + len(self.value_lines) * BOX_VALUE.leading + 5


@dataclass
class FramedFacts(Box):
    """A frame over the whole width with heading, text, facts in three columns and a place to sign.

    That place stands beside the facts where they leave a column free, else below them.
    """

    typeface: Typeface
    title: tuple[Node, str]
    text: tuple[Node, str]
    cells: list[FactCell]
    signature: tuple[Node, Node, Field] | None = None
    sign_label: str = ""
    sign_lines: list[Line] = field(default_factory=list)
    title_lines: list[Line] = field(default_factory=list)
    text_lines: list[Line] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.wide, self.clears_rail, self.before, self.after = True, True, 10.0, 10.0

    def measure(self) -> float:
        """Set the content and return the height."""
        inner = FULL - 18
        self.title_lines = self._set(self.title[1], BOX_TITLE, inner)
        self.text_lines = self._set(self.text[1], BOX_TEXT, inner)
        for cell in self.cells:
            cell.label_lines = self._set(cell.label, BOX_LABEL, inner / 3 - 8)
            cell.value_lines = self._set(cell.value, BOX_VALUE, inner / 3 - 8)
        free, said = (_COLUMNS - len(self._rows()[-1]), " ") if self._beside else (1, "\n")
        label = said.join(self.sign_label.split("\n")) if self.signature else ""
        self.sign_lines = self._set(label, BOX_LABEL, free * inner / _COLUMNS - 8)
        self.height = 18 + self._head + sum(map(self._row_height, self._rows()))
        if self.signature and not self._beside:
            self.height += ROOM + 4
        return self.height

    def draw(self, pen: Pen, spot: Spot) -> None:
        """Draw at the spot."""
        x, top = spot.x, spot.top
        with pen.artifact():
            pen.frame(x, top - self.height, FULL, self.height, 0.8)
        left, y = x + 9, top - 9
        with pen.content(self.title[0]):
            pen.lines(self.title_lines, BOX_TITLE, left, y)
        y -= len(self.title_lines) * BOX_TITLE.leading
        with pen.content(self.text[0]):
            pen.lines(self.text_lines, BOX_TEXT, left, y)
        y = top - 9 - self._head
        third = (FULL - 18) / 3
        for row in self._rows():
            with pen.artifact():
                pen.rule(left, y, x + FULL - 9, y, HAIRLINE, RULE)
            for n, cell in enumerate(row):
                self._fact(pen, cell, left + n * third, y - 2)
            y -= self._row_height(row)
        if self.signature:
            node, said, signature = self.signature
            line = y if self._beside else y - ROOM
            above = (len(self.sign_lines) - 1) * BOX_LABEL.leading
            label_at, from_x = line + above + BOX_LABEL.size, left + third
            if self._beside:
                from_x = left + len(self._rows()[-1]) * third
                label_at = line + self._row_height(self._rows()[-1]) - 2
            with pen.content(said):
                pen.lines(self.sign_lines, BOX_LABEL, from_x if self._beside else left, label_at)
            with pen.artifact():
                pen.rule(from_x, line, x + FULL - 9, line, THIN)
            pen.field(node, signature.name, signature.description, (from_x, line + 1, x + FULL - 9, line + ROOM - 3))

    @property
    def _beside(self) -> bool:
        """Whether one signs beside the last facts."""
        return self.signature is not None and bool(self.cells) and len(self._rows()[-1]) < _COLUMNS

    def _row_height(self, row: list[FactCell]) -> float:
        signed = self._beside and row[-1] is self.cells[-1]
        return max(*(c.height for c in row), ROOM + 4 if signed else 0.0)

    def _fact(self, pen: Pen, cell: FactCell, left: float, top: float) -> None:
        with pen.content(cell.label_node):
            pen.lines(cell.label_lines, BOX_LABEL, left, top, goes_on=True)
        with pen.content(cell.value_node):
            pen.lines(cell.value_lines, BOX_VALUE, left, top - len(cell.label_lines) * BOX_LABEL.leading)

    @property
    def _head(self) -> float:
        return len(self.title_lines) * BOX_TITLE.leading + len(self.text_lines) * BOX_TEXT.leading + BOX_TEXT.after

    def _rows(self) -> list[list[FactCell]]:
        return [self.cells[n : n + _COLUMNS] for n in range(0, len(self.cells), _COLUMNS)]

    def _set(self, text: str, style: Style, width: float) -> list[Line]:
        return Setter(self.typeface, style, width).lines((Run(text),) if text else ())
