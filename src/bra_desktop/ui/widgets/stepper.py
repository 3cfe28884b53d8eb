"""The life of a meeting in six words: done with a tick, the step that comes now filled, the rest ahead."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.theme.tokens import StatusLook
from bra_desktop.ui.widgets.painting import draw_node, draw_words, way_pen
from bra_desktop.ui.widgets.picture import Picture, Spot

State = Literal["done", "now", "next"]
STATE_WORDS = {"done": "klart", "now": "nu", "next": "återstår"}
RADIUS = 11


@dataclass(frozen=True)
class Step:
    """word: the step's name. line: its date or last day, or nothing."""

    word: str
    line: str
    state: State


class Stepper(Picture):
    """Shares the width that the words leave among the lines between them."""

    def __init__(self, theme: Theme, part: str, steps: Sequence[Step] = ()) -> None:
        super().__init__(theme, part, "Mötets gång")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_steps(steps)

    def show_steps(self, steps: Sequence[Step]) -> None:
        self._steps = tuple(steps)
        self.describe(". ".join(_words(step) for step in self._steps))
        self.updateGeometry()
        self.update()

    def chip(self, here: StatusLook) -> StatusLook:
        """The same in a chip, for windows too low for the row: "Steg 2 av 6: Kallad", or "Inställt" where it ended.

        ``here`` is what the meeting is, not what its button takes next: only the row has room to tell them apart.
        """
        reached = sum(step.state == "done" or (step.state == "now" and step.word == here.word) for step in self._steps)
        if reached < len(self._steps) and not any(step.state == "now" for step in self._steps):
            return here
        return replace(here, word=f"Steg {reached} av {len(self._steps)}: {here.word}")

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(700), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(120), self._height())

    def spots(self) -> list[Spot]:
        spots, left = [], 0.0
        for step, (width, line) in zip(self._steps, self._measured(), strict=True):
            total = self._node() + width
            spots.append(Spot(QRectF(left, 0, total, self.height()), _words(step), step.word))
            left += total + 2 * self._gap() + line
        return spots

    def paint(self, painter: QPainter) -> None:
        theme, middle, radius, left = self.theme, self.height() / 2, self.theme.px(RADIUS), 0.0
        measured = self._measured()
        for number, (step, (width, line)) in enumerate(zip(self._steps, measured, strict=True), start=1):
            draw_node(painter, theme, QPointF(left + radius + 1, middle), radius, step.state, number=str(number))
            left += self._node()
            self._write(painter, step, left, width, middle)
            left += width + self._gap()
            if number < len(self._steps):
                painter.setPen(way_pen(theme, step.state == "done"))
                painter.drawLine(QPointF(left, middle), QPointF(left + line, middle))
                left += line + self._gap()

    def _write(self, painter: QPainter, step: Step, left: float, width: float, middle: float) -> None:
        theme = self.theme
        high, small = theme.metrics("body").height(), theme.metrics("caption").height()
        top = middle - (high + (small if step.line else 0)) / 2
        colour = "muted" if step.state == "next" else "text"
        room = QRectF(left, top, width + 2, high)
        draw_words(painter, theme, room, step.word, colour=colour, bold=step.state == "now")
        draw_words(painter, theme, room.translated(0, high), step.line, "caption", "muted")

    def _measured(self) -> list[tuple[float, float]]:
        """For each step the width of its words and the length of the line after it."""
        if not self._steps:
            return []
        bold, small = self.theme.metrics("body", True), self.theme.metrics("caption")
        widths = [max(bold.horizontalAdvance(s.word), small.horizontalAdvance(s.line)) for s in self._steps]
        lines = max(1, len(widths) - 1)
        least = self.theme.px(6)
        room = self.width() - sum(widths) - len(widths) * self._node() - 2 * lines * self._gap()
        if room < lines * least:  # too narrow: the words share what there is and end in …
            words = self.width() - len(widths) * self._node() - lines * (2 * self._gap() + least)
            factor = max(0.0, words / sum(widths))
            widths = [width * factor for width in widths]
            room = lines * least
        return [(width, room / lines) for width in widths]

    def _node(self) -> float:
        return 2 * self.theme.px(RADIUS) + self.theme.px(8)

    def _gap(self) -> float:
        return self.theme.px(8)

    def _height(self) -> int:
        theme = self.theme
        return round(theme.metrics("body").height() + theme.metrics("caption").height()) + theme.px(6)


def _words(step: Step) -> str:
    return ", ".join(filter(None, (step.word, STATE_WORDS[step.state], step.line)))
