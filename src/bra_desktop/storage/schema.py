"""What a file of this version of the program looks like: its tables, its lock triggers, its revision."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # opening a file that is up to date needs the revision only
    from sqlalchemy import MetaData

    from bra_desktop.storage.locks import Locked
    from bra_desktop.storage.refusals import Refusal

MIGRATIONS = Path(__file__).parent / "migrations"


class Declared(NamedTuple):
    """The tables, and what of them is locked with a frozen meeting."""

    metadata: MetaData
    locks: tuple[Locked, ...]


@dataclass(frozen=True)
class Schema:
    """The latest revision of the migrations, and what leads to a file of that revision.

    `declare` answers the tables and their locks; it is called when they are first asked for, since declaring them
    takes a while. `map_classes` maps the domain's classes to the tables; it is called before the first object to be
    saved is made, since objects made earlier could not be saved, and does nothing the second time.
    """

    revision: str
    declare: Callable[[], Declared]
    map_classes: Callable[[], None]
    migrations: Path = MIGRATIONS

    @property
    def metadata(self) -> MetaData:
        """The tables."""
        return self._declared.metadata

    @property
    def locks(self) -> tuple[Locked, ...]:
        """What is locked with a frozen meeting or item."""
        return self._declared.locks

    @cached_property
    def refusals(self) -> tuple[Refusal, ...]:
        """Every trigger that a file must have."""
        from bra_desktop.storage.freezing import freezing_refusals
        from bra_desktop.storage.locks import lock_refusals

        return (*freezing_refusals(self.metadata), *lock_refusals(self.locks, self.metadata))

    @cached_property
    def _declared(self) -> Declared:
        return self.declare()


def program_version() -> str:
    """The installed version of the program, which is written into the file beside the schema's revision."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("bra-desktop")
    except PackageNotFoundError:
        return "0"
