"""A stage for a play: an office whose clock the play sets, and its prompter that says each step aloud."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

from bra_desktop.services.office import SWEDEN, Office
from bra_desktop.services.opening_data import open_data

MORNING = time(9, 0)


class Stage:
    """The office of a play. Local times are Swedish; the clock stands still until the play moves it."""

    def __init__(self, folder: Path, actor: str, say: Callable[[str], None]) -> None:
        self._now = datetime(2025, 1, 2, 8, 0, tzinfo=SWEDEN)
        self.say = say
        self.office = Office(
            open_data(folder, create=True), actor, "exempel", lambda: self._now, lambda: str(uuid.uuid4())
        )

    def at(self, day: date, clock: time = MORNING) -> None:
        """Move the clock."""
        self._now = datetime.combine(day, clock, tzinfo=SWEDEN)

    def close(self) -> None:
        """Let go of the data."""
        self.office.database.close()
