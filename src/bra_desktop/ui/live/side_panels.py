"""Attendance and actions: a column at the right, or, where there is no room, planes that open over the text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from bra_desktop.ui.layouts import STRETCH, column
from bra_desktop.ui.live.action_panel import ActionPanel
from bra_desktop.ui.live.attendance_panel import AttendancePanel
from bra_desktop.ui.theme.theme import Theme

WIDTH = 258


class SidePanels:
    """`column` goes into the page's row."""

    def __init__(self, theme: Theme, page: QWidget, attendance: AttendancePanel, actions: ActionPanel) -> None:
        self._theme, self._page = theme, page
        self._attendance, self._actions = attendance, actions
        self._floating = False
        self.column = QFrame()
        self._layout = column(theme, (attendance, 3), (actions, 1), STRETCH, space=8)
        self.column.setLayout(self._layout)
        self.column.setFixedWidth(theme.px(WIDTH))

    def set_floating(self, floating: bool) -> None:
        """Whether the panels leave their column and wait to be called."""
        if floating == self._floating:
            return
        self._floating = floating
        self.column.setVisible(not floating)
        for place, panel in enumerate((self._attendance, self._actions)):
            if floating:
                panel.hide()
                panel.setParent(self._page)
            else:
                self._layout.insertWidget(place, panel, 3 - 2 * place)
                panel.show()

    def show_attendance(self) -> None:
        """To the roll; called again where it floats, it goes."""
        self._call(self._attendance, self._attendance.list)

    def lead_to_attendance(self) -> None:
        """To the roll, which stays when it is open already."""
        if self._attendance.isHidden() or not self._floating:
            self.show_attendance()
        else:
            self._attendance.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_actions(self) -> None:
        self._call(self._actions, self._actions.add)

    def close(self) -> bool:
        """Takes away what floats; tells whether anything did."""
        open_ones = [p for p in (self._attendance, self._actions) if self._floating and not p.isHidden()]
        for panel in open_ones:
            panel.hide()
        return bool(open_ones)

    def place(self) -> None:
        """At the right edge of the page, below the strip."""
        if self._floating:
            width, top = self._theme.px(WIDTH + 30), self._theme.px(60)
            for panel in (self._attendance, self._actions):
                height = min(panel.maximumHeight(), self._page.height() - top - self._theme.px(12))
                panel.setGeometry(self._page.width() - width - self._theme.px(12), top, width, height)

    def _call(self, panel: QWidget, control: QWidget) -> None:
        if self._floating:
            was_open = not panel.isHidden()
            self.close()
            if was_open:
                return
            self.place()
            panel.show()
            panel.raise_()
        control.setFocus(Qt.FocusReason.ShortcutFocusReason)
