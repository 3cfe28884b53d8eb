"""A panel that lies over the page: in its middle, never beyond it, and with the keyboard until it is left."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

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
        page, air = self._page.contentsRect(), self._theme.px(AIR)
        width, height = min(width, page.width() - 2 * air), min(height, page.height() - 2 * air)
        self.setGeometry((page.width() - width) // 2, max(air, (page.height() - height) // 2), width, height)

    def stops(self) -> list[QWidget]:
        """What Tab goes through, as one reads: line by line, from left to right."""
        # Not by nextInFocusChain: PySide takes what it answers for a child of the widget that was asked, and forgets
        # controls of the page when that widget goes.
        found = [w for w in self.findChildren(QWidget) if w.isVisible() and w.isEnabled() and _takes_tab(w)]
        places = {w: self._place(w) for w in found}
        found.sort(key=lambda w: (places[w][0], places[w][1].center().y()))
        lines: list[list[QWidget]] = []
        for widget in found:
            group, place = places[widget]
            first = places[lines[-1][0]] if lines else (-1, place)
            if first[0] == group and first[1].bottom() > place.center().y():
                lines[-1].append(widget)
            else:
                lines.append([widget])
        return [widget for line in lines for widget in sorted(line, key=lambda w: places[w][1].x())]

    def _place(self, widget: QWidget) -> tuple[int, QRect]:
        """What can be scrolled comes before the foot, and lies where it lies unscrolled."""
        inner = next((a.widget() for a in self.findChildren(QScrollArea) if a.isAncestorOf(widget)), None)
        whole: QWidget = inner or self
        return (0 if inner else 1), QRect(widget.mapTo(whole, QPoint(0, 0)), widget.size())

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Round in the panel. Qt asks the parents of the widget that has the keyboard."""
        stops, now = self.stops(), QApplication.focusWidget()
        if not stops:
            return True
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        step = 1 if forward else -1
        at = stops.index(now) + step if now in stops else 0
        stops[at % len(stops)].setFocus(reason)
        self.show_stop(stops[at % len(stops)])
        return True

    def show_stop(self, widget: QWidget) -> None:
        """Scrolls to a control that is out of sight."""
        for area in self.findChildren(QScrollArea):
            if area.isAncestorOf(widget):
                area.ensureWidgetVisible(widget, 0, self._theme.px(AIR + AIR))

    def holds_keyboard(self) -> bool:
        now = QApplication.focusWidget()
        return now is not None and (now is self or self.isAncestorOf(now))


def _takes_tab(widget: QWidget) -> bool:
    return (widget.focusPolicy() & TAB) == TAB and not widget.objectName().startswith("qt_")
