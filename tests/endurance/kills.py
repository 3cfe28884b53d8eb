"""Kills the program while somebody writes, again and again, and looks each time at what is left.

    python -m tests.endurance.kills --count 1000 [--seed 7]

Each time the real window is started on the same data; it has to open the meeting that was being written, at the same
item, with the caret where it was. Somebody types in it, with letters that come through the window's event queue, until
it is killed (SIGKILL) at a moment that is drawn by lot; in a third of the turns while a backup or a PDF is made or a
meeting file is read in. In some turns she types in a form that she never sends: that has to be open again at the next
start, with her words and the caret. Then the data have to be whole, and whatever had been painted more than a second
before has to be on the disk. The seed is printed; the same seed draws the same plans.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import math
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zipfile import is_zipfile

from bra_desktop import bootstrap
from bra_desktop.domain.text import plain_text
from bra_desktop.services.live import form_drafts
from bra_desktop.storage.database import Database
from bra_desktop.ui.live.forms.form_draft import read_draft
from tests.endurance.driven import FIELDS, FORM
from tests.endurance.running_meeting import REF, long_meeting_file, make_running_meeting, office_on

SAFE_AFTER = 1.0
"""Seconds after which what has been painted has to survive, on a machine that lets the program work in them."""
WORKS = ("backup", "import", "pdf")
ITEMS = 30
SAMPLE = 0.1
PATIENCE = 180.0
"""Seconds that a start may take on a machine that does other things."""


@dataclass(frozen=True)
class Plan:
    """What is drawn for one turn. moment: seconds from the first key to the kill; early: from the start instead."""

    number: int
    seed: int
    pace: str
    work: str
    turn: bool
    words_back: int
    moment: float
    early: bool
    form: str

    @classmethod
    def draw(cls, seed: int, number: int) -> Plan:
        dice = random.Random(f"{seed}/{number}")
        return cls(
            number,
            dice.randrange(2**31),
            dice.choice(("human", "fast")),
            WORKS[number // 3 % len(WORKS)] if number % 3 == 2 else "",
            dice.random() < 0.3,
            dice.choice((0, 0, 0, 3, 8)),
            dice.uniform(0.1, 3.5),
            number % 12 == 10,
            dice.choice(tuple(FIELDS)) if number % 3 == 1 or dice.random() < 0.2 else "",
        )


@dataclass
class Left:
    """What the next start has to find: the texts, and where the caret may stand. No places: wherever it likes."""

    texts: dict[str, str]
    places: set[tuple[str, int]] = field(default_factory=set)


class Turn:
    """One start of the program, until it has been killed. told: what came through the pipe."""

    def __init__(self, data: Path, beside: Path, plan: Plan, *, finds_form: bool) -> None:
        self.plan = plan
        self.told: list[dict[str, Any]] = []
        self._news = threading.Condition()
        self._ended = False
        self.killed = self.waited = 0.0
        given = vars(plan) | {
            "finds_form": finds_form,
            "ref": REF,
            "beside": str(beside),
            "meeting_file": str(beside / "möte.json"),
        }
        read, write = os.pipe()
        command = [sys.executable, "-m", "tests.endurance.typist", str(data), str(write), json.dumps(given)]
        environment = os.environ | {"QT_QPA_PLATFORM": "" if os.environ.get("DISPLAY") else "offscreen"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        if not environment["QT_QPA_PLATFORM"]:
            del environment["QT_QPA_PLATFORM"]
        self._process = subprocess.Popen(command, pass_fds=(write,), env=environment, stderr=subprocess.PIPE)
        os.close(write)
        self._reader = threading.Thread(target=self._listen, args=(read,))
        self._reader.start()

    def run(self) -> None:
        """Until the kill. Raises Faulty when the program ended by itself or said nothing."""
        if not self.plan.early and not self._hears("typing"):
            self._kill()
            raise Faulty(f"it does not come to typing; the last it told: {self.told[-1:]}\n{self._said()}")
        samples: list[float] = []
        end = time.monotonic() + self.plan.moment
        while (rest := end - time.monotonic()) > 0:
            samples.append(self._kept_waiting())
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(timeout=min(rest, SAMPLE))
                self._reader.join()
                raise Faulty(f"it ended by itself\n{self._said()}")
        samples.append(self._kept_waiting())
        self.waited = samples[-1] - samples[-round(2 * SAFE_AFTER / SAMPLE) :][0]
        self._kill()

    @property
    def safe(self) -> float:
        """Until then what has been painted has to survive: a second before the kill, and as long as other programs
        have kept this one from the processor in the last two.
        """
        return self.killed - SAFE_AFTER - self.waited

    def _kept_waiting(self) -> float:
        """Seconds that the window's thread and the one that saves were ready to work and others had the processor.

        Nothing where the system does not tell it.
        """
        nanoseconds = 0
        for thread in next((one["threads"] for one in self.told if "threads" in one), ()):
            with contextlib.suppress(OSError):
                told = Path(f"/proc/{self._process.pid}/task/{thread}/schedstat").read_text(encoding="ascii")
                nanoseconds += int(told.split()[1])
        return nanoseconds / 1e9

    def _kill(self) -> None:
        self.killed = time.monotonic()
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        self._reader.join()

    def _said(self) -> str:
        return self._process.stderr.read().decode()[-800:] if self._process.stderr is not None else ""

    def close(self) -> None:
        if self._process.poll() is None:
            self._kill()
        if self._process.stderr is not None:
            self._process.stderr.close()

    def _listen(self, read: int) -> None:
        with os.fdopen(read, encoding="utf-8") as lines:
            for line in lines:
                with self._news:
                    self.told.append(json.loads(line))
                    self._news.notify_all()
        with self._news:
            self._ended = True
            self._news.notify_all()

    def _hears(self, what: str) -> bool:
        def heard() -> bool:
            return self._ended or any(what in one for one in self.told)

        with self._news:
            self._news.wait_for(heard, PATIENCE)
            return any(what in one for one in self.told)


class Faulty(Exception):
    """Something was lost or broken."""


def kill_again_and_again(count: int, seed: int, say: Any = print) -> list[str]:
    """Answers what was wrong, in words; empty when nothing was."""
    faults: list[str] = []
    with tempfile.TemporaryDirectory(prefix="bra-kills-") as folder:
        data, beside = Path(folder) / "data", Path(folder) / "beside"
        beside.mkdir()
        make_running_meeting(data, ITEMS)
        (beside / "möte.json").write_text(long_meeting_file("BRA-2027-03-04", "2027-03-04"), encoding="utf-8")
        left = Left(stored_texts(data))
        for number in range(count):
            plan = Plan.draw(seed, number)
            turn = Turn(data, beside, plan, finds_form=bool(left.texts[FORM]))
            try:
                turn.run()
                found = [*opening_faults(turn, left), *damage(data, beside, Path(folder) / "copy")]
                left, lost = survived(turn, left, stored_texts(Path(folder) / "copy"))
                found += lost
            except Faulty as fault:
                found = [str(fault)]
            finally:
                turn.close()
            edits = [one["edit"]["item"] for one in turn.told if "edit" in one]
            works = sum("worked" in one for one in turn.told)
            told = f"{len(edits)} changes, {edits.count(FORM)} in a form, {works} times through"
            told += f", kept waiting {turn.waited:.2f} s"
            say(f"{number + 1}/{count} {_words(plan)}: {told}: {found or 'whole'}")
            faults += [f"seed {seed}, turn {number}: {fault}" for fault in found]
    return faults


def _words(plan: Plan) -> str:
    beside = f" beside {plan.work}" if plan.work else ""
    where = f" in {plan.form}" if plan.form else ""
    return f"{'early' if plan.early else plan.pace} {plan.moment:.2f} s{where}{beside}"


# ── what is looked at ────────────────────────────────────────────────────────────────────────
def opening_faults(turn: Turn, left: Left) -> Iterator[str]:
    """Where the program opened, beside where it was killed before."""
    opened = next((one for one in turn.told if "opened" in one), None)
    if opened is None or not left.places:
        return
    if opened["opened"] != "live":
        yield "it did not open the meeting by itself"
        return
    if (opened["item"], opened["caret"]) not in left.places:
        yield f"the caret stands at {opened['caret']} of {opened['item']} and not at any of {sorted(left.places)}"
    if opened["text"] != left.texts[opened["item"]]:
        yield "it shows another text than was stored"


def damage(data: Path, beside: Path, copy: Path) -> Iterator[str]:
    """What is broken, found in a copy, so that the next start meets the data as the kill has left them.

    The program's own check reads the chain of the ledger too.
    """
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(data, copy)
    with contextlib.closing(sqlite3.connect(copy / "bra.sqlite")) as plain:
        (found,) = plain.execute("PRAGMA integrity_check").fetchone()
    if found != "ok":
        yield f"integrity_check: {found}"
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        code = bootstrap.run(["check", "--data", str(copy)])
    if code:
        yield f"check: {said.getvalue()}"
    yield from (f"{one.name} is half made" for one in beside.glob("*.brabackup") if not is_zipfile(one))


def stored_texts(folder: Path) -> dict[str, str]:
    """The words of each item, by its key, and those of the form that was open."""
    with Database.open(folder) as database:
        office = office_on(database)
        content = office.content(REF)
        texts = form_drafts.drafts_of(office, content.key)
    return {item.key: plain_text(item.text) for item in content.items} | {FORM: _typed(texts)}


def _typed(texts: Mapping[str, str]) -> str:
    read = [read_draft(key, text) for key, text in texts.items()]
    if None in read:
        raise Faulty(f"a draft is half written: {texts}")
    drafts = sorted((draft for draft in read if draft is not None and draft.is_open), key=lambda draft: draft.at)
    return str(drafts[-1].typed[FIELDS[drafts[-1].address.name.rpartition("/")[2]]]) if drafts else ""


def survived(turn: Turn, left: Left, stored: dict[str, str]) -> tuple[Left, list[str]]:
    """What the next start has to find, and what has been lost."""
    lost = []
    states = {item: [(0.0, text)] for item, text in left.texts.items()}
    painted = [(one["painted"], one["t"]) for one in turn.told if "painted" in one]
    for number, edit in enumerate((one["edit"] for one in turn.told if "edit" in one), start=1):
        text = states[edit["item"]][-1][1]
        at, end = edit["at"], edit["at"] + edit["removed"]
        seen_at = next((t for edits, t in painted if edits >= number), math.inf)
        states[edit["item"]].append((seen_at, text[:at] + edit["added"] + text[end:]))
    for item, seen in states.items():
        old = [text for t, text in seen if t <= turn.safe]
        allowed = [old[-1], *(text for t, text in seen if t > turn.safe)]
        if stored.get(item) not in allowed:
            lost.append(f"in {item} stands …{stored.get(item, '')[-60:]!r} and not …{old[-1][-60:]!r} or what followed")
    return Left(stored, places_of(turn, left, stored) or left.places), lost


def places_of(turn: Turn, left: Left, stored: dict[str, str]) -> set[tuple[str, int]]:
    """Where the caret has been within the last second, and the last place before; within what has been stored.

    In the form, when words of one have been stored.
    """
    in_form = bool(stored.get(FORM))
    told = [
        (one["t"], one["item"], one["caret"])
        for one in turn.told
        if "caret" in one and (one["item"] == FORM) is in_form
    ]
    late = [place for place in told if place[0] > turn.safe]
    before = [place for place in told if place[0] <= turn.safe]
    return {(item, min(caret, len(stored[item]))) for _t, item, caret in [*before[-1:], *late]}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--count", type=int, default=25)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    given = parser.parse_args(arguments)
    print(f"seed {given.seed}")
    faults = kill_again_and_again(given.count, given.seed)
    print("\n".join(faults) or f"{given.count} kills: nothing lost, nothing broken.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
