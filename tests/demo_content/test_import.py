"""What a meeting file says is what the data say after it was read in."""

import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bra_desktop.domain.canonical import to_plain
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.pointers import rekey
from bra_desktop.exchange import meeting_file
from bra_desktop.services.meeting_file import meeting_files
from bra_desktop.services.office import Office
from bra_desktop.services.opening_data import open_data
from tests.demo_content.shapes import demo_meeting_files

COUNCIL = [path for path in demo_meeting_files() if path.stem.endswith("-bra")]
SEED = Path(__file__).with_name("seed_structure.json")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    database = open_data(tmp_path, create=True)
    yield Office(
        database, "Anna Svedin", "test", lambda: datetime(2026, 11, 21, 8, tzinfo=UTC), lambda: str(uuid.uuid4())
    )
    database.close()


def said(content: MeetingContent) -> dict[str, Any]:
    """The content with names for keys, without what reading in gives a meeting of its own (key, state)."""
    names = {p.key: p.name for p in content.people} | {o.key: o.name for o in content.organisations}
    numbers: dict[tuple[str, str], str] = {
        ("seat", seat.key): f"seat {position}" for position, seat in enumerate(content.seats)
    }

    def name(kind: str, key: str) -> str:
        if kind in ("person", "organisation"):
            return names[key]
        return numbers.setdefault((kind, key), f"{kind} {len(numbers)}")

    plain: dict[str, Any] = to_plain(rekey(replace(content, key=""), name))
    for register in ("people", "organisations"):
        plain[register] = sorted(plain[register], key=lambda one: str(one["name"]))
    del plain["state"]
    return plain


@pytest.mark.parametrize("path", [SEED, COUNCIL[-1]], ids=lambda path: path.stem)
def test_a_meeting_read_in_says_what_its_file_says(office: Office, path: Path) -> None:
    meeting_files.import_meeting(office, path)
    told = meeting_file.read(path)
    assert said(office.content(told.ref)) == said(told)
    assert said(meeting_file.read(meeting_files.export_meeting(office, told.ref))) == said(told)


@pytest.mark.parametrize("newest_first", [False, True])
def test_a_seat_that_was_vacant_and_then_held_stays_one_seat(office: Office, newest_first: bool) -> None:
    chosen = sorted([COUNCIL[0], COUNCIL[2], COUNCIL[3]], reverse=newest_first)
    for path in chosen:
        meeting_files.import_meeting(office, path)
    for path in chosen:
        content = office.content(meeting_file.read(path).ref)
        assert len(content.seats) == 15
    held = office.content("BRA-2025-11-27")
    seat = next(p.seat for p in held.participants if held.person(p.person).name == "Jonas Ek")
    assert [held.person(holder).name for holder in held.seat(seat).holders] == ["Jonas Ek"]
