"""What help (F1) and the README say of keys is what the window listens to, and nothing that it listens to is unsaid."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QShortcut
from pytestqt.qtbot import QtBot

from bra_desktop.services.office import Office
from bra_desktop.ui.help.keys import EVERYWHERE, IN_TEXT, in_swedish
from bra_desktop.ui.live.keys import KEYS
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.live.conftest import enter, settle
from tests.ui.live.test_keys import combinations

README = Path(__file__).parents[3] / "README.md"
IN_FIELDS = {
    # what the keys of an att-sats are tried in: test_undoing, test_in_the_meeting, test_forms
    "Alt+Pil upp", "Alt+Pil ned", "Alt+Enter", "Alt+Delete",
    # and those of the text: test_keys_of_writers, test_tables_by_keyboard, test_pasting, test_signs, test_undoing
    "Tab", "Skift+Tab", "Alt+1", "Alt+2", "Alt+0", "Ctrl+Skift+C", "Ctrl+Skift+V", "Ctrl+Z", "Ctrl+Y", "/fras", "@namn",
    "!åtgärd först på", "Ctrl+B", "Ctrl+I", "Esc", "Alt+Skift+pil", "Alt+Skift+Delete", "Alt+Skift+Backsteg",
    "Skift+F10",  # on Windows the system's own
}  # fmt: skip
OF_WINDOW_AND_BUTTONS = {"F1", "Ctrl+N"}
"""Made where they are used: the help, and a button of the list of meetings."""


@pytest.fixture
def page(qtbot: QtBot, open_window: Callable[..., MainWindow], operations: Operations, running: Office) -> LivePage:
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    return page


def bound(page: LivePage) -> set[str]:
    """The keys that page and window listen to, as they stand on a Swedish keyboard."""
    shortcuts = (*page.findChildren(QShortcut), *page.window().findChildren(QShortcut))
    bound = [key for shortcut in shortcuts for key in shortcut.keys()]  # noqa: SIM118 - no dictionary
    return {in_swedish(key.toString()) for key in bound}


def told() -> set[str]:
    """The keys of help, one by one."""
    said = (*KEYS, *EVERYWHERE, *IN_TEXT)
    return {key for words, _means in said for key in combinations(words)}


def test_every_key_of_help_is_listened_to(page: LivePage) -> None:
    assert told() - bound(page) - IN_FIELDS - OF_WINDOW_AND_BUTTONS == set()


def test_every_key_that_is_listened_to_is_in_help(page: LivePage) -> None:
    places = {key for key in bound(page) if re.fullmatch(r"Ctrl\+\d", key)}  # under Gå till
    assert bound(page) - told() - places == set()


def test_every_key_that_the_readme_names_is_one_of_these(page: LivePage) -> None:
    words = " ".join(README.read_text(encoding="utf-8").split("## Two commands")[0].split())
    named = set(re.findall(r"(?:(?:Ctrl|Alt|Skift)\+)+(?:Pil upp|Pil ned|Enter|F\d+|\w)|\bF\d+\b", words))
    assert len(named) > 12
    assert named - bound(page) - IN_FIELDS - OF_WINDOW_AND_BUTTONS == set()
