"""Several rows of the same few fields: the stretches of somebody's presence, or who presides from § to §."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from bra_desktop.ui.layouts import STRETCH, box, column, frame, row, take_out
from bra_desktop.ui.live.forms.form import FormField, RowLine
from bra_desktop.ui.naming import named
from bra_desktop.ui.tab_order import tab_after
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.labels import Glyph, label

Maker = Callable[[FormField], QWidget]
Reader = Callable[[QWidget], object]
Listener = Callable[[QWidget, Callable[[], None]], None]
COLUMNS = 2


class RowsEdit(QWidget):
    """`changed` says that a row came or went, `edited` that a cell was written in.

    make and read are how one field becomes an editor and a value, listen tells when it is written in.
    """

    changed = Signal()
    edited = Signal()

    def __init__(self, theme: Theme, field: FormField, make: Maker, read: Reader, listen: Listener) -> None:
        super().__init__()
        self._theme, self._field = theme, field
        self._make, self._read, self._listen = make, read, listen
        self._rows: list[_Row] = []
        self._made = 0
        self._column = column(theme, space=6)
        self.add = Button(theme, f"live.form_{field.name}_add", field.add_words, "add", "plus")
        self.add.clicked.connect(self._add_empty)
        adding = row(theme, self.add, STRETCH)
        self.setLayout(
            column(theme, *((adding, self._column) if field.adds_first else (self._column, adding)), space=6)
        )
        for line in field.value if isinstance(field.value, tuple) else ():
            if isinstance(line, RowLine):
                self._put(line)
        self._lead_keyboard()

    def lines(self) -> tuple[RowLine, ...]:
        """What stands in each row."""
        return tuple(RowLine(r.key, tuple(str(self._read(e)).strip() for e in r.editors)) for r in self._rows)

    def editors(self, at: int) -> Sequence[QWidget]:
        """The editors of a row, in the order of its fields."""
        return self._rows[at].editors

    def show_error(self, sentence: str, at: int, column: int = 0) -> QWidget:
        """What is wrong with a row is said in it, its editor has the keyboard; answers the row."""
        self.clear_error()
        wrong = self._rows[at]
        wrong.error.setText(sentence)
        wrong.told.show()
        wrong.editors[column].setAccessibleDescription(sentence)
        wrong.editors[column].setFocus(Qt.FocusReason.OtherFocusReason)
        return wrong.plane

    def clear_error(self) -> None:
        """What was said is no longer known to hold."""
        for one in self._rows:
            if one.error.text():
                one.error.setText("")
                one.told.hide()
                for editor, field in zip(one.editors, self._field.columns, strict=True):
                    editor.setAccessibleDescription(field.help_words)

    def error(self) -> str:
        """What is said to be wrong in a row; empty when nothing is."""
        return next((one.error.text() for one in self._rows if one.error.text()), "")

    def _add_empty(self) -> None:
        blank = RowLine("", tuple(str(one.value) for one in self._field.columns))
        self._put(blank, first=self._field.adds_first).editors[0].setFocus(Qt.FocusReason.TabFocusReason)
        self._lead_keyboard()
        self.changed.emit()

    def _put(self, line: RowLine, *, first: bool = False) -> _Row:
        self._made += 1
        part = f"live.form_{self._field.name}_{self._made}"
        made = _Row(self._theme, part, self._field, line, self._make)
        made.remove.clicked.connect(lambda: self._drop(made))
        for editor in made.editors:
            self._listen(editor, self.edited.emit)
        self._rows.append(made)
        self._column.insertWidget(0 if first else -1, made.plane)
        if self.isVisible():
            made.plane.show()  # at once, or the keyboard could not be led into it
        if first:
            tab_after(self.add, (*made.editors, made.remove))
        return made

    def _drop(self, gone: _Row) -> None:
        self._rows.remove(gone)
        take_out(self._column, gone.plane)
        self._lead_keyboard()
        self.add.setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()

    def _lead_keyboard(self) -> None:
        """Whoever is led to this field comes to its first editor, or to the button that makes one."""
        adds = self._field.adds_first or not self._rows
        self.setFocusProxy(self.add if adds else self._rows[0].editors[0])


class _Row:
    """Its fields two by two, and the button that takes it away."""

    def __init__(self, theme: Theme, part: str, field: FormField, line: RowLine, make: Maker) -> None:
        self.key, self.editors = line.key, list[QWidget]()
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(10))
        grid.setVerticalSpacing(theme.px(6))
        for at, one in enumerate(field.columns):
            editor = make(one.filled(line.cells[at]))
            named(editor, f"{part}_{one.name}", one.words, one.help_words)
            title = label(one.words, "caption")
            title.setBuddy(editor)
            grid.addLayout(column(theme, title, editor, space=2), at // COLUMNS, at % COLUMNS)
            self.editors.append(editor)
        for at in range(COLUMNS):
            grid.setColumnStretch(at, 1)
        self.remove = Button(theme, f"{part}_remove", field.remove_words, "quiet", "x")
        last = len(field.columns)
        end = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight
        grid.addWidget(self.remove, last // COLUMNS, last % COLUMNS, end)
        self.error = label("", "caption", "late", wrap=True)
        self.told = box(row(theme, Glyph(theme, "triangle-alert", "late", 14), (self.error, 1), space=5))
        self.told.hide()
        self.plane = frame(column(theme, grid, self.told, space=4, margin=(10, 8, 10, 10)), "sunken")
