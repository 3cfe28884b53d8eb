"""What stands on every page: letterhead, running header, punch mark and foot."""

from __future__ import annotations

from dataclasses import dataclass

from bra_desktop.documents.blocks import Document
from bra_desktop.documents.pdf.arms import Arms
from bra_desktop.documents.pdf.flow import Box, Spot
from bra_desktop.documents.pdf.pen import FOOTER, HEADER, Pen
from bra_desktop.documents.pdf.structure import Node
from bra_desktop.documents.pdf.style import (
    FOOT,
    FOOT_LABEL,
    FULL,
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
)

_HEADER_LINE = PAGE_HEIGHT - 15 * MM
_FOOT_LINE = 13 * MM
_BOX_HEIGHT, _BOX_WIDTH, _BOXES_GAP = 11 * MM, 21 * MM, 6 * MM
_ARMS_HEIGHT, _SMALL_ARMS = 18.5 * MM, 14.0
_NARROWEST_CERTIFICATE = 42 * MM


@dataclass
class Letterhead(Box):
    """Arms, municipality and forum at the top of the first page; page number and registry number to the right."""

    document: Document
    arms: Arms | None
    figure: Node | None
    sender: Node
    organ: Node
    registry: Node | None

    def __post_init__(self) -> None:
        self.height, self.wide = 25 * MM, True

    def draw(self, pen: Pen, spot: Spot) -> None:
        """Draw at the spot."""
        x, top = spot.x, spot.top
        document, right = self.document, x + FULL
        if self.arms and self.figure:
            bottom = top - _ARMS_HEIGHT
            box = (x, bottom, x + self.arms.width_for(_ARMS_HEIGHT), top)
            self.figure.attributes = {"Layout": {"Placement": "/Block", "BBox": box}}
            with pen.content(self.figure):
                self.arms.draw(pen.canvas, x, bottom, _ARMS_HEIGHT)
        with pen.content(self.sender):
            pen.string(document.sender.name, SENDER, x + RAIL, top - 11.5)
        with pen.content(self.organ):
            pen.string(document.sender.organ, ORGAN, x + RAIL, top - 24.5)
        number = RUNNING.but(align="right")
        with pen.artifact(HEADER):
            pen.string(f"Sida 1 ({pen.total})", number, right, top - 11.5)
        if self.registry:
            with pen.content(self.registry):
                pen.string(f"Dnr {document.registry_number}", number, right, top - 24.5)


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
        if self._arms:
            self._arms.draw(pen.canvas, LEFT, _HEADER_LINE - 2.2, _SMALL_ARMS)
        left = LEFT + (self._arms.width_for(_SMALL_ARMS) + 5 if self._arms else 0)
        used = pen.string(document.sender.name, RUNNING, left, _HEADER_LINE + 1)
        start = max(LEFT + RAIL, left + used + 8)
        page = f"Sida {pen.page + 1} ({pen.total})"
        taken = pen.string(page, RUNNING.but(colour=INK, align="right"), right, _HEADER_LINE + 1)
        running = f"{document.sender.organ}  ·  {document.running_title}"
        pen.string(pen.clipped(running, RUNNING, right - taken - 8 - start), RUNNING, start, _HEADER_LINE + 1)
        pen.rule(LEFT, _HEADER_LINE - 6, right, _HEADER_LINE - 6, HAIRLINE, RULE)
        if continued:
            pen.string(continued, RUNNING.but(italic=True), LEFT, _HEADER_LINE - 17)

    def _foot(self, pen: Pen) -> None:
        foot = self._document.foot
        if self._document.warning:
            style = FOOT.but(bold=True, colour=LATE)
            above = _BOX_HEIGHT + 13 if foot.initials else 14
            pen.string(self._document.warning, style, LEFT, _FOOT_LINE + above)
        if foot.initials:
            self._boxes(pen, foot.initials)
            return
        right = LEFT + FULL
        pen.rule(LEFT, _FOOT_LINE + 9, right, _FOOT_LINE + 9, HAIRLINE, RULE)
        if foot.line:
            pen.string(foot.line, FOOT, LEFT, _FOOT_LINE)
            pen.string(self._registry, FOOT.but(align="right"), right, _FOOT_LINE)
        elif pen.page == 0:
            self._contact(pen)
        else:
            taken = pen.string(self._registry, FOOT.but(align="right"), right, _FOOT_LINE)
            pen.string(pen.clipped(self._document.full_title, FOOT, FULL - taken - 8), FOOT, LEFT, _FOOT_LINE)

    @property
    def _registry(self) -> str:
        return f"Dnr {self._document.registry_number}" if self._document.registry_number else ""

    def _contact(self, pen: Pen) -> None:
        parts = self._document.sender.contact
        if not parts:
            return
        right = LEFT + FULL
        pen.string(parts[0], FOOT, LEFT, _FOOT_LINE)
        if len(parts) > 2:
            pen.string(parts[1], FOOT.but(align="center"), LEFT + FULL / 2, _FOOT_LINE)
        if len(parts) > 1:
            pen.string(parts[-1], FOOT.but(align="right"), right, _FOOT_LINE)

    def _boxes(self, pen: Pen, labels: tuple[str, ...]) -> None:
        """Initials boxes, one per signer, and what is left of the width for certifying extracts."""
        width = min(_BOX_WIDTH, (FULL - _BOXES_GAP - _NARROWEST_CERTIFICATE) / len(labels))
        above = _FOOT_LINE + _BOX_HEIGHT + 3
        pen.string(self._document.foot.initials_label, FOOT_LABEL, LEFT, above)
        for n, label in enumerate(labels):
            left = LEFT + n * width
            pen.frame(left, _FOOT_LINE, width, _BOX_HEIGHT, 0.5)
            pen.string(label, INITIAL, left + 2.4, _FOOT_LINE + _BOX_HEIGHT - 7.6)
        left = LEFT + width * len(labels) + _BOXES_GAP
        pen.string("Utdragsbestyrkande", FOOT_LABEL, left, above)
        pen.frame(left, _FOOT_LINE, LEFT + FULL - left, _BOX_HEIGHT, 0.5)
