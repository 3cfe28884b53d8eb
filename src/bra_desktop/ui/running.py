"""How presenters ask for work without knowing Qt: they hand over a call, and get the answer on their own thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from bra_desktop.domain.errors import NotTaken, UserError

T = TypeVar("T")
NOT_DONE = "Ändringen är inte gjord."
"""What was typed is tried again by itself, and an act is not: it has to be asked for once more."""
Report = Callable[[str, int, int], None]
"""Tells how far long work has come: words with figures, done, total. Raises Cancelled when the user wants an end."""


def told_of_act(error: UserError) -> UserError:
    """As the error is told of an act: what the disk didn't take isn't done, whatever is said of text beside it."""
    return UserError(f"{NOT_DONE} {error.text}") if isinstance(error, NotTaken) else error


class Cancelled(Exception):
    """The user ended long work; everything it had begun is rolled back on the way out."""


class Handle(Protocol):
    """Long work that is going on."""

    def cancel(self) -> None:
        """Asks it to end; it ends at its next report."""
        ...


class Runner(Protocol):
    """The road to the database for one page. An answer is dropped when the page has closed in the meantime."""

    @property
    def shared(self) -> bool:
        """Whether others see the screen now."""
        ...

    def read(self, ask: Callable[[], T], done: Callable[[T], None], failed: Callable[[], None] | None = None) -> None:
        """Asks something, beside other questions. failed: nothing came of it; the person is told afterwards why."""
        ...

    def reread(self, ask: Callable[[], T], done: Callable[[T], None]) -> None:
        """Reads anew what the page shows: the answer to an older reading is dropped, so that it never comes last."""
        ...

    def write(
        self,
        act: Callable[[], T],
        done: Callable[[T], None] | None = None,
        areas: Iterable[str] = (),
        refused: Callable[[UserError], None] | None = None,
        failed: Callable[[], None] | None = None,
    ) -> None:
        """Changes something, one at a time in the order they were asked for. areas: what open pages should reload.

        refused: takes a refusal instead of the message bar, to show it at the field it is about. failed: as of `read`.
        """
        ...

    def save(self, act: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Writes what was typed, before every other change that waits. A failure is the caller's to mend."""
        ...

    def work(
        self,
        act: Callable[[Report], T],
        done: Callable[[T], None],
        progress: Report,
        cancelled: Callable[[], None] | None = None,
        areas: Iterable[str] = (),
    ) -> Handle:
        """Long work on a thread of its own: export, import, archive, backup."""
        ...
