"""A name that is looked for by typing its first letters in a list of people."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

PAUSE = 0.6
"""Seconds without a letter after which the next one begins another name, and a space is a key of its own again."""


class TypedName:
    """The letters that belong together since they came in a row. seconds: a clock that only goes forward."""

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._letters, self._last = "", 0.0

    def goes_on(self) -> bool:
        """Whether somebody is in the middle of a name."""
        return bool(self._letters) and self._seconds() - self._last < PAUSE

    def letter(self, letter: str) -> str:
        """Answers what has been typed with it."""
        self._letters = self._letters + letter if self.goes_on() else letter
        self._last = self._seconds()
        return self._letters

    def forget(self) -> None:
        """The list is entered anew."""
        self._letters = ""


def place_of_name(names: Sequence[str], typed: str, at: int) -> int | None:
    """Where the next name stands of which a word begins as typed; None for none.

    Several letters begin at the place where one is, a single one after it: so the same letter again goes on to the
    next.
    """
    wanted = typed.casefold()
    if len(set(wanted)) == 1:
        wanted = wanted[0]
    first = at if len(wanted) > 1 else at + 1
    order = [(first + step) % len(names) for step in range(len(names))]
    return next((place for place in order if f" {names[place].casefold()}".find(f" {wanted}") >= 0), None)
