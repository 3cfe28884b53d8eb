"""What is done around a § that is locked apart: it goes on saying of people and times what it said."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path
from typing import Any

import pytest

from bra_desktop.documents.assets import Assets
from bra_desktop.documents.item_sections import ItemMaker
from bra_desktop.documents.protocol import protocol
from bra_desktop.domain.content import AdjournmentContent, OfficerContent, StayContent
from bra_desktop.domain.kinds import Duty
from bra_desktop.domain.presence import presence_words
from bra_desktop.domain.swedish import NBSP
from bra_desktop.domain.told_apart import told
from bra_desktop.exchange import meeting_file
from bra_desktop.services.adjusted import adjustment, signing
from bra_desktop.services.live import attendance, coming_and_going, decisions, opening
from bra_desktop.services.live.roll import roll
from bra_desktop.services.meeting_file import meeting_files
from bra_desktop.services.papers import documents, item_papers
from bra_desktop.services.preparing import planning
from bra_desktop.services.undoing import latest, undo
from tests.builders import DAY, MEMBER, PIN, VICE, Council, council, pdf_text, refused
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
    assert f"{MEMBER} lämnar sammanträdet kl. 11.0{minute}." in printed(bra, ref, 3)
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


STAYS = "Per Alm är justerare i § 3, som är låst, och står kvar där. Inget har ändrats. "


def adjuster_row(made: Council, ref: str) -> str:
    """The appointment of the one who adjusts."""
    return next(one.id for one in roll(made.office, ref).officers if one.duty is Duty.ADJUST)


def test_who_adjusts_it_by_its_paper_is_not_replaced_nor_taken_away(locked: tuple[Council, str, str]) -> None:
    bra, ref, item = locked
    bra.hold(bra.items(ref)[3])
    row, told_what = adjuster_row(bra, ref), f"{STAYS}Låt den nya justera från och med § 4, eller skriv skälet"
    another = {"person_id": bra.people[MEMBER]}
    refused(bra, lambda: attendance.change_officer(bra.office, row, another), told_what)
    refused(bra, lambda: attendance.release(bra.office, row), told_what)
    refused(bra, lambda: attendance.change_officer(bra.office, row, {"from_item_id": bra.item(ref, 3)}), told_what)
    refused(bra, lambda: attendance.change_officer(bra.office, row, {"to_item_id": bra.item(ref, 1)}), told_what)
    assert [one.name for one in adjustment.item_signers(bra.office, item)][-1] == VICE


def test_another_adjusts_from_the_next_item_and_the_papers_name_both_with_their_items(
    locked: tuple[Council, str, str],
) -> None:
    bra, ref, item = locked
    bra.hold(bra.items(ref)[3])
    attendance.change_officer(bra.office, adjuster_row(bra, ref), {"to_item_id": item})
    attendance.appoint(bra.office, ref, Duty.ADJUST, bra.people[MEMBER], from_item=bra.item(ref, 3))
    bra.clock.set(DAY, time(12))
    opening.close_meeting(bra.office, ref)
    said = pdf_text(documents.make(bra.office, ref, "protocol").content)
    assert "Per Alm, §§ 1–3" in said
    assert "Siv Östling, § 4" in said
    paper = pdf_text(item_papers.item_paper(bra.office, item).content)
    assert "Per Alm" in paper
    undo(bra.office, latest(bra.office, 1)[0].id)


def test_who_was_chosen_before_the_lock_is_not_undone_underneath_it(bra: Council) -> None:
    ref = bra.written()
    chosen = latest(bra.office, 1)[0].id
    bra.clock.set(DAY, time(11))
    adjustment.adjust_item_now(bra.office, bra.item(ref, 2))
    refused(bra, lambda: undo(bra.office, chosen), "sedan dess")


def test_who_falls_ill_before_signing_it_is_replaced_with_a_reason_and_after_signing_it_stays(
    locked: tuple[Council, str, str],
) -> None:
    bra, ref, item = locked
    files, row = bra.certificates(), adjuster_row(bra, ref)
    ill = {"person_id": bra.people[MEMBER], "reason": "i stället för Per Alm, som är sjuk"}
    attendance.change_officer(bra.office, row, ill)
    undo(bra.office, latest(bra.office, 1)[0].id)
    signing.sign(bra.office, ref, VICE, files[VICE], PIN, item_id=item)
    told_what = f"{STAYS}Låt den nya justera från och med nästa paragraf."
    refused(bra, lambda: attendance.change_officer(bra.office, row, ill), told_what)


def test_a_file_read_in_changes_nobody_who_adjusts_it(bra: Council, tmp_path: Path) -> None:
    ref = bra.written()
    decisions.set_immediate(bra.office, bra.item(ref, 2), True)
    bra.clock.set(DAY, time(12))
    opening.close_meeting(bra.office, ref)
    path = tmp_path / "möte.json"
    path.write_bytes(meeting_files.export_meeting(bra.office, ref))
    with council() as other:
        meeting_files.import_meeting(other.office, path)
        (item,) = [one.key for one in other.items(ref) if one.immediate_adjustment]
        adjustment.adjust_item_now(other.office, item)
        told_there = meeting_file.read(path)
        someone = next(one.key for one in told_there.people if one.name == MEMBER)
        changed = (OfficerContent(Duty.ADJUST, someone),)
        kept = tuple(one for one in told_there.officers if one.duty is not Duty.ADJUST)
        path.write_bytes(meeting_file.write(replace(told_there, officers=(*kept, *changed))))
        refused(other, lambda: meeting_files.import_meeting(other.office, path), STAYS)


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
