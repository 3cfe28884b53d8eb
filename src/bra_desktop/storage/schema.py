"""What a file of this version of the program looks like: its tables, its lock triggers, its revision."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from sqlalchemy import MetaData

from bra_desktop.storage.freezing import freezing_refusals
from bra_desktop.storage.locks import Locked, lock_refusals
from bra_desktop.storage.refusals import Refusal

MIGRATIONS = Path(__file__).parent / "migrations"


@dataclass(frozen=True)
class Schema:
    """The tables, what is locked with a frozen meeting, and the latest revision of the migrations.

    `map_classes` maps the domain's classes to the tables; it is called when a database is opened, since objects made
    before it could not be saved, and does nothing the second time.
    """

    metadata: MetaData
    locks: tuple[Locked, ...]
    revision: str
    map_classes: Callable[[], None]
    migrations: Path = MIGRATIONS

    @cached_property
    def refusals(self) -> tuple[Refusal, ...]:
        """Every trigger that a file must have."""
        return (*freezing_refusals(self.metadata), *lock_refusals(self.locks, self.metadata))


def program_version() -> str:
    """The installed version of the program, which is written into the file beside the schema's revision."""
    try:
        return version("bra-desktop")
    except PackageNotFoundError:
        return "0"
