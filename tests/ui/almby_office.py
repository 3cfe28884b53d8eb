"""An office in the invented municipality, with the meetings that are named, as the windows find them."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from bra_desktop.services.meeting_file import meeting_files
from bra_desktop.services.office import Office
from bra_desktop.storage.database import Database
from tests.templates import begun_from

MEETINGS = Path(__file__).parents[2] / "resources" / "demo" / "meetings"
PLANNED = "2026-12-03-bra-planned"
HELD = "2026-12-03-bra"


NOVEMBER = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@contextmanager
def almby(*names: str, now: datetime = NOVEMBER) -> Iterator[Office]:
    """The meeting files of these names read into an empty file in memory, with Anna Svedin at work."""
    with begun_from(("almby", names, now), lambda database: read_in(database, names, now)) as (database, _nothing):
        yield at_work(database, lambda: now)


def at_work(database: Database, clock: Callable[[], datetime]) -> Office:
    """Anna Svedin at work in the file."""
    return Office(database, "Anna Svedin", "test", clock, lambda: str(uuid4()))


def read_in(database: Database, names: Sequence[str], now: datetime) -> None:
    """Reads the meeting files of these names into the file."""
    for name in names:
        meeting_files.import_meeting(at_work(database, lambda: now), MEETINGS / f"{name}.json")
