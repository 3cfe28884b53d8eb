"""The menu of the table that the caret stands in. Each row names its key, which works without the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from bra_desktop.ui.rich_text import tables
from bra_desktop.ui.rich_text.captions import caption_caret

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QTextTable

    from bra_desktop.ui.rich_text.edit import RichTextEdit

ALIGNED = (("left", "Vänster"), ("center", "Mitten"), ("right", "Höger"))
SAME_ROOM = "Alt+Shift+"


def table_menu(editor: RichTextEdit, part: str) -> QMenu | None:
    """The menu, or None outside every table."""
    table = tables.table_at(editor.textCursor())
    if table is None:
        return None
    menu = QMenu(editor)
    menu.setObjectName(part)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for words, key, act in _acts(editor, table):
        if not words:
            menu.addSeparator()
            continue
        action = menu.addAction(words, act)
        action.triggered.connect(lambda: editor.dress_table(editor.textCursor()))
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    _add_looks(menu, editor, table)
    return menu


def pop_up(editor: RichTextEdit, part: str) -> bool:
    """Shows the menu at the caret; tells whether there was a table."""
    menu = table_menu(editor, part)
    if menu is None:
        return False
    menu.popup(editor.viewport().mapToGlobal(editor.cursorRect().bottomLeft() + QPoint(0, 4)))
    return True


def act_on_key(editor: RichTextEdit, key: int) -> bool:
    """Alt+Shift and an arrow, Delete or Backspace, in a table; tells whether something was done."""
    table = tables.table_at(editor.textCursor())
    name = {
        Qt.Key.Key_Up: "Up", Qt.Key.Key_Down: "Down", Qt.Key.Key_Left: "Left", Qt.Key.Key_Right: "Right",
        Qt.Key.Key_Delete: "Delete", Qt.Key.Key_Backspace: "Backspace",
    }.get(Qt.Key(key), "")  # fmt: skip
    if table is None or not name or editor.isReadOnly():
        return False
    act = next((act for _words, its, act in _acts(editor, table) if its == f"{SAME_ROOM}{name}"), None)
    if act is None:
        return False
    act()
    editor.dress_table(editor.textCursor())
    return True


def _acts(editor: RichTextEdit, table: QTextTable) -> list[tuple[str, str, Callable[[], None]]]:
    row, column = tables.place_in(table, editor.textCursor())

    def nothing() -> None: ...

    return [
        ("Rad ovanför", f"{SAME_ROOM}Up", lambda: editor.setTextCursor(tables.insert_row(table, row))),
        ("Rad under", f"{SAME_ROOM}Down", lambda: editor.setTextCursor(tables.insert_row(table, row + 1))),
        ("Kolumn till vänster", f"{SAME_ROOM}Left", lambda: editor.setTextCursor(tables.insert_column(table, column))),
        (
            "Kolumn till höger", f"{SAME_ROOM}Right",
            lambda: editor.setTextCursor(tables.insert_column(table, column + 1)),
        ),
        ("", "", nothing),
        ("Ta bort raden", f"{SAME_ROOM}Delete", lambda: _remove_row(editor, table, row, column)),
        ("Ta bort kolumnen", f"{SAME_ROOM}Backspace", lambda: _remove_column(editor, table, row, column)),
        ("Ta bort tabellen", "", lambda: tables.remove_table(table)),
        ("", "", nothing),
        ("Tabellrubrik", "", lambda: editor.setTextCursor(caption_caret(table, editor.measures()))),
    ]  # fmt: skip


def _remove_row(editor: RichTextEdit, table: QTextTable, row: int, column: int) -> None:
    last = table.rows() == 1
    tables.remove_row(table, row)
    if not last:
        _stand_in(editor, table, row, column)


def _remove_column(editor: RichTextEdit, table: QTextTable, row: int, column: int) -> None:
    last = table.columns() == 1
    tables.remove_column(table, column)
    if not last:
        _stand_in(editor, table, row, column)


def _stand_in(editor: RichTextEdit, table: QTextTable, row: int, column: int) -> None:
    """The caret stays in the table, in the cell that took the place of the one that went."""
    cell = table.cellAt(min(row, table.rows() - 1), min(column, table.columns() - 1))
    editor.setTextCursor(cell.firstCursorPosition())


def _add_looks(menu: QMenu, editor: RichTextEdit, table: QTextTable) -> None:
    header = menu.addAction("Rubrikrad")
    header.setCheckable(True)
    header.setChecked(tables.has_header(table))
    header.toggled.connect(lambda on: tables.set_header(table, on))
    header.toggled.connect(lambda: editor.dress_table(editor.textCursor()))
    _row, column = tables.place_in(table, editor.textCursor())
    sides = menu.addMenu("Justera kolumnen")
    for how, words in ALIGNED:
        side = sides.addAction(words)
        side.setCheckable(True)
        side.setChecked(tables.alignment_of(table, column) == how)
        side.triggered.connect(lambda _on=False, how=how: tables.align_column(table, column, how))
