"""How an action hangs together, top down: decision, action, answer, next meeting, closing decision."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.painting import LEFT, draw_node, draw_words, way_pen
from bra_desktop.ui.widgets.picture import Picture, Spot

TOP_LEFT = LEFT | Qt.AlignmentFlag.AlignTop
RADIUS = 12
INDENT = 36
MANY_LINES = 4000


@dataclass(frozen=True)
class Link:
    """One station of the way. key: what is told when it is chosen, such as the decision's id."""

    icon: str
    title: str
    line: str
    state: Literal["done", "now", "late", "next"]
    key: object = None


class Chain(Picture):
    """The station that waits is bold, in late tone when it is late; what has happened is joined by a solid line."""

    def __init__(self, theme: Theme, part: str, links: Sequence[Link] = ()) -> None:
        super().__init__(theme, part, "Så hänger det ihop")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_links(links)

    def show_links(self, links: Sequence[Link]) -> None:
        self._links = tuple(links)
        self.describe(". ".join(f"{link.title}: {link.line}" for link in self._links))
        self.updateGeometry()
        self.update()

    def acts(self) -> bool:
        return True

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(sum(high for _, high in self._heights(width)))

    def sizeHint(self) -> QSize:
        width = max(self.width(), self.theme.px(220))
        return QSize(self.theme.px(280), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(180), self.heightForWidth(max(self.width(), self.theme.px(180))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.updateGeometry()

    def spots(self) -> list[Spot]:
        spots, top = [], 0.0
        for link, (_, high) in zip(self._links, self._heights(self.width()), strict=True):
            spots.append(Spot(QRectF(0, top, self.width(), high), f"{link.title}. {link.line}", link.key))
            top += high
        return spots

    def paint(self, painter: QPainter) -> None:
        theme, radius, indent, top = self.theme, self.theme.px(RADIUS), self.theme.px(INDENT), 0.0
        for at, (link, (title, high)) in enumerate(zip(self._links, self._heights(self.width()), strict=True)):
            centre = QPointF(radius + 1, top + radius + 1)
            if at < len(self._links) - 1:
                painter.setPen(way_pen(theme, link.state == "done"))
                below = QPointF(centre.x(), top + high - theme.px(1))
                painter.drawLine(QPointF(centre.x(), centre.y() + radius + theme.px(3)), below)
            draw_node(painter, theme, centre, radius, link.state, icon=link.icon)
            room = QRectF(indent, top + theme.px(1), self.width() - indent, title + 1)
            colour, bold = "muted" if link.state == "next" else "text", link.state in ("now", "late")
            draw_words(painter, theme, room, link.title, "body", colour, TOP_LEFT, bold, wrap=True)
            under = QRectF(indent, room.top() + title, room.width(), high - title)
            tone = "late" if link.state == "late" else "muted"
            draw_words(painter, theme, under, link.line, "caption", tone, TOP_LEFT, wrap=True)
            top += high

    def _heights(self, width: int) -> list[tuple[float, float]]:
        """For each station the height of its title and of the whole."""
        room = QRectF(0, 0, max(1, width - self.theme.px(INDENT)), MANY_LINES)
        wrap = int(Qt.TextFlag.TextWordWrap)
        heights = []
        for link in self._links:
            metrics = self.theme.metrics("body", link.state in ("now", "late"))
            title = metrics.boundingRect(room, wrap, link.title).height()
            line = self.theme.metrics("caption").boundingRect(room, wrap, link.line).height() if link.line else 0.0
            heights.append((title, max(title + line + self.theme.px(12), 2.0 * self.theme.px(RADIUS) + 8)))
        return heights
