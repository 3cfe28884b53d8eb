"""Tab, Enter, Backspace and space where they mean more than a sign: in lists, tables, headings and captions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor

from bra_desktop.ui.rich_text import tables
from bra_desktop.ui.rich_text.captions import caption_of, captioned
from bra_desktop.ui.rich_text.formats import IMAGE, KIND, LINE_BREAK, block_format
from bra_desktop.ui.rich_text.kinds import is_special, remake
from bra_desktop.ui.rich_text.lists import level_of, put_in_list, shift, shift_all

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from bra_desktop.ui.rich_text.edit import RichTextEdit

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
TAB = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
LIST_STARTS = {"-": False, "*": False, "1.": True, "1)": True}


def writing_key(editor: RichTextEdit, event: QKeyEvent) -> bool:
    """Does what the key means where the caret stands; tells whether it meant anything."""
    key, cursor = event.key(), editor.textCursor()
    if key in TAB:
        return _tab(editor, cursor, forward=key == Qt.Key.Key_Tab)
    if key == Qt.Key.Key_Backspace and cursor.atBlockStart() and not cursor.hasSelection():
        return _backspace(editor, cursor)
    if key in ENTER and event.modifiers() in PLAIN:
        return _enter(editor, cursor)
    return event.text() == " " and _begin_list(editor, cursor)


def takes_tab(cursor: QTextCursor, forward: bool) -> bool:
    """Whether Tab means something in the text; elsewhere it leads out of it."""
    if level_of(cursor.block()) >= 0:
        return True
    table = tables.table_at(cursor)
    if table is None:
        return forward and captioned(cursor.block()) is not None
    # Forward there always is a cell: after the last one Tab begins a new row.
    beyond = QTextCursor(cursor).movePosition(QTextCursor.MoveOperation.PreviousCell)
    return forward or beyond or caption_of(table) is not None


def _tab(editor: RichTextEdit, cursor: QTextCursor, *, forward: bool) -> bool:
    if not takes_tab(cursor, forward):
        return False
    if level_of(cursor.block()) >= 0:
        shift_all(editor.chosen_blocks(), 1 if forward else -1, editor.measures())
        return True
    table = captioned(cursor.block())
    if table is not None:
        tables.choose_cell(cursor, table, 0, 0)
    else:
        tables.move_on(cursor, forward)
    editor.dress_table(cursor)
    editor.setTextCursor(cursor)
    return True


def _enter(editor: RichTextEdit, cursor: QTextCursor) -> bool:
    block, measures = cursor.block(), editor.measures()
    table = captioned(block)
    if cursor.currentTable() is not None:
        cursor.insertText(LINE_BREAK)
    elif level_of(block) >= 0 and not block.text():
        shift(block, -1, measures)
    elif not block.text() and is_special(block):
        remake(block, measures, "")
    elif table is not None and cursor.atBlockEnd():
        editor.setTextCursor(table.cellAt(0, 0).firstCursorPosition())  # nothing may stand between the two
    elif cursor.blockFormat().headingLevel() and not cursor.hasSelection() and not cursor.atBlockEnd():
        _part_heading(editor, cursor)
    elif cursor.blockFormat().property(KIND) == IMAGE and not cursor.hasSelection():
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.insertBlock(block_format(measures, editor.new_id()), QTextCharFormat())
        editor.setTextCursor(cursor)
    elif not block.text() or (cursor.blockFormat().headingLevel() and cursor.atBlockEnd()):
        # In an empty block Qt would make no new one but take the look from this.
        cursor.beginEditBlock()
        cursor.insertBlock(block_format(measures, editor.new_id()), QTextCharFormat())
        cursor.endEditBlock()
        editor.setTextCursor(cursor)
    else:
        return False
    return True


def _part_heading(editor: RichTextEdit, cursor: QTextCursor) -> None:
    """Both halves are headings; at its start there comes an empty paragraph above it. Qt would leave bold words."""
    at_start, form = cursor.atBlockStart(), cursor.blockFormat()
    cursor.beginEditBlock()
    cursor.insertBlock(form)
    if at_start:
        QTextCursor(cursor.block().previous()).setBlockFormat(block_format(editor.measures(), editor.new_id()))
    cursor.endEditBlock()
    editor.setTextCursor(cursor)


def _backspace(editor: RichTextEdit, cursor: QTextCursor) -> bool:
    """At the start of a row, heading or quotation it takes away what the block is before it takes any words."""
    if level_of(cursor.block()) >= 0:
        shift(cursor.block(), -1, editor.measures())
    elif is_special(cursor.block()):
        remake(cursor.block(), editor.measures(), "")
    else:
        return False
    return True


def _begin_list(editor: RichTextEdit, cursor: QTextCursor) -> bool:
    """A hyphen or "1." and a space at the start of a paragraph begins a list; undo leaves what was typed."""
    block = cursor.block()
    typed = block.text()[: cursor.positionInBlock()]
    if typed not in LIST_STARTS or level_of(block) >= 0 or cursor.currentTable() is not None or is_special(block):
        return False
    cursor.insertText(" ")
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    put_in_list(cursor.block(), LIST_STARTS[typed], 0, editor.measures())
    cursor.endEditBlock()
    return True
