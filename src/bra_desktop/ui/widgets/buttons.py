"""Buttons in the looks of the style sheet. One filled button (primary) on a page; everything else is quieter."""

from __future__ import annotations

from math import ceil
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.labels import key_cap

Look = Literal[
    "plain", "primary", "quiet", "link", "add", "filter", "nav", "search", "status", "status_late", "part", "title",
    "missing",
]  # fmt: skip
ICON_COLOURS = {"primary": "on-primary", "link": "primary", "nav": "muted", "search": "muted"}
ICON_GAP = 5
LEAST = 60
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Button(QPushButton):
    """Words and perhaps an icon. `tip` says what happens; `key` is its shortcut and is told in the tip."""

    def __init__(
        self, theme: Theme, part: str, words: str, look: Look = "plain", icon: str = "", tip: str = "", key: str = ""
    ) -> None:
        super().__init__()
        self._theme, self._icon, self._words, self._compact = theme, icon, words, False
        named(self, part, words, tip)
        self.setProperty("look", look)
        self.setSizePolicy(self.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Fixed)
        self._tip = ". ".join(filter(None, (tip.rstrip("."), key)))
        if key:
            self.setShortcut(QKeySequence(key))
        theme.changed.connect(self._refresh)
        self.toggled.connect(self._refresh)
        self._refresh()

    def set_words(self, words: str) -> None:
        self._words = words
        self.setAccessibleName(words)
        self._refresh()

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self._refresh()

    def set_compact(self, compact: bool) -> None:
        """Icon alone when room is short; the words stay as tip and accessible name."""
        self._compact = compact and bool(self._icon)
        self._refresh()

    def hear_in(self, page: QWidget) -> None:
        """Its key presses it in all of the page, also while there is no room to show the button itself."""
        QShortcut(self.shortcut(), page, self.click)
        self.setProperty("key", self.shortcut().toString())
        self.setShortcut(QKeySequence())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as space does; Qt does so in dialogs only."""
        if event.key() in ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def _refresh(self) -> None:
        shown = "" if self._compact else self._words
        shortcut = self.shortcut()
        # A single & would become an underlined letter. Setting the text also drops the shortcut.
        self.setText(shown.replace("&", "&&"))
        self.setShortcut(shortcut)
        self.setToolTip(self._tip or ("" if shown else self._words))
        if self._icon:
            look = str(self.property("look"))
            size, gap = 18 if look == "nav" else 16, ICON_GAP if shown else 0
            colour = "primary" if self.isChecked() and look in ("nav", "filter") else ICON_COLOURS.get(look, "text")
            self.setIcon(self._theme.icon(self._icon, colour, size, gap))
            self.setIconSize(QSize(self._theme.px(size) + self._theme.px(gap), self._theme.px(size)))


class ElidedButton(Button):
    """Words without a plane (link, title) that end in … where there is no room for all of them, or have it inside."""

    elides = Qt.TextElideMode.ElideRight

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(LEAST), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.fontMetrics().elidedText(self.text(), self.elides, self.width())
        if shown == self.text():
            self.setToolTip(self._tip)
            super().paintEvent(event)
            return
        from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter  # whose enumerations take long to load

        self.setToolTip(self.text())
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = shown
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)


class FilterPill(Button):
    """A pill that is on or off, with a count: "Försenade  4"."""

    def __init__(self, theme: Theme, part: str, words: str, count: int | None = None, tip: str = "") -> None:
        self._plain, self._count = words, count
        super().__init__(theme, part, self._joined(), "filter", tip=tip)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        """Room for the bold words that it has when it is on, also while it is off, so that nothing moves."""
        words, hint = self.text(), super().sizeHint()
        usual, bold = (self._theme.metrics("body", heavy).horizontalAdvance(words) for heavy in (False, True))
        return QSize(hint.width() + max(0, ceil(bold - usual)), hint.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def set_count(self, count: int | None) -> None:
        self._count = count
        self.set_words(self._joined())

    def _joined(self) -> str:
        return self._plain if self._count is None else f"{self._plain}  {self._count}"


class NavButton(Button):
    """One place in the navigation, with how much waits there at its right."""

    def __init__(self, theme: Theme, part: str, words: str, icon: str) -> None:
        self._number, self._tone, self._title = 0, "muted", words
        super().__init__(theme, part, words, "nav", icon)
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def set_count(self, number: int, tone: str = "muted", meaning: str = "") -> None:
        """meaning: the figure in words for a screen reader, such as "4 försenade"."""
        self._number, self._tone = number, tone
        self.setAccessibleName(f"{self._title}, {meaning or number}" if number else self._title)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._number:
            return
        painter = QPainter(self)
        painter.setFont(self._theme.font("caption", bold=True))
        painter.setPen(self._theme.colour(self._tone))
        # Without words the figure stands in the corner, beside the icon.
        room = QRectF(self.rect()).adjusted(0, 0, -self._theme.px(2 if self._compact else 10), 0)
        height = Qt.AlignmentFlag.AlignTop if self._compact else Qt.AlignmentFlag.AlignVCenter
        place = Qt.AlignmentFlag.AlignRight | height
        if self._compact:
            under = painter.boundingRect(room, place, str(self._number)).adjusted(-2, 0, 1, -2)
            painter.fillRect(under, self._theme.colour("selection" if self.isChecked() else "sunken"))
        painter.drawText(room, place, str(self._number))


class SearchButton(Button):
    """Looks like a field and opens the search; its key stands in it, and belongs to the window."""

    def __init__(self, theme: Theme, part: str, words: str, key: str) -> None:
        tip = f"Söker i allt och visar vad du kan göra. {key}"
        super().__init__(theme, part, words, "search", "search", tip=tip)
        inner = QHBoxLayout(self)
        inner.setContentsMargins(0, 0, theme.px(6), 0)
        inner.addStretch(1)
        cap = key_cap(key)
        cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inner.addWidget(cap)
