"""How values stand in the file: texts that sort in time order and can be read by any other program."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator

UTC_FORMAT = "%Y-%m-%dT%H:%M:%S.%fZ"


def utc_text(moment: datetime) -> str:
    """An aware moment as text in UTC with microseconds, e.g. ``2026-12-03T13:05:00.000000Z``.

    Raises ValueError for a moment without a time zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a recorded moment needs a time zone")
    return moment.astimezone(UTC).strftime(UTC_FORMAT)


def utc_moment(text: str) -> datetime:
    """The inverse of :func:`utc_text`. Raises ValueError for text without a time zone."""
    moment = datetime.fromisoformat(text)  # strptime is twenty times slower, and every row has some
    if moment.tzinfo is None:
        raise ValueError("a recorded moment needs a time zone")
    return moment


class UtcMoment(TypeDecorator[datetime]):
    """When something was recorded: aware datetime ↔ text in UTC."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else utc_text(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        return None if value is None else utc_moment(value)


class LocalMoment(TypeDecorator[datetime]):
    """A date and time of day in Europe/Stockholm, without time zone ↔ ``2026-12-03T13:00``."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        if value.tzinfo is not None:
            raise ValueError("a local time of a meeting has no time zone")
        return value.isoformat(timespec="minutes")

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class LocalDate(TypeDecorator[date]):
    """A date of law or of the calendar ↔ ``2026-12-03``."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: Any | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


class ClockTime(TypeDecorator[time]):
    """A time of day at a meeting ↔ ``14:05``."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: time | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat(timespec="minutes")

    def process_result_value(self, value: Any | None, dialect: Dialect) -> time | None:
        return None if value is None else time.fromisoformat(value)
