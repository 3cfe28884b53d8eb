"""What happens while the meeting goes on is noted at the item that goes on, whichever the secretary looks at."""

from __future__ import annotations

from datetime import time

import pytest

from bra_desktop.services.live import coming_and_going, minutes, opening
from tests.builders import DAY, MEMBER, Council


@pytest.fixture
def looking_ahead(bra: Council) -> str:
    """The second item goes on, and the third is looked at."""
    ref = bra.running()
    for number, minute in ((0, 1), (1, 5)):
        bra.clock.set(DAY, time(10, minute))
        minutes.take_up(bra.office, bra.item(ref, number))
    minutes.remember_place(bra.office, ref, bra.item(ref, 2))
    bra.clock.set(DAY, time(10, 20))
    return ref


def test_a_break_is_noted_after_the_item_that_goes_on(bra: Council, looking_ahead: str) -> None:
    opening.adjourn(bra.office, looking_ahead)
    (pause,) = bra.content(looking_ahead).adjournments
    assert pause.after_item == bra.item(looking_ahead, 1)


def test_a_break_between_two_items_is_noted_after_the_one_that_is_over(bra: Council, looking_ahead: str) -> None:
    minutes.set_clock(bra.office, bra.item(looking_ahead, 1), closed_at=time(10, 15))
    opening.adjourn(bra.office, looking_ahead)
    (pause,) = bra.content(looking_ahead).adjournments
    assert pause.after_item == bra.item(looking_ahead, 1)


def test_before_anything_is_taken_up_a_break_follows_the_item_that_is_looked_at(bra: Council) -> None:
    ref = bra.running()
    minutes.remember_place(bra.office, ref, bra.item(ref))
    opening.adjourn(bra.office, ref)
    assert bra.content(ref).adjournments[0].after_item == bra.item(ref)


def test_who_comes_and_goes_does_so_in_the_item_that_goes_on(bra: Council, looking_ahead: str) -> None:
    row = bra.row(looking_ahead, MEMBER)
    coming_and_going.leave(bra.office, row)
    bra.clock.set(DAY, time(10, 25))
    coming_and_going.arrive(bra.office, row)
    went, came = next(who.stays for who in bra.content(looking_ahead).participants if who.person == bra.people[MEMBER])
    assert (went.to_item, came.from_item) == (bra.item(looking_ahead, 1),) * 2


def test_between_two_items_somebody_comes_by_the_clock_alone(bra: Council, looking_ahead: str) -> None:
    row = bra.row(looking_ahead, MEMBER)
    coming_and_going.leave(bra.office, row)
    minutes.set_clock(bra.office, bra.item(looking_ahead, 1), closed_at=time(10, 20))
    bra.clock.set(DAY, time(10, 25))
    coming_and_going.arrive(bra.office, row)
    stays = next(who.stays for who in bra.content(looking_ahead).participants if who.person == bra.people[MEMBER])
    assert (stays[-1].from_time, stays[-1].from_item) == (time(10, 25), "")
