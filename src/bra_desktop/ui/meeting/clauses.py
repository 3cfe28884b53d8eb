"""Proposed decisions: one field for each att-sats."""

from collections.abc import Sequence
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from bra_desktop.ui.layouts import STRETCH, box, column, row
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.labels import label

LINES = 2.6


class Clauses(QWidget):
    """`edited` says that something was typed, added or taken away."""

    edited = Signal()

    def __init__(self, theme: Theme, part: str) -> None:
        super().__init__()
        self._theme, self._part, self._made = theme, part, 0
        self._rows: list[tuple[str, QWidget, QPlainTextEdit]] = []
        self._column = column(theme, space=6)
        self._add = Button(theme, f"{part}.add", "Lägg till att-sats", "add", "plus")
        self._add.clicked.connect(self._add_empty)
        self.setLayout(column(theme, self._column, row(theme, self._add, STRETCH), space=6))

    def show_clauses(self, clauses: Sequence[tuple[str, str]]) -> None:
        """(key, text) each; says nothing."""
        for _key, line, _edit in self._rows:
            line.deleteLater()
        self._rows.clear()
        for key, text in clauses:
            self._row(key, text)

    def clauses(self) -> tuple[tuple[str, str], ...]:
        """(key, text) each; empty ones and the word att are left out."""
        found = ((key, _without_att(edit.toPlainText())) for key, _line, edit in self._rows)
        return tuple((key, text) for key, text in found if text)

    def set_read_only(self, locked: bool) -> None:
        self._add.setVisible(not locked)
        for _key, line, edit in self._rows:
            edit.setReadOnly(locked)
            for button in line.findChildren(Button):
                button.setVisible(not locked)

    def _row(self, key: str, text: str) -> QPlainTextEdit:
        theme, self._made = self._theme, self._made + 1
        edit = named(QPlainTextEdit(text), f"{self._part}.clause_{self._made}", f"Att-sats {len(self._rows) + 1}")
        edit.setTabChangesFocus(True)
        edit.setPlaceholderText("t.ex. notera informationen till protokollet")
        edit.setFixedHeight(round(theme.metrics().lineSpacing() * LINES) + theme.px(8))
        edit.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        remove = Button(theme, f"{self._part}.remove_{self._made}", "Ta bort att-satsen", "quiet", "x")
        remove.set_compact(True)
        line = box(row(theme, label("att", "strong"), (edit, 1), remove, space=6))
        self._rows.append((key, line, edit))
        self._column.addWidget(line)
        edit.textChanged.connect(self.edited)
        remove.clicked.connect(lambda: self._remove(edit))
        return edit

    def _add_empty(self) -> None:
        self._row(str(uuid4()), "").setFocus()

    def _remove(self, edit: QPlainTextEdit) -> None:
        for at, (_key, line, own) in enumerate(self._rows):
            if own is edit:
                del self._rows[at]
                line.deleteLater()
                self.edited.emit()
                return


def _without_att(text: str) -> str:
    words = " ".join(text.split())
    return words[4:] if words[:4].lower() == "att " else words
