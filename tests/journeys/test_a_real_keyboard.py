"""The program itself, on a screen of its own, is written in by the keys of a Swedish keyboard."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bra_desktop.domain.content import ItemContent
from bra_desktop.domain.text import plain_text
from bra_desktop.storage.database import Database
from bra_desktop.system.paths import Paths
from bra_desktop.system.settings import Settings
from bra_desktop.ui import interrupted
from tests.endurance.running_meeting import REF, make_running_meeting, office_on
from tests.journeys.x_screen import PATIENCE, a_screen, missing_programs, started, until

TYPED = "Åke Öhman går på É-gatan – det är § 5.\nÄn en gång, för säkerhets skull."
DECIDED = "lägga É-gatans § till handlingarna – och åka hem."

pytestmark = pytest.mark.skipif(bool(missing_programs()), reason=f"without {', '.join(missing_programs())}")


def test_what_is_typed_on_a_swedish_keyboard_stands_in_the_minutes(tmp_path: Path) -> None:
    """The window opens at the meeting that was being written when the program ended."""
    data = tmp_path / "data"
    make_running_meeting(data)
    memory = Paths.in_folder(data).config
    interrupted.begin(Settings(memory), f"{REF} .")  # shown once in vain; it is counted anew when it is shown
    with a_screen(tmp_path) as screen:
        command = [sys.executable, "-m", "bra_desktop", "--data", str(data)]
        with started(screen, command, tmp_path / "program.txt") as program:
            until(lambda: Settings(memory).recall(interrupted.KEY) == REF, program)
            screen.types(TYPED, lambda so_far: plain_text(stored(data).text).rstrip() == so_far.rstrip(), program)
            screen.presses("ctrl+Return")
            screen.types(f"att {DECIDED}", lambda so_far: f"att {decided(data)}".rstrip() == so_far.rstrip(), program)
            screen.presses("alt+F4")
            assert program.wait(PATIENCE) == 0, (tmp_path / "program.txt").read_text()
    assert plain_text(stored(data).text) == TYPED
    assert decided(data) == DECIDED


def stored(data: Path) -> ItemContent:
    """As it stands on the disk, also while the program has it open."""
    with Database.open_to_read(data) as database:
        return office_on(database).content(REF).items[0]


def decided(data: Path) -> str:
    return " ".join(decision.text for decision in stored(data).decisions)
