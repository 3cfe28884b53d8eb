"""An att-sats is what was typed last, wherever one has been in between."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bra_desktop.services.office import Office
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.keyboard import type_text
from tests.ui.live.conftest import content, enter, new_decision, settle

OpenWindow = Callable[..., MainWindow]


def words(page: LivePage) -> list[str]:
    return [line.edit.words() for line in page.item.decisions.lines]


def write_in_two(qtbot: QtBot, page: LivePage, operations: Operations) -> None:
    """A new att-sats of which the first word is on the disk; the second has just been typed."""
    line = new_decision(page)
    type_text(line.edit, "notera")
    settle(qtbot, page, operations)
    type_text(line.edit, " informationen")


def test_it_stands_there_whole_when_one_comes_back_to_its_item(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    first, second = content(running).items[:2]
    write_in_two(qtbot, page, operations)
    settle(qtbot, page, operations)
    page.presenter.turn_to(second.key)
    page.presenter.turn_to(first.key)
    assert words(page) == ["notera informationen"]


def test_it_stands_there_whole_when_the_screen_is_shared(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    write_in_two(qtbot, page, operations)
    settle(qtbot, page, operations)
    page.acts.focus_text()
    QTest.keyClick(page.item, Qt.Key.Key_F4)
    assert words(page) == ["notera informationen"]


def test_one_that_was_left_before_it_was_saved_is_there_when_one_is_back(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    first, second = content(running).items[:2]
    line = new_decision(page)
    type_text(line.edit, "notera")
    page.presenter.turn_to(second.key)
    page.presenter.turn_to(first.key)
    settle(qtbot, page, operations)
    assert words(page) == ["notera"]
    assert [d.text for d in content(running).items[0].decisions] == ["notera"]


def test_one_that_was_changed_and_left_before_that_was_saved_is_as_changed_when_one_is_back(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    first, second = content(running).items[:2]
    write_in_two(qtbot, page, operations)
    page.presenter.turn_to(second.key)
    page.presenter.turn_to(first.key)
    settle(qtbot, page, operations)
    assert words(page) == ["notera informationen"]
