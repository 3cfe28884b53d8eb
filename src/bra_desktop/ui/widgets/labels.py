"""Words and icons that don't act: labels in their type roles, glyphs, key caps."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from bra_desktop.ui.theme.theme import Theme

_LONG, _PIECE = re.compile(r"\S{41,}"), re.compile(r"\S{10}(?=\S)")


def label(text: str, role: str = "body", tone: str = "", wrap: bool = False) -> QLabel:
    """Plain words; role is a type of the style sheet (h1, h2, h3, strong, muted, caption, overline, figure)."""
    widget = QLabel(text)
    # Names and titles come from people: they must never be read as markup.
    widget.setTextFormat(Qt.TextFormat.PlainText)
    widget.setProperty("type", role)
    widget.setProperty("tone", tone)
    if wrap:
        wrapped(widget)
    return widget


def breakable(words: str) -> str:
    """The words with places, which show nothing, where a line may break inside one that is longer than any line."""
    return _LONG.sub(lambda found: _PIECE.sub("\\g<0>\u200b", found[0]), words)


def wrapped(widget: QLabel, wrap: bool = True) -> None:
    """Lets the label break its lines and asks the layouts for the height that this takes; or not."""
    widget.setWordWrap(wrap)
    widget.setMinimumWidth(1 if wrap else 0)
    across = QSizePolicy.Policy.Expanding if wrap else QSizePolicy.Policy.Preferred
    policy = QSizePolicy(across, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(wrap)
    widget.setSizePolicy(policy)


def retone(widget: QWidget, look: str, value: str) -> None:
    """Sets a property that the style sheet looks at, and has the sheet look again."""
    if widget.property(look) == value:
        return
    widget.setProperty(look, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # it has not been looked at yet
        return
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def key_cap(text: str) -> QLabel:
    """A key, as in "Ctrl+K"; arrows are written in words since the font has none."""
    widget = QLabel(text)
    widget.setProperty("look", "key")
    widget.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return widget


class ElidedLabel(QLabel):
    """Plain words on one line that end in … where there is no room for all of them; the tip has all."""

    def __init__(self, text: str, role: str = "body") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", role)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("…") * 3, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip("" if words == self.text() else self.text())
        if words == self.text():
            super().paintEvent(event)
            return
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter, role = QPainter(self), self.foregroundRole()
        self.style().drawItemText(painter, self.rect(), int(side), self.palette(), self.isEnabled(), words, role)


class Glyph(QLabel):
    """An icon beside words; it says nothing of its own to a screen reader."""

    def __init__(self, theme: Theme, icon: str, colour: str = "muted", size: float = 16) -> None:
        super().__init__()
        self._theme, self._icon, self._colour, self._size = theme, icon, colour, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._repaint)
        self._repaint()

    def show_icon(self, icon: str, colour: str) -> None:
        self._icon, self._colour = icon, colour
        self._repaint()

    def _repaint(self) -> None:
        self.setPixmap(self._theme.pixmap(self._icon, self._colour, self._size))
