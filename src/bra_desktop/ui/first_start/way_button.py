"""A large button with an icon, a title and a line about where it leads."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.painting import draw_words

HIGH = 66


class WayButton(QPushButton):
    """The style sheet paints the plane, this the words."""

    def __init__(self, theme: Theme, part: str, title: str, words: str, icon: str) -> None:
        super().__init__()
        self._theme, self._title, self._words, self._icon = theme, title, words, icon
        named(self, part, title, words)
        self.setToolTip(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        theme = self._theme
        words = max(theme.metrics("body", True).horizontalAdvance(self._title),
                    theme.metrics("caption").horizontalAdvance(self._words))  # fmt: skip
        return QSize(round(words) + theme.px(90), theme.px(HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(180), self._theme.px(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, side = self.height() / 2, theme.px(20)
        tone = "primary" if self.isEnabled() else "muted"
        theme.draw_icon(painter, self._icon, tone, QRectF(theme.px(14), middle - side / 2, side, side))
        end = theme.px(16)
        right = self.width() - theme.px(12) - end
        theme.draw_icon(painter, "chevron-right", "muted", QRectF(right, middle - end / 2, end, end))
        left, line = theme.px(46), theme.metrics("body").height()
        room = right - left - theme.px(4)
        text = "text" if self.isEnabled() else "muted"
        draw_words(painter, theme, QRectF(left, middle - line, room, line), self._title, "body", text, bold=True)
        small = theme.metrics("caption").height()
        draw_words(painter, theme, QRectF(left, middle + theme.px(1), room, small), self._words, "caption", "muted")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
