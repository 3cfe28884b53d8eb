"""The days on which what the law wants done may wait until the next working day, besides Saturdays and Sundays.

Public holidays by lag (1989:253) om allmänna helgdagar, and the three eves that lag (1930:173) 2 § puts beside them.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

SATURDAY = 5
NATIONAL_DAY_FROM = 2005
"""The year from which 6 June is a public holiday instead of annandag pingst (lag 2004:1320)."""


class SwedishHolidays:
    """Answers ``day in holidays`` for every year of the Gregorian calendar from 1953, when midsummer got its Saturday.

    Sundays that are holidays as well (påskdagen, pingstdagen) are among them.
    """

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and day in holidays_of(day.year)


@cache
def holidays_of(year: int) -> frozenset[date]:
    """The public holidays and the three eves of a year."""
    easter = easter_day(year)
    midsummer = _first(SATURDAY, date(year, 6, 20))
    spring = date(year, 6, 6) if year >= NATIONAL_DAY_FROM else easter + timedelta(days=50)
    return frozenset(
        {
            date(year, 1, 1),
            date(year, 1, 6),
            *(easter + timedelta(days=days) for days in (-2, 0, 1, 39, 49)),
            date(year, 5, 1),
            spring,
            midsummer - timedelta(days=1),
            midsummer,
            _first(SATURDAY, date(year, 10, 31)),
            date(year, 12, 24),
            date(year, 12, 25),
            date(year, 12, 26),
            date(year, 12, 31),
        }
    )


def easter_day(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous rule of 1876, "Meeus/Jones/Butcher")."""
    golden = year % 19
    century, rest = divmod(year, 100)
    skipped = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - skipped + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _first(weekday: int, day: date) -> date:
    """The first day of that weekday on or after the day; Monday is 0."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)
