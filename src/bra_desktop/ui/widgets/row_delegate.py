"""Paints the cells of every table: chip, or icon and words with a second line; a bar at the chosen row."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.painting import LEFT, MIDDLE, RIGHT, draw_chip, draw_words
from bra_desktop.ui.widgets.rows_model import CELL, Cell

PADDING = 8
BAR = 3
ICON = 16
ICON_STEP = 23


class RowDelegate(QStyledItemDelegate):
    """The model gives a Cell in the role CELL; the chosen row is known by its bar, not by colour alone."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        cell = index.data(CELL)
        if not isinstance(cell, Cell):
            super().paint(painter, option, index)
            return
        theme, rect = self._theme, QRectF(option.rect)
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("primary-soft"))
            if rect.left() <= 0:
                painter.fillRect(QRectF(rect.left(), rect.top(), theme.px(BAR), rect.height()), theme.colour("primary"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.colour("line"))
        room = rect.adjusted(theme.px(PADDING), 0, -theme.px(PADDING), -1)
        right = bool(index.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight)
        if cell.chip:
            draw_chip(painter, theme, room.left(), room.center().y(), cell.chip)
        else:
            self._words(painter, room, cell, right)
        painter.restore()

    def _words(self, painter: QPainter, room: QRectF, cell: Cell, right: bool) -> None:
        theme = self._theme
        if cell.icon:
            side = theme.px(ICON)
            colour = cell.tone if cell.tone != "text" else "muted"
            theme.draw_icon(painter, cell.icon, colour, QRectF(room.left(), room.center().y() - side / 2, side, side))
            room = room.adjusted(theme.px(ICON_STEP), 0, 0, 0)
        align = (RIGHT if right else LEFT) | MIDDLE
        high = theme.metrics("body", cell.bold).height()
        small = theme.metrics("caption").height() if cell.sub else 0.0
        line = QRectF(room.left(), room.top() + (room.height() - high - small) / 2, room.width(), high)
        draw_words(painter, theme, line, cell.text, "body", cell.tone, align, cell.bold)
        if cell.sub:
            under = QRectF(line.left(), line.bottom(), line.width(), small)
            draw_words(painter, theme, under, cell.sub, "caption", "muted", align)
