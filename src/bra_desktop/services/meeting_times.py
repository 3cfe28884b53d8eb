"""When a meeting may end: on the day it begins, for its protocol bears one date and its clock times are of that day."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from bra_desktop.domain.errors import UserError

LAST = time(23, 59)


def check_times(starts: time, ends: time | None) -> None:
    """Raise UserError for an end that does not come after the start, as one past midnight."""
    if ends is not None and ends <= starts:
        raise UserError(
            "Mötet slutar innan det börjar. Ändra en av tiderna; ett möte slutar samma dag, senast 23.59.", where="tid"
        )


def usual_end(starts: time, minutes: int) -> time | None:
    """The end after that many minutes, at the latest just before midnight; None where no time is left."""
    end = datetime.combine(date.min, starts) + timedelta(minutes=minutes)
    last = end.time() if end.date() == date.min else LAST
    return last if last > starts else None
