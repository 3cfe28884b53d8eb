"""The days that the rules lead to: when notice is sent, minutes adjusted, posted, appealed and taken down.

The first day is not counted, and only a last day is ever moved (lag 1930:173, 1 and 2 §§).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bra_desktop.domain.calendar import Calendar
from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.domain.rules import Compute, Rule, RuleBook, Shift, Unit
from bra_desktop.domain.swedish_dates import add_months


@dataclass(frozen=True)
class Deadline:
    """A computed day. ``unshifted`` is before holidays are minded, ``last_day`` the utmost day.

    ``plan_for`` is the goal that is shown: the last working day on or before the unshifted one. ``suggestions`` are
    working days to choose from where a day is a guideline and is not moved.
    """

    rule: Rule
    start: date
    unshifted: date
    last_day: date
    plan_for: date
    suggestions: tuple[date, ...] = ()

    def is_late(self, today: date) -> bool:
        """Whether the utmost day has passed."""
        return today > self.last_day


def count(start: date, period: Compute, amount: int | None = None) -> date:
    """The day the period ends, before holidays are minded. Weeks and years end on the day of the same name."""
    length = period.amount if amount is None else amount
    match period.unit:
        case Unit.DAYS:
            return start + timedelta(days=length)
        case Unit.WEEKS:
            return start + timedelta(weeks=length)
        case Unit.MONTHS:
            return add_months(start, length)
        case Unit.YEARS:
            return add_months(start, 12 * length)


def deadline(rule: Rule, start: date, calendar: Calendar, amount: int | None = None) -> Deadline:
    """The day by a rule from its start day. ``amount`` is the municipality's own number where the rule has a setting;
    for a period backwards it is given as the rule's, negative.

    Raises ValueError for a rule that computes no day.
    """
    if rule.compute is None:
        raise ValueError(f"rule {rule.id} computes no day")
    unshifted = count(start, rule.compute, amount)
    plan_for = calendar.on_or_before(unshifted)
    suggestions: tuple[date, ...] = ()
    match rule.compute.shift:
        case Shift.FORWARD:
            last_day = calendar.on_or_after(unshifted)
        case Shift.BACKWARD:
            last_day = plan_for
        case Shift.SUGGEST if not calendar.is_working_day(unshifted):
            last_day, suggestions = unshifted, (plan_for, calendar.on_or_after(unshifted))
        case _:
            last_day = unshifted
    return Deadline(rule, start, unshifted, last_day, plan_for, suggestions)


_ADJUST = {
    DocumentProfile.FORMAL: "justering_14_dagar",
    DocumentProfile.COUNCIL: "justering_radsprotokoll",
}


def adjustment_deadline(
    rules: RuleBook, profile: DocumentProfile, meeting_day: date, calendar: Calendar, days: int | None = None
) -> Deadline | None:
    """When the protocol must be adjusted; None for notes. ``days`` is a council's own number."""
    rule_id = _ADJUST.get(profile)
    if rule_id is None:
        return None
    own = days if profile is DocumentProfile.COUNCIL else None
    return deadline(rules.rule(rule_id), meeting_day, calendar, own)


def notice_deadline(rules: RuleBook, meeting_day: date, calendar: Calendar, days: int | None = None) -> Deadline:
    """The last day to send the notice. ``days`` is the forum's own number, positive."""
    amount = -abs(days) if days is not None else None
    return deadline(rules.rule("kallelse_reglemente"), meeting_day, calendar, amount)


def posting_deadline(rules: RuleBook, adjusted: date, calendar: Calendar) -> Deadline:
    """The last day to post the notice of what was adjusted that day (kommunallagen 8:12)."""
    return deadline(rules.rule("anslag_andra_dagen"), adjusted, calendar)


@dataclass(frozen=True)
class PublicNoticeDays:
    """The days of a public notice once it is posted. All are computed; the certificate bears the real ones."""

    posted: date
    appeal: Deadline
    take_down_earliest: date
    take_down_suggested: date


def public_notice_days(rules: RuleBook, posted: date, calendar: Calendar) -> PublicNoticeDays:
    """The last day to appeal (kommunallagen 13:5) and when the notice may come down: the day after.

    The earliest day to take it down is no last day, so it is not moved; the next working day is suggested.
    """
    appeal = deadline(rules.rule("overklagandetid_tre_veckor"), posted, calendar)
    earliest = deadline(rules.rule("nedtagning"), appeal.last_day, calendar).last_day
    return PublicNoticeDays(posted, appeal, earliest, calendar.on_or_after(earliest))


def has_public_notice(profile: DocumentProfile, *, wanted: bool = False) -> bool:
    """Whether the protocol is posted: a nämnd's always, a council's only when the municipality wants it."""
    return profile is DocumentProfile.FORMAL or (profile is DocumentProfile.COUNCIL and wanted)
