"""Versions of a text that is saved all the time: one for each time that somebody wrote without a longer pause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

PAUSE = timedelta(minutes=3)
"""Longer than this and the next words begin a version of their own."""
STOOD = timedelta(seconds=1)
"""What stood there so long is a version, when something is taken away from it next."""
LARGE = 200
"""Characters: what stood before so much was taken away at once is kept as a version of its own."""


@dataclass(frozen=True)
class Saved:
    """One saved change of a text. ``key`` names the change, ``what`` the use case.

    ``lost``: how many characters that stood there are gone, whatever came in their place.

    ``times_undone``: 1 for what undid the use case, 2 for what did it again, and so on.
    """

    key: str
    at: datetime
    who: str
    what: str
    lost: int = 0
    times_undone: int = 0


@dataclass(frozen=True)
class Version:
    """A text as somebody left it: from the first to the last of the changes that belong together."""

    key: str
    began: datetime
    ended: datetime
    who: str
    what: str
    saves: int = 1
    times_undone: int = 0


def versions(saved: Iterable[Saved], typing: str, least: int = 1) -> tuple[Version, ...]:
    """The changes, oldest first, as versions, oldest first. ``typing`` is the use case that goes on and on.

    Anything else than typing is a version by itself. The key of a version is that of its last change. ``least``: how
    many characters are taken away in a row from a wording that stood, for it to be a version.
    """
    found: list[Version] = []
    for run in _runs(saved):
        ends = sum(change.lost for change in run) >= least
        for change in run:
            last = found[-1] if found else None
            if last is not None and not ends and _goes_on(last, change, typing):
                found[-1] = replace(last, key=change.key, ended=change.at, saves=last.saves + 1)
            else:
                undone = change.times_undone
                found.append(Version(change.key, change.at, change.at, change.who, change.what, times_undone=undone))
            ends = False
    return tuple(found)


def _runs(saved: Iterable[Saved]) -> Iterator[list[Saved]]:
    """The changes between which nothing stood."""
    run: list[Saved] = []
    for change in saved:
        if run and change.at - run[-1].at >= STOOD:
            yield run
            run = []
        run.append(change)
    if run:
        yield run


def _goes_on(last: Version, change: Saved, typing: str) -> bool:
    typed = last.what == change.what == typing and not (last.times_undone or change.times_undone)
    return typed and last.who == change.who and change.at - last.ended <= PAUSE and change.lost < LARGE
