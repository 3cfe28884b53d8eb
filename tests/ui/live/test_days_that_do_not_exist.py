"""A day that its month does not have is said to be missing, where an action is typed as well as in a form."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bra_desktop.domain.swedish import NBSP
from bra_desktop.services import reading
from bra_desktop.services.office import Office
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.keyboard import press, type_text
from tests.ui.live.conftest import content, enter, settle

OpenWindow = Callable[..., MainWindow]


@pytest.mark.parametrize("day", ["31/2", "senast 31 april"])
def test_a_typed_action_with_such_a_day_stays_a_line_and_says_why(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, day: str
) -> None:
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    editor = page.item.minutes.editor
    editor.setFocus()
    line = f"!Tala med butikerna @{reading.organisations(running)[0].name} {day}"
    type_text(editor, line)
    assert page.signs.is_open()
    press(editor, Qt.Key.Key_Return)
    settle(qtbot, page, operations)
    window = page.window()
    assert isinstance(window, MainWindow)
    assert any("finns inte: " in words for words in window.messages.words()), window.messages.words()
    assert editor.toPlainText().replace(NBSP, " ") == line
    assert content(running).items[0].actions == ()
    assert not page.form.is_open()
