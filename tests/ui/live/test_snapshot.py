"""Taking the text for a save reads only what was changed, and is the same as reading all of it."""

import itertools
import random

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from bra_desktop.domain.text import ListItem, Paragraph, Run, TextDocument
from bra_desktop.ui.rich_text.edit import RichTextEdit
from bra_desktop.ui.rich_text.reader import read
from bra_desktop.ui.theme.theme import Theme
from tests.ui.keyboard import press, type_text

CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


def test_after_any_edits_the_quick_reading_is_the_whole_reading(qtbot: QtBot, theme: Theme) -> None:
    numbers = itertools.count(1)
    editor = RichTextEdit(theme, "live.text", "Referat", lambda: f"n{next(numbers)}")
    qtbot.addWidget(editor)
    paragraphs = [Paragraph(f"p{n}", (Run(f"Stycke {n} om läget."), Run(" Fet", bold=True))) for n in range(8)]
    editor.show_text(TextDocument((*paragraphs, *(ListItem(f"l{n}", n % 2, runs=(Run("insats"),)) for n in range(4)))))
    chance = random.Random(41)
    acts = (
        lambda: type_text(editor, chance.choice(("å", "– ", "§"))),
        lambda: press(editor, Qt.Key.Key_Return),
        lambda: press(editor, Qt.Key.Key_Backspace),
        lambda: press(editor, Qt.Key.Key_Delete),
        lambda: press(editor, Qt.Key.Key_Z, CONTROL),
        editor.toggle_bold,
        lambda: editor.toggle_list(chance.random() < 0.5),
        lambda: editor.set_heading(chance.randrange(3)),
        lambda: editor.set_quotation(),
        lambda: editor.insert_table(2, 2),
    )
    for step in range(400):
        cursor = editor.textCursor()
        cursor.setPosition(chance.randrange(editor.document().characterCount()))
        if chance.random() < 0.3:
            end = min(cursor.position() + chance.randrange(40), editor.document().characterCount() - 1)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
        chance.choice(acts)()
        quick = editor.text()
        assert quick == read(editor.document(), lambda: "new"), step
