"""The year as a wheel: twelve months clockwise from the top, one ring per forum, a shape for each, today as a line."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from bra_desktop.domain.swedish_dates import MONTHS
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.painting import CENTRE, draw_words
from bra_desktop.ui.widgets.picture import Picture, Spot

FROM_INSIDE = (95, 270)
"""Days between which letters are written from the inside, so that none stands on its head."""


@dataclass(frozen=True)
class Ring:
    """A forum's circle, or the deadlines'; told apart by shape as well as colour."""

    name: str
    shape: Literal["circle", "square", "diamond", "triangle", "dot"]
    colour: str


@dataclass(frozen=True)
class WheelEvent:
    """Something on a day: which ring (by index), what it is in words, and what is told when it is chosen."""

    ring: int
    day: date
    words: str
    key: object = None


class YearWheel(Picture):
    """small: first letters and signs without figures, for a card. The same events should stand in a list beside it."""

    def __init__(self, theme: Theme, part: str, today: date, small: bool = False, band: str = "neutral-soft") -> None:
        super().__init__(theme, part, f"Årshjul {today.year}")
        self._today, self._small, self._band = today, small, band
        self._rings: tuple[Ring, ...] = ()
        self._events: tuple[WheelEvent, ...] = ()

    def show_year(self, rings: Sequence[Ring], events: Sequence[WheelEvent], today: date) -> None:
        self._rings, self._today = tuple(rings), today
        self._events = tuple(sorted((e for e in events if e.day.year == today.year), key=lambda e: e.day))
        self.setAccessibleName(f"Årshjul {today.year}")
        self.describe(f"{len(self._events)} händelser. Samma uppgifter finns i listan.")
        self.update()

    def acts(self) -> bool:
        return True

    def minimumSizeHint(self) -> QSize:
        side = self.theme.px(150 if self._small else 320)
        return QSize(side, side)

    def sizeHint(self) -> QSize:
        side = self.theme.px(170 if self._small else 560)
        return QSize(side, side)

    def spots(self) -> list[Spot]:
        wheel, reach = _Wheel(self, len(self._rings), self._small), self.theme.px(6 if self._small else 12)
        spots = []
        for event in self._events:
            centre = wheel.place(event.ring, self._turn(event.day))
            rect = QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach)
            ring = self._rings[event.ring].name
            words = f"{event.day.day} {MONTHS[event.day.month - 1]}: {event.words} ({ring})"
            spots.append(Spot(rect, words, event.key))
        return spots

    def paint(self, painter: QPainter) -> None:
        theme, wheel = self.theme, _Wheel(self, len(self._rings), self._small)
        for month in range(12):
            self._month(painter, wheel, month)
        self._past(painter, wheel)
        for at, ring in enumerate(self._rings):
            painter.setPen(QPen(theme.colour(ring.colour, 0.35), theme.scale))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(wheel.centre, wheel.radius(at), wheel.radius(at))
        painter.setBrush(theme.colour("surface"))
        painter.setPen(QPen(theme.colour("line-strong"), 1))
        painter.drawEllipse(wheel.centre, wheel.core, wheel.core)
        turn = self._turn(self._today)
        painter.setPen(QPen(theme.colour("wheel-today"), 1.8 * theme.scale))
        painter.drawLine(wheel.at(wheel.core, turn), wheel.at(wheel.edge, turn))
        for event in self._events:
            self._sign(painter, wheel, event)
        self._middle(painter, wheel)

    def _month(self, painter: QPainter, wheel: "_Wheel", month: int) -> None:
        theme, now = self.theme, month == self._today.month - 1
        path, start = QPainterPath(), 90.0 - month * 30
        path.arcMoveTo(wheel.around(wheel.outer), start - 0.5)
        path.arcTo(wheel.around(wheel.outer), start - 0.5, -29)
        path.arcTo(wheel.around(wheel.edge), start - 29.5, 29)
        path.closeSubpath()
        painter.fillPath(path, theme.colour("primary-fill" if now else self._band))
        name, role = (MONTHS[month][0].upper(), "caption") if self._small else (MONTHS[month], "body")
        painter.setFont(theme.font(role, now))
        painter.setPen(theme.colour("on-primary" if now else "text"))
        _write_along(painter, theme, wheel, name, (month + 0.5) / 12, role, now)

    def _past(self, painter: QPainter, wheel: "_Wheel") -> None:
        """What has been lies in a soft plane; then the lines between the months."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("neutral-soft", 0.6))
        painter.drawPie(wheel.around(wheel.edge - 2), 90 * 16, round(-self._turn(self._today) * 360 * 16))
        painter.setPen(QPen(self.theme.colour("line"), 1))
        for month in range(12):
            painter.drawLine(wheel.at(wheel.core, month / 12), wheel.at(wheel.edge - 1, month / 12))

    def _sign(self, painter: QPainter, wheel: "_Wheel", event: WheelEvent) -> None:
        theme, ring = self.theme, self._rings[event.ring]
        centre, past = wheel.place(event.ring, self._turn(event.day)), event.day < self._today
        numbered = not self._small and ring.shape in ("circle", "square", "diamond")
        size = 3 if self._small else 11 if numbered else 6
        draw_sign(painter, theme, centre, ring, theme.px(size), past)
        if numbered:
            room = QRectF(centre.x() - theme.px(14), centre.y() - theme.px(10), theme.px(28), theme.px(20))
            ink = ring.colour if past else "surface"
            draw_words(painter, theme, room, str(event.day.day), "caption", ink, CENTRE, bold=True)

    def _middle(self, painter: QPainter, wheel: "_Wheel") -> None:
        theme, core, centre = self.theme, wheel.core, wheel.centre
        if self._small:
            draw_words(painter, theme, wheel.around(core), str(self._today.year), "caption", "text", CENTRE, bold=True)
            return
        high, small = theme.metrics("h1").height(), theme.metrics("caption").height()
        today = f"i dag {self._today.day} {MONTHS[self._today.month - 1]}"
        week = f"vecka {self._today.isocalendar().week}"
        line = QRectF(centre.x() - core, centre.y() - high, 2 * core, high)
        draw_words(painter, theme, line, str(self._today.year), "h1", "text", CENTRE, bold=True)
        line = QRectF(centre.x() - core, centre.y(), 2 * core, small)
        draw_words(painter, theme, line, today, "caption", "late", CENTRE)
        draw_words(painter, theme, line.translated(0, small), week, "caption", "muted", CENTRE)

    def _turn(self, day: date) -> float:
        """How far round the wheel a day lies: each month has the same share."""
        last = (date(day.year + day.month // 12, day.month % 12 + 1, 1) - date(day.year, day.month, 1)).days
        return (day.month - 1 + (day.day - 0.5) / last) / 12


class _Wheel:
    """Where things lie: radii from the middle, and points by a share of the turn."""

    def __init__(self, picture: Picture, rings: int, small: bool) -> None:
        theme = picture.theme
        self.centre = QPointF(picture.width() / 2, picture.height() / 2)
        self.outer = min(picture.width(), picture.height()) / 2 - theme.px(3)
        band = theme.metrics("caption" if small else "body").height() * (1.25 if small else 1.5)
        self.edge = self.outer - band
        self.core = self.outer * (0.34 if small else 0.36)
        self._step = (self.edge - self.core) / max(1, rings)

    def radius(self, ring: int) -> float:
        return self.core + self._step * (ring + 0.5)

    def at(self, radius: float, turn: float) -> QPointF:
        angle = turn * 2 * math.pi - math.pi / 2
        return QPointF(self.centre.x() + radius * math.cos(angle), self.centre.y() + radius * math.sin(angle))

    def place(self, ring: int, turn: float) -> QPointF:
        return self.at(self.radius(ring), turn)

    def around(self, radius: float) -> QRectF:
        return QRectF(self.centre.x() - radius, self.centre.y() - radius, 2 * radius, 2 * radius)


def draw_sign(painter: QPainter, theme: Theme, centre: QPointF, ring: Ring, size: float, past: bool) -> None:
    """The shape of a ring: filled = to come, outlined = has been."""
    painter.setPen(QPen(theme.colour(ring.colour), 1.6 * theme.scale))
    painter.setBrush(theme.colour("surface" if past else ring.colour))
    x, y = centre.x(), centre.y()
    if ring.shape == "circle":
        painter.drawEllipse(centre, size, size)
    elif ring.shape == "square":
        side = size * 0.88
        painter.drawRoundedRect(QRectF(x - side, y - side, 2 * side, 2 * side), 1.5, 1.5)
    elif ring.shape == "diamond":
        reach = size * 1.2
        corners = [QPointF(x, y - reach), QPointF(x + reach, y), QPointF(x, y + reach), QPointF(x - reach, y)]
        painter.drawPolygon(QPolygonF(corners))
    elif ring.shape == "triangle":
        low, wide = size * 0.85, size * 1.1
        corners = [QPointF(x, y - size * 1.15), QPointF(x + wide, y + low), QPointF(x - wide, y + low)]
        painter.drawPolygon(QPolygonF(corners))
    else:
        painter.drawEllipse(centre, size * 0.55, size * 0.55)


def _write_along(
    painter: QPainter, theme: Theme, wheel: _Wheel, words: str, turn: float, role: str, bold: bool
) -> None:
    """Letter by letter along the band, centred on a share of the turn."""
    metrics, radius = theme.metrics(role, bold), (wheel.outer + wheel.edge) / 2
    inside = FROM_INSIDE[0] < turn * 365 < FROM_INSIDE[1]
    way = -1 if inside else 1
    start = turn * 2 * math.pi - math.pi / 2 - way * metrics.horizontalAdvance(words) / radius / 2
    for at, letter in enumerate(words):
        before, width = metrics.horizontalAdvance(words[:at]), metrics.horizontalAdvance(letter)
        angle = start + way * (before + width / 2) / radius
        painter.save()
        painter.translate(wheel.centre.x() + radius * math.cos(angle), wheel.centre.y() + radius * math.sin(angle))
        painter.rotate(math.degrees(angle) + (-90 if inside else 90))
        painter.drawText(QPointF(-width / 2, metrics.capHeight() / 2), letter)
        painter.restore()
