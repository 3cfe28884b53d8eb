"""The controls of a form's fields: what fills each kind in, and what stands in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from bra_desktop.ui.live.forms.choice_edit import ENTER, ChoiceEdit
from bra_desktop.ui.live.forms.file_edit import FileEdit
from bra_desktop.ui.live.forms.form import FieldKind, FormField, RollLine, RowLine, Value
from bra_desktop.ui.live.forms.names_edit import NamesEdit
from bra_desktop.ui.live.forms.roll_list import RollList
from bra_desktop.ui.live.forms.rows_edit import RowsEdit
from bra_desktop.ui.rich_text.undo_steps import PlainEdit
from bra_desktop.ui.theme.theme import Theme


def make_editor(theme: Theme, field: FormField) -> QWidget:
    """The control that fills the field in."""
    if field.kind is FieldKind.CHECK:
        check = QCheckBox(field.words)
        check.setChecked(bool(field.value))
        return check
    if field.kind is FieldKind.CHOICE:
        return ChoiceEdit(field.known, field.value)
    if field.kind is FieldKind.NUMBER:
        spin = QSpinBox()
        spin.lineEdit().setTextMargins(theme.px(8), 0, 0, 0)  # where the words of a line stand; no sheet can say it
        spin.setRange(0, 500)
        spin.setValue(int(field.value) if isinstance(field.value, int) else 0)
        return spin
    if field.kind is FieldKind.ROLL:
        lines = field.value if isinstance(field.value, tuple) else ()
        return RollList(tuple(line for line in lines if isinstance(line, RollLine)))
    if field.kind is FieldKind.ROWS:
        return RowsEdit(theme, field, partial(make_editor, theme), value_of, on_edit)
    if field.kind is FieldKind.FILE:
        file = FileEdit(theme, f"live.form_{field.name}")
        file.edit.setText(str(field.value))
        return file
    if field.kind in (FieldKind.TEXT, FieldKind.LONG):
        return _Text(theme, str(field.value), field.example, field.kind is FieldKind.LONG)
    known = [words for words, _ in field.known]
    edit = NamesEdit(known) if field.kind is FieldKind.NAMES else _line(known)
    edit.setText(str(field.value))
    edit.setPlaceholderText(field.example)
    return edit


def _line(known: Sequence[str]) -> QLineEdit:
    edit = QLineEdit()
    if known:
        completer = QCompleter(known, edit)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        edit.setCompleter(completer)
    return edit


def on_edit(editor: QWidget, act: Callable[[], None]) -> None:
    """Calls act whenever somebody changes what stands in the editor."""
    if isinstance(editor, QCheckBox):
        editor.toggled.connect(lambda _on: act())
    elif isinstance(editor, QComboBox):
        editor.currentIndexChanged.connect(lambda _at: act())
    elif isinstance(editor, QSpinBox):
        editor.valueChanged.connect(lambda _number: act())
    elif isinstance(editor, QLineEdit):
        editor.textChanged.connect(lambda _words: act())
    elif isinstance(editor, QPlainTextEdit):
        editor.textChanged.connect(act)
    elif isinstance(editor, FileEdit):
        editor.edit.textChanged.connect(lambda _words: act())
    elif isinstance(editor, RowsEdit):
        editor.changed.connect(act)
        editor.edited.connect(act)
    elif isinstance(editor, RollList):
        editor.changed.connect(act)


def on_move(editor: QWidget, act: Callable[[], None]) -> None:
    """Calls act whenever the caret moves in the editor."""
    if isinstance(editor, FileEdit):
        editor = editor.edit
    if isinstance(editor, QLineEdit):
        editor.cursorPositionChanged.connect(lambda _before, _now: act())
    elif isinstance(editor, QPlainTextEdit):
        editor.cursorPositionChanged.connect(act)


def value_of(editor: QWidget) -> Value:
    """What stands in the control."""
    if isinstance(editor, QCheckBox):
        return editor.isChecked()
    if isinstance(editor, QComboBox):
        return str(editor.currentData())
    if isinstance(editor, QSpinBox):
        return editor.value()
    if isinstance(editor, RollList | RowsEdit):
        lines: tuple[RollLine, ...] | tuple[RowLine, ...] = editor.lines()
        return lines
    if isinstance(editor, QPlainTextEdit):
        # Not toPlainText: it makes hard spaces ordinary ones.
        return re.sub("[\u2028\u2029]", "\n", editor.document().toRawText())
    return editor.text() if isinstance(editor, QLineEdit | FileEdit) else ""


class _Text(PlainEdit):
    """Two lines of words, where Enter takes the form and Shift+Enter breaks the line; a long one has Enter itself."""

    def __init__(self, theme: Theme, words: str, example: str, long: bool) -> None:
        super().__init__(words)
        self._long = long
        self.setPlaceholderText(example)
        self.setTabChangesFocus(True)
        self.setFixedHeight(theme.px(150 if long else 56))
        self.setViewportMargins(theme.px(6), theme.px(1), theme.px(6), 0)  # its words stand below those of a line

    def keyPressEvent(self, event: QKeyEvent) -> None:
        takes = not self._long and event.modifiers() != Qt.KeyboardModifier.ShiftModifier
        if (event.key() in ENTER and takes) or event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
