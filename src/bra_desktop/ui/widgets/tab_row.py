"""Tabs with the buttons of the chosen one at their right, or below them where there is too little room for both."""

from PySide6.QtCore import QSize, Qt
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
        self.fit()

    def fit(self) -> None:
        """Puts the buttons where there is room for them; to be called when tabs or buttons have changed."""
        sides = self._line.contentsMargins()
        room = self.width() - sides.left() - sides.right()
        wide = self._tabs.sizeHint().width() + self._space + self._buttons.sizeHint().width()
        below = wide > room
        if below != (self._line.direction() == QBoxLayout.Direction.TopToBottom):
            way = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
            self._line.setDirection(way)
            self._line.setAlignment(self._buttons, Qt.AlignmentFlag.AlignRight if below else Qt.AlignmentFlag(0))
            self._line.setContentsMargins(sides.left(), sides.top(), sides.right(), self._space if below else 0)
