"""The Swedish holidays are those that the library "holidays" knows, year by year."""

from datetime import date, timedelta

import pytest
from holidays import country_holidays

from bra_desktop.domain.holidays import SwedishHolidays, holidays_of

YEARS = range(1990, 2101)


@pytest.mark.parametrize("year", YEARS)
def test_every_day_of_the_year_is_a_holiday_or_not_as_the_library_says(year: int) -> None:
    theirs = country_holidays("SE", years=year, language="sv", categories=("public", "de_facto"))
    first = date(year, 1, 1)
    days = [first + timedelta(days=number) for number in range(366)]
    wrong = [day for day in days if day.year == year and (day in SwedishHolidays()) != (day in theirs)]
    assert wrong == []


def test_annandag_pingst_gave_way_to_the_national_day_in_2005() -> None:
    assert date(2004, 5, 31) in holidays_of(2004)
    assert date(2004, 6, 6) not in holidays_of(2004)
    assert date(2005, 6, 6) in holidays_of(2005)
    assert date(2005, 5, 16) not in holidays_of(2005)


def test_what_is_no_date_is_no_holiday() -> None:
    assert "2026-12-24" not in SwedishHolidays()
