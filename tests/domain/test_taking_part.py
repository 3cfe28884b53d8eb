"""What somebody has done in an item against whether she took part in it: recusals, votes, motions, reservations."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from bra_desktop.domain.closing import gaps
from bra_desktop.domain.content import (
    BallotContent,
    DecisionContent,
    MeetingContent,
    MotionContent,
    OfficerContent,
    RecusalContent,
    ReservationContent,
    StayContent,
    VoteContent,
)
from bra_desktop.domain.decisions import check_reservation
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.guards import warnings_for
from bra_desktop.domain.kinds import Ballot, Capacity, Duty, ItemType, MeetingState, VoteMethod
from bra_desktop.domain.taking_part import check_uninvolved, contradictions
from tests.domain.almby import camera_vote, council, key, with_item, with_participant


def refusal(content: MeetingContent, person: str, number: int = 46) -> str:
    with pytest.raises(RuleBroken) as refused:
        check_uninvolved(content, key(number), RecusalContent("new", person))
    assert refused.value.where == "person"
    return refused.value.text.replace("\u00a0", " ")


def lines(content: MeetingContent) -> list[tuple[str, str]]:
    return [(one.text.replace("\u00a0", " "), one.place) for one in contradictions(content)]


def hands(yes: int, no: int, casting: Ballot | None = None) -> VoteContent:
    return VoteContent("v", "bifall", "avslag", VoteMethod.SHOW_OF_HANDS, yes=yes, no=no, casting=casting)


def voted(**changes: object) -> MeetingContent:
    """§ 46 with its vote by name."""
    return with_item(council(), 46, votes=(camera_vote(),), **changes)


# ── noting a recusal ─────────────────────────────────────────────────────────────────────────
def test_who_has_voted_and_reserved_herself_is_told_what_stands_in_the_way_of_her_recusal() -> None:
    content = voted(reservations=(ReservationContent("r", ("per", "mona")),))
    assert refusal(content, "per") == (
        "Per Alm har röstat och reserverat sig i § 46 och kan inte anmäla jäv. "
        "Ta bort eller rätta omröstningen och reservationen först."
    )


@pytest.mark.parametrize(
    ("person", "done", "mend"),
    [("mona", "yrkat", "yrkandet"), ("ida", "instämt i ett yrkande", "yrkandet")],
)
def test_who_has_moved_or_supported_a_motion_is_not_disqualified_beside_it(person: str, done: str, mend: str) -> None:
    content = with_item(council(), 46, motions=(MotionContent("m", ("mona",), "avslag", supported_by=("ida",)),))
    assert refusal(content, person) == (
        f"{council().person(person).name} har {done} i § 46 och kan inte anmäla jäv. Ta bort eller rätta {mend} först."
    )


@pytest.mark.parametrize(
    "vote",
    [
        hands(7, 7, Ballot.YES),
        VoteContent("v", "ja", "nej", ballots=(BallotContent("siv", Ballot.YES), BallotContent("ida", Ballot.NO)),
                    casting=Ballot.NO),
    ],
)  # fmt: skip
def test_the_chair_who_made_the_casting_vote_is_not_disqualified_beside_it(vote: VoteContent) -> None:
    content = with_item(council(), 46, votes=(vote,))
    assert refusal(content, "eva") == (
        "Eva Lind har gett utslagsröst i § 46 och kan inte anmäla jäv. Ta bort eller rätta omröstningen först."
    )
    by_lot = with_item(council(), 46, votes=(replace(vote, by_lot=True, yes=2, no=2),))
    check_uninvolved(by_lot, key(46), RecusalContent("new", "eva"))


def test_a_show_of_hands_with_more_voices_than_are_left_is_counted_anew_before_the_recusal() -> None:
    content = with_item(council(), 46, votes=(hands(9, 5),))
    assert refusal(content, "amira") == (
        "Omröstningen i § 46 har 14 röster, men utan Amira Said deltar 13 i beslutet. Rätta omröstningen först."
    )
    check_uninvolved(with_item(council(), 46, votes=(hands(9, 4),)), key(46), RecusalContent("new", "amira"))


def test_who_took_no_part_can_be_disqualified_and_so_can_who_is_noted_as_absent_from_the_vote() -> None:
    check_uninvolved(voted(), key(46), RecusalContent("new", "goran"))
    check_uninvolved(voted(), key(46), RecusalContent("new", "martin"))
    check_uninvolved(council(), key(46), RecusalContent("new", "eva"))


def test_a_recusal_that_is_there_can_be_corrected_whatever_the_chair_in_her_place_has_decided() -> None:
    content = with_item(council(), 46, votes=(hands(6, 6, Ballot.YES),), recusals=(RecusalContent("r", "eva"),))
    check_uninvolved(content, key(46), RecusalContent("r", "eva", returned_at=time(11, 30)))


def test_nobody_is_disqualified_twice_in_an_item() -> None:
    content = with_item(council(), 46, recusals=(RecusalContent("r", "eva"),))
    assert refusal(content, "eva") == "Eva Lind har redan anmält jäv i § 46. Ändra det som finns där."


# ── the closing list ─────────────────────────────────────────────────────────────────────────
def test_nothing_is_said_of_a_meeting_where_those_who_were_there_voted() -> None:
    motion = MotionContent("m", ("mona",), "avslag", supported_by=("ida",))
    content = voted(motions=(motion,), reservations=(ReservationContent("r", ("mona",)),))
    assert lines(content) == []


def test_the_closing_list_names_who_is_disqualified_and_did_something_all_the_same() -> None:
    content = voted(
        recusals=(RecusalContent("out", "per"),),
        reservations=(ReservationContent("r", ("per",)),),
        motions=(MotionContent("m", ("per",), "avslag"),),
    )
    words = "Per Alm har anmält jäv i § 46 men har yrkat, röstat och reserverat sig där. Rätta det ena."
    line = (words, f"item/{key(46)}/recusals/out")
    assert lines(content) == [line]
    assert line[0] in [gap.text.replace("\u00a0", " ") for gap in gaps(content)]
    for step in (MeetingState.REVIEW, MeetingState.ADJUSTMENT):
        assert line[0] in [gap.text.replace("\u00a0", " ") for gap in warnings_for(content, step)]


def test_the_closing_list_counts_the_hands_of_those_who_took_part() -> None:
    content = with_item(council(), 46, votes=(hands(9, 5),), recusals=(RecusalContent("out", "amira"),))
    told = "Omröstningen i § 46 har 14 röster men 13 deltar i beslutet. Rätta det ena."
    assert lines(content) == [(told, f"item/{key(46)}/votes/v")]


def test_a_voter_who_is_corrected_to_have_left_before_the_decision_is_told() -> None:
    gone = (StayContent(to_time=time(11, 30)),)
    content = with_participant(voted(reservations=(ReservationContent("r", ("mona",)),)), "mona", stays=gone)
    told = "Mona Sundell har röstat och reserverat sig i § 46 men gick kl. 11.30. Rätta det ena."
    assert lines(content) == [(told, "participants/mona")]


def test_a_voter_who_came_after_the_decision_is_told_without_a_time_at_which_she_left() -> None:
    late = with_participant(voted(), "mona", stays=(StayContent(from_time=time(11, 40)),))
    told = "Mona Sundell har röstat i § 46 men var inte närvarande. Rätta det ena."
    assert lines(late) == [(told, "participants/mona")]
    both = with_participant(council(), "yasmin", serves_for="seat-mona")
    ballots = with_item(both, 46, votes=(VoteContent("v", "ja", "nej", ballots=(BallotContent("yasmin", Ballot.NO),)),))
    told = "Yasmin Karlsson har röstat i § 46 men deltog inte i beslutet. Rätta det ena."
    assert lines(ballots) == [(told, "participants/yasmin")]


def test_a_motion_may_be_moved_by_who_leaves_before_the_decision_and_not_by_who_was_never_there() -> None:
    content = with_item(council(), 46, motions=(MotionContent("m", ("mona",), "avslag"),))
    left = with_participant(content, "mona", stays=(StayContent(to_time=time(11, 30)),))
    assert lines(left) == []
    away = with_participant(content, "mona", stays=(StayContent(to_time=time(10, 20)),))
    told = "Mona Sundell har yrkat i § 46 men gick kl. 10.20. Rätta det ena."
    assert lines(away) == [(told, "participants/mona")]


def test_who_presides_and_votes_and_is_corrected_to_have_left_is_told_in_one_line() -> None:
    chairs = (
        OfficerContent(Duty.PRESIDE, "eva"),
        OfficerContent(Duty.PRESIDE, "mona", key(46), key(46)),
    )
    out = tuple(RecusalContent(f"out-{person}", person) for person in ("eva", "per"))
    ballots = tuple(b for b in camera_vote().ballots if b.person not in ("eva", "per"))
    content = with_item(council(officers=chairs), 46, votes=(replace(camera_vote(), ballots=ballots),), recusals=out)
    assert lines(content) == []
    gone = with_participant(content, "mona", stays=(StayContent(to_time=time(11, 30)),))
    told = "Mona Sundell har lett ärendet och röstat i § 46 men gick kl. 11.30. Rätta det ena."
    assert lines(gone) == [(told, "participants/mona")]


def test_who_was_put_in_the_chair_at_an_item_and_is_not_there_is_told_though_another_stepped_in() -> None:
    chairs = (OfficerContent(Duty.PRESIDE, "eva"), OfficerContent(Duty.PRESIDE, "mona", key(46), key(47)))
    content = with_participant(council(officers=chairs), "mona", stays=(StayContent(to_time=time(11, 10)),))
    told = "Mona Sundell är satt att leda från § 46 men gick kl. 11.10. Rätta det ena."
    assert lines(content) == [(told, "participants/mona")]
    assert lines(council(officers=chairs)) == []


def test_the_chair_may_leave_and_another_take_over_without_a_word_in_the_list() -> None:
    content = with_participant(council(), "eva", stays=(StayContent(to_time=time(11, 30)),))
    assert lines(content) == []


def test_nobody_is_told_to_have_been_away_where_attendance_was_never_taken() -> None:
    rows = tuple(replace(p, stays=()) for p in council().participants)
    assert lines(replace(voted(), participants=rows)) == []


def test_what_was_struck_is_not_held_against_anybody() -> None:
    content = voted(recusals=(RecusalContent("out", "per"),), struck=True)
    assert lines(content) == []


def test_a_lot_in_an_election_is_nobodys_casting_vote() -> None:
    content = with_item(council(), 46, type=ItemType.ELECTION, votes=(hands(6, 6, Ballot.YES),))
    check_uninvolved(content, key(46), RecusalContent("new", "eva"))


def test_a_substitute_takes_the_seat_of_who_is_disqualified_and_the_count_of_hands_holds() -> None:
    content = with_participant(council(), "camilla", serves_for="seat-amira", stays=(StayContent(),))
    assert next(p for p in content.participants if p.person == "camilla").capacity is Capacity.SUBSTITUTE
    check_uninvolved(with_item(content, 46, votes=(hands(9, 5),)), key(46), RecusalContent("new", "amira"))


# ── against what she made win ────────────────────────────────────────────────────────────────
def test_who_voted_for_what_won_and_reserves_herself_is_told() -> None:
    content = voted(reservations=(ReservationContent("r", ("per", "mona", "lars")),))
    told = "Per Alm har reserverat sig i § 46 men röstade för det som vann. "
    told += "Rätta reservationen eller omröstningen om något är fel."
    assert lines(content) == [(told, f"item/{key(46)}/reservations/r")]
    assert told in [gap.text.replace("\u00a0", " ") for gap in gaps(content)]


@pytest.mark.parametrize("chosen", [Ballot.YES, None])
def test_the_chair_who_decided_by_casting_vote_and_reserves_herself_is_told(chosen: Ballot | None) -> None:
    ballots = (BallotContent("eva", Ballot.YES), BallotContent("mona", Ballot.NO))
    vote = VoteContent("v", "bifall", "avslag", ballots=ballots, casting=chosen)
    for one in (vote, hands(6, 6, Ballot.YES)):
        content = with_item(council(), 46, votes=(one,), reservations=(ReservationContent("r", ("eva", "mona")),))
        told = "Eva Lind har reserverat sig i § 46 men gav utslagsröst för det som vann. "
        told += "Rätta reservationen eller omröstningen om något är fel."
        assert [text for text, _ in lines(content)] == [told]
        by_lot = replace(one, by_lot=True, casting=Ballot.YES)
        assert lines(with_item(content, 46, votes=(by_lot,))) == []


def test_who_won_one_vote_of_an_item_and_lost_another_may_reserve_herself() -> None:
    votes = tuple(
        VoteContent(
            f"v{n}",
            "ja",
            "nej",
            ballots=(BallotContent("mona", own), *(BallotContent(p, Ballot.YES) for p in ("eva", "per"))),
        )
        for n, own in enumerate((Ballot.YES, Ballot.NO))
    )
    assert lines(with_item(council(), 46, votes=votes, reservations=(ReservationContent("r", ("mona",)),))) == []


def test_who_is_corrected_to_have_come_after_her_own_vote_is_told() -> None:
    decided = DecisionContent("d", "anta planen", decided_at=time(11, 30))
    content = voted(decisions=(decided,))
    assert lines(content) == []
    for stay in (StayContent(time(11, 31)), StayContent(time(11, 31), None, key(46)), StayContent(time(12, 30))):
        late = with_participant(content, "mona", stays=(stay,))
        told = f"Mona Sundell har röstat i § 46 men kom först kl. {stay.from_time:%H.%M}. Rätta det ena."
        assert lines(late) == [(told, "participants/mona")]
    while_it_goes_on = replace(with_item(late, 46, closed_at=None), closed_at=None)
    assert (told, "participants/mona") in lines(while_it_goes_on)


# ── reservations ─────────────────────────────────────────────────────────────────────────────
def test_a_reservation_is_not_announced_before_its_item_was_taken_up() -> None:
    with pytest.raises(RuleBroken) as refused:
        check_reservation(council(), key(46), "mona", time(11, 19))
    assert refused.value.text.replace("\u00a0", " ") == (
        "Reservationen kan inte vara anmäld kl. 11.19, eftersom § 46 togs upp först kl. 11.20. Rätta klockslaget."
    )
    assert refused.value.where == "announced"
    check_reservation(council(), key(46), "mona", time(11, 20))
