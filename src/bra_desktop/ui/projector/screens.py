"""Which screen the projector's window goes to. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class ScreenPlace:
    """A screen: its name, and where it lies (left, top, width, height in pixels)."""

    name: str
    area: tuple[int, int, int, int]


def chosen_screen(screens: Sequence[ScreenPlace], own: str, remembered: str) -> str:
    """The remembered screen while it is there, else another one than the program's own; empty for none.

    The program's own screen is never taken, remembered or not: the slide would cover the minutes.
    """
    others = [screen.name for screen in screens if screen.name != own]
    return remembered if remembered in others else next(iter(others), "")


def next_screen(screens: Sequence[ScreenPlace], own: str, now: str) -> str:
    """The screen after the one it is on, the program's own left out; empty when there is no other."""
    others = [screen.name for screen in screens if screen.name != own]
    return others[(others.index(now) + 1) % len(others)] if now in others else next(iter(others), "")


def mirrored(screens: Sequence[ScreenPlace]) -> bool:
    """Whether two screens show the same part of the desktop, as far as the computer tells."""
    return any(
        _overlap(one.area, other.area) for n, one in enumerate(screens) for other in screens[n + 1 :]
    )  # fmt: skip


def _overlap(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    across = one[0] < other[0] + other[2] and other[0] < one[0] + one[2]
    down = one[1] < other[1] + other[3] and other[1] < one[1] + one[3]
    return across and down
