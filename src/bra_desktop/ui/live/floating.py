"""A panel that lies over the page: in its middle, never beyond it, and with the keyboard until it is left."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from bra_desktop.ui.theme.theme import Theme

AIR = 12
TAB = Qt.FocusPolicy.TabFocus


class FloatingPanel(QFrame):
    """What is behind it is not reached by Tab, so nobody writes where she can't see."""

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._theme, self._page = theme, page
        self.setProperty("look", "popup")
        self.hide()

    def put_in_middle(self, width: int, height: int) -> None:
        """Width and height in pixels, as far as there is room for them."""
        page, air = self._page, self._theme.px(AIR)
        width, height = min(width, page.width() - 2 * air), min(height, page.height() - 2 * air)
        self.setGeometry((page.width() - width) // 2, max(air, (page.height() - height) // 2), width, height)

    def stops(self) -> list[QWidget]:
        """What Tab goes through, as one reads: line by line, from left to right."""
        # Not by nextInFocusChain: PySide takes what it answers for a child of the widget that was asked, and forgets
        # controls of the page when that widget goes.
        found = [w for w in self.findChildren(QWidget) if w.isVisible() and w.isEnabled() and _takes_tab(w)]
        places = {w: QRect(w.mapTo(self, QPoint(0, 0)), w.size()) for w in found}
        found.sort(key=lambda w: places[w].center().y())
        lines: list[list[QWidget]] = []
        for widget in found:
            if lines and places[lines[-1][0]].bottom() > places[widget].center().y():
                lines[-1].append(widget)
            else:
                lines.append([widget])
        return [widget for line in lines for widget in sorted(line, key=lambda w: places[w].x())]

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Round in the panel. Qt asks the parents of the widget that has the keyboard."""
        stops, now = self.stops(), QApplication.focusWidget()
        if not stops:
            return True
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        step = 1 if forward else -1
        at = stops.index(now) + step if now in stops else 0
        stops[at % len(stops)].setFocus(reason)
        return True

    def holds_keyboard(self) -> bool:
        now = QApplication.focusWidget()
        return now is not None and (now is self or self.isAncestorOf(now))


def _takes_tab(widget: QWidget) -> bool:
    return (widget.focusPolicy() & TAB) == TAB and not widget.objectName().startswith("qt_")
