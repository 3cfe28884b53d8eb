"""A table's lines are as thin and calm as the theme's others, in the dark as in the light."""

import pytest
from PySide6.QtGui import QTextFrameFormat
from pytestqt.qtbot import QtBot

from bra_desktop.ui.rich_text.edit import RichTextEdit
from bra_desktop.ui.theme.theme import Theme


@pytest.mark.parametrize("look", ["light", "dark", "high-contrast"])
def test_the_lines_are_drawn_in_the_colour_of_lines(qtbot: QtBot, theme: Theme, look: str) -> None:
    theme.choose(look)
    editor = RichTextEdit(theme, "test.text", "Text", iter("abcdefghij").__next__)
    qtbot.addWidget(editor)
    editor.insert_table(2, 2)
    form = editor.textCursor().currentTable().format()
    assert form.borderStyle() == QTextFrameFormat.BorderStyle.BorderStyle_Solid
    assert form.borderBrush().color().name().upper() == theme.hex("line-strong").upper()
