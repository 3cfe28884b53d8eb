"""Actions: what follows from their status, whom "alla" means, and how a due day is written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bra_desktop.domain.actions import (
    asked,
    days_late,
    is_answered,
    is_closed_by_decision,
    is_late,
    resolve_words,
    status_after,
    waiting_for,
)
from bra_desktop.domain.due_phrases import NoSuchDay, parse_due
from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.domain.kinds import ActionStatus
from tests.domain.almby import council

TODAY = date(2026, 11, 21)
YESTERDAY = date(2026, 11, 20)
MEETING = date(2026, 12, 3)
NEXT = date(2027, 3, 4)


@pytest.mark.parametrize("status", [s for s in ActionStatus if s.is_open])
def test_an_open_action_is_late_the_day_after_its_day(status: ActionStatus) -> None:
    assert is_late(status, YESTERDAY, TODAY)
    assert not is_late(status, TODAY, TODAY)
    assert not is_late(status, None, TODAY)
    assert days_late(status, date(2026, 11, 9), TODAY) == 12
    assert days_late(status, None, TODAY) == 0


@pytest.mark.parametrize("status", [ActionStatus.DONE, ActionStatus.CANCELLED])
def test_what_is_done_or_cancelled_is_never_late(status: ActionStatus) -> None:
    assert not is_late(status, YESTERDAY, TODAY)
    assert days_late(status, YESTERDAY, TODAY) == 0


def test_a_joint_action_is_answered_when_everybody_has_answered() -> None:
    assert not is_answered(("BUF", "SBF"), {"BUF"})
    assert waiting_for(("BUF", "SBF"), {"BUF"}) == ("SBF",)
    assert is_answered(("BUF", "SBF"), {"BUF", "SBF", "KLF"})
    assert not is_answered((), set())


def test_closed_by_decision_needs_a_decision_and_an_end() -> None:
    assert is_closed_by_decision(ActionStatus.DONE, "d40")
    assert not is_closed_by_decision(ActionStatus.DONE, None)
    assert not is_closed_by_decision(ActionStatus.ONGOING, "d40")


S = ActionStatus


@pytest.mark.parametrize(
    ("before", "answers", "after"),
    [
        (S.NOT_STARTED, (), S.NOT_STARTED),
        (S.NOT_STARTED, (S.NOT_STARTED,), S.NOT_STARTED),
        (S.NOT_STARTED, (S.WAITING,), S.ONGOING),
        (S.NOT_STARTED, (S.DONE,), S.ONGOING),
        (S.NOT_STARTED, (S.DONE, S.NOT_STARTED), S.ONGOING),
        (S.ONGOING, (S.DONE, S.DONE), S.DONE),
        (S.WAITING, (S.DONE, S.ONGOING), S.WAITING),
        (S.ONGOING, (S.CANCELLED, S.CANCELLED), S.ONGOING),
    ],
)
def test_an_action_of_two_is_done_when_both_say_so_and_ongoing_at_the_first_sign_of_work(
    before: ActionStatus, answers: tuple[ActionStatus, ...], after: ActionStatus
) -> None:
    asked_of = ("BUF", "SBF")
    assert status_after(before, dict(zip(asked_of, answers, strict=False)), asked_of) is after


def test_an_answer_of_one_who_was_not_asked_changes_nothing() -> None:
    assert status_after(S.NOT_STARTED, {"POL": S.DONE}, ("BUF",)) is S.NOT_STARTED
    assert status_after(S.NOT_STARTED, {"POL": S.DONE}, ()) is S.NOT_STARTED


def test_a_task_to_everybody_is_asked_of_all_that_receive_sheets() -> None:
    assert asked((), True, ["BUF", "POL"]) == ("BUF", "POL")
    assert asked(("SBF",), True, ["BUF", "POL"]) == ("SBF",)
    assert asked((), False, ["BUF", "POL"]) == ()


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("kommunen", ("SBF", "BUF")),
        (" Alla ", ("SBF", "BUF", "POL")),
        ("sbf", ("SBF",)),
        ("Polismyndigheten", ("POL",)),
        ("okänd", ()),
    ],
)
def test_written_names_become_organisations(words: str, keys: tuple[str, ...]) -> None:
    assert resolve_words(words, council().organisations) == keys


def test_alla_is_held_to_the_forum() -> None:
    assert resolve_words("alla", council().organisations, {"POL"}) == ("POL",)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31/1", date(2027, 1, 31)),
        ("3/12", MEETING),
        ("2/12", date(2027, 12, 2)),
        ("31/1 2028", date(2028, 1, 31)),
        ("31/1-2028", date(2028, 1, 31)),
        ("31.1", date(2027, 1, 31)),
        ("29/2", date(2028, 2, 29)),
        ("31 januari", date(2027, 1, 31)),
        ("den 31 jan.", date(2027, 1, 31)),
        ("31\u00a0januari 2028", date(2028, 1, 31)),
        ("2027-03-04", NEXT),
        ("senast 4 mars", NEXT),
        ("nästa möte", NEXT),
        ("till nästa möte", NEXT),
        ("Nästa sammanträde", NEXT),
        ("om två veckor", date(2026, 12, 17)),
        ("Om 2 veckor.", date(2026, 12, 17)),
        ("om en vecka", date(2026, 12, 10)),
        ("inom tio dagar", date(2026, 12, 13)),
        ("om en månad", date(2027, 1, 3)),
        ("om ett år", date(2027, 12, 3)),
        ("i dag", MEETING),
        ("i morgon", date(2026, 12, 4)),
        ("v. 50", date(2026, 12, 11)),
        ("vecka 3", date(2027, 1, 22)),
        ("fredag", date(2026, 12, 4)),
        ("på torsdag", date(2026, 12, 10)),
        ("torsdag", date(2026, 12, 10)),
    ],
)
def test_due_days_as_secretaries_write_them(text: str, day: date) -> None:
    assert parse_due(text, MEETING, NEXT) == day


@pytest.mark.parametrize(
    "text", ["", "snart", "31/13", "50/50", "om flera veckor", "v. 60", "1/1/1", "31 jax", "om 999 år"]
)
def test_what_is_no_day_is_said_with_examples(text: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_due(text, date(9500, 1, 1) if "999" in text else MEETING, NEXT)
    assert refused.value.text == (
        f"”{text}” är inget datum som programmet förstår. Skriv t.ex. 31/1, nästa möte eller om två veckor."
    )


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("31/2", "februari har 28 eller 29 dagar"),
        ("2027-02-29", "februari har 28 dagar"),
        ("29/2 2027", "februari har 28 dagar"),
        ("31 april", "april har 30 dagar"),
        ("senast den 31 nov.", "november har 30 dagar"),
    ],
)
def test_a_day_that_its_month_does_not_have_is_said_to_be_missing(text: str, days: str) -> None:
    with pytest.raises(NoSuchDay, match=f"finns inte: {days}. Ändra datumet."):
        parse_due(text, MEETING, NEXT)


def test_the_next_meeting_must_be_planned() -> None:
    with pytest.raises(RuleBroken, match="Nästa möte är inte planerat"):
        parse_due("nästa möte", MEETING)


@given(st.text(max_size=60))
def test_any_words_are_either_a_day_or_refused(text: str) -> None:
    try:
        assert isinstance(parse_due(text, MEETING, NEXT), date)
    except UserError as refused:
        assert len(refused.text) <= 240  # noqa: PT017


@given(st.dates(date(2027, 1, 1), date(2027, 11, 30)))
def test_a_day_and_month_is_the_next_one_after_the_meeting(day: date) -> None:
    assert parse_due(f"{day.day}/{day.month}", MEETING) == day
