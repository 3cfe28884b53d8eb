"""The clock times of a meeting as they are entered: an end comes after its start, also past midnight."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.meeting import Meeting
from bra_desktop.domain.meeting_clock import may_end, moment_of


def check_times(starts: time, ends: time | None) -> None:
    """Raise UserError for an end that does not come after the start."""
    if ends is not None and not may_end(starts, ends):
        raise UserError("Mötet slutar innan det börjar. Ändra en av tiderna.", where="tid")


def is_backwards(meeting: Meeting, start: time | None, end: time | None) -> bool:
    """Whether something of the meeting would end before it began; what has no start or no end does not."""
    begins = meeting.opened_at or meeting.starts
    return start is not None and end is not None and moment_of(begins, end) < moment_of(begins, start)


def usual_end(starts: time, minutes: int) -> time | None:
    """The end after that many minutes; None where that would be a whole day on."""
    ends = (datetime.combine(date.min, starts) + timedelta(minutes=minutes)).time()
    return ends if may_end(starts, ends) else None
