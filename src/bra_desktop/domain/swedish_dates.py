"""How dates, clock times and distances in time are written in Swedish."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from bra_desktop.domain.swedish import DASH, EMPTY, NBSP, plural

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")


def date_in_text(day: date) -> str:
    """3 december 2026."""
    return f"{day.day}{NBSP}{MONTHS[day.month - 1]} {day.year}"


def long_date(day: date) -> str:
    """As in torsdag 3 december 2026."""
    return f"{WEEKDAYS[day.weekday()]} {date_in_text(day)}"


def day_and_month(day: date) -> str:
    """3 december, where the year is given by the context."""
    return f"{day.day}{NBSP}{MONTHS[day.month - 1]}"


def day_and_short_month(day: date) -> str:
    """22 nov., where there is no room for the month; one of four letters or fewer is whole."""
    month = MONTHS[day.month - 1]
    return f"{day.day}{NBSP}{month if len(month) <= 4 else f'{month[:3]}.'}"


def weekday_and_month(day: date) -> str:
    """As in torsdag 3 december."""
    return f"{WEEKDAYS[day.weekday()]} {day_and_month(day)}"


def date_in_table(day: date | None) -> str:
    """2026-12-03; an en dash for nothing."""
    return day.isoformat() if day else EMPTY


def week(day: date, *, in_table: bool = False) -> str:
    """As in vecka 49 in text, v. 49 in a table (ISO 8601 week)."""
    return f"{'v.' if in_table else 'vecka'}{NBSP}{day.isocalendar().week}"


def clock(at: time) -> str:
    """10.00, as it stands in tables."""
    return f"{at.hour:02d}.{at.minute:02d}"


def clock_with_seconds(at: time) -> str:
    """14.32.05, as it stands in the status bar."""
    return f"{clock(at)}.{at.second:02d}"


def at_clock(at: time) -> str:
    """As in kl. 10.00."""
    return f"kl.{NBSP}{clock(at)}"


def clock_range(start: time, end: time | None) -> str:
    """As in kl. 10.00–12.04; only the start while there is no end, and for what began and ended in one minute."""
    return at_clock(start) + (f"{DASH}{clock(end)}" if end and clock(end) != clock(start) else "")


def moment(at: datetime) -> str:
    """As in tisdag 15 december 2026 kl. 15.00."""
    return f"{long_date(at.date())} {at_clock(at.time())}"


def minutes_in_text(minutes: int) -> str:
    """1 tim 52 min, 45 min, 2 tim."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours}{NBSP}tim"] if hours else []
    parts += [f"{rest}{NBSP}min"] if rest or not hours else []
    return " ".join(parts)


def relative_day(day: date, today: date) -> str:
    """One of i går, i dag, i morgon, om 5 dagar, för 5 dagar sedan."""
    days = (day - today).days
    near = {-1: "i går", 0: "i dag", 1: "i morgon"}
    if days in near:
        return near[days]
    return f"om {plural(days, 'dag', 'dagar')}" if days > 0 else f"för {plural(-days, 'dag', 'dagar')} sedan"


def due_in_words(due: date, today: date) -> str:
    """A due day in lists: 12 dagar försenad, i dag, i morgon, om 5 dagar."""
    days = (due - today).days
    return f"{plural(-days, 'dag', 'dagar')} försenad" if days < 0 else relative_day(due, today)


def add_months(day: date, months: int) -> date:
    """The same day of the month later; the month's last day where that day does not exist (lag 1930:173, 1 §)."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(day.day, (following - timedelta(days=1)).day))
