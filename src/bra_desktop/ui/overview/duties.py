"""What the data show of the duties of lag (2023:196). Pure; knows no Qt.

A duty that the data say nothing of is not told: that there is no paper here says nothing of the municipality.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.swedish import plural
from bra_desktop.domain.swedish_dates import MONTHS
from bra_desktop.services.overview import MeetingLine, PlanLine
from bra_desktop.ui.overview.shown import Duty

EVERY, SOON = 24, 21
"""The plan is followed up at least every second year (6 §); that it is time is told three months before."""
NOT_HELD = (MeetingState.PLANNED, MeetingState.CALLED)


def duties(year: Iterable[MeetingLine], plan: PlanLine, today: date) -> tuple[Duty, ...]:
    """As the law has them: plan (5 §), its follow-up (6 §), agreements (9 §), council (10 §), co-ordination (12 §)."""
    rows = tuple(year)
    found: list[Duty | None] = []
    if plan.activities:
        found.append(Duty("5 §", "Åtgärdsplan", plural(plan.activities, "aktivitet", "aktiviteter"), "met"))
    if plan.followed_up is not None:
        found.append(_follow_up(plan.followed_up, today))
    if plan.agreements:
        signed = plural(plan.agreements, "underskriven", "underskrivna")
        found.append(Duty("9 §", "Överenskommelser", signed, "met"))
    found.append(_meetings(rows, "bra", "10 §", "Strategiskt råd", ("möte", "möten")))
    found.append(_meetings(rows, "est", "12 §", "Samordna och stödja", ("EST-möte", "EST-möten")))
    return tuple(duty for duty in found if duty is not None)


def _follow_up(day: date, today: date) -> Duty:
    months = (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)
    status = "met" if months < SOON else "soon" if months < EVERY else "missing"
    return Duty("6 §", "Planen följs upp", f"{MONTHS[day.month - 1]} {day.year}", status)


def _meetings(
    rows: Iterable[MeetingLine], template: str, section: str, title: str, forms: tuple[str, str]
) -> Duty | None:
    meetings = [row for row in rows if row.template == template and row.state is not MeetingState.CANCELLED]
    held = [row for row in meetings if row.state not in NOT_HELD]
    if held:
        return Duty(section, title, plural(len(held), *forms), "met")
    return Duty(section, title, f"{plural(len(meetings), *forms)} planerade", "not_due") if meetings else None
