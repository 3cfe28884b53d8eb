"""What stands on every page: letterhead, running header, punch mark and foot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bra_desktop.documents.blocks import Document
from bra_desktop.documents.pdf.arms import Arms
from bra_desktop.documents.pdf.flow import Box, Spot
from bra_desktop.documents.pdf.fonts import Typeface
from bra_desktop.documents.pdf.pen import FOOTER, HEADER, Pen
from bra_desktop.documents.pdf.structure import Node
from bra_desktop.documents.pdf.style import (
    COLUMN,
    FOOT,
    FOOT_LABEL,
    FULL,
    GUTTER,
    HAIRLINE,
    INITIAL,
    INK,
    LATE,
    LEFT,
    MM,
    ORGAN,
    PAGE_HEIGHT,
    RAIL,
    RULE,
    RUNNING,
    SENDER,
    Style,
)
from bra_desktop.documents.pdf.text import Line, Setter, natural_width
from bra_desktop.documents.text_blocks import Run, words

_HEADER_LINE = PAGE_HEIGHT - 15 * MM
_FOOT_LINE = 13 * MM
_BOX_HEIGHT, _BOX_WIDTH, _BOXES_GAP = 11 * MM, 21 * MM, 6 * MM
_ARMS_HEIGHT, _SMALL_ARMS, _WIDE_SMALL_ARMS = 18.5 * MM, 14.0, 20 * MM
_NARROWEST_CERTIFICATE = 42 * MM
_PAGE_NUMBER, _RUNNING_PAGE_NUMBER, _ROOM_BETWEEN = 56.0, 92.0, 12.0
_MOST_FOOT_LINES, _MOST_WARNING_LINES = 3, 2
_GROUNDS, _SEE_FIRST = " med stöd av ", "Lagrummen står på första sidan."


def page_words(document: Document, page: int, total: int) -> str:
    """Sida 3 (8); where pages are numbered on from another document Sida 37 (3 av 8)."""
    if document.first_page is None:
        return f"Sida {page} ({total})"
    return f"Sida {document.first_page + page - 1} ({page} av {total})"


@dataclass
class Letterhead(Box):
    """Arms, municipality and forum at the top of the first page; page number and registry number to the right.

    A registry number that is longer than such numbers are stands below the forum instead.
    """

    document: Document
    arms: Arms | None
    figure: Node | None
    sender: Node
    organ: Node
    registry: Node | None
    typeface: Typeface
    sender_lines: list[Line] = field(default_factory=list)
    organ_lines: list[Line] = field(default_factory=list)
    registry_lines: list[Line] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.wide = True

    def measure(self) -> float:
        """Set the content and return the height."""
        document = self.document
        number = Run(f"Dnr {document.registry_number}")
        self.registry_lines = Setter(self.typeface, RUNNING, COLUMN).lines((number,)) if self.registry else []
        number_room = _PAGE_NUMBER if document.first_page is None else _RUNNING_PAGE_NUMBER
        beside = COLUMN - max(number_room, self._registry_room) - _ROOM_BETWEEN
        self.sender_lines = Setter(self.typeface, SENDER, beside).lines((Run(document.sender.name),))
        self.organ_lines = Setter(self.typeface, ORGAN, beside).lines((Run(document.sender.organ),))
        self.height = max(25 * MM, self._below + (len(self.registry_lines) * RUNNING.leading) + _ROOM_BETWEEN)
        return self.height

    @property
    def _registry_room(self) -> float:
        """What the registry number takes at the right, 0 where it stands below the forum."""
        across = max((line.width for line in self.registry_lines), default=0.0)
        return across if across <= COLUMN / 2 else 0.0

    @property
    def _below(self) -> float:
        """Height of municipality and forum."""
        return len(self.sender_lines) * SENDER.leading + len(self.organ_lines) * ORGAN.leading

    def draw(self, pen: Pen, spot: Spot) -> None:
        """Draw at the spot."""
        x, top = spot.x, spot.top
        right, left = x + FULL, x + RAIL
        if self.arms and self.figure:
            tall = self.arms.height_within(RAIL - GUTTER, _ARMS_HEIGHT)
            box = (x, top - tall, x + self.arms.width_for(tall), top)
            self.figure.attributes = {"Layout": {"Placement": "/Block", "BBox": box}}
            with pen.content(self.figure):
                self.arms.draw(pen.canvas, x, top - tall, tall)
        with pen.content(self.sender):
            pen.lines(self.sender_lines, SENDER, left, top)
        with pen.content(self.organ):
            pen.lines(self.organ_lines, ORGAN, left, top - len(self.sender_lines) * SENDER.leading - 0.5)
        with pen.artifact(HEADER):
            pen.string(page_words(self.document, 1, pen.total), RUNNING.but(align="right"), right, top - 11.5)
        if self.registry:
            with pen.content(self.registry):
                if self._registry_room:
                    lines, style = self.registry_lines, RUNNING.but(align="right")
                    pen.lines(lines, style, left, top - 24.5 + RUNNING.size, COLUMN)
                else:
                    pen.lines(self.registry_lines, RUNNING, left, top - self._below - 1.5)


class Furniture:
    """Draws header and foot of one page after the other."""

    def __init__(self, document: Document, arms: Arms | None) -> None:
        self._document, self._arms = document, arms

    def draw(self, pen: Pen, continued: str) -> None:
        """Draw what belongs to the pen's page. ``continued`` names the item that the page goes on with."""
        if pen.page:
            with pen.artifact(HEADER):
                self._header(pen, continued)
        with pen.artifact("/Type/Layout"):
            pen.rule(5 * MM, PAGE_HEIGHT / 2, 8 * MM, PAGE_HEIGHT / 2, HAIRLINE, RULE)
        with pen.artifact(FOOTER):
            self._foot(pen)

    def _header(self, pen: Pen, continued: str) -> None:
        document, right = self._document, LEFT + FULL
        left = LEFT
        if self._arms:
            tall = self._arms.height_within(_WIDE_SMALL_ARMS, _SMALL_ARMS)
            self._arms.draw(pen.canvas, LEFT, _HEADER_LINE - 2.2 + (_SMALL_ARMS - tall) / 2, tall)
            left += self._arms.width_for(tall) + 5
        used = pen.string(pen.clipped(document.sender.name, RUNNING, FULL / 3), RUNNING, left, _HEADER_LINE + 1)
        start = max(LEFT + RAIL, left + used + 8)
        page = page_words(document, pen.page + 1, pen.total)
        taken = pen.string(page, RUNNING.but(colour=INK, align="right"), right, _HEADER_LINE + 1)
        room, title = right - taken - 8 - start, f"  ·  {document.running_title}"
        organ = pen.clipped(
            document.sender.organ, RUNNING, room - natural_width(pen.typeface, words(title), RUNNING)[1]
        )
        pen.string(pen.clipped(f"{organ}{title}", RUNNING, room), RUNNING, start, _HEADER_LINE + 1)
        pen.rule(LEFT, _HEADER_LINE - 6, right, _HEADER_LINE - 6, HAIRLINE, RULE)
        if continued:
            pen.string(continued, RUNNING.but(italic=True), LEFT, _HEADER_LINE - 17)

    def _foot(self, pen: Pen) -> None:
        foot = self._document.foot
        if self._document.warning:
            style = FOOT.but(bold=True, colour=LATE)
            above = _BOX_HEIGHT + 13 if foot.initials else 14
            lines = self._warning(pen, style, 1 if foot.initials else _MOST_WARNING_LINES)
            pen.lines(lines, style, LEFT, _FOOT_LINE + above + (len(lines) - 1) * style.leading + style.size)
        if foot.initials:
            self._boxes(pen, foot.initials)
            return
        right = LEFT + FULL
        pen.rule(LEFT, _FOOT_LINE + 9, right, _FOOT_LINE + 9, HAIRLINE, RULE)
        if not foot.line and pen.page == 0:
            self._contact(pen)
            return
        registry = pen.clipped(self._registry, FOOT, FULL / 2)
        taken = pen.string(registry, FOOT.but(align="right"), right, _FOOT_LINE)
        pen.string(pen.clipped(foot.line or self._document.full_title, FOOT, FULL - taken - 8), FOOT, LEFT, _FOOT_LINE)

    def _warning(self, pen: Pen, style: Style, most: int) -> list[Line]:
        """What every page says; where there is no room for all of it, that it stands on the first."""
        warning = self._document.warning
        lines = Setter(pen.typeface, style, FULL).lines((Run(warning),))
        if len(lines) <= most:
            return lines
        said = warning.partition(_GROUNDS)[0].rstrip(".")
        return Setter(pen.typeface, style, FULL).lines((Run(f"{said}. {_SEE_FIRST}"),))[:most]

    @property
    def _registry(self) -> str:
        return f"Dnr {self._document.registry_number}" if self._document.registry_number else ""

    def _contact(self, pen: Pen) -> None:
        """Up to three parts side by side; more of them, or longer ones, as running text."""
        parts, third = self._document.sender.contact, FULL / 3 - 6
        if len(parts) > 3 or any(pen.clipped(part, FOOT, third) != part for part in parts):
            lines = Setter(pen.typeface, FOOT, FULL).lines((Run("  ·  ".join(parts)),))
            pen.lines(lines[:_MOST_FOOT_LINES], FOOT, LEFT, _FOOT_LINE + FOOT.size)
            return
        for part, align, x in _side_by_side(parts):
            pen.string(part, FOOT.but(align=align), x, _FOOT_LINE)

    def _boxes(self, pen: Pen, labels: tuple[str, ...]) -> None:
        """Initials boxes, one per signer, and what is left of the width for certifying extracts."""
        width = min(_BOX_WIDTH, (FULL - _BOXES_GAP - _NARROWEST_CERTIFICATE) / len(labels))
        above = _FOOT_LINE + _BOX_HEIGHT + 3
        pen.string(self._document.foot.initials_label, FOOT_LABEL, LEFT, above)
        for n, label in enumerate(labels):
            left = LEFT + n * width
            pen.frame(left, _FOOT_LINE, width, _BOX_HEIGHT, 0.5)
            shown = label if pen.clipped(label, INITIAL, width - 4) == label else label.split(" ")[-1]
            pen.string(pen.clipped(shown, INITIAL, width - 4), INITIAL, left + 2.4, _FOOT_LINE + _BOX_HEIGHT - 7.6)
        left, certificate = LEFT + width * len(labels) + _BOXES_GAP, self._document.foot.certificate_label
        pen.string(pen.clipped(certificate, FOOT_LABEL, LEFT + FULL - left), FOOT_LABEL, left, above)
        pen.frame(left, _FOOT_LINE, LEFT + FULL - left, _BOX_HEIGHT, 0.5)


def _side_by_side(parts: tuple[str, ...]) -> Iterator[tuple[str, str, float]]:
    """At most three parts of a line: the first to the left, the last to the right, one between them in the middle."""
    if parts:
        yield parts[0], "left", LEFT
    if len(parts) > 2:
        yield parts[1], "center", LEFT + FULL / 2
    if len(parts) > 1:
        yield parts[-1], "right", LEFT + FULL
