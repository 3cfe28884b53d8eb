"""What can be read but not changed: plain words on the plane, without frame, arrow or example."""

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from bra_desktop.ui.widgets.labels import retone

READ, EMPTY = "read", "–"
LOOK, EXAMPLE = "open_look", "open_example"
"""Properties that keep what the editor has while it can be written in."""


def set_read_only(editor: QWidget, read_only: bool) -> None:
    """Takes the editor's look with it. A choice that is read takes no keyboard."""
    if isinstance(editor, QComboBox):
        editor.setEnabled(not read_only)
        if (line := editor.lineEdit()) is not None:
            _show_example(line, read_only)
    elif isinstance(editor, QLineEdit | QTextEdit | QPlainTextEdit):
        editor.setReadOnly(read_only)
        _show_example(editor, read_only)
    if (editor.property("look") == READ) != read_only:
        if read_only:
            editor.setProperty(LOOK, editor.property("look"))
        retone(editor, "look", READ if read_only else str(editor.property(LOOK) or ""))


def _show_example(edit: QLineEdit | QTextEdit | QPlainTextEdit, read_only: bool) -> None:
    if edit.property(EXAMPLE) is None:
        edit.setProperty(EXAMPLE, edit.placeholderText())
    edit.setPlaceholderText(EMPTY if read_only else str(edit.property(EXAMPLE)))
