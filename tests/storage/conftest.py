"""A throw-away database with a small schema, and a clock that goes one second at each look."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from bra_desktop.storage.database import Database
from bra_desktop.storage.work import Work
from tests.storage.small_schema import SMALL

START = datetime(2026, 12, 3, 12, 0, tzinfo=UTC)


def ticking() -> Callable[[], datetime]:
    seconds = itertools.count()
    return lambda: START + timedelta(seconds=next(seconds))


@pytest.fixture
def database() -> Iterator[Database]:
    with Database.in_memory(SMALL) as made:
        yield made


@pytest.fixture
def work(database: Database) -> Callable[..., Work]:
    clock = ticking()
    return lambda label="test", **more: Work(database, "åsa", "dator-1", clock, label, **more)
