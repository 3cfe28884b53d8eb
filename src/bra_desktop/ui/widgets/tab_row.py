"""Tabs with the buttons of the chosen one at their right, or below them where there is too little room for both."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from bra_desktop.ui.layouts import STRETCH, box, fill
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.tabs import Tabs

SPACE = 6


class TabRow(QWidget):
    """Buttons never lose their words: they get a line of their own instead."""

    def __init__(self, theme: Theme, tabs: Tabs, buttons: QLayout) -> None:
        super().__init__()
        self._tabs, self._space = tabs, theme.px(SPACE)
        self._buttons = box(buttons)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        fill(theme, self._line, tabs, STRETCH, self._buttons, space=SPACE, margin=(10, 4, 10, 0))
        self.setLayout(self._line)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider of the two, however they stand now."""
        sides = self._line.contentsMargins()
        wide = max(self._tabs.minimumSizeHint().width(), self._buttons.minimumSizeHint().width())
        return QSize(wide + sides.left() + sides.right(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        sides = self._line.contentsMargins()
        room = self.width() - sides.left() - sides.right()
        wide = self._tabs.sizeHint().width() + self._space + self._buttons.sizeHint().width()
        below = wide > room
        if below != (self._line.direction() == QBoxLayout.Direction.TopToBottom):
            way = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
            self._line.setDirection(way)
