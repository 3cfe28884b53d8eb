"""A day as it is typed in a field: 2026-12-03, 20261203, 3/12, 3/12 2026, 3 dec, 3 december 2026, fredag."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from bra_desktop.domain.calendar import FIRST_YEAR, LAST_YEAR
from bra_desktop.domain.due_phrases import NoSuchDay, parse_due
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.swedish_dates import MONTHS

_FIGURES = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")
_BEGUN = re.compile(r"\d{3}")
"""A year that has been begun, and is not a day of a month."""
_DAY_AND_MONTH = re.compile(r"(den )?\d{1,2}([/.]\d{1,2}|(:?[ae])? [a-zåäö]+)\.?", re.IGNORECASE)
_HALF_A_YEAR = timedelta(days=183)


def read_day(text: str, today: date, near: date | None = None) -> date | None:
    """The day that a field says; None for an empty text. ValueError carries a sentence.

    A day without a year is the next one from ``today``, or the one nearest to ``near``, of a day that is corrected.
    """
    text = text.strip()
    if not text:
        return None
    match = _FIGURES.fullmatch(text)
    if match is None and not _BEGUN.match(text):
        begin = near - _HALF_A_YEAR if near is not None and _DAY_AND_MONTH.fullmatch(text) else today
        try:
            return _near(parse_due(text, begin))
        except NoSuchDay as missing:
            raise ValueError(missing.text) from missing
        except UserError:
            pass
    if match is None:
        raise ValueError("Skriv datumet som 2026-12-03 eller 3/12.")
    year, month, day = (int(part) for part in match.groups())
    if not 1 <= month <= len(MONTHS):
        raise ValueError(f"Månad {month} finns inte. Skriv datumet som 2026-12-03.")
    _refuse_far_year(year)
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        name = MONTHS[month - 1].capitalize()
        raise ValueError(f"{name} har {last} dagar. Skriv till exempel {year}-{month:02}-{last}.")
    return date(year, month, day)


def _near(day: date) -> date:
    _refuse_far_year(day.year)
    return day


def _refuse_far_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"År {year} är för långt bort. Skriv ett år mellan {FIRST_YEAR} och {LAST_YEAR}.")
