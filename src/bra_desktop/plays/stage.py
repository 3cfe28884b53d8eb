"""A stage for a play: an office whose clock the play sets, and its prompter that says each step aloud."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

from bra_desktop.plays.scenes import Scene, Told, tell
from bra_desktop.services.office import Office
from bra_desktop.services.opening_data import open_data
from bra_desktop.system.clock import STOCKHOLM

MORNING = time(9, 0)


class Stage:
    """The office of a play. Local times are Swedish; the clock stands still until the play moves it."""

    def __init__(
        self, folder: Path, actor: str, say: Callable[[str], None], told: Told = lambda _words, _done, _total: None
    ) -> None:
        """``say`` gets a line when something has been done, ``told`` how far the play has come."""
        self._now = datetime(2025, 1, 2, 8, 0, tzinfo=STOCKHOLM)
        self.say = say
        self._told = told
        self.office = Office(
            open_data(folder, create=True), actor, "exempel", lambda: self._now, lambda: str(uuid.uuid4())
        )

    def at(self, day: date, clock: time = MORNING) -> None:
        """Move the clock."""
        self._now = datetime.combine(day, clock, tzinfo=STOCKHOLM)

    def comes_to(self, scene: Scene, piece: int = 0, pieces: int = 1, about: str = "") -> None:
        """Tell that a piece of a scene begins. Raises what the one who is told raises."""
        tell(self._told, scene, piece, pieces, about)

    def close(self) -> None:
        """Let go of the data."""
        self.office.database.close()
