"""Writes a slide from the top down: § and title, then groups of clauses beside a bar, results, a quiet line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from bra_desktop.ui.projector.slide import Count, Group, Slide

SIDE, INDENT, BAR = 88, 34, 6
WRAP = int(Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value)
FIGURES = 4
"""That many have room beside each other, so that a vote with fewer stands in the same places."""
NO_END = 100_000
"""Pixels: a height that no slide reaches."""


class SlidePage(Protocol):
    """What it writes on: lengths and type that follow the page's own size."""

    def width(self) -> int: ...

    def units(self, length: float) -> float: ...

    def font_of(self, role: str, factor: float, bold: bool = False) -> QFont: ...


class SlidePen:
    """Writes from the top down, or only measures when it has nothing to write with."""

    def __init__(self, painter: QPainter | None, page: SlidePage, factor: float, colours: Mapping[str, str]) -> None:
        self._painter, self._page, self._factor, self._colours = painter, page, factor, colours
        self._left, self._right = page.units(SIDE), page.width() - page.units(SIDE)
        self._y = 0.0

    def draw(self, slide: Slide, top: float) -> float:
        """Answers where it ends."""
        self._y = top
        page = self._page
        title = page.font_of("title", self._factor, bold=True)
        if slide.section:
            self._words(slide.section, title, "primary", self._left)
            self._y += page.units(2)
        if slide.title:
            self._words(slide.title, title, "text", self._left)
        for group in slide.groups:
            self._group(group)
        body = page.font_of("body", self._factor)
        for vote in slide.votes:
            self._vote(vote)
        for quiet in filter(None, (slide.remark, f"Och {slide.left_out} till" if slide.left_out else "")):
            self._y += page.units(24) * self._factor
            self._words(quiet, body, "muted", self._left)
        return self._y

    def _group(self, group: Group) -> None:
        page, factor = self._page, self._factor
        self._y += page.units(36) * factor
        top, left = self._y, self._left + page.units(INDENT)
        self._words(group.caption, page.font_of("small", factor, bold=True), "primary", left)
        body, bold = page.font_of("body", factor), page.font_of("body", factor, bold=True)
        if group.preamble:
            self._y += page.units(6) * factor
            self._words(group.preamble, body, "text", left)
        hang = QFontMetricsF(bold).horizontalAdvance(f"{group.word}  ") if group.word else 0.0
        for clause in group.clauses:
            self._y += page.units(16) * factor
            if group.word and self._painter is not None:
                self._put(QRectF(left, self._y, hang, NO_END), group.word, bold, "text")
            self._words(clause, body, "text", left + hang)
        if self._painter is not None:
            bar = QRectF(self._left, top, page.units(BAR), self._y - top)
            self._painter.fillRect(bar, QColor(self._colours["primary"]))

    def _vote(self, vote: Count) -> None:
        """Figures in the largest type, each over what it counts, then the result."""
        page, factor = self._page, self._factor
        self._y += page.units(30) * factor
        large, body = page.font_of("title", factor, bold=True), page.font_of("body", factor)
        below = self._y + QFontMetricsF(large).height()
        wide = (self._right - self._left) / max(FIGURES, len(vote.figures))
        for place, (word, number) in enumerate(vote.figures):
            left = self._left + place * wide
            self._put(QRectF(left, self._y, wide, NO_END), str(number), large, "primary")
            self._put(QRectF(left, below, wide, NO_END), word, body, "text")
        self._y = below + QFontMetricsF(body).height()
        if vote.words:
            self._y += page.units(10) * factor
            self._words(vote.words, body, "text", self._left)

    def _words(self, words: str, font: QFont, colour: str, left: float) -> None:
        """Wrapped between left and the right margin."""
        room = QRectF(left, self._y, self._right - left, NO_END)
        height = QFontMetricsF(font).boundingRect(room, WRAP, words).height()
        if self._painter is not None:
            self._put(room, words, font, colour)
        self._y += height

    def _put(self, room: QRectF, words: str, font: QFont, colour: str) -> None:
        if self._painter is not None:
            self._painter.setFont(font)
            self._painter.setPen(QColor(self._colours[colour]))
            self._painter.drawText(room, WRAP, words)
