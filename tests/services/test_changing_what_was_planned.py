"""Another day or forum for a planned meeting, typed numbers, rows of the list of people, and officers by interval."""

from datetime import date, time
from uuid import uuid4

import pytest

from bra_desktop.domain.content import AdjournmentContent
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import Capacity, Duty, Medium, Role
from bra_desktop.domain.register import Forum, Membership, Seat
from bra_desktop.domain.signers import signers
from bra_desktop.services import reading, register, undoing
from bra_desktop.services.live import attendance, minutes, opening, serving
from bra_desktop.services.meeting_file import meeting_files
from bra_desktop.services.papers import annexes
from bra_desktop.services.preparing import planning
from tests.builders import CHAIR, DAY, GUEST, MEMBER, SECRETARY, SUBSTITUTE, VICE, Council, refused

LATER = date(2026, 4, 9)


def listed(made: Council, ref: str) -> list[str]:
    content = made.content(ref)
    return [content.person(p.person).name for p in content.participants]


def numbers(made: Council, ref: str) -> list[str]:
    return [item.agenda_number for item in made.items(ref)]


def member(made: Council, forum_id: str, name: str, role: Role = Role.MEMBER, since: date | None = None) -> None:
    register.add(
        made.office,
        Membership(id=str(uuid4()), forum_id=forum_id, person_id=made.people[name], role=role, valid_from=since),
    )


def another_forum(made: Council) -> str:
    new = Forum(id=str(uuid4()), name="EST-gruppen", short_name="EST", definite="EST-gruppen", medium=Medium.INK)
    register.add(made.office, new)
    member(made, new.id, GUEST, Role.CHAIR)
    member(made, new.id, SECRETARY, Role.SECRETARY)
    member(made, new.id, VICE, Role.CONVENER)
    return new.id


# ── day and forum ────────────────────────────────────────────────────────────────────────────
def test_a_planned_meeting_that_gets_another_day_calls_those_who_are_members_then(bra: Council) -> None:
    ref = bra.planned()
    planning.add_participant(bra.office, ref, bra.people[GUEST])
    bra.add_person("Amina Yusuf")
    member(bra, bra.forum_id, "Amina Yusuf", since=date(2026, 4, 1))
    planning.change_meeting(bra.office, ref, {"day": LATER})
    assert bra.content(ref).date == LATER
    assert listed(bra, ref) == [CHAIR, VICE, MEMBER, SUBSTITUTE, SECRETARY, GUEST, "Amina Yusuf"]
    planning.change_meeting(bra.office, ref, {"day": DAY})
    assert listed(bra, ref) == [CHAIR, VICE, MEMBER, SUBSTITUTE, SECRETARY, GUEST]


def test_a_meeting_that_is_called_keeps_its_list_when_its_day_is_changed(bra: Council) -> None:
    ref = bra.called()
    bra.add_person("Amina Yusuf")
    member(bra, bra.forum_id, "Amina Yusuf", since=date(2026, 4, 1))
    planning.change_meeting(bra.office, ref, {"day": LATER})
    assert (bra.content(ref).date, "Amina Yusuf" in listed(bra, ref)) == (LATER, False)


def test_a_meeting_is_not_moved_to_a_day_before_its_notice(bra: Council) -> None:
    ref = bra.called()
    refused(bra, lambda: planning.change_meeting(bra.office, ref, {"day": date(2026, 2, 1)}), "Kallelsen skickades den")


@pytest.mark.parametrize("year", [1899, 2200])
def test_a_meeting_is_not_moved_to_a_year_that_the_calendar_does_not_hold(bra: Council, year: int) -> None:
    ref = bra.planned()
    with pytest.raises(UserError, match=r"Skriv ett år mellan 1900 och 2199\.") as refusal:
        planning.change_meeting(bra.office, ref, {"day": date(year, 3, 5)})
    assert refusal.value.where == "datum"


def test_a_meeting_with_paragraphs_stays_in_the_year_of_their_series(bra: Council) -> None:
    ref = bra.written()
    refused(bra, lambda: planning.change_meeting(bra.office, ref, {"day": date(2027, 3, 4)}), "serien för 2026")
    planning.change_meeting(bra.office, ref, {"day": date(2026, 3, 6)})
    assert bra.content(ref).date == date(2026, 3, 6)


def test_a_planned_meeting_given_to_another_forum_calls_its_members_and_keeps_its_reference(bra: Council) -> None:
    ref, other = bra.planned(), another_forum(bra)
    titles = [item.title for item in bra.items(ref)]
    moved = planning.change_meeting(bra.office, ref, {"forum_id": other})
    content = bra.content(ref)
    assert (content.ref, content.forum.name, content.medium) == (ref, "EST-gruppen", Medium.INK)
    assert sorted(listed(bra, ref)) == sorted([GUEST, SECRETARY, VICE])
    vice = next(p for p in content.participants if p.person == bra.people[VICE])
    assert (vice.role, vice.seat) == (Role.CONVENER, "")
    assert {o.duty: content.person(o.person).name for o in content.officers} == {
        Duty.PRESIDE: GUEST,
        Duty.MINUTES: SECRETARY,
    }
    assert [item.title for item in content.items] == titles
    assert moved is not None
    undoing.undo(bra.office, moved.id)
    assert listed(bra, ref) == [CHAIR, VICE, MEMBER, SUBSTITUTE, SECRETARY]


def test_a_meeting_that_is_called_stays_in_its_forum(bra: Council) -> None:
    ref, other = bra.called(), another_forum(bra)
    words = "Kallelsen är skapad för brottsförebyggande rådet"
    refused(bra, lambda: planning.change_meeting(bra.office, ref, {"forum_id": other}), words)


# ── numbers ──────────────────────────────────────────────────────────────────────────────────
def test_a_typed_number_is_kept_and_the_whole_numbers_close_up_round_it(bra: Council) -> None:
    ref = bra.planned()
    planning.change_item(bra.office, bra.item(ref, 2), {"agenda_number": " 2.1 "})
    assert numbers(bra, ref) == ["1", "2", "2.1", "3"]
    planning.change_item(bra.office, bra.item(ref, 2), {"agenda_number": ""})
    assert numbers(bra, ref) == ["1", "2", "", "3"]
    planning.move_item(bra.office, bra.item(ref, 3), 0)
    assert numbers(bra, ref) == ["1", "2", "3", ""]
    planning.change_item(bra.office, bra.item(ref, 0), {"agenda_number": "77"})
    assert numbers(bra, ref) == ["77", "2", "3", ""]


def test_two_items_never_get_one_number(bra: Council) -> None:
    ref = bra.planned()
    third = bra.item(ref, 2)
    same = {"agenda_number": "2"}
    refused(bra, lambda: planning.change_item(bra.office, third, same), "står redan på", UserError)


def test_an_annex_gets_the_number_that_was_typed_but_never_another_ones(bra: Council) -> None:
    ref = bra.planned()
    first = annexes.add_annex(bra.office, ref, title="Lägesbild", later=True)
    second = annexes.add_annex(bra.office, ref, title="Avtal")
    annexes.change_annex(bra.office, second, {"number": 7})
    assert [(a.number, a.later) for a in bra.content(ref).annexes] == [(1, True), (7, False)]
    refused(bra, lambda: annexes.change_annex(bra.office, first, {"number": 7}), "har ”Avtal”", UserError)


# ── the list of people ───────────────────────────────────────────────────────────────────────
def test_two_who_share_a_row_say_so_on_both_and_stop_together(bra: Council) -> None:
    ref = bra.planned()
    attendance.share_row(bra.office, bra.row(ref, MEMBER), bra.people[VICE])
    rows = {p.person: p.together_with for p in bra.content(ref).participants}
    assert (rows[bra.people[MEMBER]], rows[bra.people[VICE]]) == (bra.people[VICE], bra.people[MEMBER])
    chair = bra.row(ref, CHAIR)
    refused(bra, lambda: attendance.share_row(bra.office, chair, bra.people[VICE]), f"{VICE} delar redan rad med")
    refused(bra, lambda: attendance.share_row(bra.office, chair, bra.people[CHAIR]), "med sig själv")
    attendance.share_row(bra.office, bra.row(ref, VICE), bra.people[GUEST])
    rows = {p.person: p.together_with for p in bra.content(ref).participants}
    assert (rows[bra.people[MEMBER]], rows[bra.people[VICE]]) == ("", bra.people[GUEST])


def test_a_row_changes_capacity_and_loses_what_only_the_old_one_has(bra: Council) -> None:
    ref = bra.planned()
    row = bra.row(ref, SUBSTITUTE)
    serving.serve_for(bra.office, row, bra.seats[VICE])
    attendance.change_row(bra.office, row, {"capacity": Capacity.MEMBER, "seat_id": bra.seats[VICE]})
    there = next(p for p in bra.content(ref).participants if p.person == bra.people[SUBSTITUTE])
    assert (there.capacity, there.seat, there.serves_for) == (Capacity.MEMBER, bra.seats[VICE], "")
    attendance.change_row(bra.office, row, {"capacity": Capacity.GUEST, "role": Role.VICE_CHAIR})
    there = next(p for p in bra.content(ref).participants if p.person == bra.people[SUBSTITUTE])
    assert (there.capacity, there.seat, there.role) == (Capacity.GUEST, "", Role.VICE_CHAIR)


def test_a_seat_of_another_forum_is_refused(bra: Council) -> None:
    ref = bra.planned()
    seat = register.add(bra.office, Seat(id=str(uuid4()), forum_id=another_forum(bra), position=0))
    row = bra.row(ref, MEMBER)
    refused(bra, lambda: attendance.change_row(bra.office, row, {"seat_id": seat.id}), "annat forum", UserError)
    with pytest.raises(ValueError, match="stays"):
        attendance.change_row(bra.office, row, {"stays": ()})


# ── officers ─────────────────────────────────────────────────────────────────────────────────
def test_the_vice_chair_takes_over_and_each_signs_for_the_paragraphs_she_led(bra: Council) -> None:
    ref = bra.written()
    vice = attendance.appoint(bra.office, ref, Duty.PRESIDE, bra.people[VICE], bra.item(ref, 1))
    attendance.change_officer(bra.office, vice, {"from_item_id": bra.item(ref, 2), "to_item_id": bra.item(ref, 3)})
    content = bra.content(ref)
    led = {content.person(s.person).name: s.words for s in signers(content) if s.role == "chair"}
    assert led == {CHAIR: "§§\N{NO-BREAK SPACE}1–2", VICE: "§§\N{NO-BREAK SPACE}3–4"}


def test_an_adjuster_is_replaced_by_another_with_the_reason(bra: Council) -> None:
    ref = bra.written()
    row = bra.content(ref).officers.index(next(o for o in bra.content(ref).officers if o.duty is Duty.ADJUST))
    officer = reading.meeting_view(bra.office, ref).officers[row]
    values = {"person_id": bra.people[MEMBER], "reason": f"{VICE} har förhinder"}
    attendance.change_officer(bra.office, officer, values)
    told = next(o for o in bra.content(ref).officers if o.duty is Duty.ADJUST)
    assert (told.person, told.reason) == (bra.people[MEMBER], f"{VICE} har förhinder")
    refused(
        bra, lambda: attendance.change_officer(bra.office, officer, {"person_id": bra.people[GUEST]}),
        "finns inte i närvarolistan",
    )  # fmt: skip


def test_one_may_adjust_two_stretches_but_no_item_twice(bra: Council) -> None:
    ref = bra.planned()
    item = [i.key for i in bra.items(ref)]
    attendance.appoint(bra.office, ref, Duty.ADJUST, bra.people[VICE], None, item[0])
    attendance.appoint(bra.office, ref, Duty.ADJUST, bra.people[VICE], item[2])
    assert len([o for o in bra.content(ref).officers if o.duty is Duty.ADJUST]) == 2
    again = (bra.office, ref, Duty.ADJUST, bra.people[VICE], item[3], item[3])
    refused(bra, lambda: attendance.appoint(*again), "redan utsedd")


def test_an_interval_that_ends_before_it_begins_is_refused(bra: Council) -> None:
    ref = bra.running()
    minutes.take_up(bra.office, bra.item(ref, 0))
    last, first = bra.item(ref, 3), bra.item(ref, 1)
    refused(
        bra, lambda: attendance.appoint(bra.office, ref, Duty.MINUTES, bra.people[VICE], last, first),
        "slutar före", UserError,
    )  # fmt: skip


def test_an_item_that_leaves_the_agenda_takes_no_appointment_or_break_with_it(bra: Council) -> None:
    ref = bra.planned()
    first, second, third, last = (item.key for item in bra.items(ref))
    attendance.appoint(bra.office, ref, Duty.PRESIDE, bra.people[VICE], third)
    attendance.appoint(bra.office, ref, Duty.MINUTES, bra.people[MEMBER], first, third)
    attendance.appoint(bra.office, ref, Duty.ADJUST, bra.people[VICE], third, third)
    opening.set_adjournments(bra.office, ref, (AdjournmentContent(time(10, 55), time(11, 5), third),))
    before = meeting_files.export_meeting(bra.office, ref)
    removed = planning.remove_item(bra.office, third)
    content = bra.content(ref)
    assert [(o.duty, o.from_item, o.to_item) for o in content.officers[2:]] == [
        (Duty.PRESIDE, last, ""),
        (Duty.MINUTES, first, second),
    ]
    assert [one.after_item for one in content.adjournments] == [second]
    assert removed is not None
    undoing.undo(bra.office, removed.id)
    assert meeting_files.export_meeting(bra.office, ref) == before


def test_somebody_who_leaves_the_list_leaves_her_duties_and_the_row_she_shared(bra: Council) -> None:
    ref = bra.planned()
    attendance.appoint(bra.office, ref, Duty.ADJUST, bra.people[VICE])
    attendance.share_row(bra.office, bra.row(ref, VICE), bra.people[MEMBER])
    removed = planning.remove_participant(bra.office, bra.row(ref, VICE))
    content = bra.content(ref)
    assert not [o for o in content.officers if o.person == bra.people[VICE]]
    assert not [p for p in content.participants if p.together_with]
    assert removed is not None
    undoing.undo(bra.office, removed.id)
    assert [o.duty for o in bra.content(ref).officers if o.person == bra.people[VICE]] == [Duty.ADJUST]
