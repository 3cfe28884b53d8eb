"""A meeting written as a calendar file is read back by another library as what it is."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from bra_desktop.exchange.calendar_file import CalendarEntry, write_calendar

STOCKHOLM = ZoneInfo("Europe/Stockholm")
MEETING = CalendarEntry(
    uid="8b0f3c52-5f0e-4b55-9a3c-6f4f8f1f2a10",
    sequence=2,
    changed_at=datetime(2026, 11, 2, 8, 15, tzinfo=UTC),
    title="Brottsförebyggande rådet",
    starts=datetime(2026, 12, 3, 10),
    ends=datetime(2026, 12, 3, 12),
    place="Rådhuset; sal ”Almen”, vån 2",
    text="Dagordning\n1.  Mötets öppnande, § 1; val\\av",
    organizer=("Anna Svedin", "anna.svedin@almby.example"),
)


def event(entry: CalendarEntry) -> Any:
    """The event as another library reads it."""
    calendar = vobject.readOne(write_calendar(entry).decode("utf-8"))
    (found,) = calendar.contents["vevent"]
    return found


def test_every_field_comes_back() -> None:
    found = event(MEETING)
    assert found.uid.value == MEETING.uid
    assert found.sequence.value == "2"
    assert found.summary.value == MEETING.title
    assert found.location.value == MEETING.place
    assert found.description.value == MEETING.text
    assert found.organizer.value == "mailto:anna.svedin@almby.example"
    assert found.organizer.params["CN"] == ["Anna Svedin"]
    assert found.dtstamp.value == MEETING.changed_at
    assert found.status.value == "CONFIRMED"


@pytest.mark.parametrize("month", [1, 3, 4, 7, 10, 11])
def test_the_time_is_swedish_in_summer_and_in_winter(month: int) -> None:
    starts = datetime(2027, month, 15, 13, 30)
    found = event(replace(MEETING, starts=starts, ends=starts + timedelta(hours=2)))
    assert found.dtstart.value.astimezone(UTC) == starts.replace(tzinfo=STOCKHOLM).astimezone(UTC)
    assert found.dtend.value - found.dtstart.value == timedelta(hours=2)
    assert found.dtstart.value.replace(tzinfo=None) == starts


def test_a_meeting_without_an_end_takes_an_hour() -> None:
    found = event(replace(MEETING, ends=None))
    assert found.dtend.value - found.dtstart.value == timedelta(hours=1)


def test_a_cancelled_meeting_keeps_its_uid_and_says_that_it_is_off() -> None:
    off = replace(MEETING, cancelled=True, sequence=3)
    assert b"METHOD:CANCEL" in write_calendar(off)
    assert b"METHOD:PUBLISH" in write_calendar(MEETING)
    found = event(off)
    assert found.uid.value == MEETING.uid
    assert found.status.value == "CANCELLED"
    assert found.summary.value == "Inställt: Brottsförebyggande rådet"
    assert "valarm" not in found.contents


def test_the_same_meeting_gives_the_same_bytes() -> None:
    assert write_calendar(MEETING) == write_calendar(MEETING)


def test_no_line_is_longer_than_a_calendar_may_have() -> None:
    lines = write_calendar(replace(MEETING, text="å" * 400)).split(b"\r\n")
    assert max(len(line) for line in lines) <= 75  # RFC 5545, 3.1


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=200))
def test_any_words_come_back_as_they_were(words: str) -> None:
    found = event(replace(MEETING, text=f"a{words}b", place=f"a{words}b"))
    assert found.description.value == f"a{words}b"
    assert found.location.value == f"a{words}b"
