"""The breaks of a meeting: from when to when, and after which item each is printed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QFrame, QWidget

from bra_desktop.domain.content import AdjournmentContent
from bra_desktop.ui.layouts import STRETCH, column, frame, row, take_out
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.elided_combo import ElidedCombo
from bra_desktop.ui.widgets.fields import Field
from bra_desktop.ui.widgets.time_field import TimeField


@dataclass(frozen=True)
class _Line:
    plane: QFrame
    start: TimeField
    end: TimeField
    after: QComboBox
    remove: Button


class Breaks(QWidget):
    """Read together with the pane they stand in."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._made = theme, 0
        self._items: tuple[tuple[str, str], ...] = ()
        self._lines: list[_Line] = []
        self._column = column(theme, space=6)
        add = Button(theme, "details.add_break", "Lägg till ajournering", "add", "plus")
        add.clicked.connect(self._add)
        self.setLayout(column(theme, self._column, row(theme, add, STRETCH), space=6))

    def show_breaks(self, breaks: Sequence[AdjournmentContent], items: Sequence[tuple[str, str]]) -> None:
        """items: (words, key) each, in the order of the meeting."""
        self._items = tuple(items)
        for line in tuple(self._lines):
            self._drop(line)
        for one in breaks:
            line = self._put()
            line.start.set_value(one.from_time)
            line.end.set_value(one.to_time)
            line.after.setCurrentIndex(max(0, line.after.findData(one.after_item)))

    def read(self) -> bool:
        """Takes what is typed; False when a time is wrong or missing, which is said at its field."""
        right = True
        for line in self._lines:
            right = all([line.start.read(), line.end.read()]) and right
            start, end = line.start.value(), line.end.value()
            if start is None and not line.start.error():
                line.start.set_error("Skriv när ajourneringen började, t.ex. 10.55.")
                right = False
            elif start is not None and end is not None and end < start:
                line.end.set_error("Ajourneringen slutar före den börjar. Ändra ett av klockslagen.")
                right = False
        return right

    def breaks(self) -> tuple[AdjournmentContent, ...]:
        found = ((line.start.value(), line.end.value(), str(line.after.currentData() or "")) for line in self._lines)
        return tuple(AdjournmentContent(start, end, after) for start, end, after in found if start is not None)

    def _add(self) -> None:
        self._put().start.editor.setFocus()

    def _put(self) -> _Line:
        theme, self._made = self._theme, self._made + 1
        part = f"details.break_{self._made}"
        start = TimeField(theme, f"{part}_from", "Började", example="t.ex. 10.55")
        end = TimeField(theme, f"{part}_to", "Slutade", example="pågår")
        after = ElidedCombo()
        after.addItem("Ingen punkt", "")
        for words, key in self._items:
            after.addItem(words, key)
        remove = Button(theme, f"{part}_remove", "Ta bort ajourneringen", "quiet", "x")
        remove.set_compact(True)
        times = row(theme, (start, 1), (end, 1), space=12)
        beside = row(theme, (Field(theme, f"{part}_after", "Efter punkten", after), 1), remove, space=4)
        plane = frame(column(theme, times, beside, space=6, margin=(8, 8, 8, 8)), "sunken")
        line = _Line(plane, start, end, after, remove)
        self._lines.append(line)
        self._column.addWidget(plane)
        remove.clicked.connect(lambda: self._drop(line))
        return line

    def _drop(self, line: _Line) -> None:
        self._lines.remove(line)
        take_out(self._column, line.plane)
