"""The actions of an item at the foot of its text, one chip each, so that they are seen where they were given."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from bra_desktop.ui.layouts import box, column, empty, row, rule
from bra_desktop.ui.live.wording import ActionLine
from bra_desktop.ui.tab_order import tab_after
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button, ElidedButton
from bra_desktop.ui.widgets.labels import Glyph

MOST, PADDING = 3, 10


class ActionChips(QFrame):
    """`opened` hands over the key of an action that is to be changed, `all_asked` shows them all."""

    opened = Signal(str)
    all_asked = Signal()

    def __init__(self, theme: Theme, text: QWidget) -> None:
        """text: what they stand at the foot of."""
        super().__init__()
        self._theme, self._text = theme, text
        self._lines: tuple[ActionLine, ...] = ()
        self._row, self._line, self._most = row(theme, space=6), rule(), MOST
        inner = box(row(theme, Glyph(theme, "target"), (box(self._row), 1), space=6, margin=(10, 3, 10, 4)))
        self.setLayout(column(theme, self._line, inner, space=0))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Ärendets åtgärder")
        self.hide()

    def show_lines(self, lines: Sequence[ActionLine]) -> None:
        """The first few with their words, and how many more there are."""
        if tuple(lines) != self._lines:
            self._lines = tuple(lines)
            self.setVisible(bool(lines))
            self._fill()

    def set_short(self, short: bool) -> None:
        """Without room the first alone, and no line above it: then it stands in the toolbar."""
        self._most = 1 if short else MOST
        self._line.setVisible(not short)
        self._fill()

    def _fill(self) -> None:
        empty(self._row)
        made: list[QWidget] = []
        for number, line in enumerate(self._lines[: self._most]):
            words = " · ".join(filter(None, (line.text, line.who, line.due)))
            chip = _Chip(self._theme, f"live.chip_{number}", words, "part", tip=f"{words}. Ändrar åtgärden")
            chip.clicked.connect(partial(self._open, line.key))
            chip.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            self._row.addWidget(chip)
            made.append(chip)
        more = len(self._lines) - self._most
        if more > 0:
            rest = Button(self._theme, "live.chip_more", f"{more} till", "part", tip="Visar alla åtgärder")
            rest.clicked.connect(lambda: self.all_asked.emit())
            self._row.addWidget(rest)
            made.append(rest)
        for widget in made:
            widget.show()
        self._row.addStretch(1)
        if self.window() is self._text.window():  # else Tab leads nowhere yet
            tab_after(self._text, made)

    def words(self) -> list[str]:
        """What the chips say."""
        return [line.text for line in self._lines[:MOST]]

    def _open(self, key: str, _on: bool = False) -> None:
        self.opened.emit(key)


class _Chip(ElidedButton):
    """Its words end in … within the pill's rounded ends."""

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.width() - self._theme.px(2 * PADDING)
        option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)
