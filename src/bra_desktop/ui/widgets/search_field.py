"""A field to look for words in, with its sign and a way to empty it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QProxyStyle, QStyle, QStyleOption, QWidget

from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme


class _IconStyle(QProxyStyle):
    """Icons inside a field that follow the scale, which Qt's own don't."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Fusion")
        self._theme = theme

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric == QStyle.PixelMetric.PM_LineEditIconSize:
            return self._theme.px(self._theme.tokens.size["icon"])
        return super().pixelMetric(metric, option, widget)


class SearchField(QLineEdit):
    """Esc empties it."""

    def __init__(self, theme: Theme, part: str, words: str, icon: str = "search") -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        named(self, part, words)
        self._own_style = _IconStyle(theme)
        self._own_style.setParent(self)
        self.setStyle(self._own_style)
        self.setPlaceholderText(words)
        self.setMinimumWidth(theme.px(120))
        self.setMaximumWidth(theme.px(260))
        self._sign = self.addAction(theme.icon(icon, "muted"), QLineEdit.ActionPosition.LeadingPosition)
        theme.changed.connect(self._follow_theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _follow_theme(self) -> None:
        # A style of one's own has the sheet that was there when it was set.
        self.setStyle(self._own_style)
        self._sign.setIcon(self._theme.icon(self._icon, "muted"))
