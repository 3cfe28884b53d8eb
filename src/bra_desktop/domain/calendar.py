"""Working days. Which days are public holidays comes from outside, so the domain stays free of libraries."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Days beyond these cannot be counted from: deadlines and holidays would leave the calendar."""
_LONGEST_REST = 30


@dataclass(frozen=True)
class Calendar:
    """A calendar with weekends, public holidays and the three eves that lag (1930:173) 2 § puts beside them.

    ``holidays`` answers ``day in holidays`` for public holidays (lag 1989:253), midsommarafton, julafton and
    nyårsafton. Saturdays and Sundays are known here.
    """

    holidays: Container[date]

    def is_working_day(self, day: date) -> bool:
        """Whether the day is an ordinary weekday; skärtorsdag, trettondagsafton and klämdagar are."""
        return day.weekday() < 5 and day not in self.holidays

    def on_or_after(self, day: date) -> date:
        """The first working day on or after the day."""
        return self._search(day, ONE_DAY)

    def on_or_before(self, day: date) -> date:
        """The last working day on or before the day."""
        return self._search(day, -ONE_DAY)

    def after(self, day: date) -> date:
        """The first working day after the day."""
        return self.on_or_after(day + ONE_DAY)

    def before(self, day: date) -> date:
        """The last working day before the day."""
        return self.on_or_before(day - ONE_DAY)

    def _search(self, day: date, step: timedelta) -> date:
        for _ in range(_LONGEST_REST):
            if self.is_working_day(day):
                return day
            day += step
        raise ValueError(f"a calendar with no working day within {_LONGEST_REST} days of {day}")
