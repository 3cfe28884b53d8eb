"""A meeting file of 300 items keeps what is typed meanwhile from the disk for a short while only.

Saving waits while a meeting is written, since that is one transaction; reading the file is done before it. An item that
comes with a file is judged by what one save of a text costs in the same run, in processor time.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bra_desktop.domain.text import plain_document
from bra_desktop.services.live import minutes
from bra_desktop.services.meeting_file import meeting_files
from bra_desktop.services.office import Office
from bra_desktop.storage.database import Database
from tests.endurance.running_meeting import REF, long_meeting_file, make_running_meeting, office_on

ITEMS, ROUNDS, SAVES = 300, 5, 40
LIMIT = 0.2
"""Of a save, for each item: the whole meeting keeps what is typed waiting as 60 saves before it would."""

pytestmark = pytest.mark.benchmark


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    make_running_meeting(tmp_path / "data", 30)
    with Database.open(tmp_path / "data") as database:
        yield office_on(database)


def quickest(act: Callable[[int], object]) -> float:
    """Seconds of the processor in the best round."""
    took = []
    for number in range(ROUNDS):
        begun = time.thread_time()
        act(number)
        took.append(time.thread_time() - begun)
    return min(took)


def test_an_imported_item_keeps_the_writer_for_less_than_a_save_does(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "möte.json"
    file.write_text(long_meeting_file("BRA-2027-03-04", "2027-03-04", ITEMS), encoding="utf-8")
    told = meeting_files.read_file(office, file)
    key = office.content(REF).items[3].key

    def save(number: int) -> None:
        for turn in range(SAVES):
            minutes.save_text(office, key, plain_document(f"Rådet diskuterar läget {number} {turn}. " * 20, "p"))

    def write(number: int) -> None:
        assert meeting_files.import_content(office, replace(told, ref=f"BRA-2028-{number}", key="")).changed

    one = quickest(save) / SAVES
    assert quickest(write) / ITEMS <= one * LIMIT
