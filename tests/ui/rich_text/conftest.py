"""An editor with the keyboard, and ids that can be foreseen."""

import itertools

import pytest
from pytestqt.qtbot import QtBot

from bra_desktop.ui.rich_text.edit import RichTextEdit
from bra_desktop.ui.theme.theme import Theme


@pytest.fixture
def edit(qtbot: QtBot, theme: Theme) -> RichTextEdit:
    numbers = itertools.count(1)
    edit = RichTextEdit(theme, "live.minutes", "Referat", lambda: f"new-{next(numbers)}")
    qtbot.addWidget(edit)
    edit.resize(600, 400)
    edit.show()
    edit.activateWindow()
    qtbot.waitExposed(edit)
    edit.setFocus()
    return edit
