"""The small row of tools over a text: bold, heading, lists and a table. Each has its key too."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from bra_desktop.ui.layouts import STRETCH, box, row
from bra_desktop.ui.rich_text.block_keys import toggle_heading
from bra_desktop.ui.rich_text.edit import RichTextEdit
from bra_desktop.ui.rich_text.table_menu import pop_up
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button

TABLE = (2, 2)
"""Rows and columns of a new table."""


def text_tools(theme: Theme, part: str, editor: RichTextEdit) -> QWidget:
    """`part` is the first part of the tools' names, as in annex.mark_bold."""

    def table() -> None:
        if not pop_up(editor, f"{part}.table_menu"):
            editor.insert_table(*TABLE)

    buttons = []
    for icon, words, key, act in (
        ("bold", "Fet", "Ctrl+B", editor.toggle_bold),
        ("", "Rubrik", "Alt+1", lambda: toggle_heading(editor)),
        ("list", "Punktlista", "- och mellanslag", lambda: editor.toggle_list(False)),
        ("list-ordered", "Numrerad lista", "1. och mellanslag", lambda: editor.toggle_list(True)),
        ("table", "Tabell", "Ctrl+Skift+T", table),
    ):
        tip = f"{words}. {key}" if key else words
        button = Button(theme, f"{part}.mark_{icon or 'heading'}".replace("-", "_"), words, "quiet", icon, tip=tip)
        button.set_compact(bool(icon))
        button.clicked.connect(lambda _on=False, act=act: act())
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # each has its key, and Tab leads straight to the text
        buttons.append(button)
    shortcut = QShortcut(QKeySequence("Ctrl+Shift+T"), editor)
    shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
    shortcut.activated.connect(table)
    return box(row(theme, *buttons, STRETCH, space=2, margin=(6, 2, 6, 2)))
