"""Due days as a secretary writes them: 31/1, 31 januari, nästa möte, om två veckor, fredag, v. 49."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.domain.swedish import SMALL_NUMBERS, quoted, shortened
from bra_desktop.domain.swedish_dates import MONTHS, WEEKDAYS, add_months

_MONTH_NUMBERS = {name[:3]: n for n, name in enumerate(MONTHS, 1)}
_COUNTS = {word: n for n, word in enumerate(SMALL_NUMBERS)} | {
    "en": 1,
    "tio": 10,
    "elva": 11,
    "tolv": 12,
    "fjorton": 14,
}
_FEBRUARY, _LONGEST_MONTH = 2, 31

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_FIGURES = re.compile(r"(\d{1,2})[/.](\d{1,2})(?:[/ .-]+(\d{4}))?")
_WORDS = re.compile(r"(?:den )?(\d{1,2})(?:[:]?[ae])? ([a-zåäö]{3,9})\.?(?: (\d{4}))?")
_DISTANCE = re.compile(r"(?:om|inom) (\d{1,3}|[a-zåäö]+) (dag|dagar|vecka|veckor|månad|månader|år)")
_WEEK = re.compile(r"(?:vecka|v\.?) ?(\d{1,2})(?:[ /](\d{4}))?")
_WEEKDAY = re.compile(r"(nästa )?(" + "|".join(WEEKDAYS) + r")(?:en)?")


class NoSuchDay(UserError):
    """A day and a month, where the month has no such day."""


def parse_due(text: str, meeting_day: date, next_meeting: date | None = None) -> date:
    """The day that the words mean, counted from the meeting's day, never from today.

    ”31/1” is the first 31 January on or after the meeting, ”nästa möte” the forum's next meeting, ”om två veckor”
    fourteen days after the meeting, ”v. 49” that week's Friday, ”fredag” the first Friday after the meeting.

    Raises UserError for words that are no day, NoSuchDay for ”31/2”, and RuleBroken for
    ”nästa möte” when none is planned.
    """
    words = " ".join(text.replace("\u00a0", " ").lower().split()).rstrip(".")
    words = re.sub(r"^(senast|till|före|klart|klar|på) (den )?", "", words)
    if words in ("nästa möte", "nästa sammanträde", "till nästa möte"):
        if next_meeting is None:
            raise RuleBroken("Nästa möte är inte planerat. Planera det först eller skriv ett datum, t.ex. 31/1.")
        return next_meeting
    near = {"i dag": 0, "idag": 0, "i morgon": 1, "imorgon": 1, "i övermorgon": 2}
    if words in near:
        return meeting_day + timedelta(days=near[words])
    try:
        found = _written(words, meeting_day) or _distance(words, meeting_day) or _in_week(words, meeting_day)
    except (ValueError, OverflowError):
        found = None
    if found is None:
        _refuse_no_such_day(words)
        raise UserError(
            f"{quoted(_shortened(text))} är inget datum som programmet förstår. "
            "Skriv t.ex. 31/1, nästa möte eller om två veckor."
        )
    return found


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return shortened(text, 40)


def _written(words: str, meeting_day: date) -> date | None:
    if m := _ISO.fullmatch(words):
        return date(int(m[1]), int(m[2]), int(m[3]))
    if m := _FIGURES.fullmatch(words):
        return _day(int(m[1]), int(m[2]), m[3], meeting_day)
    if m := _WORDS.fullmatch(words):
        month = _MONTH_NUMBERS.get(m[2][:3])
        if month and MONTHS[month - 1].startswith(m[2]):
            return _day(int(m[1]), month, m[3], meeting_day)
    return None


def _refuse_no_such_day(words: str) -> None:
    """Raise NoSuchDay for a day that its month does not have; other figures (50/50, 2/15) are no day and month."""
    if m := _ISO.fullmatch(words):
        day, month, year = int(m[3]), int(m[2]), m[1]
    elif m := _FIGURES.fullmatch(words):
        day, month, year = int(m[1]), int(m[2]), m[3]
    elif m := _WORDS.fullmatch(words):
        number = _MONTH_NUMBERS.get(m[2][:3], 0)
        day, month, year = int(m[1]), number if MONTHS[number - 1].startswith(m[2]) else 0, m[3]
    else:
        return
    if not (1 <= month <= len(MONTHS) and 1 <= day <= _LONGEST_MONTH):
        return
    days = str(monthrange(int(year), month)[1]) if year else "28 eller 29" if month == _FEBRUARY else "30"
    raise NoSuchDay(f"Dagen {words} finns inte: {MONTHS[month - 1]} har {days} dagar. Ändra datumet.")


def _day(day: int, month: int, year: str | None, meeting_day: date) -> date | None:
    if year:
        return date(int(year), month, day)
    # 29 February comes at most eight years later (around a century that is no leap year).
    for candidate in range(meeting_day.year, meeting_day.year + 9):
        try:
            found = date(candidate, month, day)
        except ValueError:
            continue
        if found >= meeting_day:
            return found
    return None


def _distance(words: str, meeting_day: date) -> date | None:
    m = _DISTANCE.fullmatch(words)
    if m is None:
        return None
    count = int(m[1]) if m[1].isdecimal() else _COUNTS.get(m[1])
    if count is None:
        return None
    if m[2].startswith("dag"):
        return meeting_day + timedelta(days=count)
    if m[2].startswith("veck"):
        return meeting_day + timedelta(weeks=count)
    return add_months(meeting_day, count * (12 if m[2] == "år" else 1))


def _in_week(words: str, meeting_day: date) -> date | None:
    if m := _WEEK.fullmatch(words):
        year = int(m[2]) if m[2] else meeting_day.isocalendar().year
        friday = date.fromisocalendar(year, int(m[1]), 5)
        return friday if m[2] or friday >= meeting_day else date.fromisocalendar(year + 1, int(m[1]), 5)
    if m := _WEEKDAY.fullmatch(words):
        ahead = (WEEKDAYS.index(m[2]) - meeting_day.weekday()) % 7 or 7
        return meeting_day + timedelta(days=ahead)
    return None
