"""Where the keyboard is in a form, so that somebody goes on there who has it back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from bra_desktop.ui.live.forms.file_edit import FileEdit
from bra_desktop.ui.live.forms.form_draft import FormPlace
from bra_desktop.ui.live.forms.roll_list import RollList
from bra_desktop.ui.live.forms.rows_edit import RowsEdit

Editors = Mapping[str, QWidget]


def place_of(editors: Editors, now: QWidget) -> FormPlace | None:
    """The place of the widget that has the keyboard; None when it is in no field."""
    for editor, field, row, column in _cells(editors):
        if editor is now or editor.isAncestorOf(now):
            return FormPlace(field, row, column, _caret(editor))
    return None


def lead_to(editors: Editors, place: FormPlace) -> QWidget | None:
    """Gives the keyboard to the place, as far as it is still there; answers the widget that has it then."""
    for editor, field, row, column in _cells(editors):
        if (field, row, column) == (place.field, place.row, place.column):
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
            _put_caret(editor, place.caret)
            return editor
    return None


def _cells(editors: Editors) -> Iterator[tuple[QWidget, str, int, int]]:
    for field, editor in editors.items():
        if isinstance(editor, RowsEdit):
            for row in range(len(editor.lines())):
                for column, cell in enumerate(editor.editors(row)):
                    yield cell, field, row, column
        yield editor, field, -1, -1


def _caret(editor: QWidget) -> int:
    if isinstance(editor, FileEdit):
        editor = editor.edit
    if isinstance(editor, QLineEdit):
        return editor.cursorPosition()
    if isinstance(editor, QPlainTextEdit):
        return editor.textCursor().position()
    return editor.currentRow() if isinstance(editor, RollList) else 0


def _put_caret(editor: QWidget, caret: int) -> None:
    if isinstance(editor, FileEdit):
        editor = editor.edit
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(editor, QLineEdit):
        editor.setCursorPosition(caret)
    elif isinstance(editor, QPlainTextEdit):
        cursor = editor.textCursor()
        cursor.setPosition(min(caret, editor.document().characterCount() - 1))
        editor.setTextCursor(cursor)
    elif isinstance(editor, RollList):
        editor.setCurrentRow(caret)
