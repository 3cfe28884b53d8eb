"""While a meeting goes on, no use case keeps a clock time that has not been; what stands already may stand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time, timedelta

import pytest

from bra_desktop.domain.content import AdjournmentContent, RecusalContent, ReservationContent, StayContent
from bra_desktop.domain.errors import UserError
from bra_desktop.services.live import attendance, decisions, minutes, opening
from tests.builders import DAY, MEMBER, Council, refused

Correct = Callable[[Council, str, time], object]
CORRECTIONS: dict[str, Correct] = {
    "opening": lambda c, r, at: opening.set_clock(c.office, r, at),
    "item began": lambda c, r, at: minutes.set_clock(c.office, c.item(r), at),
    "item ended": lambda c, r, at: minutes.set_clock(c.office, c.item(r), None, at),
    "break": lambda c, r, at: opening.set_adjournments(c.office, r, (AdjournmentContent(time(10, 1), at),)),
    "came": lambda c, r, at: attendance.set_stays(c.office, c.row(r, MEMBER), (StayContent(from_time=at),)),
    "went": lambda c, r, at: attendance.set_stays(c.office, c.row(r, MEMBER), (StayContent(to_time=at),)),
    "recusal": lambda c, r, at: decisions.put_recusal(
        c.office, c.item(r), RecusalContent("r", c.people[MEMBER], "", at)
    ),
    "reservation": lambda c, r, at: decisions.put_reservation(
        c.office, c.item(r), ReservationContent("r", (c.people[MEMBER],), "", at)
    ),
}


@pytest.fixture
def going_on(bra: Council) -> str:
    """An item that something was decided in goes on, at 10.10."""
    ref = bra.running()
    minutes.take_up(bra.office, bra.item(ref))
    decisions.add_decision(bra.office, bra.item(ref), "notera rapporten")
    bra.clock.set(DAY, time(10, 10))
    return ref


@pytest.mark.parametrize("correct", CORRECTIONS.values(), ids=CORRECTIONS.keys())
def test_a_time_that_has_not_been_is_refused_and_one_that_has_is_kept(
    bra: Council, going_on: str, correct: Correct
) -> None:
    refused(bra, lambda: correct(bra, going_on, time(10, 11)), "Klockan har inte varit 10.11 än.", UserError)
    correct(bra, going_on, time(10, 10))


@pytest.mark.parametrize("correct", CORRECTIONS.values(), ids=CORRECTIONS.keys())
def test_a_meeting_that_is_written_the_day_after_has_all_of_its_times_behind_it(
    bra: Council, going_on: str, correct: Correct
) -> None:
    bra.clock.set(DAY + timedelta(days=1), time(9))
    correct(bra, going_on, time(10, 11))


def test_what_stood_before_the_clock_was_set_back_does_not_hinder_another_correction(
    bra: Council, going_on: str
) -> None:
    opening.set_adjournments(bra.office, going_on, (AdjournmentContent(time(10, 1), time(10, 8)),))
    bra.clock.set(DAY, time(10, 5))
    opening.set_adjournments(bra.office, going_on, (AdjournmentContent(time(10, 2), time(10, 8)),))
    (pause,) = bra.content(going_on).adjournments
    assert (pause.from_time, pause.to_time) == (time(10, 2), time(10, 8))
