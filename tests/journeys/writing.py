"""Writing a whole text in the editor by its keys: paragraphs, lists in levels, tables with their columns, italics."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu

from bra_desktop.domain.text import Block, Cell, Heading, ListItem, Paragraph, Run, Table, TextDocument
from bra_desktop.ui.rich_text.edit import RichTextEdit
from bra_desktop.ui.rich_text.table_menu import table_menu
from tests.ui.keyboard import press, type_text

KEY = Qt.Key
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
FIRST_ROWS = FIRST_COLUMNS = 3
"""What a new table has."""
SIDES = {"left": "Vänster", "center": "Mitten", "right": "Höger"}


def write(editor: RichTextEdit, text: TextDocument) -> None:
    """Block by block, as somebody types who never takes the hands off the keyboard."""
    before: Block | None = None
    for block in text.blocks:
        if before is not None:
            _begin_after(editor, before, block)
        if isinstance(block, Table):
            _table(editor, block)
        elif isinstance(block, ListItem):
            _list_item(editor, before, block)
        elif isinstance(block, Heading):
            press(editor, KEY.Key_1, ALT)
            _runs(editor, block.runs)
        else:
            assert isinstance(block, Paragraph), block
            _runs(editor, block.runs)
        before = block


def _begin_after(editor: RichTextEdit, before: Block, block: Block) -> None:
    if isinstance(before, Table):
        editor.moveCursor(QTextCursor.MoveOperation.End)  # Ctrl+End
        return
    if isinstance(block, Table) and not isinstance(before, ListItem):
        return
    press(editor, KEY.Key_Return)
    if isinstance(before, ListItem) and not (isinstance(block, ListItem) and block.ordered == before.ordered):
        for _level in range(before.level + 1):
            press(editor, KEY.Key_Return)


def _list_item(editor: RichTextEdit, before: Block | None, block: ListItem) -> None:
    level = 0
    if isinstance(before, ListItem) and before.ordered == block.ordered:
        level = before.level
    else:
        type_text(editor, "1. " if block.ordered else "- ")
    while level != block.level:
        deeper = block.level > level
        press(editor, KEY.Key_Tab if deeper else KEY.Key_Backtab, Qt.KeyboardModifier.NoModifier if deeper else SHIFT)
        level += 1 if deeper else -1
    _runs(editor, block.runs)


def _runs(editor: RichTextEdit, runs: tuple[Run, ...]) -> None:
    for run in runs:
        if run.italic != editor.fontItalic():
            press(editor, KEY.Key_I, CONTROL)
        type_text(editor, run.text)
    if editor.fontItalic():
        press(editor, KEY.Key_I, CONTROL)


def _table(editor: RichTextEdit, table: Table) -> None:
    editor.insert_table(FIRST_ROWS, FIRST_COLUMNS)  # Ctrl+Shift+T is the page's key for it
    columns = len(table.rows[0].cells)
    for _more in range(columns - FIRST_COLUMNS):
        press(editor, KEY.Key_Right, ALT | SHIFT)
    for _fewer in range(FIRST_COLUMNS - columns):
        press(editor, KEY.Key_Backspace, ALT | SHIFT)
    inside = editor.textCursor().currentTable()
    editor.setTextCursor(inside.cellAt(0, 0).firstCursorPosition())
    cells = [cell for row in table.rows for cell in row.cells]
    for at, cell in enumerate(cells):
        if at:
            press(editor, KEY.Key_Tab)
        _cell(editor, cell)
    _align(editor, table)


def _cell(editor: RichTextEdit, cell: Cell) -> None:
    for run in cell.runs:
        if run.bold:
            press(editor, KEY.Key_B, CONTROL)
        type_text(editor, run.text)


def _align(editor: RichTextEdit, table: Table) -> None:
    for column, side in enumerate(table.alignments):
        if side == "left":
            continue
        inside = editor.textCursor().currentTable()
        editor.setTextCursor(inside.cellAt(0, column).firstCursorPosition())
        menu = table_menu(editor, "live.table_menu")
        assert menu is not None
        sides = menu.findChild(QMenu)
        assert sides is not None
        next(a for a in sides.actions() if a.text() == SIDES[side]).trigger()
        menu.close()
