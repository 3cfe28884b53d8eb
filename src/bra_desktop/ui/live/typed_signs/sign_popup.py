"""The popup at the caret: what a typed sign may mean. The keyboard stays in the text."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QWidget

from bra_desktop.ui.layouts import STRETCH, box, column, row, rule
from bra_desktop.ui.live.typed_signs.sign_rows import Offer, OfferRow
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.labels import ElidedLabel, Glyph, key_cap, label
from bra_desktop.ui.widgets.painting import CENTRE, LEFT, MIDDLE, RIGHT, draw_words

WIDTH, ROW, GAP = 560, 34, 6
SIDES = 18
"""What stands beside the words below the rows, on either side, at most."""
SHADE = 90
MOST_ABOUT = 0.55
"""The share of a row that what it is may take."""


class SignPopup(QFrame):
    """`taken` hands over the row that was chosen, `own_asked` leads to the bank of phrases."""

    taken = Signal(object)
    own_asked = Signal()

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._theme, self._page = theme, page
        self.setProperty("look", "popup")
        self._title, self._corner = label("", "overline"), ElidedLabel("", "caption")
        self.rows = _Rows(theme)
        self.rows.clicked.connect(self.taken)
        self._whole = label("", "caption", wrap=True)
        self._caret, self._inside = QRect(), QRect()
        self._own = Button(theme, "live.own_phrases", "Egna fraser", "link", tip="Visar alla fraser i Register")
        self._own.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._own.clicked.connect(lambda: self.own_asked.emit())
        arrows = (Glyph(theme, "arrow-up"), Glyph(theme, "arrow-down"), label("välj", "caption"))
        self._takes = key_cap("Enter")
        keys = (self._takes, label("sätt in", "caption"), key_cap("Esc"), label("stäng", "caption"))
        head = row(theme, self._title, STRETCH, self._corner, space=8, margin=(12, 8, 12, 4))
        foot = row(theme, *arrows, *keys, STRETCH, self._own, space=6, margin=(12, 2, 12, 4))
        self._below = box(row(theme, (self._whole, 1), margin=(12, 4, 12, 6)))
        self._column = column(theme, head, self.rows, self._below, rule(), foot, space=0, margin=(4, 0, 4, 2))
        self.setLayout(self._column)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(theme.px(24))
        shadow.setOffset(0, theme.px(4))
        shadow.setColor(QColor(0, 0, 0, SHADE))
        self.setGraphicsEffect(shadow)
        self.hide()

    def open(self, offer: Offer, caret: QRect, inside: QRect, *, phrases: bool) -> None:
        """Shows what is offered beside the caret and within those edges, both as the page counts."""
        self._title.setText(offer.title)
        self._corner.setText(offer.corner)
        self._own.setVisible(phrases)
        self.rows.show_offer(offer)
        self._caret, self._inside = caret, inside
        self._show_whole()
        self.show()
        self.raise_()
        self._tell()

    def step(self, step: int) -> None:
        """The next or previous row."""
        self.rows.step(step)
        self._show_whole()
        self._tell()

    def chosen(self) -> OfferRow | None:
        """The row that Enter takes; None before one is chosen."""
        return self.rows.chosen()

    def first(self) -> OfferRow:
        """The chosen row, else the first."""
        return self.rows.chosen() or self.rows.offer.rows[0]

    def _show_whole(self) -> None:
        """Below the rows stand the words of the chosen one, where there is too little room for them in it."""
        wanted, chosen = self.rows.whole_width() + self._theme.px(10), self.chosen()
        width = min(max(self._theme.px(WIDTH), wanted), self._inside.width())
        self._whole.setText(chosen.words if chosen is not None and width < wanted else "")
        self._whole.setFixedHeight(max(0, self._whole.heightForWidth(width - 2 * self._theme.px(SIDES))))
        self._below.setVisible(bool(self._whole.text()))
        self._place(self._caret, self._inside, width)

    def _place(self, caret: QRect, inside: QRect, width: int) -> None:
        theme, page = self._theme, self._page.rect()
        self._column.invalidate()
        height = self.sizeHint().height()
        left = max(inside.left(), min(caret.left(), inside.right() + 1 - width))
        top = caret.bottom() + theme.px(GAP)
        if top + height > page.bottom() - theme.px(GAP):
            top = max(page.top(), caret.top() - theme.px(GAP) - height)
        self.setGeometry(left, top, width, height)

    def _tell(self) -> None:
        chosen = self.chosen()
        self._takes.setText("Enter" if chosen else "Tab")  # Enter is a new line as long as nothing is chosen
        words = chosen.words if chosen else f"{self._title.text()}: {len(self.rows.offer.rows)} rader"
        if words != self.accessibleName():
            self.setAccessibleName(words)
            if QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


class _Rows(QWidget):
    """Painted in one go: a key, the words, what they are; the chosen one has a plane and a bar."""

    clicked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.offer, self._at = Offer("", "", ()), -1
        named(self, "live.offer", "Förslag")

    def show_offer(self, offer: Offer) -> None:
        if offer != self.offer or not self.isVisible():
            self._at = 0 if offer.exact else -1
        self.offer = offer
        self.setFixedHeight(self._theme.px(ROW) * len(offer.rows) + self._theme.px(4))
        self.update()

    def whole_width(self) -> int:
        """Pixels in which every row can be read whole, also when it is chosen."""
        theme, rows = self._theme, self.offer.rows
        bold, small, side = theme.metrics("body", True), theme.metrics("caption"), theme.px(12)
        caps = max((small.horizontalAdvance(one.cap) for one in rows), default=0)
        around = side + theme.px(8) + (caps + side + theme.px(10) if caps else 0)
        enter = small.horizontalAdvance("Enter") + side + theme.px(10)
        words = (bold.horizontalAdvance(one.words) + small.horizontalAdvance(one.about) for one in rows)
        return ceil(around + max(words, default=0) + theme.px(10) + enter + 4)

    def step(self, step: int) -> None:
        count = len(self.offer.rows)
        self._at = (self._at + step) % count if self._at >= 0 else 0 if step > 0 else count - 1
        self.update()

    def chosen(self) -> OfferRow | None:
        return self.offer.rows[self._at] if 0 <= self._at < len(self.offer.rows) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = int(event.position().y()) // self._theme.px(ROW)
        if 0 <= at < len(self.offer.rows):
            self.clicked.emit(self.offer.rows[at])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, height = QPainter(self), self._theme.px(ROW)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        caps = [self._theme.metrics("caption").horizontalAdvance(one.cap) for one in self.offer.rows]
        cap = max(caps, default=0) + self._theme.px(12) if any(caps) else 0
        for at, one in enumerate(self.offer.rows):
            area = QRectF(0, at * height, self.width(), height)
            self._paint_row(painter, area.adjusted(0, 0, 0, -1), one, cap, chosen=at == self._at)
        painter.end()

    def _paint_row(self, painter: QPainter, area: QRectF, one: OfferRow, cap: float, *, chosen: bool) -> None:
        theme = self._theme
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("primary-soft"))
            painter.drawRoundedRect(area, theme.px(4), theme.px(4))
            painter.fillRect(QRectF(area.left(), area.top(), theme.px(3), area.height()), theme.colour("primary"))
        left, right = area.left() + theme.px(12), area.right() - theme.px(8)
        if cap:
            wide = theme.metrics("caption").horizontalAdvance(one.cap) + theme.px(12)
            self._paint_cap(painter, QRectF(left, 0, wide, 0), area, one.cap)
            left += cap + theme.px(10)
        if chosen:
            enter = theme.metrics("caption").horizontalAdvance("Enter") + theme.px(12)
            self._paint_cap(painter, QRectF(right - enter, 0, enter, 0), area, "Enter")
            right -= enter + theme.px(10)
        about = min(theme.metrics("caption").horizontalAdvance(one.about) + 2, (right - left) * MOST_ABOUT)
        wanted = theme.metrics("body").horizontalAdvance(one.words) + theme.px(10)
        if one.cap and wanted > right - left - about:
            about = 0  # a phrase is known by its words, not by what kind it is
        room = QRectF(right - about, area.top(), about, area.height())
        if about:
            draw_words(painter, theme, room, one.about, "caption", "muted", RIGHT | MIDDLE)
        words = QRectF(left, area.top(), right - about - theme.px(10) - left, area.height())
        draw_words(painter, theme, words, one.words, align=LEFT | MIDDLE, bold=chosen)

    def _paint_cap(self, painter: QPainter, across: QRectF, area: QRectF, words: str) -> None:
        theme, high = self._theme, self._theme.px(19)
        rect = QRectF(across.left(), area.center().y() - high / 2, across.width(), high).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.colour("line-strong"), 1))
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(rect, theme.px(4), theme.px(4))
        draw_words(painter, theme, rect, words, "caption", "muted", CENTRE)
