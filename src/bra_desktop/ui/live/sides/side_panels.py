"""Attendance, actions and notes: a column at the right, or, where there is no room, planes that open over the text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from bra_desktop.ui.layouts import column
from bra_desktop.ui.live.sides.action_panel import ActionPanel
from bra_desktop.ui.live.sides.attendance_panel import AttendancePanel
from bra_desktop.ui.live.sides.note_panel import NotePanel
from bra_desktop.ui.memory import Memory
from bra_desktop.ui.theme.theme import Theme

WIDTH, WIDEST, PART = 258, 340, 0.18
"""Units, and of the page's width."""
NOTES = "live.notes"
OPEN, CLOSED = "öppna", "stängda"
SHARES = (12, 4, 8)
"""Of the height of the column: attendance, actions, notes. What none of them needs is left below."""
BY_KEY = Qt.FocusReason.ShortcutFocusReason


class SidePanels:
    """`column` goes into the page's row. The notes are there when they have been asked for, which is remembered."""

    def __init__(
        self, theme: Theme, page: QWidget, panels: tuple[AttendancePanel, ActionPanel, NotePanel], memory: Memory
    ) -> None:
        self._theme, self._page, self._memory = theme, page, memory
        self._attendance, self._actions, self._notes = panels
        self._panels: tuple[QWidget, ...] = panels
        self._floating = self._hidden = False
        self.column = QFrame()
        self._layout = column(theme, *zip(panels, SHARES, strict=True), space=8)
        self._layout.addStretch(0)
        self.column.setLayout(self._layout)
        self.column.setFixedWidth(theme.px(WIDTH))
        self._show_notes(self._wants_notes())

    def set_floating(self, floating: bool) -> None:
        """Whether the panels leave their column and wait to be called."""
        if floating == self._floating:
            return
        self._floating = floating
        self.column.setVisible(not floating)
        for place, panel in enumerate(self._panels):
            if floating:
                panel.hide()
                panel.setParent(self._page)
            else:
                self._layout.insertWidget(place, panel, SHARES[place])
                panel.setVisible(panel is not self._notes or self._wants_notes())
        self._actions.share_column(not floating and self._wants_notes())

    def show_attendance(self) -> None:
        """To the roll; called again where it floats, it goes."""
        self._call(self._attendance, self._attendance.list)

    def lead_to_attendance(self) -> None:
        """To the roll, which stays when it is open already."""
        if self._attendance.isHidden() or not self._floating:
            self.show_attendance()
        else:
            self._attendance.list.setFocus(BY_KEY)

    def show_actions(self) -> None:
        self._call(self._actions, self._actions.add)

    def toggle_notes(self) -> bool:
        """To the notes; when the keyboard is there already they close. Tells whether they are open now."""
        if self._hidden:
            return False
        if not self._notes.isHidden() and self._notes.edit.hasFocus():
            self._show_notes(False)
            self._memory.remember(NOTES, CLOSED)
            return False
        if self._floating and not self._notes.isHidden():
            self._notes.edit.setFocus(BY_KEY)
        elif self._floating:
            self._call(self._notes, self._notes.edit)
        else:
            self._show_notes(True)
            self._memory.remember(NOTES, OPEN)
            self._notes.edit.setFocus(BY_KEY)
        return True

    def notes_are_hidden(self) -> bool:
        """Whether none can be called, since others see the screen."""
        return self._hidden

    def notes_have_keyboard(self) -> bool:
        return self._notes.edit.hasFocus()

    def hide_notes(self, hidden: bool) -> None:
        """On a screen that others see there are none, and none can be called."""
        self._hidden = hidden
        self._show_notes(not self._floating and self._wants_notes())

    def close(self) -> bool:
        """Takes away what floats; tells whether anything did."""
        open_ones = [p for p in self._panels if self._floating and not p.isHidden()]
        for panel in open_ones:
            panel.hide()
        return bool(open_ones)

    def place(self) -> None:
        """At the right edge of the page: a column that is wider in a wide window, or below the strip what floats."""
        part = round(self._page.width() * PART)
        self.column.setFixedWidth(max(self._theme.px(WIDTH), min(self._theme.px(WIDEST), part)))
        if self._floating:
            width, top = self._theme.px(WIDTH + 30), self._theme.px(60)
            for panel in self._panels:
                height = min(panel.maximumHeight(), self._page.contentsRect().height() - top - self._theme.px(12))
                panel.setGeometry(self._page.width() - width - self._theme.px(12), top, width, height)

    def _show_notes(self, shown: bool) -> None:
        """The actions leave them room, so that the roll keeps its own."""
        self._notes.setVisible(shown)
        self._actions.share_column(shown and not self._floating)

    def _wants_notes(self) -> bool:
        return not self._hidden and self._memory.recall(NOTES) == OPEN

    def _call(self, panel: QWidget, control: QWidget) -> None:
        if self._floating:
            was_open = not panel.isHidden()
            self.close()
            if was_open:
                return
            self.place()
            panel.show()
            panel.raise_()
        control.setFocus(BY_KEY)
