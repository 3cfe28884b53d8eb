"""The window, measured in processes of its own: its start, Översikt, saving while typing, and memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bra_desktop.plays import floors
from bra_desktop.plays.bench_measure import Measure

FLOOR = Path(floors.__file__).parent / "window_floor.py"
EDITOR_FLOOR = FLOOR.with_name("editor_floor.py")
FIRST_PAINT = 1.5
OVERVIEW_ABOVE = 400.0
SHAKEN = 1.25
"""Times the processor's own work: on a machine that does nothing else, a bare window takes no longer than that."""
UNSTEADY = 3.0
"""Times its own median: on a machine that does nothing else, one in a hundred takes a bare window no longer."""
QUIET_TRIES = 3
BLOCKED = 16.0
RSS = 150.0
PATIENCE = 180
NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"
"""An installed program has its bytecode; a developer's shell that keeps Python from writing it would have every start
compile the whole source anew."""


class MeasureFailed(Exception):
    """A process that was measured ended in another way than it should."""


@dataclass(frozen=True)
class Starts:
    """Milliseconds from the start of a process: the bare window, our first paint, Översikt in use.

    Of several starts the quickest counts, on both sides: what a slower one took more, other programs took. Those of
    ``cpu`` are what the processor has worked for the process by then.
    """

    bare: float
    painted: float
    ready: float
    cpu: Starts | None = None

    @property
    def shaken(self) -> bool:
        """Whether other programs took so much of the machine that the bare window itself had to wait."""
        return self.cpu is not None and self.bare > SHAKEN * self.cpu.bare


class Window:
    """``command`` opens the real window on ``data``, measures it and prints what it found; ``ref`` is a meeting."""

    def __init__(self, command: Sequence[str], data: Path, ref: str) -> None:
        self._command, self.data, self.ref = tuple(command), data, ref

    def starts(self, rounds: int) -> Starts:
        """Starts the bare window and ours in turns, after one of each to warm the disk."""
        floor, ours = [sys.executable, str(FLOOR)], [*self._command, "start", str(self.data)]
        found: list[tuple[dict[str, Any], dict[str, Any]]] = []
        for turn in range(rounds + 1):
            if turn % 2:  # who begins changes, so that neither always meets what the other left behind
                late = _run(ours)
                found.append((_run(floor), late))
            else:
                found.append((_run(floor), _run(ours)))

        def quickest(painted: str, ready: str, cpu: Starts | None = None) -> Starts:
            return Starts(
                min(bare[painted] for bare, _own in found[1:]),
                min(own[painted] for _bare, own in found[1:]),
                min(own[ready] for _bare, own in found[1:]),
                cpu,
            )

        return quickest("painted", "ready", quickest("painted_cpu", "ready_cpu"))

    def typing(self) -> Mapping[str, float]:
        """Opens the meeting's long item and types in it, key by key."""
        return self._beside("type")

    def switching(self) -> Mapping[str, float]:
        """Opens the meeting of a hundred items and goes from one to the other."""
        return self._beside("switch")

    def use(self) -> Mapping[str, float]:
        """Opens the meeting and types in it."""
        bare = _run([sys.executable, str(FLOOR)])
        return _run([*self._command, "use", str(self.data), self.ref]) | {"rss_bare": bare["rss"]}

    def _beside(self, what: str) -> Mapping[str, float]:
        bare = _run([sys.executable, str(EDITOR_FLOOR), what])
        used = _run([*self._command, what, str(self.data), self.ref])
        return used | {"p99_bare": bare["p99"], "median_bare": bare["median"]}


def unsteady(use: Mapping[str, float]) -> bool:
    """Whether other programs took so much of the machine that the bare window, or the start of ours, had to wait."""
    return use["p99_bare"] > UNSTEADY * use["median_bare"] or use["ready"] > SHAKEN * use["ready_cpu"]


def in_a_quiet_moment(measured: Callable[[], Mapping[str, float]], tries: int = QUIET_TRIES) -> Mapping[str, float]:
    """Measures until the bare window had not to wait for other programs; else what was found when it waited least."""
    found: list[Mapping[str, float]] = []
    for _try in range(tries):
        found.append(measured())
        if not unsteady(found[-1]):
            return found[-1]
    return min(found, key=lambda use: use["p99_bare"])


def start(starts: Starts) -> Measure:
    """From the start of the process to the first paint."""
    return Measure("Start till första bilden", starts.painted, "ms", starts.bare, FIRST_PAINT)


def overview(starts: Starts) -> Measure:
    """From the start of the process until Översikt shows its rows and has taken a key."""
    return Measure("Start till Översikt med rader", starts.ready, "ms", starts.bare, OVERVIEW_ABOVE, "above")


def saving(use: Mapping[str, float]) -> Measure:
    """The longest that the window's thread is held while a typed paragraph is saved, median of the saves."""
    return Measure("Fönstret väntar när ett stycke sparas", use["blocked"], "ms", use["idle"], BLOCKED, "value")


def memory(use: Mapping[str, float]) -> Measure:
    """Resident memory once a meeting has been opened, beside that of the bare window's libraries."""
    return Measure("Minne med ett öppet möte", use["rss"], "MB", use["rss_bare"], RSS, "value")


def _run(command: Sequence[str]) -> dict[str, Any]:
    """What the process prints as JSON; clocks are turned into milliseconds since it was started."""
    environment = os.environ | {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    environment.pop(NO_BYTECODE, None)
    began = time.perf_counter_ns()
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=PATIENCE, env=environment)
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode != 0 or not lines:
        raise MeasureFailed(f"{command[-1]}: {done.returncode} {done.stderr[-2000:]}")
    found: dict[str, Any] = json.loads(lines[-1])
    clocks = {name: (found[name] - began) / 1e6 for name in ("painted", "ready") if name in found}
    return found | clocks
