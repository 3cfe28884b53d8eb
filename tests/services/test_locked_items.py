"""What is done around a § that is locked apart: it goes on saying of people and times what it said."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import pytest

from bra_desktop.documents.assets import Assets
from bra_desktop.documents.item_sections import ItemMaker
from bra_desktop.documents.protocol import protocol
from bra_desktop.domain.content import AdjournmentContent, StayContent
from bra_desktop.domain.kinds import Duty
from bra_desktop.domain.presence import presence_words
from bra_desktop.domain.swedish import NBSP
from bra_desktop.domain.told_apart import told
from bra_desktop.services.adjusted import adjustment
from bra_desktop.services.live import attendance, coming_and_going, opening
from bra_desktop.services.preparing import planning
from bra_desktop.services.undoing import latest, undo
from tests.builders import DAY, MEMBER, VICE, Council, refused
from tests.documents.blocks_as_text import blocks_as_text

AROUND = "Det skulle ändra vem som var med"


@pytest.fixture
def locked(bra: Council) -> tuple[Council, str, str]:
    """A running meeting whose third item was locked at eleven, and is still the one that is shown."""
    ref = bra.running()
    for item in bra.items(ref)[:3]:
        bra.hold(item)
    attendance.appoint(bra.office, ref, Duty.ADJUST, bra.people[VICE])
    bra.clock.set(DAY, time(11))
    adjustment.adjust_item_now(bra.office, bra.item(ref, 2))
    return bra, ref, bra.item(ref, 2)


def test_who_was_there_is_not_taken_away_nor_put_there(locked: tuple[Council, str, str]) -> None:
    bra, ref, _ = locked
    row = bra.row(ref, MEMBER)
    refused(bra, lambda: attendance.mark_absent(bra.office, row), AROUND)
    refused(bra, lambda: attendance.set_stays(bra.office, row, (StayContent(time(10, 30), None),)), AROUND)


def test_who_led_or_wrote_stands(locked: tuple[Council, str, str]) -> None:
    bra, ref, _ = locked
    refused(bra, lambda: attendance.appoint(bra.office, ref, Duty.PRESIDE, bra.people[MEMBER]), AROUND)
    refused(bra, lambda: attendance.appoint(bra.office, ref, Duty.MINUTES, bra.people[MEMBER]), AROUND)


def test_from_the_next_item_on_another_may_lead(locked: tuple[Council, str, str]) -> None:
    bra, ref, item = locked
    before = told(bra.content(ref), item)
    attendance.appoint(bra.office, ref, Duty.PRESIDE, bra.people[VICE], from_item=bra.item(ref, 3))
    assert told(bra.content(ref), item) == before


def test_the_times_that_it_names_stand(locked: tuple[Council, str, str]) -> None:
    bra, ref, _ = locked
    refused(bra, lambda: opening.set_clock(bra.office, ref, time(9, 50), None), AROUND)


@pytest.mark.parametrize("minute", [0, 1])
def test_who_goes_as_it_ends_or_after_it_goes_in_the_next(locked: tuple[Council, str, str], minute: int) -> None:
    bra, ref, item = locked
    before = told(bra.content(ref), item)
    bra.clock.set(DAY, time(11, minute))
    coming_and_going.come_or_go(bra.office, bra.row(ref, MEMBER), item)
    bra.hold(bra.items(ref)[3])
    content = bra.content(ref)
    assert told(content, item).there == before.there
    assert bra.people[MEMBER] not in {who for who, *_ in told(content, bra.item(ref, 3)).there}


def printed(made: Council, ref: str, number: int) -> str:
    """An item's section of the whole protocol."""
    content = made.content(ref)
    blocks = tuple(ItemMaker(content, Assets("")).blocks(content.items[number]))
    return blocks_as_text(replace(protocol(content), blocks=blocks)).replace(NBSP, " ")


@pytest.mark.parametrize("minute", [0, 2])
@pytest.mark.parametrize("following", [2, 5])
def test_who_comes_as_it_is_locked_or_after_it_comes_in_the_next(bra: Council, minute: int, following: int) -> None:
    ref = bra.running(absent=(MEMBER,))
    for item in bra.items(ref)[:2]:
        bra.hold(item)
    attendance.appoint(bra.office, ref, Duty.ADJUST, bra.people[VICE])
    bra.clock.set(DAY, time(11))
    adjustment.adjust_item_now(bra.office, bra.item(ref, 1))
    locked = printed(bra, ref, 1)
    bra.clock.set(DAY, time(11, minute))
    coming_and_going.come_or_go(bra.office, bra.row(ref, MEMBER), bra.item(ref, 1))
    bra.clock.set(DAY, time(11, following))
    bra.hold(bra.items(ref)[2])
    assert printed(bra, ref, 1) == locked
    assert f"{MEMBER} kommer kl. 11.0{minute}." in printed(bra, ref, 2)
    words = presence_words(bra.content(ref), bra.people[MEMBER]).replace(NBSP, " ")
    assert words == f"fr.o.m. kl. 11.0{minute}, § 3"


@pytest.mark.parametrize("minute", [0, 1])
def test_who_goes_as_it_is_locked_or_after_it_is_told_to_go_in_the_next(
    locked: tuple[Council, str, str], minute: int
) -> None:
    bra, ref, _ = locked
    before = printed(bra, ref, 2)
    bra.clock.set(DAY, time(11, minute))
    coming_and_going.come_or_go(bra.office, bra.row(ref, MEMBER))
    bra.clock.set(DAY, time(11, 4))
    bra.hold(bra.items(ref)[3])
    assert printed(bra, ref, 2) == before
    assert f"{MEMBER} lämnar mötet kl. 11.0{minute}." in printed(bra, ref, 3)
    words = presence_words(bra.content(ref), bra.people[MEMBER]).replace(NBSP, " ")
    assert words == f"t.o.m. kl. 11.0{minute}, § 3"


def test_who_comes_in_the_one_minute_in_which_it_was_taken_up_and_locked_is_let_in(bra: Council) -> None:
    ref = bra.running(absent=(MEMBER,))
    attendance.appoint(bra.office, ref, Duty.ADJUST, bra.people[VICE])
    bra.clock.set(DAY, time(11))
    bra.hold(bra.items(ref)[0])
    adjustment.adjust_item_now(bra.office, bra.item(ref, 0))
    before = told(bra.content(ref), bra.item(ref, 0))
    coming_and_going.come_or_go(bra.office, bra.row(ref, MEMBER))
    assert told(bra.content(ref), bra.item(ref, 0)) == before
    bra.hold(bra.items(ref)[1])
    assert bra.people[MEMBER] in {who for who, *_ in told(bra.content(ref), bra.item(ref, 1)).there}


def test_a_departure_that_it_tells_is_no_slip_of_the_key_afterwards(bra: Council) -> None:
    ref = bra.running()
    for item in bra.items(ref)[:3]:
        bra.hold(item)
    attendance.appoint(bra.office, ref, Duty.ADJUST, bra.people[VICE])
    bra.clock.set(DAY, time(11))
    row = bra.row(ref, MEMBER)
    coming_and_going.come_or_go(bra.office, row)
    adjustment.adjust_item_now(bra.office, bra.item(ref, 2))
    before = told(bra.content(ref), bra.item(ref, 2))
    assert [event.person for event in before.moved] == [bra.people[MEMBER]]
    coming_and_going.come_or_go(bra.office, row)
    after = told(bra.content(ref), bra.item(ref, 2))
    assert (after.there, after.served) == (before.there, before.served)
    assert before.moved == after.moved
    bra.hold(bra.items(ref)[3])
    assert bra.people[MEMBER] in {who for who, *_ in told(bra.content(ref), bra.item(ref, 3)).there}


def test_after_the_meeting_it_is_held_too(locked: tuple[Council, str, str]) -> None:
    bra, ref, _ = locked
    bra.hold(bra.items(ref)[3])
    bra.clock.set(DAY, time(12))
    opening.close_meeting(bra.office, ref)
    refused(bra, lambda: attendance.mark_absent(bra.office, bra.row(ref, MEMBER)), AROUND)


def test_what_concerns_other_items_alone_is_changed_as_before(locked: tuple[Council, str, str]) -> None:
    bra, ref, _ = locked
    row = bra.row(ref, MEMBER)
    bra.clock.set(DAY, time(11, 5))
    bra.hold(bra.items(ref)[3])
    bra.clock.set(DAY, time(11, 20))
    coming_and_going.come_or_go(bra.office, row)
    attendance.set_stays(bra.office, row, (StayContent(None, time(11, 10)),))
    (stay,) = next(p for p in bra.content(ref).participants if p.person == bra.people[MEMBER]).stays
    assert stay.to_time == time(11, 10)
    undo(bra.office, latest(bra.office, 1)[0].id)


HEAD = "står i § 3, som är låst, och kan därför inte ändras. Inget har ändrats."


@pytest.mark.parametrize(
    ("values", "what"), [({"day": DAY + timedelta(days=2)}, "Mötets dag"), ({"place": "Biblioteket"}, "Mötets plats")]
)
def test_the_day_and_the_place_that_stand_on_its_paper_stand(
    locked: tuple[Council, str, str], values: dict[str, Any], what: str
) -> None:
    bra, ref, _ = locked
    refused(bra, lambda: planning.change_meeting(bra.office, ref, values), f"{what} {HEAD}")
    planning.change_meeting(bra.office, ref, {"adjustment_place": "Rådhuset"})


def test_a_change_of_the_day_from_before_the_lock_is_not_undone_after_it(bra: Council) -> None:
    ref = bra.written()
    planning.change_meeting(bra.office, ref, {"day": DAY - timedelta(days=1)})
    moved = latest(bra.office, 1)[0].id
    bra.clock.set(DAY, time(11))
    adjustment.adjust_item_now(bra.office, bra.item(ref, 2))
    refused(bra, lambda: undo(bra.office, moved), "sedan dess. Den står i paragrafens eget protokoll.")


def test_a_break_that_its_paper_tells_stands_and_one_after_it_is_told_as_well(bra: Council) -> None:
    ref = bra.written()
    bra.clock.set(DAY, time(11))
    opening.set_adjournments(bra.office, ref, (AdjournmentContent(time(10, 5), time(10, 10)),))
    adjustment.adjust_item_now(bra.office, bra.item(ref, 2))
    refused(bra, lambda: opening.set_adjournments(bra.office, ref, ()), f"Ajourneringen {HEAD}")
    bra.clock.set(DAY, time(11, 10))
    opening.adjourn(bra.office, ref)
    bra.clock.set(DAY, time(11, 20))
    opening.resume(bra.office, ref)
    bra.clock.set(DAY, time(12))
    opening.close_meeting(bra.office, ref)
    opening.set_clock(bra.office, ref, None, time(11, 55))


def test_the_end_that_its_paper_tells_stands(bra: Council) -> None:
    ref = bra.closed()
    adjustment.adjust_item_now(bra.office, bra.item(ref, 2))
    refused(bra, lambda: opening.set_clock(bra.office, ref, None, time(12, 5)), "Klockslaget då mötet slutade står i")
