"""The days of law and practice that a meeting has, by the shipped rules and the Swedish holidays."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache

from bra_desktop.domain.calendar import Calendar
from bra_desktop.domain.deadlines import (
    Deadline,
    adjustment_deadline,
    notice_deadline,
    posting_deadline,
    public_notice_days,
)
from bra_desktop.domain.holidays import SwedishHolidays
from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.domain.rules import RuleBook
from bra_desktop.system.resources import resource_path


@dataclass(frozen=True)
class MeetingDays:
    """When the notice goes out at the latest and, where the profile adjusts, when the protocol must be adjusted."""

    notice: Deadline
    adjustment: Deadline | None


@cache
def swedish_calendar() -> Calendar:
    """Public holidays and the three eves of lag (1930:173) 2 §."""
    return Calendar(SwedishHolidays())


@cache
def rule_book() -> RuleBook:
    """The shipped rules."""
    return RuleBook.from_data(json.loads(resource_path("content/rules.json").read_text(encoding="utf-8")))


def days_of(profile: DocumentProfile, day: date, notice_days: int, adjustment_days: int) -> MeetingDays:
    """The days of a meeting held on ``day`` in a forum with those settings."""
    calendar, rules = swedish_calendar(), rule_book()
    return MeetingDays(
        notice_deadline(rules, day, calendar, notice_days),
        adjustment_deadline(rules, profile, day, calendar, adjustment_days),
    )


def post_by(adjusted: date) -> date:
    """The last day to post the notice of what was adjusted that day."""
    return posting_deadline(rule_book(), adjusted, swedish_calendar()).last_day


def take_down_from(posted: date) -> date:
    """The first day that a notice posted that day may be taken down."""
    return public_notice_days(rule_book(), posted, swedish_calendar()).take_down_earliest
