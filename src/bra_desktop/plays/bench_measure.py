"""A measure beside its floor, and how two things are timed in turns."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from bra_desktop.domain.swedish import number


@dataclass(frozen=True)
class Measure:
    """``limited`` says what the limit is about: the ratio to the floor, the value, or how far it lies above the floor.

    ``value`` and ``floor`` are in ``unit``; so is the limit, unless it is about the ratio.
    """

    name: str
    value: float
    unit: str
    floor: float
    limit: float
    limited: Literal["ratio", "value", "above"] = "ratio"

    @property
    def ratio(self) -> float:
        """How many times the floor."""
        return self.value / self.floor if self.floor else 0.0

    @property
    def judged(self) -> float:
        """The figure that the limit is about."""
        return {"ratio": self.ratio, "value": self.value, "above": self.value - self.floor}[self.limited]

    @property
    def ok(self) -> bool:
        """Whether the limit is kept."""
        return self.judged <= self.limit

    def as_json(self) -> dict[str, Any]:
        """The measure with the keys that others rely on."""
        return {
            "name": self.name,
            "value": round(self.value, 3),
            "unit": self.unit,
            "floor": round(self.floor, 3),
            "ratio": round(self.ratio, 3),
            "limit": self.limit,
            "limited": self.limited,
            "ok": self.ok,
        }

    def line(self) -> str:
        """The measure in words."""
        of_what = {"ratio": "gånger golvet", "value": self.unit, "above": f"{self.unit} över golvet"}[self.limited]
        judged = f"{number(round(self.judged, 2))} {of_what}, gräns {number(self.limit)}"
        measured = f"{number(round(self.value, 1))} {self.unit} mot {number(round(self.floor, 1))} {self.unit}"
        return f"{'ok ' if self.ok else 'FEL'}  {self.name}: {measured}; {judged}"


def in_turns(ours: Callable[[], object], floor: Callable[[], object], rounds: int) -> tuple[float, float]:
    """The quickest in milliseconds of each of two things that take turns, after one of each to warm up.

    Both do the same work each time, so what makes a round longer is other programs.
    """
    ours()
    floor()
    taken: tuple[list[float], list[float]] = ([], [])
    for turn in range(rounds):
        # Who begins changes, so that neither always meets what the other left behind.
        for at in (0, 1) if turn % 2 else (1, 0):
            taken[at].append(milliseconds((ours, floor)[at]))
    return min(taken[0]), min(taken[1])


def milliseconds(act: Callable[[], object]) -> float:
    """How long it takes once. What earlier work left behind is collected first, and nothing meanwhile: the window too
    does that in moments of its own.
    """
    gc.collect()
    gc.disable()
    try:
        began = time.perf_counter()
        act()
        return (time.perf_counter() - began) * 1000
    finally:
        gc.enable()
