"""A line of what is missing: a link with all of its words, on as many lines as they take."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.labels import breakable
from bra_desktop.ui.widgets.painting import LEFT, MIDDLE, draw_words

LEAST, LINE, INDENT = 160, 16, 7
WRAP = int(Qt.TextFlag.TextWordWrap)
NO_END = 10_000


class ClosingLink(Button):
    """Takes the width that it is given and the height that its words need there."""

    def __init__(self, theme: Theme, part: str, words: str, tip: str) -> None:
        super().__init__(theme, part, words, "link", tip=tip)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRectF(0, 0, max(1, width - 2 * self._theme.px(INDENT)), NO_END)
        words = self._theme.metrics("body").boundingRect(room, WRAP, self._shown())
        return round(words.height()) + self._theme.px(4)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(LEAST), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(LEAST), self._theme.px(LINE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, side = QPainter(self), self._theme.px(INDENT)
        room = QRectF(self.rect()).adjusted(side, 0, -side, 0)  # so that the ring of the keyboard has its place
        draw_words(painter, self._theme, room, self._shown(), "body", "primary", LEFT | MIDDLE, wrap=True)

    def _shown(self) -> str:
        return breakable(self.accessibleName())
