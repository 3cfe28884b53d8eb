"""Votes, reservations, decisions without a quorum, and how att-satser are written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from bra_desktop.domain.content import (
    BallotContent,
    DecisionContent,
    MeetingContent,
    ReservationContent,
    StayContent,
    VoteContent,
)
from bra_desktop.domain.decisions import (
    check_reservation,
    check_reservations,
    comes_back,
    decision_warnings,
    preamble,
)
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import Ballot, DecisionKind, DocumentProfile, ItemType, VoteMethod
from bra_desktop.domain.votes import (
    check_ballot,
    check_vote,
    names_by_choice,
    outcome,
    require_outcome,
    result_words,
    totals,
    voting_roll,
    without_disqualified,
)
from tests.domain.almby import camera_vote, council, key, with_item, with_participant, with_profile


def hands(yes: int, no: int, **more: object) -> VoteContent:
    return replace(
        VoteContent("v", "bifall", "avslag", VoteMethod.SHOW_OF_HANDS, yes=yes, no=no),
        **more,  # type: ignore[arg-type]
    )


def test_totals_follow_from_the_ballots() -> None:
    count = totals(camera_vote())
    assert (count.yes, count.no, count.abstain, count.absent) == (8, 4, 2, 1)
    assert count.words == "8 ja, 4 nej, 2 avstår, 1 frånvarande"
    assert totals(hands(3, 2)).words == "3 ja, 2 nej"


def test_typed_totals_do_not_count_in_a_vote_by_name() -> None:
    assert totals(replace(camera_vote(), yes=99)).yes == 8


def test_more_voices_win() -> None:
    content = council()
    assert outcome(content, key(46), camera_vote()) is Ballot.YES
    assert outcome(content, key(46), hands(2, 3)) is Ballot.NO


def test_a_tie_by_show_of_hands_needs_to_be_told_how_the_chair_voted() -> None:
    content = council()
    with pytest.raises(RuleBroken) as refused:
        require_outcome(content, key(46), hands(7, 7))
    assert refused.value.text == (
        "Rösterna är 7–7. Ange hur ordföranden röstade, eller lottens utfall om det är ett val."
    )
    assert require_outcome(content, key(46), hands(7, 7, casting=Ballot.NO)) is Ballot.NO


def tie(chair: Ballot) -> VoteContent:
    other = Ballot.NO if chair is Ballot.YES else Ballot.YES
    return replace(camera_vote(), ballots=(BallotContent("eva", chair), BallotContent("per", other)))


def test_in_a_tie_by_name_the_one_who_presides_has_the_casting_vote() -> None:
    assert outcome(council(), key(46), tie(Ballot.NO)) is Ballot.NO
    assert outcome(council(), key(46), tie(Ballot.YES)) is Ballot.YES


def test_a_chair_who_abstained_cannot_break_a_tie() -> None:
    vote = replace(tie(Ballot.YES), ballots=(BallotContent("eva", Ballot.ABSTAIN),))
    with pytest.raises(RuleBroken, match="0–0"):
        require_outcome(council(), key(46), vote)


def test_in_an_election_only_the_lot_breaks_a_tie() -> None:
    content = with_item(council(), 46, type=ItemType.ELECTION)
    assert outcome(content, key(46), tie(Ballot.YES)) is None
    assert outcome(content, key(46), replace(tie(Ballot.YES), casting=Ballot.NO, by_lot=True)) is Ballot.NO


@pytest.mark.parametrize(
    ("vote", "words"),
    [
        (camera_vote(), "Omröstningen utfaller med 8 ja-röster mot 4 nej-röster för arbetsutskottets förslag."),
        (hands(1, 3), "Omröstningen utfaller med 3 nej-röster mot 1 ja-röst för avslag."),
        (
            hands(2, 2, casting=Ballot.YES),
            "Omröstningen utfaller med 2 ja-röster mot 2 nej-röster och ordförandens utslagsröst för bifall.",
        ),
        (
            hands(2, 2, casting=Ballot.NO, by_lot=True),
            "Omröstningen utfaller med 2 nej-röster mot 2 ja-röster och lottning för avslag.",
        ),
    ],
)
def test_the_result_is_said_in_words(vote: VoteContent, words: str) -> None:
    assert result_words(council(), key(46), vote) == words


def test_the_disqualified_cannot_vote() -> None:
    with pytest.raises(RuleBroken) as refused:
        check_ballot(council(), key(45), BallotContent("petra", Ballot.YES))
    assert refused.value.text.replace("\u00a0", " ") == (
        "Petra Lööf har anmält jäv i § 45 och kan inte rösta. Ta bort jävet först om det var fel."
    )
    check_ballot(council(), key(46), BallotContent("petra", Ballot.YES))


@pytest.mark.parametrize("person", ["hanna", "martin", "camilla", "karin", "gunilla"])
def test_only_who_takes_part_in_the_decision_votes(person: str) -> None:
    with pytest.raises(RuleBroken, match="deltar inte i beslutet i §\u00a047"):
        check_ballot(council(), key(47), BallotContent(person, Ballot.ABSTAIN))
    check_ballot(council(), key(47), BallotContent(person, Ballot.ABSENT))


def test_the_vote_of_the_almby_council_is_in_order() -> None:
    check_vote(council(), key(46), camera_vote())


def test_nobody_votes_twice_and_there_are_no_more_hands_than_voices() -> None:
    twice = replace(camera_vote(), ballots=(*camera_vote().ballots, BallotContent("eva", Ballot.NO)))
    with pytest.raises(RuleBroken, match="Eva Lind har två röster"):
        check_vote(council(), key(46), twice)
    with pytest.raises(RuleBroken, match="Rösterna är 15, fler än de 14"):
        check_vote(council(), key(46), hands(10, 5))


def test_the_roll_of_a_vote_is_every_seat_once() -> None:
    roll = voting_roll(council(), key(46))
    assert len(roll) == 15
    assert [person for person, votes in roll if not votes] == ["goran"]
    assert "karin" not in dict(roll)
    assert [person for person, votes in voting_roll(council(), key(45)) if not votes] == ["goran"]


def test_who_is_disqualified_stands_outside_the_vote_and_is_not_counted_as_absent() -> None:
    roll = dict(voting_roll(council(), key(45)))
    assert "petra" not in roll
    assert roll["goran"] is False
    ballots = (
        BallotContent("eva", Ballot.YES),
        BallotContent("petra", Ballot.ABSENT),
        BallotContent("goran", Ballot.ABSENT),
    )
    kept = without_disqualified(council(), key(45), VoteContent("v", "bifall", "avslag", ballots=ballots))
    assert [ballot.person for ballot in kept.ballots] == ["eva", "goran"]
    assert totals(kept).absent == 1
    cast = VoteContent("v", "bifall", "avslag", ballots=(BallotContent("petra", Ballot.YES),))
    assert without_disqualified(council(), key(45), cast) == cast  # that ballot is refused, not hidden


def test_names_are_listed_by_choice() -> None:
    assert names_by_choice(council(), camera_vote(), Ballot.ABSTAIN) == "Lars Hedman och Amira Said"


# Reservations


def open_meeting() -> MeetingContent:
    return council(closed_at=None)


def test_who_took_part_in_the_decision_may_reserve_herself_before_the_meeting_ends() -> None:
    check_reservation(open_meeting(), key(46), "mona")
    check_reservation(open_meeting(), key(46), "yasmin")
    check_reservations(council(), key(46), ReservationContent("r", ("mona", "yasmin"), announced_at=time(12, 0)))


def test_after_the_close_no_reservation_is_recorded() -> None:
    for announced in (None, time(12, 5)):
        with pytest.raises(RuleBroken) as refused:
            check_reservation(council(), key(46), "mona", announced)
        assert refused.value.text.replace("\u00a0", " ") == (
            "Mötet avslutades kl. 12.04. En reservation ska anmälas innan dess. "
            "Den kan bifogas som handling men inte antecknas som reservation."
        )
    check_reservation(council(), key(46), "mona", time(12, 4))


@pytest.mark.parametrize(
    ("person", "paragraph", "words"),
    [
        ("hanna", 47, "Hanna Forsgren deltog inte i beslutet i § 47 (gick kl. 11.42) och kan"),
        ("goran", 46, "Göran Palmér deltog inte i beslutet i § 46 och kan"),
        ("martin", 46, "Martin Öberg deltog inte i beslutet i § 46 och kan"),
    ],
)
def test_who_did_not_take_part_cannot_reserve_herself(person: str, paragraph: int, words: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        check_reservation(open_meeting(), key(paragraph), person)
    assert refused.value.text.replace("\u00a0", " ") == f"{words} därför inte reservera sig mot det."


def test_who_is_disqualified_is_told_that_when_she_would_reserve_herself() -> None:
    with pytest.raises(RuleBroken) as refused:
        check_reservation(open_meeting(), key(45), "petra")
    assert refused.value.text.replace("\u00a0", " ") == (
        "Petra Lööf har anmält jäv i § 45 och kan inte reservera sig. Ta bort jävet först om det var fel."
    )


# Decisions


def test_deciding_without_a_quorum_is_said_and_not_stopped() -> None:
    gone = (StayContent(to_item=key(38)),)
    few = tuple(replace(p, stays=gone) if p.person not in ("eva", "per") else p for p in council().participants)
    content = council(participants=few)
    (warning,) = decision_warnings(content, key(42))
    assert warning.text == "Rådet var inte beslutsfört i §\N{NO-BREAK SPACE}42 (2 av 15)."
    (warning,) = decision_warnings(
        with_item(replace(content, closed_at=None), 49, closed_at=None, decisions=()), key(49)
    )
    assert warning.text == (
        "2 av 15 ledamöter är närvarande, så rådet är inte beslutsfört. "
        "Beslutet kan antecknas och märks då i protokollet."
    )
    assert decision_warnings(council(), key(42)) == ()


def test_the_deciding_organ_stands_before_its_decision() -> None:
    assert preamble(council()) == "Brottsförebyggande rådet beslutar"
    assert preamble(with_profile(council(), DocumentProfile.NOTES)) == "Överenskommet:"


def test_tabled_and_referred_items_come_back() -> None:
    kinds = {k for k in DecisionKind if comes_back(DecisionContent("d", "x", k, date(2027, 3, 4)))}
    assert kinds == {DecisionKind.TABLED, DecisionKind.REFERRED_BACK}


def test_a_corrected_departure_changes_who_may_reserve_herself() -> None:
    content = with_participant(open_meeting(), "hanna", stays=(StayContent(to_time=time(11, 50), to_item=key(48)),))
    check_reservation(content, key(47), "hanna")
