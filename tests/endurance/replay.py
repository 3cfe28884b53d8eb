"""A long meeting replayed faster than it would be, to see that the program does not grow with the hours.

    python -m tests.endurance.replay [--minutes 480] [--factor 20]

Minutes are those of the meeting: eight hours at twenty times the speed take twenty-four minutes. Somebody types eighty
letters a minute, goes from item to item and back, decides, makes actions, and lets people come and go; all with keys,
in the real window. Resident memory is told for every ten minutes of the meeting.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bra_desktop.domain.text import plain_text
from bra_desktop.storage.database import Database
from tests.endurance.running_meeting import REF, make_running_meeting, office_on

LIMIT = 20.0
"""Megabytes that the program may grow by after it has warmed up."""
EVERY = 10
WARM = 60
"""Minutes of the meeting until everything has been loaded and shown once."""
MINUTES_OF_AN_ITEM = 12
PATIENCE = 600


@dataclass(frozen=True)
class Memory:
    """Megabytes at minutes of the meeting."""

    minutes: tuple[int, ...]
    megabytes: tuple[float, ...]

    def growth(self, warm: int = WARM) -> float:
        """From the end of the warm-up to the end; the middle of three each, since memory comes and goes in leaps."""
        after = [mb for minute, mb in zip(self.minutes, self.megabytes, strict=True) if minute >= warm]
        return statistics.median(after[-3:]) - statistics.median(after[:3])


class ReplayFailed(Exception):
    """The window did not come to the end of the meeting."""


def replay(minutes: int, factor: float, data: Path, every: int = EVERY, say: Callable[[str], None] = print) -> Memory:
    """Make a meeting in the folder and hold it. Raises ReplayFailed when the window ends before the meeting does."""
    make_running_meeting(data, minutes // MINUTES_OF_AN_ITEM + 3)
    given = json.dumps({"ref": REF, "minutes": minutes, "factor": factor, "every": every})
    told: list[tuple[int, float]] = []
    for line in _told(data, given):
        minute, megabytes = line["minute"], line["rss"]
        told.append((int(minute), megabytes))
        say(f"minute {minute:.0f}: {megabytes:.1f} MB")
    if not told or told[-1][0] < minutes:
        raise ReplayFailed(f"it came to {told[-1:]}")
    return Memory(tuple(minute for minute, _mb in told), tuple(mb for _minute, mb in told))


def _told(data: Path, given: str) -> Iterator[dict[str, float]]:
    read, write = os.pipe()
    environment = os.environ | ({} if os.environ.get("DISPLAY") else {"QT_QPA_PLATFORM": "offscreen"})
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", "tests.endurance.secretary", str(data), str(write), given]
    with subprocess.Popen(command, pass_fds=(write,), env=environment) as process:
        os.close(write)
        with os.fdopen(read, encoding="utf-8") as lines:
            yield from (one for one in map(json.loads, lines) if "rss" in one)
        process.wait(PATIENCE)
    if process.returncode:
        raise ReplayFailed(f"it ended with {process.returncode}")


def written_words(data: Path) -> int:
    """How many words the items have on the disk."""
    with Database.open(data) as database:
        return sum(len(plain_text(item.text).split()) for item in office_on(database).content(REF).items)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--minutes", type=int, default=480)
    parser.add_argument("--factor", type=float, default=20.0)
    parser.add_argument("--warm", type=int, default=WARM)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="bra-replay-") as folder:
        memory = replay(given.minutes, given.factor, Path(folder) / "data")
        words = written_words(Path(folder) / "data")
    growth = memory.growth(given.warm)
    print(f"{words} words; grown by {growth:.1f} MB after minute {given.warm}, limit {LIMIT:.0f} MB")
    return 1 if growth > LIMIT else 0


if __name__ == "__main__":
    sys.exit(main())
