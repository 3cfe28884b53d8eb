"""A row of controls of which the least needed step aside where there is no room for all."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget


class ShyBar(QWidget):
    """`shy` are the controls that may go, the first of them first. The bar never asks for more room than it has:
    a layout that does would make the window wider than the screen.
    """

    def __init__(self, layout: QHBoxLayout) -> None:
        super().__init__()
        self.shy: list[QWidget] = []
        self._row = layout
        self.setLayout(layout)

    def minimumSizeHint(self) -> QSize:
        staying = self._row.minimumSize().width() - sum(self._width(w) for w in self.shy if not w.isHidden())
        return QSize(staying, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Shows as many as there is room for; called again when their words change."""
        free = self.width() - self.minimumSizeHint().width()
        for control in reversed(self.shy):
            free -= self._width(control)
            control.setVisible(free >= 0)

    def _width(self, control: QWidget) -> int:
        least = max(control.minimumSizeHint().width(), control.minimumWidth())
        return least + self._row.spacing()
