"""The clock times of a meeting in the order in which they happened, also when it goes on after midnight.

A meeting has one day, and its times are kept as clock times without a day. One rule tells which of them are of the
day after: those that come before the opening by more than half a day, and those of the small hours.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.swedish_dates import date_in_text

NIGHT_ENDS = time(5)
"""A clock time before this belongs to the night after the meeting's day, unless the meeting itself began then."""
LATEST_OPENING = timedelta(hours=2)
"""So long after its planned start a meeting is still opened in the same evening, though past midnight."""
_HOUR = 60
_DAY = 24 * _HOUR
_HALF = _DAY // 2


class Moment(NamedTuple):
    """A clock time, and whether it is of the meeting's own day (0) or of the day after (1)."""

    days: int
    clock: time


END = Moment(1, time.max)
"""After everything that can happen at a meeting."""


def moment_of(begins: time, at: time) -> Moment:
    """When a clock time is, for a meeting that begins at another."""
    return Moment(int(at < _turn(begins)), at)


@lru_cache(maxsize=256)
def _turn(begins: time) -> time:
    """The clock time at which the counting of the meeting's own day begins."""
    if begins < NIGHT_ENDS:
        return time.min
    return max(NIGHT_ENDS, begins.replace(hour=begins.hour - 12)) if begins.hour >= 12 else NIGHT_ENDS


def begins(content: MeetingContent) -> time:
    """When the meeting was opened, or is planned to."""
    return content.opened_at or content.starts


def moment(content: MeetingContent, at: time) -> Moment:
    """When a clock time of the meeting is."""
    return moment_of(begins(content), at)


def happens_at(content: MeetingContent, at: time) -> datetime:
    """A clock time of the meeting with its day."""
    return datetime.combine(content.date + timedelta(days=moment(content, at).days), at)


class Now(NamedTuple):
    """The local moment at which a meeting is looked at, and the day on which it was opened where that is known."""

    at: datetime
    held: date | None = None


def has_been(content: MeetingContent, now: Now, at: time) -> bool:
    """Whether a clock time of the meeting has been; a day that is not known is the meeting's own, or today where that
    is yet to come.
    """
    day = now.held or min(content.date, now.at.date())
    return datetime.combine(day + timedelta(days=moment(content, at).days), at) <= now.at


def minutes_between(began: time, start: time, end: time) -> int:
    """Whole minutes between two clock times of a meeting that began at ``began``; less than 0 for one set back."""
    first, last = moment_of(began, start), moment_of(began, end)
    hours = last.clock.hour - first.clock.hour
    return (last.days - first.days) * _DAY + hours * _HOUR + last.clock.minute - first.clock.minute


def may_end(starts: time, ends: time) -> bool:
    """Whether a meeting can be planned so: to an end later that day, or within half a day after midnight."""
    if ends > starts:
        return True
    return moment_of(starts, ends).days == 1 and minutes_between(starts, starts, ends) < _HALF


def is_long(content: MeetingContent) -> bool:
    """Whether the meeting went on for more than half a day and past midnight, which is more likely a slip."""
    opened, closed = content.opened_at, content.closed_at
    if opened is None or closed is None or not moment(content, closed).days:
        return False
    return minutes_between(opened, opened, closed) > _HALF


def day_of(begins: time, now: datetime) -> date:
    """The meeting's day at a local moment while it goes on: after midnight still the day on which it began."""
    return now.date() - timedelta(days=moment_of(begins, now.time()).days)


def day_is_over(begins: time, day: date) -> datetime:
    """The local moment at which what happens no longer counts as that day of a meeting, though it goes on."""
    return datetime.combine(day + timedelta(days=1), _turn(begins))


def opened_on(planned: date, starts: time, opened: datetime) -> date:
    """The day on which a meeting was opened at a local moment; a little late, past midnight, it keeps its day."""
    late = opened.replace(tzinfo=None) - datetime.combine(planned, starts)
    return planned if day_of(starts, opened) == planned and late <= LATEST_OPENING else opened.date()


def another_day(planned: date, starts: time, now: datetime) -> str:
    """What is said when a meeting is opened on another day than it was planned for; empty on the right day."""
    opened = opened_on(planned, starts, now)
    if planned == opened:
        return ""
    return f"Mötet är öppnat {date_in_text(opened)} men planerat till {date_in_text(planned)} och behåller den dagen."
