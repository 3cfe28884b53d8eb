"""A meeting that was adjourned, or never closed, on another day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

import pytest
from pytestqt.qtbot import QtBot

from bra_desktop.services.live import minutes, opening
from bra_desktop.services.office import Office
from bra_desktop.ui.live.course import agenda, item_clock, strip
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.live.conftest import REF, Wall, content
from tests.ui.live.test_undoing import begin

OpenWindow = Callable[..., MainWindow]


@pytest.fixture
def next_day(running: Office, wall: Wall) -> Office:
    """Its second item was taken up at 13.56; adjourned at 14.04, and now it is five past twelve the day after."""
    wall.later(3 * 60 + 56)
    minutes.take_up(running, content(running).items[1].key)
    wall.later(8)
    opening.adjourn(running, REF)
    wall.later(22 * 60 + 1)
    return running


def test_the_night_counts_in_no_clock_of_an_item(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, next_day: Office
) -> None:
    scene = begin(qtbot, open_window, operations, next_day).page.presenter.scene
    assert scene is not None
    shown = scene.at_item(scene.ongoing)
    assert item_clock(shown, time(12, 5)).words.startswith("8 ")
    assert any(" 8 " in f" {row.below} " for row in agenda(scene, time(12, 5)))
    assert strip(scene, time(12, 5)).item.replace("\u00a0", " ") == "Ajournerat sedan 3 december kl. 14.04"


def test_a_break_counts_in_no_clock_of_its_item(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    wall.later(10)
    opening.adjourn(running, REF)
    wall.later(30)
    opening.resume(running, REF)
    scene = begin(qtbot, open_window, operations, running).page.presenter.scene
    assert scene is not None
    assert item_clock(scene.at_item(scene.ongoing), time(10, 45)).words.startswith("15 ")
