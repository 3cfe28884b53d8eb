"""How many lines each card of Översikt has room for. Pure; knows no Qt."""

from __future__ import annotations

from typing import NamedTuple

from bra_desktop.ui.overview.shown import Shown

FEW = 3
"""So many duties leave room for the last days below them; else these stand by the wheel, unless there is height."""
UPPER_PART = 0.46
"""The part of the height that the upper row may take; the lower has what it leaves."""
AROUND, GAP = 54, 12
"""Units: a card without its lines, and the room between cards."""
MEETING, WAITS, MORE, BAR, DUTY, DAY = 67, 49, 26, 36, 40, 28
"""Units: a line of each, and the words about those that have none."""


class Lines(NamedTuple):
    """How many meetings, things that wait and bars; whether the last days stand below the duties."""

    meetings: int = 3
    waiting: int = 4
    bars: int = 7
    days: bool = True


def lines_in(height: float, shown: Shown) -> Lines:
    """Beside each other in two rows, on so many units of height. In a narrow window the cards are below each other,
    and have what `Lines` says by itself.
    """
    least = Lines()
    room = height * UPPER_PART - AROUND
    meetings = min(max(least.meetings, int(room // MEETING)), len(shown.next_meetings))
    waiting = min(max(least.waiting - 1, int((room - MORE) // WAITS)), len(shown.waiting))
    rest = MORE if waiting < len(shown.waiting) else 0
    lower = height - GAP - AROUND - max(meetings * MEETING, waiting * WAITS + rest)
    bars = max(least.bars, int((lower - AROUND - MORE) // BAR))
    duties, days = AROUND + len(shown.duties) * DUTY, AROUND + max(1, len(shown.last_days)) * DAY
    return Lines(meetings, waiting, bars, len(shown.duties) <= FEW or duties + GAP + days <= lower)
