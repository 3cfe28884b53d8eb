"""Who is there and who decides; decisions, votes, reservations and recusals; opening and closing."""

from dataclasses import replace
from datetime import date, time

import pytest

from bra_desktop.domain import attendance as who
from bra_desktop.domain import quorum
from bra_desktop.domain.closing import gaps
from bra_desktop.domain.content import (
    BallotContent,
    MotionContent,
    ParticipantContent,
    ProposalContent,
    RecusalContent,
    ReservationContent,
    StatementContent,
    StayContent,
    VoteContent,
)
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import Ballot, Capacity, DecisionKind, Duty, MeetingState, Mode, Reply, Role
from bra_desktop.domain.movements import Movement, events
from bra_desktop.domain.officers import presiding
from bra_desktop.domain.presence import presence_words
from bra_desktop.domain.swedish import NBSP
from bra_desktop.domain.votes import outcome, result_words
from bra_desktop.services import reading
from bra_desktop.services.live import attendance, coming_and_going, decisions, minutes, opening, serving
from bra_desktop.services.preparing import notice, planning
from bra_desktop.storage.failures import Gone, Stale
from tests.builders import CHAIR, DAY, GUEST, MEMBER, SECRETARY, SUBSTITUTE, VICE, Council, refused


def deciding(made: Council, ref: str, place: int) -> set[str]:
    content = made.content(ref)
    return {content.person(key).name for key in who.deciding(content, content.items[place].key)}


def test_a_planned_meeting_lists_the_members_of_that_day_and_names_chair_and_secretary(bra: Council) -> None:
    content = bra.content(bra.planned())
    assert [content.person(p.person).name for p in content.participants] == [CHAIR, VICE, MEMBER, SUBSTITUTE, SECRETARY]
    assert {o.duty: content.person(o.person).name for o in content.officers} == {
        Duty.PRESIDE: CHAIR,
        Duty.MINUTES: SECRETARY,
    }
    assert (content.ref, content.state) == ("BRA-2026-03-05", MeetingState.PLANNED)
    assert bra.content(bra.planned()).ref == "BRA-2026-03-05-2"


@pytest.mark.parametrize(("starts", "ends"), [(time(22), time(0)), (time(23, 30), time(1, 30)), (time(18), time(20))])
def test_a_late_meeting_may_end_after_midnight_and_can_be_changed(
    bra: Council, starts: time, ends: time | None
) -> None:
    ref = planning.plan_meeting(bra.office, planning.MeetingPlan(bra.forum_id, DAY, starts))
    assert bra.content(ref).ends == ends
    planning.change_meeting(bra.office, ref, {"place": "Rådhuset"})
    assert bra.content(ref).place == "Rådhuset"


def test_a_meeting_that_ends_before_it_begins_is_refused(bra: Council) -> None:
    plan = planning.MeetingPlan(bra.forum_id, DAY, time(10), time(9))
    refused(bra, lambda: planning.plan_meeting(bra.office, plan), "slutar innan det börjar", UserError)
    ref = bra.planned()
    refused(
        bra, lambda: planning.change_meeting(bra.office, ref, {"ends": time(9)}), "slutar innan det börjar", UserError
    )


def test_a_stale_change_of_the_meeting_is_refused(bra: Council) -> None:
    ref = bra.planned()
    content = bra.content(ref)
    seen = reading.meeting_view(bra.office, ref).revisions[content.key]
    planning.change_meeting(bra.office, ref, {"place": "A"}, seen)
    refused(bra, lambda: planning.change_meeting(bra.office, ref, {"place": "B"}, seen), ".", Stale)


def test_the_notice_needs_a_place_and_is_kept(bra: Council) -> None:
    ref = bra.planned()
    planning.change_meeting(bra.office, ref, {"place": ""})
    refused(bra, lambda: notice.send_notice(bra.office, ref), "Platsen saknas")
    planning.change_meeting(bra.office, ref, {"place": "Rådhuset"})
    made = notice.send_notice(bra.office, ref)
    view = reading.meeting_view(bra.office, ref)
    assert view.content.notice.sent_on == date(2026, 2, 2)
    (kept,) = view.documents
    assert (kept.kind, kept.file_name) == ("notice", made.file_name)
    assert bra.office.database.attachments.read(kept.digest) == made.content
    refused(bra, lambda: notice.send_notice(bra.office, ref), "kan inte gå till")


def test_a_meeting_is_cancelled_only_before_it_begins(bra: Council) -> None:
    planning.cancel(bra.office, bra.planned())
    ref = bra.running(date(2026, 5, 7))
    refused(bra, lambda: planning.cancel(bra.office, ref), "har öppnats och kan inte ställas in")
    refused(bra, lambda: planning.add_item(bra.office, "BRA-2026-03-05", planning.PlannedItem("X")), "är inställt")


def test_the_meeting_opens_when_chair_and_secretary_are_there(bra: Council) -> None:
    ref = bra.called()
    refused(
        bra,
        lambda: opening.open_meeting(bra.office, ref),
        "Mötet kan öppnas när ordförande och sekreterare är närvarande",
    )
    for name in (CHAIR, SECRETARY):
        attendance.mark_present(bra.office, bra.row(ref, name))
    opening.open_meeting(bra.office, ref, time(10, 2))
    assert (bra.content(ref).state, bra.content(ref).opened_at) == (MeetingState.IN_PROGRESS, time(10, 2))
    assert quorum.quorum_now(bra.content(ref)).served == 1


def test_closing_answers_the_gaps_and_closes_the_open_item(bra: Council) -> None:
    ref = bra.running()
    minutes.take_up(bra.office, bra.item(ref), time(10))
    early = "öppnades kl. 10.00 och kan inte avslutas redan kl. 09.00"
    refused(bra, lambda: opening.close_meeting(bra.office, ref, time(9)), early)
    gaps = opening.close_meeting(bra.office, ref, time(11))
    assert gaps
    assert bra.items(ref)[0].closed_at == time(11)
    refused(bra, lambda: opening.close_meeting(bra.office, ref), "kan inte gå till")


def test_breaks_begin_and_end_once(bra: Council) -> None:
    ref = bra.running()
    refused(bra, lambda: opening.resume(bra.office, ref), "är inte ajournerat")
    opening.adjourn(bra.office, ref, time(10, 30))
    refused(bra, lambda: opening.adjourn(bra.office, ref), "redan ajournerat")
    opening.resume(bra.office, ref, time(10, 40))
    (pause,) = bra.content(ref).adjournments
    assert (pause.from_time, pause.to_time) == (time(10, 30), time(10, 40))


def test_a_break_that_is_ended_in_its_own_minute_never_was(bra: Council) -> None:
    ref = bra.running()
    opening.adjourn(bra.office, ref, time(10, 30))
    opening.resume(bra.office, ref, time(10, 40))
    opening.adjourn(bra.office, ref, time(10, 45))
    opening.resume(bra.office, ref, time(10, 45))
    assert [one.from_time for one in bra.content(ref).adjournments] == [time(10, 30)]
    opening.adjourn(bra.office, ref, time(10, 45))
    opening.resume(bra.office, ref, time(10, 46))
    assert [one.to_time for one in bra.content(ref).adjournments] == [time(10, 40), time(10, 46)]


def test_replies_before_the_meeting_are_notified_absence(bra: Council) -> None:
    ref = bra.called()
    attendance.reply(bra.office, bra.row(ref, MEMBER), Reply.PREVENTED)
    assert who.participant(bra.content(ref), bra.people[MEMBER]).absence_notified  # type: ignore[union-attr]


def test_a_mark_taken_back_in_the_same_minute_leaves_no_trace(bra: Council) -> None:
    ref = bra.running(absent=[MEMBER])
    minutes.take_up(bra.office, bra.item(ref), time(10))
    guest = bra.row(ref, MEMBER)
    coming_and_going.arrive(bra.office, guest, time(10, 11))
    coming_and_going.leave(bra.office, guest, time(10, 11))
    assert not present_row(bra, ref, MEMBER).stays
    coming_and_going.arrive(bra.office, guest, time(10, 12))
    coming_and_going.leave(bra.office, guest, time(10, 20))
    before = present_row(bra, ref, MEMBER).stays
    coming_and_going.arrive(bra.office, guest, time(10, 20))
    (stay,) = present_row(bra, ref, MEMBER).stays
    assert (stay.from_time, stay.to_time, stay.to_item) == (time(10, 12), None, "")
    coming_and_going.leave(bra.office, guest, time(10, 20))
    assert present_row(bra, ref, MEMBER).stays == before


def test_who_went_and_came_back_within_a_minute_was_away_from_the_items_between(bra: Council) -> None:
    ref = bra.running()
    first, second, third = (bra.item(ref, place) for place in range(3))
    minutes.take_up(bra.office, first, time(10))
    row = bra.row(ref, CHAIR)
    coming_and_going.leave(bra.office, row, time(10, 15))
    minutes.take_up(bra.office, second, time(10, 15))
    decisions.add_decision(bra.office, second, "notera rapporten")
    minutes.take_up(bra.office, third, time(10, 15))
    for _ in range(2):
        coming_and_going.arrive(bra.office, row, time(10, 15))
        before, after = present_row(bra, ref, CHAIR).stays
        assert (before.to_time, before.to_item, before.partly) == (time(10, 15), first, True)
        assert (after.from_time, after.from_item) == (time(10, 15), third)
        coming_and_going.leave(bra.office, row, time(10, 15))
        assert present_row(bra, ref, CHAIR).stays == (before,)
    coming_and_going.arrive(bra.office, row, time(10, 15))
    attendance.appoint(bra.office, ref, Duty.PRESIDE, bra.people[CHAIR], None, third)
    attendance.appoint(bra.office, ref, Duty.PRESIDE, bra.people[VICE])
    assert [presiding(bra.content(ref), key) for key in (first, second)] == [bra.people[CHAIR], bra.people[VICE]]
    assert deciding(bra, ref, 1) == {VICE, MEMBER}


def test_who_went_before_the_decision_and_came_back_in_the_next_item_took_no_part_in_it(bra: Council) -> None:
    ref = bra.running()
    first, second, third = (bra.item(ref, place) for place in range(3))
    minutes.take_up(bra.office, first, time(10))
    minutes.take_up(bra.office, second, time(10, 10))
    coming_and_going.leave(bra.office, bra.row(ref, MEMBER), time(10, 15))
    decisions.add_decision(bra.office, second, "notera rapporten")
    minutes.take_up(bra.office, third, time(10, 15))
    coming_and_going.arrive(bra.office, bra.row(ref, MEMBER), time(10, 15))
    assert [(stay.to_item, stay.partly) for stay in present_row(bra, ref, MEMBER).stays] == [
        (second, True),
        ("", False),
    ]
    assert presence_words(bra.content(ref), bra.people[MEMBER]).replace(NBSP, " ") == (
        "t.o.m. kl. 10.15 i § 2 och fr.o.m. kl. 10.15, § 3"
    )
    assert deciding(bra, ref, 0) == {CHAIR, VICE, MEMBER}
    assert deciding(bra, ref, 1) == {CHAIR, VICE}
    assert deciding(bra, ref, 2) == {CHAIR, VICE, MEMBER}


def test_a_slip_in_the_minute_in_which_the_item_was_taken_up_leaves_no_trace(bra: Council) -> None:
    ref = bra.running()
    minutes.take_up(bra.office, bra.item(ref), time(10))
    minutes.take_up(bra.office, bra.item(ref, 1), time(10, 15))
    before = present_row(bra, ref, MEMBER).stays
    for _ in range(2):
        coming_and_going.leave(bra.office, bra.row(ref, MEMBER), time(10, 15))
        coming_and_going.arrive(bra.office, bra.row(ref, MEMBER), time(10, 15))
        assert present_row(bra, ref, MEMBER).stays == before


def test_a_stay_of_one_whole_item_is_kept_when_somebody_comes_and_goes_later(bra: Council) -> None:
    ref = bra.running(absent=[MEMBER])
    minutes.take_up(bra.office, bra.item(ref), time(10))
    row, first = bra.row(ref, MEMBER), bra.item(ref)
    attendance.set_stays(bra.office, row, (StayContent(from_item=first, to_item=first),))
    minutes.take_up(bra.office, bra.item(ref, 1), time(10, 10))
    coming_and_going.come_or_go(bra.office, row)
    assert len(present_row(bra, ref, MEMBER).stays) == 2
    coming_and_going.come_or_go(bra.office, row)
    (kept,) = present_row(bra, ref, MEMBER).stays
    assert (kept.from_item, kept.to_item) == (first, first)


def test_who_was_to_stay_to_the_end_of_the_item_goes_before_it_by_the_mark(bra: Council) -> None:
    ref = bra.running()
    minutes.take_up(bra.office, bra.item(ref), time(10))
    row, first = bra.row(ref, MEMBER), bra.item(ref)
    attendance.set_stays(bra.office, row, (StayContent(to_item=first),))
    coming_and_going.leave(bra.office, row, time(10, 5))
    (stay,) = present_row(bra, ref, MEMBER).stays
    assert (stay.to_time, stay.to_item, stay.partly) == (time(10, 5), first, True)


def test_what_held_when_it_was_decided_holds_though_the_next_item_is_taken_up_in_the_same_minute(
    bra: Council,
) -> None:
    ref = bra.running()
    first, second = bra.item(ref), bra.item(ref, 1)
    minutes.take_up(bra.office, first, time(10))
    coming_and_going.leave(bra.office, bra.row(ref, VICE), time(10, 9))
    coming_and_going.leave(bra.office, bra.row(ref, MEMBER), time(10, 9))
    decisions.add_decision(bra.office, first, "notera informationen")
    assert quorum.not_quorate_items(bra.content(ref)) == (first,)
    minutes.take_up(bra.office, second, time(10, 9))
    assert quorum.not_quorate_items(bra.content(ref)) == (first, second)
    assert deciding(bra, ref, 0) == {CHAIR}


def test_who_came_in_an_item_and_left_in_it_was_there_for_a_part_of_it(bra: Council) -> None:
    ref = bra.running(absent=[MEMBER])
    first, second, third = (bra.item(ref, place) for place in range(3))
    minutes.take_up(bra.office, first, time(10))
    minutes.take_up(bra.office, second, time(10, 8))
    coming_and_going.arrive(bra.office, bra.row(ref, MEMBER), time(10, 8))
    coming_and_going.leave(bra.office, bra.row(ref, MEMBER), time(10, 9))
    minutes.take_up(bra.office, third, time(10, 9))
    coming_and_going.arrive(bra.office, bra.row(ref, MEMBER), time(10, 9))
    content = bra.content(ref)
    assert presence_words(content, bra.people[MEMBER]).replace(NBSP, " ") == (
        "kl. 10.08–10.09 i § 2 och fr.o.m. kl. 10.09, § 3"
    )
    told = [(event.item, event.movement) for event in events(content) if event.person == bra.people[MEMBER]]
    assert told == [(second, Movement.ARRIVES), (second, Movement.LEAVES), (third, Movement.RETURNS)]
    assert MEMBER not in deciding(bra, ref, 1)
    opening.close_meeting(bra.office, ref, time(10, 30))
    assert not [gap for gap in gaps(bra.content(ref)) if MEMBER in gap.text and "kl." in gap.text]


def test_who_is_not_there_is_not_disqualified_either(bra: Council) -> None:
    ref = bra.running(absent=[MEMBER])
    item = bra.item(ref)
    minutes.take_up(bra.office, item, time(10))
    out = RecusalContent("r", bra.people[MEMBER], "kassör i föreningen", time(10))
    refused(
        bra, lambda: decisions.put_recusal(bra.office, item, out), f"{MEMBER} är inte närvarande i § 1 och kan inte"
    )
    coming_and_going.arrive(bra.office, bra.row(ref, MEMBER), time(10, 2))
    decisions.put_recusal(bra.office, item, out)
    decisions.put_recusal(bra.office, item, RecusalContent("r", bra.people[MEMBER], "ordförande i föreningen"))
    assert [one.reason for one in bra.items(ref)[0].recusals] == ["ordförande i föreningen"]


def test_who_leaves_after_the_decision_took_part_in_it_and_who_leaves_before_it_did_not(bra: Council) -> None:
    ref = bra.running()
    first, second = bra.item(ref), bra.item(ref, 1)
    minutes.take_up(bra.office, first, time(10))
    decisions.add_decision(bra.office, first, "notera informationen")
    coming_and_going.leave(bra.office, bra.row(ref, MEMBER), time(10, 5))
    minutes.take_up(bra.office, second, time(10, 10))
    coming_and_going.leave(bra.office, bra.row(ref, VICE), time(10, 12))
    decisions.add_decision(bra.office, second, "notera rapporten")
    minutes.take_up(bra.office, bra.item(ref, 2), time(10, 20))
    assert deciding(bra, ref, 0) == {CHAIR, VICE, MEMBER}
    assert deciding(bra, ref, 1) == {CHAIR}
    assert quorum.not_quorate_items(bra.content(ref))[0] == second


def present_row(bra: Council, ref: str, name: str) -> ParticipantContent:
    row = who.participant(bra.content(ref), bra.people[name])
    assert row is not None
    return row


def test_somebody_who_comes_late_decides_only_what_comes_after(bra: Council) -> None:
    ref = bra.running(absent=[MEMBER])
    minutes.take_up(bra.office, bra.item(ref), time(10))
    minutes.take_up(bra.office, bra.item(ref, 1), time(10, 10))
    coming_and_going.arrive(bra.office, bra.row(ref, MEMBER), time(10, 11))
    refused(bra, lambda: coming_and_going.arrive(bra.office, bra.row(ref, MEMBER)), f"{MEMBER} är redan närvarande")
    minutes.take_up(bra.office, bra.item(ref, 2), time(10, 20))
    coming_and_going.leave(bra.office, bra.row(ref, CHAIR), time(10, 25))
    refused(bra, lambda: coming_and_going.leave(bra.office, bra.row(ref, CHAIR)), f"{CHAIR} är inte närvarande")
    minutes.take_up(bra.office, bra.item(ref, 3), time(10, 30))
    assert deciding(bra, ref, 0) == {CHAIR, VICE}
    assert deciding(bra, ref, 1) == {CHAIR, VICE, MEMBER}
    assert deciding(bra, ref, 3) == {VICE, MEMBER}


def test_a_stay_that_ends_before_it_begins_is_refused(bra: Council) -> None:
    ref = bra.running()
    bra.clock.set(DAY, time(11))
    stays = (StayContent(time(11), time(10)),)
    refused(bra, lambda: attendance.set_stays(bra.office, bra.row(ref, VICE), stays), "Ändra ett av", UserError)
    attendance.set_stays(bra.office, bra.row(ref, VICE), (StayContent(time(10), time(11)),))


def test_a_substitute_serves_a_seat_by_name_and_one_seat_has_one_substitute(bra: Council) -> None:
    ref = bra.running(absent=[MEMBER])
    assert SUBSTITUTE not in deciding(bra, ref, 0)
    serving.serve_for(bra.office, bra.row(ref, SUBSTITUTE), bra.seats[MEMBER])
    assert SUBSTITUTE in deciding(bra, ref, 0)
    refused(bra, lambda: serving.serve_for(bra.office, bra.row(ref, VICE), bra.seats[MEMBER]), "är inte ersättare")
    planning.add_participant(bra.office, ref, bra.people[GUEST], Capacity.SUBSTITUTE)
    refused(
        bra,
        lambda: serving.serve_for(bra.office, bra.row(ref, GUEST), bra.seats[MEMBER]),
        f"{SUBSTITUTE} tjänstgör redan",
    )
    refused(bra, lambda: serving.serve_for(bra.office, bra.row(ref, GUEST), "ingen plats"), ".", Gone)
    serving.serve_for(bra.office, bra.row(ref, SUBSTITUTE), None)
    assert SUBSTITUTE not in deciding(bra, ref, 0)


def test_a_guest_is_on_the_list_once_and_never_decides(bra: Council) -> None:
    ref = bra.running()
    row = planning.add_participant(bra.office, ref, bra.people[GUEST], note="föredragande")
    attendance.mark_present(bra.office, row, Mode.REMOTE)
    assert GUEST not in deciding(bra, ref, 0)
    refused(bra, lambda: planning.add_participant(bra.office, ref, bra.people[GUEST]), "finns redan i närvarolistan")
    refused(bra, lambda: planning.add_participant(bra.office, ref, "ingen"), ".", Gone)
    planning.remove_participant(bra.office, row)
    assert bra.people[GUEST] not in bra.rows(ref)


def test_adjusters_are_on_the_list_and_named_once(bra: Council) -> None:
    ref = bra.running()
    refused(
        bra,
        lambda: attendance.appoint(bra.office, ref, Duty.ADJUST, bra.people[GUEST]),
        f"{GUEST} finns inte i närvarolistan",
    )
    officer = attendance.appoint(bra.office, ref, Duty.ADJUST, bra.people[VICE])
    refused(bra, lambda: attendance.appoint(bra.office, ref, Duty.ADJUST, bra.people[VICE]), "redan utsedd att justera")
    attendance.release(bra.office, officer)
    attendance.appoint(bra.office, ref, Duty.ADJUST, bra.people[VICE])


def test_another_chair_takes_the_place_or_an_interval(bra: Council) -> None:
    ref = bra.running()
    attendance.appoint(bra.office, ref, Duty.PRESIDE, bra.people[VICE], bra.item(ref, 2), bra.item(ref, 2))
    chairs = [o for o in bra.content(ref).officers if o.duty is Duty.PRESIDE]
    assert len(chairs) == 2
    attendance.appoint(bra.office, ref, Duty.PRESIDE, bra.people[MEMBER])
    names = [bra.content(ref).person(o.person).name for o in bra.content(ref).officers if o.duty is Duty.PRESIDE]
    assert sorted(names) == sorted([VICE, MEMBER])
    other = bra.planned(date(2026, 5, 7))
    refused(
        bra,
        lambda: attendance.appoint(bra.office, ref, Duty.PRESIDE, bra.people[VICE], bra.item(other)),
        "hör till ett annat möte",
        UserError,
    )


def test_the_word_att_may_be_typed_or_left_out_and_order_is_kept(bra: Council) -> None:
    ref = bra.running()
    item = bra.item(ref)
    decisions.add_decision(bra.office, item, "att notera informationen")
    second = decisions.add_decision(bra.office, item, "  godkänna planen ", DecisionKind.APPROVE)
    decisions.add_decision(bra.office, item, "att börja", place=0)
    decisions.move_decision(bra.office, second, 0)
    assert [d.text for d in bra.items(ref)[0].decisions] == ["godkänna planen", "börja", "notera informationen"]
    decisions.change_decision(bra.office, second, "att godkänna planen för 2027")
    decisions.remove_decision(bra.office, second)
    assert [d.text for d in bra.items(ref)[0].decisions] == ["börja", "notera informationen"]
    refused(bra, lambda: decisions.add_decision(bra.office, item, " att "), "Skriv vad som beslutas", UserError)


def test_proposals_become_decisions_once(bra: Council) -> None:
    ref = bra.running()
    item = bra.item(ref)
    decisions.set_proposals(bra.office, item, (ProposalContent("p1", "att ett"), ProposalContent("p2", "två")))
    assert len(decisions.decide_proposals(bra.office, item)) == 2
    assert decisions.decide_proposals(bra.office, item) == ()
    assert [d.text for d in bra.items(ref)[0].decisions] == ["ett", "två"]


def vote(made: Council, *ballots: tuple[str, Ballot]) -> VoteContent:
    return VoteContent("v", "förslaget", "avslag", ballots=tuple(BallotContent(made.people[n], b) for n, b in ballots))


def test_who_is_disqualified_neither_decides_nor_votes(bra: Council) -> None:
    ref = bra.running()
    item = bra.item(ref)
    minutes.take_up(bra.office, item)
    decisions.put_recusal(bra.office, item, RecusalContent("r", bra.people[VICE], "styrelseuppdrag"))
    assert VICE not in deciding(bra, ref, 0)
    ballots = vote(bra, (CHAIR, Ballot.YES), (VICE, Ballot.NO))
    refused(bra, lambda: decisions.put_vote(bra.office, item, ballots), f"{VICE} har anmält jäv i § 1")
    decisions.remove_part(bra.office, item, "recusals", "r")
    decisions.put_vote(bra.office, item, ballots)
    (kept,) = bra.items(ref)[0].votes
    assert len(kept.ballots) == 2


def test_who_has_voted_or_reserved_herself_is_not_noted_as_disqualified_until_that_is_mended(bra: Council) -> None:
    ref = bra.running()
    item = bra.item(ref)
    minutes.take_up(bra.office, item)
    decisions.put_vote(bra.office, item, vote(bra, (MEMBER, Ballot.YES)))
    decisions.put_reservation(bra.office, item, ReservationContent("r", (bra.people[MEMBER],), "", time(10)))
    out = RecusalContent("out", bra.people[MEMBER], "", time(10))
    refused(
        bra,
        lambda: decisions.put_recusal(bra.office, item, out),
        f"{MEMBER} har röstat och reserverat sig i § 1 och kan inte anmäla jäv. "
        "Ta bort eller rätta omröstningen och reservationen först.",
    )
    decisions.remove_part(bra.office, item, "reservations", "r")
    decisions.remove_part(bra.office, item, "votes", "v")
    decisions.put_recusal(bra.office, item, out)
    decisions.put_recusal(bra.office, item, RecusalContent("out", bra.people[MEMBER], "kassör", time(10)))
    assert bra.items(ref)[0].recusals[0].reason == "kassör"


def test_a_recusal_passed_to_another_person_asks_what_she_has_done(bra: Council) -> None:
    ref = bra.running()
    item = bra.item(ref)
    decisions.put_motion(bra.office, item, MotionContent("m", (bra.people[VICE],), "avslag"))
    decisions.put_recusal(bra.office, item, RecusalContent("out", bra.people[MEMBER]))
    refused(
        bra,
        lambda: decisions.put_recusal(bra.office, item, RecusalContent("out", bra.people[VICE])),
        f"{VICE} har yrkat i",
    )
    refused(
        bra,
        lambda: decisions.put_recusal(bra.office, item, RecusalContent("again", bra.people[MEMBER])),
        f"{MEMBER} har redan anmält jäv i",
    )


def test_a_reservation_before_its_item_was_taken_up_is_refused(bra: Council) -> None:
    ref = bra.running()
    bra.clock.set(DAY, time(10, 23))
    minutes.take_up(bra.office, bra.item(ref))
    early = ReservationContent("r", (bra.people[MEMBER],), "", time(10, 22))
    refused(bra, lambda: decisions.put_reservation(bra.office, bra.item(ref), early), "togs upp först kl. 10.23")


def test_only_who_took_part_makes_a_reservation_and_only_before_the_meeting_ends(bra: Council) -> None:
    ref = bra.running(absent=[MEMBER])
    item = bra.item(ref)
    bra.hold(bra.items(ref)[0])
    absent = ReservationContent("r", (bra.people[MEMBER],))
    refused(bra, lambda: decisions.put_reservation(bra.office, item, absent), f"{MEMBER} deltog inte i beslutet i § 1")
    decisions.put_reservation(bra.office, item, ReservationContent("r", (bra.people[VICE],), "Reserverar mig."))
    opening.close_meeting(bra.office, ref, time(12))
    late = ReservationContent("r2", (bra.people[CHAIR],), announced_at=time(12, 30))
    refused(bra, lambda: decisions.put_reservation(bra.office, item, late), "Mötet avslutades")


def test_a_statement_is_put_changed_and_taken_away(bra: Council) -> None:
    ref = bra.running()
    item = bra.item(ref)
    for words in ("Ett.", "Två."):
        decisions.put_statement(bra.office, item, StatementContent("s", bra.people[VICE], words))
    assert [s.text for s in bra.items(ref)[0].statements] == ["Två."]
    decisions.remove_part(bra.office, item, "statements", "s")
    assert bra.items(ref)[0].statements == ()


@pytest.mark.parametrize("supports", [False, True])
def test_who_is_disqualified_makes_and_supports_no_motion_and_is_told_what_to_do(bra: Council, supports: bool) -> None:
    ref = bra.running()
    item, her, other = bra.item(ref), bra.people[MEMBER], bra.people[VICE]
    minutes.take_up(bra.office, item)
    decisions.put_recusal(bra.office, item, RecusalContent("out", her))
    motion = MotionContent("m", (other if supports else her,), "avslag", supported_by=(her,) if supports else ())
    refused(
        bra,
        lambda: decisions.put_motion(bra.office, item, motion),
        f"{MEMBER} har anmält jäv i § 1 och deltar inte där. Ta bort jävet om det var fel, eller välj någon annan.",
    )
    decisions.remove_part(bra.office, item, "recusals", "out")
    decisions.put_motion(bra.office, item, motion)


DEEDS = {
    "motion": lambda c, i, p: decisions.put_motion(c.office, i, MotionContent("m", (p,), "avslag")),
    "support": lambda c, i, p: decisions.put_motion(
        c.office, i, MotionContent("s", (c.people[VICE],), "avslag", supported_by=(p,))
    ),
    "vote": lambda c, i, p: decisions.put_vote(
        c.office, i, VoteContent("v", "ja", "nej", ballots=(BallotContent(p, Ballot.YES),))
    ),
    "reservation": lambda c, i, p: decisions.put_reservation(c.office, i, ReservationContent("r", (p,), "", time(10))),
}


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("decided", [False, True])
@pytest.mark.parametrize("disqualified_first", [False, True])
def test_a_recusal_and_what_only_who_takes_part_does_refuse_each_other_whichever_comes_first(
    bra: Council, deed: str, decided: bool, disqualified_first: bool
) -> None:
    ref = bra.running()
    item, her = bra.item(ref), bra.people[MEMBER]
    minutes.take_up(bra.office, item)
    if decided:
        decisions.add_decision(bra.office, item, "anta planen")

    def reports() -> object:
        return decisions.put_recusal(bra.office, item, RecusalContent("out", her))

    def does() -> object:
        return DEEDS[deed](bra, item, her)

    first, then = (reports, does) if disqualified_first else (does, reports)
    first()
    refused(bra, then, f"{MEMBER} har")
    refused(bra, then, "jäv")


def tied(made: Council) -> VoteContent:
    """Ja 1, nej 1: who presides decides."""
    return vote(made, (CHAIR, Ballot.YES), (VICE, Ballot.NO), (MEMBER, Ballot.ABSTAIN))


def test_what_decided_a_tie_goes_with_the_tie(bra: Council) -> None:
    ref = bra.running()
    item = bra.item(ref)
    minutes.take_up(bra.office, item)

    def kept() -> tuple[Ballot | None, bool]:
        (one,) = bra.content(ref).items[0].votes
        return one.casting, one.by_lot

    equal = replace(tied(bra), casting=Ballot.NO, by_lot=True)
    decisions.put_vote(bra.office, item, equal)
    assert kept() == (Ballot.NO, True)
    counted_again = vote(bra, (CHAIR, Ballot.YES), (VICE, Ballot.YES), (MEMBER, Ballot.NO))
    decisions.put_vote(bra.office, item, replace(counted_again, casting=Ballot.NO, by_lot=True))
    assert kept() == (None, False)


def test_the_casting_vote_stays_with_who_presided_whoever_is_put_in_the_chair_afterwards(bra: Council) -> None:
    ref = bra.running()
    first, second = bra.item(ref), bra.item(ref, 1)
    minutes.take_up(bra.office, first)
    decisions.put_vote(bra.office, first, tied(bra))

    def said() -> tuple[Ballot | None, str]:
        content = bra.content(ref)
        (kept,) = content.items[0].votes
        return outcome(content, first, kept), result_words(content, first, kept)

    usual = "Omröstningen utfaller med 1 ja-röst mot 1 nej-röst och ordförandens utslagsröst för förslaget."
    assert said() == (Ballot.YES, usual)
    minutes.take_up(bra.office, second)
    later = attendance.appoint(bra.office, ref, Duty.PRESIDE, bra.people[VICE], second)
    assert said() == (Ballot.YES, usual)
    attendance.release(bra.office, later)
    attendance.appoint(bra.office, ref, Duty.PRESIDE, bra.people[VICE])
    named = usual.replace("ordförandens utslagsröst", f"{CHAIR}s utslagsröst som ordförande")
    assert said() == (Ballot.YES, named)
    decisions.put_vote(bra.office, first, tied(bra))
    assert said() == (Ballot.YES, named)
    (told,) = [gap.text for gap in gaps(bra.content(ref)) if "blev lika" in gap.text]
    assert f"när {CHAIR} ledde mötet, men {VICE} står som ordförande där" in told
    decisions.remove_part(bra.office, first, "votes", "v")
    decisions.put_vote(bra.office, first, tied(bra))
    assert said()[0] is Ballot.NO
    assert not [gap for gap in gaps(bra.content(ref)) if "blev lika" in gap.text]


def test_a_second_vote_after_the_chair_has_left_is_decided_by_who_leads_then(bra: Council) -> None:
    ref = bra.running()
    item = bra.item(ref)
    minutes.take_up(bra.office, item)
    attendance.change_row(bra.office, bra.row(ref, VICE), {"role": Role.VICE_CHAIR})
    decisions.add_decision(bra.office, item, "anta planen")
    coming_and_going.come_or_go(bra.office, bra.row(ref, CHAIR))
    second = vote(bra, (CHAIR, Ballot.ABSENT), (VICE, Ballot.NO), (MEMBER, Ballot.YES))
    decisions.put_vote(bra.office, item, second)
    content = bra.content(ref)
    (kept,) = content.items[0].votes
    assert (kept.led_by, outcome(content, item, kept)) == (bra.people[VICE], Ballot.NO)
    assert f"{VICE}s utslagsröst som ordförande" in result_words(content, item, kept)
