"""What stands on a page: boxes with a height that can be measured, split over a page break and drawn.

A box knows its element in the tag tree from the start, so pieces of a split box share one element and the tree never
depends on where pages break.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from bra_desktop.documents.pdf.fonts import Typeface
from bra_desktop.documents.pdf.pen import Pen
from bra_desktop.documents.pdf.structure import Node
from bra_desktop.documents.pdf.style import (
    BAR_OFFSET,
    BAR_WIDTH,
    COLUMN,
    FULL,
    GUTTER,
    HAIRLINE,
    INK,
    ITEM,
    ITEM_GAP,
    NOTE,
    RAIL,
    ROOM_BEFORE_ITEM,
    RULE,
    STRONG,
    THIN,
    TO_WRITE_ON,
    Style,
)
from bra_desktop.documents.pdf.text import Line, Setter
from bra_desktop.documents.text_blocks import Run, Runs


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a box stands: its upper left corner, the white space left above, and whether it begins a page."""

    x: float
    top: float
    gap: float = 0.0
    at_top: bool = False


@dataclass(kw_only=True)
class Box:
    """The common part. ``before`` and ``after`` are white space, of which the larger one counts between two boxes.

    ``wide`` boxes stand at the margin, others in the column. ``keep_next`` holds the box on the page of the next
    one, and ``room`` is the height wanted below before it is worth starting here. ``clears_rail`` moves the box below
    a label that is taller than the text beside it. A box that ``gives_way`` may be left by the table that it introduces
    when moving both would leave much of a page empty.
    """

    before: float = 0.0
    after: float = 0.0
    wide: bool = False
    keep_next: bool = False
    gives_way: bool = False
    room: float = 0.0
    clears_rail: bool = False
    together: int = 0
    height: float = 0.0
    rail_height: float = 0.0

    def measure(self) -> float:
        """Set and return the height."""
        return self.height

    def least(self, *, loss: bool = False) -> float:  # noqa: ARG002
        """Height of the smallest first piece; with ``loss`` when moving the box would leave much of the page empty."""
        return self.height

    def split(self, room: float) -> tuple[Box, Box | None] | None:  # noqa: ARG002
        """A piece that fits in ``room`` and the rest, None for one left out; None when no good piece fits."""
        return None

    def draw(self, pen: Pen, spot: Spot) -> None:
        """Draw with the upper left corner at the spot."""


@dataclass
class PageTurn(Box):
    """What follows starts on a new page; a ``spare`` one is left out while more than half the page is empty."""

    spare: bool = False


@dataclass
class ItemsEnd(Box):
    """What follows does not belong to an item."""


@dataclass
class HairRule(Box):
    """A hairline over the whole width, or the strong rule above an item."""

    strong: bool = False

    def __post_init__(self) -> None:
        self.height, self.wide, self.clears_rail = 0.1, True, True

    def draw(self, pen: Pen, spot: Spot) -> None:
        """Draw at the spot."""
        x, top = spot.x, spot.top
        with pen.artifact():
            pen.rule(x, top, x + FULL, top, *((STRONG, INK) if self.strong else (HAIRLINE, RULE)))


@dataclass
class Hanging:
    """A label before a paragraph: a bullet, a number or the word att."""

    node: Node
    text: str
    bold: bool = False


@dataclass
class TextBox(Box):
    """A paragraph, list item or clause; one of ``unbroken`` lines or fewer stays on its page."""

    node: Node
    runs: Runs
    style: Style
    typeface: Typeface
    indent: float = 0.0
    right: float = 0.0
    label: Hanging | None = None
    label_at: float = 0.0
    bar: bool = False
    joined: bool = False
    fill_in: bool = False
    bookmark: str = ""
    unbroken: int = 3
    lines: list[Line] = field(default_factory=list)
    goes_on: bool = False

    def __post_init__(self) -> None:
        self.before = self.before or self.style.before
        self.after = self.after or self.style.after

    @property
    def _width(self) -> float:
        return (FULL if self.wide else COLUMN) - self.indent - self.right

    def measure(self) -> float:
        """Set the content and return the height."""
        if not self.lines:
            self.lines = Setter(self.typeface, self.style, self._width).lines(self.runs)
        self.height = len(self.lines) * self.style.leading
        return self.height

    def least(self, *, loss: bool = False) -> float:  # noqa: ARG002
        """Height of the smallest first piece."""
        count = len(self.lines)
        return (count if count <= self.unbroken else 2) * self.style.leading

    def split(self, room: float) -> tuple[Box, Box] | None:
        """A piece that fits and the rest, or None."""
        count = len(self.lines)
        fit = min(int((room + 0.01) / self.style.leading), count - 2)
        if count <= self.unbroken or fit < 2:
            return None
        first = replace(self, lines=self.lines[:fit], goes_on=True, keep_next=False)
        rest = replace(self, lines=self.lines[fit:], label=None, bookmark="")
        first.after = 0.0
        first.measure()
        rest.measure()
        return first, rest

    def draw(self, pen: Pen, spot: Spot) -> None:
        """Draw at the spot."""
        x, top = spot.x, spot.top
        if self.bookmark:
            pen.bookmark(self.bookmark, top)
        if self.bar:
            reach = spot.gap + 1.5 if self.joined and not spot.at_top else 0.0
            with pen.artifact():
                left = x - GUTTER + BAR_OFFSET
                pen.rule(left, top + reach - 1, left, top - self.height - 0.6, BAR_WIDTH, pen.accent)
        if self.label:
            word = [Run(self.label.text + " ", bold=self.label.bold)]
            lines = Setter(self.typeface, self.style, COLUMN).lines(word)
            with pen.content(self.label.node):
                pen.lines(lines, self.style, x + self.label_at, top, goes_on=True)
        if self.runs:
            with pen.content(self.node):
                pen.lines(self.lines, self.style, x + self.indent, top, self._width, self.goes_on)
        if self.fill_in and not self.goes_on:
            left, line = x + self.indent + self.lines[-1].width + 4, top - self.height + 2
            with pen.artifact():
                pen.rule(left, line, min(left + TO_WRITE_ON, x + self._width), line, THIN)


@dataclass
class RailLabel(Box):
    """A label hanging in the rail on the first baseline of what follows; it takes no height of its own.

    ``continued`` is what the next page says when what it labels goes on there; ``bookmark`` of a part's label.
    """

    node: Node
    text: str
    style: Style
    typeface: Typeface
    reference: float = 10.0
    drop: float = 0.0
    continued: str = ""
    bookmark: str = ""
    lines: list[Line] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.keep_next, self.clears_rail = True, True

    def measure(self) -> float:
        """Set the content and return the height."""
        self.lines = Setter(self.typeface, self.style, RAIL - GUTTER).lines((Run(self.text),))
        self.rail_height = self.drop + self.reference - self.style.size + len(self.lines) * self.style.leading
        return 0.0

    def draw(self, pen: Pen, spot: Spot) -> None:
        """Draw at the spot."""
        x, top = spot.x, spot.top
        if self.bookmark:
            pen.bookmark(self.bookmark, top)
        with pen.content(self.node):
            pen.lines(self.lines, self.style, x - RAIL, top - self.drop - (self.reference - self.style.size))


@dataclass
class ItemHead(Box):
    """Rule, number in the rail, title in the column, registry number below: one heading in the tree."""

    node: Node
    note_node: Node | None
    number: str
    title: str
    note: str
    typeface: Typeface
    key: str = ""
    continued: str = ""
    lines: list[Line] = field(default_factory=list)
    number_lines: list[Line] = field(default_factory=list)
    note_lines: list[Line] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.keep_next, self.clears_rail, self.room = True, True, ROOM_BEFORE_ITEM
        self.before, self.after = ITEM_GAP, ITEM.after

    def measure(self) -> float:
        """Set the content and return the height."""
        self.number_lines = Setter(self.typeface, ITEM, RAIL - GUTTER).lines((Run(self.number),))
        self.lines = Setter(self.typeface, ITEM, COLUMN).lines((Run(self.title),))
        if self.note:
            self.note_lines = Setter(self.typeface, NOTE, COLUMN).lines((Run(self.note),))
        count = max(len(self.lines), len(self.number_lines) if self.number else 0)
        self.height = 9 + count * ITEM.leading + len(self.note_lines) * NOTE.leading
        return self.height

    def draw(self, pen: Pen, spot: Spot) -> None:
        """Draw at the spot."""
        x, top = spot.x, spot.top
        if not spot.at_top or pen.page == 0:  # directly below the running header its line is enough
            with pen.artifact():
                pen.rule(x - RAIL, top, x + COLUMN, top, STRONG)
        pen.bookmark(f"{self.number} {self.title}".strip(), top)
        with pen.content(self.node):
            if self.number:
                pen.lines(self.number_lines, ITEM, x - RAIL, top - 8, goes_on=True)
            pen.lines(self.lines, ITEM, x, top - 8)
        if self.note_node:
            with pen.content(self.note_node):
                pen.lines(self.note_lines, NOTE, x, top - 9 - len(self.lines) * ITEM.leading)


@dataclass
class Picture(Box):
    """An image, as large as asked for within the column and half a page."""

    node: Node
    image: object
    across: float
    tall: float

    def __post_init__(self) -> None:
        self.height = self.tall
        self.after = 8.0

    def draw(self, pen: Pen, spot: Spot) -> None:
        """Draw at the spot."""
        x, top = spot.x, spot.top
        bottom = top - self.tall
        self.node.attributes = {
            "Layout": {"Placement": "/Block", "BBox": (x, bottom, x + self.across, top)},
        }
        with pen.content(self.node):
            pen.canvas.drawImage(self.image, x, bottom, self.across, self.tall)
