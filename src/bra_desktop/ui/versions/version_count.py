"""Which version of its text an item has come to, counted as Versioner lists them. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from bra_desktop.services.live.versions import count_versions
from bra_desktop.services.office import Office
from bra_desktop.ui.running import Runner

SOON = timedelta(seconds=10)
"""After so long without a key the versions are counted when the next comes."""


class VersionCount:
    """Counts anew when another item is shown, when it was written in elsewhere, and when somebody goes on writing
    after a pause: between two keys the version is the same.

    clock: the time that the writing is compared with. counted: called when a number has come.
    """

    def __init__(
        self, office: Office, runner: Runner, clock: Callable[[], datetime], counted: Callable[[], None]
    ) -> None:
        self._office, self._runner, self._clock, self._counted = office, runner, clock, counted
        self._numbers: dict[str, int] = {}
        self._seen: tuple[str, int] = ("", 0)
        self._typed: tuple[str, datetime | None] = ("", None)

    def of(self, item: str) -> int:
        """The number of the item's version; 0 before anybody has written, or before it has been counted."""
        return self._numbers.get(item, 0)

    def follow(self, item: str, revision: int) -> None:
        """The item is shown as it was when it had been saved that many times."""
        if (item, revision) != self._seen:
            self._seen = item, revision
            self.ask(item)

    def typed(self, item: str, revision: int) -> None:
        """What was typed in the item has been saved."""
        now, (before, at) = self._clock(), self._typed
        self._seen, self._typed = (item, revision), (item, now)
        if before != item or at is None or now - at > SOON:
            self.ask(item)

    def ask(self, item: str) -> None:
        """Counts anew: somebody is to see the list."""
        self._runner.read(partial(count_versions, self._office, item), partial(self._answer, item))

    def _answer(self, item: str, number: int) -> None:
        self._numbers[item] = number
        self._counted()
