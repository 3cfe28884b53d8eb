"""The ground of every self-painted picture: said in words, reached by Tab, its parts by the arrow keys."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme

BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
FORTH = (Qt.Key.Key_Right, Qt.Key.Key_Down)
PRESS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True)
class Spot:
    """A part of a picture that can be pointed at: where it is, what it says, and what is told when it is chosen."""

    rect: QRectF
    words: str
    key: object = None


class Picture(QWidget):
    """Subclasses paint in `paint` and may list their parts in `spots`; a chosen part is told by `chosen`."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, part: str, title: str) -> None:
        super().__init__()
        self.theme = theme
        self._spot = -1
        named(self, part, title)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        theme.changed.connect(self._theme_changed)

    def paint(self, painter: QPainter) -> None:
        raise NotImplementedError

    def spots(self) -> list[Spot]:
        return []

    def acts(self) -> bool:
        """Whether choosing a part leads somewhere; then the pointer shows it."""
        return False

    def resized(self) -> None:
        """Called when the theme has changed: fixed sizes are to be set anew here."""

    def describe(self, words: str) -> None:
        """The whole content in words, for those who don't see the picture."""
        self.setAccessibleDescription(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.paint(painter)
        spots = self.spots()
        if self.hasFocus() and 0 <= self._spot < len(spots):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme.colour("focus"), 2))
            radius = self.theme.px(5)
            painter.drawRoundedRect(spots[self._spot].rect.adjusted(1, 1, -1, -1), radius, radius)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        spots, key = self.spots(), event.key()
        if spots and key in BACK + FORTH:
            step = 1 if key in FORTH else -1
            self._go(max(0, min(len(spots) - 1, self._spot + step)), spots)
        elif key in PRESS and 0 <= self._spot < len(spots):
            self.chosen.emit(spots[self._spot].key)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        spot = self._at(event.position())
        if spot is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(spot.key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        points = self.acts() and self._at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if points else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            spot = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), spot.words if spot else "", self)
            return True
        return super().event(event)

    def _at(self, point: QPointF) -> Spot | None:
        return next((spot for spot in self.spots() if spot.rect.contains(point)), None)

    def _go(self, index: int, spots: list[Spot]) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # whose enumerations take 4 ms of a start

        self._spot = index
        self.setAccessibleDescription(spots[index].words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()

    def _theme_changed(self) -> None:
        self.resized()
        self.updateGeometry()
        self.update()
