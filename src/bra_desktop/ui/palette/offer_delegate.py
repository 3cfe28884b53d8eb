"""Paints a row of the palette: icon, words with what was typed in bold, what it is about, its kind and key."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bra_desktop.ui.palette.presenter import Offer
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.painting import CENTRE, MIDDLE, RIGHT, draw_words

OFFER = Qt.ItemDataRole.UserRole
ROW, ROW_ALONE, HEADING = 48, 38, 26

Index = QModelIndex | QPersistentModelIndex


class OfferDelegate(QStyledItemDelegate):
    """A row without an offer is the heading of a group. ``typed`` is what is written in bold."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.typed = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        offer = index.data(OFFER)
        high = HEADING if offer is None else ROW if offer.about else ROW_ALONE
        return QSize(self._theme.px(200), self._theme.px(high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, offer = QRectF(option.rect), index.data(OFFER)
        if offer is None:
            room = rect.adjusted(self._theme.px(10), 0, 0, 0)
            draw_words(painter, self._theme, room, str(index.data()), "caption", "muted", bold=True)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._row(painter, rect, offer, chosen)
        painter.restore()

    def _row(self, painter: QPainter, rect: QRectF, offer: Offer, chosen: bool) -> None:
        theme = self._theme
        if chosen:
            painter.fillRect(rect, theme.colour("primary-soft"))
            painter.fillRect(QRectF(rect.left(), rect.top(), theme.px(3), rect.height()), theme.colour("primary"))
        side = theme.px(17)
        place = QRectF(rect.left() + theme.px(25), rect.center().y() - side / 2, side, side)
        theme.draw_icon(painter, offer.icon, "primary" if chosen else "muted", place)
        right = self._caps(painter, rect, offer, chosen)
        left = rect.left() + theme.px(54)
        line = theme.metrics("body").height()
        top = rect.center().y() - (line if offer.about else line / 2)
        self._marked(painter, QRectF(left, top, right - left, line), offer.words)
        if offer.about:
            below = QRectF(left, rect.center().y() + theme.px(1), right - left, theme.metrics("caption").height())
            draw_words(painter, theme, below, offer.about, "caption", "muted")

    def _caps(self, painter: QPainter, rect: QRectF, offer: Offer, chosen: bool) -> float:
        """Kind and key at the right; answers where they begin."""
        theme, right = self._theme, rect.right() - self._theme.px(12)
        key = "Enter" if chosen else offer.key
        small = theme.metrics("caption")
        if key:
            width = small.horizontalAdvance(key) + theme.px(14)
            cap = QRectF(right - width, rect.center().y() - theme.px(9), width, theme.px(18))
            painter.setPen(QPen(theme.colour("line-strong"), 1))
            painter.setBrush(theme.colour("sunken"))
            painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(4), theme.px(4))
            draw_words(painter, theme, cap, key, "caption", "muted", CENTRE)
            right = cap.left() - theme.px(12)
        if offer.kind:
            width = small.horizontalAdvance(offer.kind) + 2
            room = QRectF(right - width, rect.top(), width, rect.height())
            draw_words(painter, theme, room, offer.kind, "caption", "muted", RIGHT | MIDDLE)
            right = room.left() - theme.px(12)
        return right

    def _marked(self, painter: QPainter, rect: QRectF, words: str) -> None:
        """What was typed stands in bold."""
        theme = self._theme
        plain, bold = theme.metrics("body"), theme.metrics("body", True)
        at = words.casefold().find(self.typed.casefold()) if self.typed else -1
        if at < 0:
            draw_words(painter, theme, rect, words)
            return
        left = rect.left()
        for part, metrics, heavy in (
            (words[:at], plain, False),
            (words[at : at + len(self.typed)], bold, True),
            (words[at + len(self.typed) :], plain, False),
        ):
            room = QRectF(left, rect.top(), max(0.0, rect.right() - left), rect.height())
            draw_words(painter, theme, room, part, bold=heavy)
            left += metrics.horizontalAdvance(part)
