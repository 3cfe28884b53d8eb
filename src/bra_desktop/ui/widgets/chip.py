"""A status as a chip: icon, word and tone together, never colour alone."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.theme.tokens import StatusLook
from bra_desktop.ui.widgets.painting import chip_size, draw_chip


class Chip(QWidget):
    """Shows a StatusLook, usually from `theme.status(group, name)`."""

    def __init__(self, theme: Theme, look: StatusLook) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._refresh)
        self.show_status(look)

    def show_status(self, look: StatusLook) -> None:
        self._look = look
        self.setAccessibleName(look.word)
        self._refresh()

    def word(self) -> str:
        return self._look.word

    def sizeHint(self) -> QSize:
        size = chip_size(self._theme, self._look)
        return QSize(round(size.width() + 0.5), round(size.height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_chip(QPainter(self), self._theme, 0, self.height() / 2, self._look)

    def _refresh(self) -> None:
        self.updateGeometry()
        self.update()
