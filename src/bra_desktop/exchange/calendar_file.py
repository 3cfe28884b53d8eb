"""A meeting as a calendar file (iCalendar, RFC 5545), which a calendar takes in, moves and strikes by its UID."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vCalAddress, vRecur, vText

MADE_BY = "-//BRÅ Desktop//Möten//SV"
_ZONE = "Europe/Stockholm"
_WITHOUT_END = timedelta(hours=1)
_REMIND = timedelta(minutes=15)
_SUMMER, _WINTER = timedelta(hours=2), timedelta(hours=1)


@dataclass(frozen=True)
class CalendarEntry:
    """One meeting. Its times are local (Europe/Stockholm) without time zone; without ``ends`` it takes an hour.

    ``sequence`` grows with every change of time, place or state (RFC 5545, 3.8.7.4) and ``changed_at``, an aware
    moment, is that of the latest. ``organizer`` is a name and an address, empty where there is none.
    """

    uid: str
    sequence: int
    changed_at: datetime
    title: str
    starts: datetime
    ends: datetime | None = None
    place: str = ""
    text: str = ""
    organizer: tuple[str, str] = ("", "")
    cancelled: bool = False


def method(cancelled: bool) -> str:
    """What a calendar does with the file (RFC 5546, 3.2), which a mail with it says as well."""
    return "CANCEL" if cancelled else "PUBLISH"


def write_calendar(entry: CalendarEntry) -> bytes:
    """The calendar file. Read into a calendar that has the meeting it moves it, or strikes it when it is cancelled."""
    calendar = Calendar()
    calendar.add("prodid", MADE_BY)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method(entry.cancelled))
    calendar.add_component(_stockholm())
    calendar.add_component(_event(entry))
    written: bytes = calendar.to_ical()
    return written


def _event(entry: CalendarEntry) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.changed_at)
    event.add("last-modified", entry.changed_at)
    event.add("dtstart", entry.starts.replace(tzinfo=ZoneInfo(_ZONE)))
    event.add("dtend", (entry.ends or entry.starts + _WITHOUT_END).replace(tzinfo=ZoneInfo(_ZONE)))
    event.add("summary", f"Inställt: {entry.title}" if entry.cancelled else entry.title)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if entry.cancelled else "OPAQUE")
    if entry.place:
        event.add("location", entry.place)
    if entry.text:
        event.add("description", entry.text)
    name, address = entry.organizer
    if address:
        organizer = vCalAddress(f"mailto:{address}")
        organizer.params["CN"] = vText(name)
        event.add("organizer", organizer)
    if not entry.cancelled:
        event.add_component(_alarm(entry.title))
    return event


def _alarm(title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", -_REMIND)
    return alarm


def _stockholm() -> Timezone:
    """Swedish time with summer time as in force since 1996 (directive 2000/84/EC, article 2 and 3)."""
    zone = Timezone()
    zone.add("tzid", _ZONE)
    for kind, name, month, before, after, at in (
        (TimezoneStandard(), "CET", 10, _SUMMER, _WINTER, datetime(1996, 10, 27, 3)),
        (TimezoneDaylight(), "CEST", 3, _WINTER, _SUMMER, datetime(1996, 3, 31, 2)),
    ):
        kind.add("tzname", name)
        kind.add("tzoffsetfrom", before)
        kind.add("tzoffsetto", after)
        kind.add("dtstart", at)
        kind.add("rrule", vRecur({"freq": "yearly", "bymonth": month, "byday": "-1su"}))
        zone.add_component(kind)
    return zone
