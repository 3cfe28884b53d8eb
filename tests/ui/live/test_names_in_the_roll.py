"""In the roll letters look for a name, and Space marks whom they found."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bra_desktop.services.office import Office
from bra_desktop.ui.live.sides.typed_name import PAUSE, TypedName, place_of_name
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.keyboard import type_text
from tests.ui.live.conftest import enter, settle

OpenWindow = Callable[..., MainWindow]
NAMES = ["Anna Öberg", "Bo Lind", "Cilla Åkesson", "Lars Ek", "Östen Ro"]


@pytest.mark.parametrize(
    ("typed", "at", "found"),
    [("l", 0, 1), ("l", 1, 3), ("ll", 1, 3), ("la", 1, 3), ("lind", 3, 1), ("å", 0, 2), ("ö", 0, 4), ("ö", 4, 0),
     ("Bo L", 4, 1), ("x", 0, None)],
)  # fmt: skip
def test_the_beginning_of_any_part_of_a_name_is_found(typed: str, at: int, found: int | None) -> None:
    assert place_of_name(NAMES, typed, at) == found


def test_letters_belong_together_until_there_is_a_pause() -> None:
    clock = [10.0]
    typed = TypedName(lambda: clock[0])
    typed.letter("l")
    assert typed.letter("a") == "la"
    assert typed.goes_on()
    clock[0] += 2 * PAUSE
    assert not typed.goes_on()
    assert typed.letter("b") == "b"


def test_space_marks_the_one_that_a_letter_found(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, called: Office
) -> None:
    page = enter(qtbot, open_window, called)
    QTest.keyClick(page.item, Qt.Key.Key_F8)
    roll, rows = page.attendance.list, page.attendance.rows()
    wanted = next(n for n, row in enumerate(rows) if n and not row.here)
    type_text(roll, rows[wanted].name)
    assert roll.currentRow() == wanted
    QTest.keyClick(roll, Qt.Key.Key_Space)  # within the words: part of what is typed
    assert not page.presenter.busy()
    roll._typed._last -= PAUSE
    QTest.keyClick(roll, Qt.Key.Key_Space)
    settle(qtbot, page, operations)
    assert page.attendance.rows()[wanted].here
