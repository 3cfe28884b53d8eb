"""The keys that change a whole block or a table, wherever the text is edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from bra_desktop.ui.rich_text.formats import KIND, QUOTATION
from bra_desktop.ui.rich_text.table_menu import act_on_key

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from bra_desktop.ui.rich_text.edit import RichTextEdit

MODIFIER = Qt.KeyboardModifier
HEADINGS = {Qt.Key.Key_0: 0, Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_3: 3}


def block_key(editor: RichTextEdit, event: QKeyEvent) -> bool:
    """Alt+1, 2, 3 and 0: headings and a paragraph. Ctrl+Shift+C: quotation. Ctrl+Shift+V: the words alone.

    Alt+Shift+arrows: rows and columns of a table. Nothing has Ctrl+Alt, which is AltGr on Windows: there AltGr+2 is @.
    """
    if editor.isReadOnly():
        return False
    modifiers = event.modifiers() & ~MODIFIER.KeypadModifier
    if modifiers == MODIFIER.AltModifier and event.key() in HEADINGS:
        editor.set_heading(HEADINGS[Qt.Key(event.key())])
        return True
    if modifiers == MODIFIER.ControlModifier | MODIFIER.ShiftModifier:
        if event.key() == Qt.Key.Key_V:
            editor.paste_plain()
            return True
        if event.key() == Qt.Key.Key_C:
            toggle_quotation(editor)
            return True
    return modifiers == MODIFIER.AltModifier | MODIFIER.ShiftModifier and act_on_key(editor, event.key())


def toggle_heading(editor: RichTextEdit) -> None:
    """A heading of the first level, or a paragraph again."""
    editor.set_heading(0 if editor.textCursor().blockFormat().headingLevel() else 1)


def toggle_quotation(editor: RichTextEdit) -> None:
    """Words set apart as somebody else's, or a paragraph again."""
    editor.set_quotation(editor.textCursor().blockFormat().property(KIND) != QUOTATION)
