"""A road to the database that goes there at once, for presenters without a window."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from bra_desktop.domain.errors import UserError
from bra_desktop.ui.running import Handle, Report

T = TypeVar("T")


class _Nothing:
    def cancel(self) -> None:
        """There is nothing to end."""


class AtOnce:
    """Does what it is asked in the caller's own time; keeps refusals and the areas that were changed."""

    shared = False

    def __init__(self) -> None:
        self.refusals: list[str] = []
        self.places: list[str] = []
        self.areas: set[str] = set()

    def read(self, ask: Callable[[], T], done: Callable[[T], None], failed: Callable[[], None] | None = None) -> None:
        self._attempt(ask, done, None, failed)

    def reread(self, ask: Callable[[], T], done: Callable[[T], None]) -> None:
        self._attempt(ask, done, None)

    def write(
        self,
        act: Callable[[], T],
        done: Callable[[T], None] | None = None,
        areas: Iterable[str] = (),
        refused: Callable[[UserError], None] | None = None,
        failed: Callable[[], None] | None = None,
    ) -> None:
        self._attempt(act, done or (lambda _result: None), refused, failed)
        self.areas.update(areas)

    def save(self, act: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        try:
            result = act()
        except UserError as error:
            failed(error)
        else:
            done(result)

    def work(
        self,
        act: Callable[[Report], T],
        done: Callable[[T], None],
        progress: Report,
        cancelled: Callable[[], None] | None = None,
        areas: Iterable[str] = (),
    ) -> Handle:
        self._attempt(lambda: act(progress), done, None)
        self.areas.update(areas)
        return _Nothing()

    def _attempt(
        self,
        act: Callable[[], T],
        done: Callable[[T], None],
        refused: Callable[[UserError], None] | None,
        failed: Callable[[], None] | None = None,
    ) -> None:
        try:
            result = act()
        except UserError as error:
            self.refusals.append(error.text)
            self.places.append(error.where)
            if failed is not None:
                failed()
            if refused is not None:
                refused(error)
        else:
            done(result)
