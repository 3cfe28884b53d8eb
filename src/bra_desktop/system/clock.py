"""The computer's clock, passed into services so that tests and demos can bring another."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def utc_now() -> datetime:
    """The moment, aware, in UTC: for everything that is recorded."""
    return datetime.now(UTC)


def local(moment: datetime) -> datetime:
    """A recorded moment as the clock on the wall shows it at the meeting, without time zone.

    Raises ValueError for a moment that has no time zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a recorded moment needs a time zone")
    return moment.astimezone(STOCKHOLM).replace(tzinfo=None)
