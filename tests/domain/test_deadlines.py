"""The days of law: every worked example of the rules file, and what holds for all of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bra_desktop.domain.calendar import Calendar
from bra_desktop.domain.deadlines import (
    adjustment_deadline,
    count,
    deadline,
    has_public_notice,
    notice_deadline,
    public_notice_days,
)
from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.domain.rules import Compute, RuleBook, Shift, Unit

FORMAL, COUNCIL, NOTES = DocumentProfile.FORMAL, DocumentProfile.COUNCIL, DocumentProfile.NOTES
RULES_FILE = Path(__file__).parents[2] / "resources" / "content" / "rules.json"


@cache
def data() -> Mapping[str, Any]:
    value: Mapping[str, Any] = json.loads(RULES_FILE.read_text(encoding="utf-8"))
    return value


BOOK = RuleBook.from_data(data())
CALENDAR = Calendar(holidays.country_holidays("SE", language="sv", categories=("public", "de_facto")))
EXAMPLES = [pytest.param(e, id=e["id"]) for e in data()["examples"]]


def day(example: Mapping[str, Any], name: str) -> date:
    return date.fromisoformat(example[name])


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_worked_example_holds(example: Mapping[str, Any]) -> None:
    rule = BOOK.rule(example["rule"])
    found = deadline(rule, day(example, "start"), CALENDAR, -example["days"] if "days" in example else None)
    assert found.unshifted == day(example, "unshifted")
    assert found.last_day == day(example, "result")
    assert (found.last_day != found.unshifted) is example["shifted"]
    if "plan_for" in example:
        assert found.plan_for == day(example, "plan_for")
    if "suggestions" in example:
        assert [d.isoformat() for d in found.suggestions] == example["suggestions"]
    if "take_down_earliest" in example:
        posted = public_notice_days(BOOK, day(example, "start"), CALENDAR)
        assert posted.take_down_earliest == day(example, "take_down_earliest")
        assert posted.take_down_suggested == day(example, "take_down_suggested")


def test_there_are_examples_of_every_shift() -> None:
    computed = {BOOK.rule(e["rule"]).compute for e in data()["examples"]}
    assert {c.shift for c in computed if c} == set(Shift)
    assert len(data()["examples"]) >= 29


def test_the_protocol_that_was_adjusted_on_11_september_2017() -> None:
    adjusted, posted = date(2017, 9, 11), date(2017, 9, 12)
    assert posted <= deadline(BOOK.rule("anslag_andra_dagen"), adjusted, CALENDAR).last_day
    days = public_notice_days(BOOK, posted, CALENDAR)
    assert days.appeal.last_day == date(2017, 10, 3)
    assert days.take_down_earliest == days.take_down_suggested == date(2017, 10, 4)


def test_the_executive_committee_of_9_december_2025() -> None:
    meeting, adjusted, posted = date(2025, 12, 9), date(2025, 12, 16), date(2025, 12, 17)
    adjust_by = adjustment_deadline(BOOK, FORMAL, meeting, CALENDAR)
    assert adjust_by is not None
    assert adjust_by.last_day == date(2025, 12, 23)
    assert deadline(BOOK.rule("anslag_andra_dagen"), adjusted, CALENDAR).last_day == date(2025, 12, 18)
    days = public_notice_days(BOOK, posted, CALENDAR)
    assert (days.appeal.last_day, days.take_down_earliest) == (date(2026, 1, 7), date(2026, 1, 8))


def test_the_almby_council_is_adjusted_by_17_december() -> None:
    found = adjustment_deadline(BOOK, COUNCIL, date(2026, 12, 3), CALENDAR)
    assert found is not None
    assert found.last_day == date(2026, 12, 17)
    assert not found.is_late(date(2026, 12, 17))
    assert found.is_late(date(2026, 12, 18))
    assert found.rule.act == "rådets reglemente"


def test_a_council_sets_its_own_days_and_a_board_does_not() -> None:
    own = adjustment_deadline(BOOK, COUNCIL, date(2026, 12, 3), CALENDAR, days=21)
    law = adjustment_deadline(BOOK, FORMAL, date(2026, 12, 3), CALENDAR, days=21)
    assert own is not None
    assert law is not None
    assert (own.last_day, law.last_day) == (date(2026, 12, 28), date(2026, 12, 17))


def test_notes_have_no_adjustment() -> None:
    assert adjustment_deadline(BOOK, NOTES, date(2026, 12, 3), CALENDAR) is None


def test_a_notice_is_sent_by_the_forums_own_number_of_days() -> None:
    meeting = date(2026, 12, 3)
    assert notice_deadline(BOOK, meeting, CALENDAR).last_day == date(2026, 11, 26)
    assert notice_deadline(BOOK, meeting, CALENDAR, days=5).last_day == date(2026, 11, 27)


def test_only_a_board_posts_its_protocol_unless_the_municipality_wants_more() -> None:
    assert [has_public_notice(p) for p in (FORMAL, COUNCIL, NOTES)] == [True, False, False]
    assert [has_public_notice(p, wanted=True) for p in (FORMAL, COUNCIL, NOTES)] == [True, True, False]


def test_a_rule_without_days_computes_none() -> None:
    with pytest.raises(ValueError, match="computes no day"):
        deadline(BOOK.rule("beslutsforhet"), date(2026, 12, 3), CALENDAR)


def test_a_calendar_without_working_days_is_no_calendar() -> None:
    class Always:
        def __contains__(self, value: object) -> bool:
            return True

    with pytest.raises(ValueError, match="no working day"):
        Calendar(Always()).on_or_after(date(2026, 12, 3))


@pytest.mark.parametrize(
    "quiet", [date(2024, 3, 28), date(2026, 4, 30), date(2027, 1, 5), date(2026, 10, 30), date(2024, 6, 7)]
)
def test_eves_that_the_law_does_not_name_are_working_days(quiet: date) -> None:
    assert CALENDAR.is_working_day(quiet)


DAYS = st.dates(date(2018, 1, 1), date(2045, 12, 31))
PERIODS = st.builds(Compute, st.integers(-60, 60), st.sampled_from(Unit), st.sampled_from(Shift))


@given(DAYS, st.integers(1, 60))
def test_a_last_day_is_a_working_day_never_before_the_unshifted_and_the_goal_never_after(start: date, n: int) -> None:
    for profile in (FORMAL, COUNCIL):
        found = adjustment_deadline(BOOK, profile, start, CALENDAR, days=n)
        assert found is not None
        assert CALENDAR.is_working_day(found.last_day)
        assert CALENDAR.is_working_day(found.plan_for)
        assert found.plan_for <= found.unshifted <= found.last_day
        skipped = (found.unshifted + timedelta(n) for n in range((found.last_day - found.unshifted).days))
        assert not any(CALENDAR.is_working_day(d) for d in skipped)


@given(DAYS, st.integers(1, 60))
def test_a_period_backwards_is_never_moved_forward(start: date, n: int) -> None:
    found = notice_deadline(BOOK, start, CALENDAR, days=n)
    assert found.last_day <= found.unshifted == start - timedelta(n)
    assert CALENDAR.is_working_day(found.last_day)


@given(DAYS)
def test_an_appeal_ends_on_the_weekday_of_the_posting_and_the_notice_comes_down_after(posted: date) -> None:
    days = public_notice_days(BOOK, posted, CALENDAR)
    assert days.appeal.unshifted.weekday() == posted.weekday()
    assert days.take_down_earliest == days.appeal.last_day + timedelta(1)
    assert days.take_down_suggested >= days.take_down_earliest
    assert CALENDAR.is_working_day(days.take_down_suggested)


@given(DAYS, PERIODS)
def test_counting_goes_the_way_of_its_sign(start: date, period: Compute) -> None:
    end = count(start, period)
    assert (end > start) is (period.amount > 0)
    assert (end < start) is (period.amount < 0)


@given(DAYS)
def test_before_and_after_are_the_nearest_working_days(here: date) -> None:
    assert CALENDAR.before(here) < here < CALENDAR.after(here)
    assert CALENDAR.on_or_before(here) <= here <= CALENDAR.on_or_after(here)
    assert CALENDAR.before(CALENDAR.after(here)) == CALENDAR.on_or_before(here)
