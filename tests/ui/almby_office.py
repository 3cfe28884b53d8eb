"""An office in the invented municipality, with the meetings that are named, as the windows find them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from bra_desktop.services.meeting_file import meeting_files
from bra_desktop.services.office import Office
from bra_desktop.storage.database import Database

MEETINGS = Path(__file__).parents[2] / "resources" / "demo" / "meetings"
PLANNED = "2026-12-03-bra-planned"
HELD = "2026-12-03-bra"


@contextmanager
def almby(*names: str, now: datetime = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)) -> Iterator[Office]:
    """The meeting files of these names read into an empty file in memory, with Anna Svedin at work."""
    with Database.in_memory() as database:
        office = Office(database, "Anna Svedin", "test", lambda: now, lambda: str(uuid4()))
        for name in names:
            meeting_files.import_meeting(office, MEETINGS / f"{name}.json")
        yield office
