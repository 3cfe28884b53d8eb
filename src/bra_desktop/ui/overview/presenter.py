"""What Översikt answers: read in one go, told in words. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from bra_desktop.domain.kinds import MeetingState
from bra_desktop.services import overview
from bra_desktop.services.office import Office
from bra_desktop.services.overview import MeetingLine
from bra_desktop.ui.overview import telling
from bra_desktop.ui.overview.duties import duties
from bra_desktop.ui.overview.shown import LastDay, Shown
from bra_desktop.ui.running import Runner

LAST_DAYS = 5
MEETINGS = 6
"""So many of the next ones are read; the page shows as many as it has room for."""
AFTERWARDS = (MeetingState.DRAFT, MeetingState.REVIEW, MeetingState.ADJUSTMENT)


class OverviewScreen(Protocol):
    """The page as the presenter uses it."""

    def show_overview(self, shown: Shown) -> None: ...


class OverviewPresenter:
    """Loads the page; everything on it leads somewhere else."""

    def __init__(self, runner: Runner, office: Office, screen: OverviewScreen) -> None:
        self._runner, self._office, self._screen = runner, office, screen

    def load(self) -> None:
        """Ask for everything anew."""
        self._runner.reread(self._read, self._screen.show_overview)

    def _read(self) -> Shown:
        office = self._office
        read = overview.overview(office, MEETINGS)
        days = _last_days(read.year, read.today)
        rings, events = telling.year_events(read.year, days)
        return Shown(
            greeting=telling.greeting(office.local_now(), office.actor),
            day=telling.day_words(read.today),
            today=read.today,
            next_meetings=tuple(telling.next_meeting(row) for row in read.next_meetings),
            waiting=telling.waiting(read),
            bars=telling.bars(read.loads),
            bars_words=telling.bars_words(read),
            duties=duties(read.year, read.plan, read.today),
            last_days=days[:LAST_DAYS],
            rings=rings,
            events=events,
            year_words=telling.year_words(len(read.year), days, read.today),
            new=not read.year and not read.next_meetings,
        )


def _last_days(rows: Iterable[MeetingLine], today: date) -> tuple[LastDay, ...]:
    """Until when notices are to be sent and protocols adjusted, the nearest first."""
    from bra_desktop.services.deadlines import days_of

    found = []
    for row in rows:
        if row.state is MeetingState.PLANNED and row.day >= today:
            days = days_of(row.profile, row.day, row.notice_days, row.adjustment_days)
            found.append(telling.last_day(row, days.notice.last_day, today, notice=True))
        elif row.state in AFTERWARDS:
            days = days_of(row.profile, row.day, row.notice_days, row.adjustment_days)
            if days.adjustment is not None:
                found.append(telling.last_day(row, days.adjustment.last_day, today, notice=False))
    return tuple(sorted(found, key=lambda day: (day.day, day.words)))
