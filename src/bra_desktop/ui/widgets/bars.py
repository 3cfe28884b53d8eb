"""Bars per organisation: as long as its open actions, the late part filled and hatched, the figures in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.painting import MIDDLE, RIGHT, draw_words
from bra_desktop.ui.widgets.picture import Picture, Spot

HIGHEST = 36
ASKED = 25
BAR = 12
HATCH = 6


@dataclass(frozen=True)
class Bar:
    """open: all open actions, late: those of them that are late. key: told when the bar is chosen."""

    name: str
    late: int
    open: int
    key: object = None

    def words(self) -> str:
        return (
            f"{self.late} av {self.open} försenade"
            if self.late
            else f"{self.open} {'öppen' if self.open == 1 else 'öppna'}"
        )


class Bars(Picture):
    """A click or Enter on a row tells its key by `chosen`."""

    def __init__(self, theme: Theme, part: str, title: str, bars: Sequence[Bar] = ()) -> None:
        super().__init__(theme, part, title)
        self.show_bars(bars)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        self._bars = tuple(bars)
        self.describe(". ".join(f"{bar.name}, {bar.words()}" for bar in self._bars))
        self.updateGeometry()
        self.update()

    def acts(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(320), self.theme.px(ASKED) * len(self._bars))

    def minimumSizeHint(self) -> QSize:
        least = round(self.theme.metrics("body").height()) + self.theme.px(5)
        return QSize(self.theme.px(200), least * len(self._bars))

    def spots(self) -> list[Spot]:
        step = self._step()
        return [
            Spot(QRectF(0, at * step, self.width(), step), f"{bar.name}, {bar.words()}", bar.key)
            for at, bar in enumerate(self._bars)
        ]

    def paint(self, painter: QPainter) -> None:
        if not self._bars:
            return
        theme = self.theme
        body, small = theme.metrics("body"), theme.metrics("caption", True)
        words = max(small.horizontalAdvance(bar.words()) for bar in self._bars) + theme.px(12)
        longest = max(body.horizontalAdvance(bar.name) for bar in self._bars) + theme.px(14)
        names = min(longest, (self.width() - words) * 0.7)
        room, most = self.width() - names - words, max(bar.open for bar in self._bars)
        for spot, bar in zip(self.spots(), self._bars, strict=True):
            top, high = spot.rect.top(), spot.rect.height()
            draw_words(painter, theme, QRectF(0, top, names - theme.px(8), high), bar.name)
            thick = theme.px(BAR)
            self._bar(painter, bar, QRectF(names, spot.rect.center().y() - thick / 2, room / most, thick))
            tone, right = "late" if bar.late else "muted", QRectF(self.width() - words, top, words, high)
            draw_words(painter, theme, right, bar.words(), "caption", tone, RIGHT | MIDDLE, bold=bool(bar.late))

    def _bar(self, painter: QPainter, bar: Bar, unit: QRectF) -> None:
        """unit: where the bar of one single action would lie."""
        theme = self.theme
        whole = QRectF(unit.left(), unit.top(), unit.width() * bar.open, unit.height())
        path = QPainterPath()
        path.addRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(3), theme.px(3))
        painter.fillPath(path, theme.colour("primary-soft"))
        if bar.late:
            part = QRectF(whole.left(), whole.top(), unit.width() * bar.late, whole.height())
            painter.save()
            painter.setClipPath(path)
            painter.setClipRect(part, Qt.ClipOperation.IntersectClip)
            painter.fillRect(part, theme.colour("late"))
            painter.setPen(QPen(theme.colour("surface", 0.35), 1.5 * theme.scale))
            left = part.left() - part.height()
            while left < part.right():
                painter.drawLine(QPointF(left, part.bottom()), QPointF(left + part.height(), part.top()))
                left += theme.px(HATCH)
            painter.restore()
        painter.setPen(QPen(theme.colour("control"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _step(self) -> float:
        return min(float(self.theme.px(HIGHEST)), self.height() / max(1, len(self._bars)))
