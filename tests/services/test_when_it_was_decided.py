"""Each att-sats is judged by who was there when it was taken, to the minute and within it."""

from dataclasses import replace
from datetime import time

import pytest

from bra_desktop.documents.protocol import protocol
from bra_desktop.domain import quorum
from bra_desktop.domain.attendance import deciding, served_when
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
from bra_desktop.domain.decisions import decision_warnings
from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.domain.kinds import Ballot, DocumentProfile
from bra_desktop.domain.swedish import NBSP
from bra_desktop.domain.votes import voting_roll
from bra_desktop.services.live import attendance, coming_and_going, decisions, minutes, opening, serving
from bra_desktop.services.live.decision_times import correct_time
from tests.builders import CHAIR, DAY, MEMBER, SUBSTITUTE, VICE, Council, council, refused
from tests.documents.blocks_as_text import blocks_as_text


def begun(made: Council, *, absent: tuple[str, ...] = ()) -> tuple[str, str]:
    """A running meeting whose first item is taken up at ten; its reference and the item."""
    ref = made.running(absent=absent)
    item = made.item(ref)
    minutes.take_up(made.office, item)
    return ref, item


def at(made: Council, minute: int) -> None:
    made.clock.set(DAY, time(10, minute))


def goes(made: Council, ref: str, *names: str) -> None:
    for name in names:
        coming_and_going.come_or_go(made.office, made.row(ref, name))


def there(made: Council, ref: str) -> list[set[str]]:
    """Who decided each att-sats of the first item."""
    content = made.content(ref)
    item = content.items[0]
    names = {key: name for name, key in made.people.items()}
    return [{names[s.person] for s in served_when(content, item.key, one)} for one in item.decisions]


def stays(made: Council, ref: str, name: str) -> tuple[StayContent, ...]:
    content = made.content(ref)
    row: ParticipantContent = next(p for p in content.participants if p.person == made.people[name])
    return row.stays


@pytest.mark.parametrize("minutes_between", [0, 3])
def test_a_decision_after_some_have_left_is_judged_without_them_and_the_one_before_with_them(
    bra: Council, minutes_between: int
) -> None:
    ref, item = begun(bra)
    at(bra, 5)
    decisions.add_decision(bra.office, item, "anta planen")
    at(bra, 5 + minutes_between)
    goes(bra, ref, VICE, MEMBER)
    at(bra, 5 + 2 * minutes_between)
    decisions.add_decision(bra.office, item, "avsätta medel")
    assert there(bra, ref) == [{CHAIR, VICE, MEMBER}, {CHAIR}]
    minutes.take_up(bra.office, bra.item(ref, 1))
    content = bra.content(ref)
    assert [(few.decisions, few.count.words, few.every) for few in quorum.too_few(content, item)] == [
        ((1,), "1 av 3", False)
    ]
    said = "Rådet var inte beslutsfört i § 1 vid beslutet ”att avsätta medel” (1 av 3). Det antecknas i protokollet."
    assert said in [gap.text.replace(NBSP, " ") for gap in gaps(content)]
    paper = blocks_as_text(protocol(content, only=item)).replace(NBSP, " ")
    assert "När att-sats 2 beslutas är 1 av 3 ledamöter närvarande, och rådet är inte beslutsfört." in paper
    assert quorum.not_quorate_items(content)[0] == item


@pytest.mark.parametrize("minutes_between", [0, 3])
def test_a_decision_before_some_have_come_is_judged_without_them(bra: Council, minutes_between: int) -> None:
    ref, item = begun(bra, absent=(VICE, MEMBER))
    at(bra, 5)
    decisions.add_decision(bra.office, item, "anta planen")
    at(bra, 5 + minutes_between)
    goes(bra, ref, VICE, MEMBER)
    decisions.add_decision(bra.office, item, "avsätta medel")
    assert there(bra, ref) == [{CHAIR}, {CHAIR, VICE, MEMBER}]


def test_who_goes_and_comes_back_within_a_minute_was_away_from_what_was_decided_between(bra: Council) -> None:
    ref, item = begun(bra)
    decisions.add_decision(bra.office, item, "ett")
    goes(bra, ref, MEMBER)
    decisions.add_decision(bra.office, item, "två")
    goes(bra, ref, MEMBER)
    decisions.add_decision(bra.office, item, "tre")
    assert there(bra, ref) == [{CHAIR, VICE, MEMBER}, {CHAIR, VICE}, {CHAIR, VICE, MEMBER}]
    assert len(stays(bra, ref, MEMBER)) == 2


def test_who_comes_is_decided_with_and_goes_within_a_minute_was_there(bra: Council) -> None:
    ref, item = begun(bra, absent=(MEMBER,))
    decisions.add_decision(bra.office, item, "före")
    goes(bra, ref, MEMBER)
    decisions.add_decision(bra.office, item, "med")
    goes(bra, ref, MEMBER)
    decisions.add_decision(bra.office, item, "efter")
    (stay,) = stays(bra, ref, MEMBER)
    assert (stay.from_time, stay.to_time, stay.partly) == (time(10), time(10), False)
    assert there(bra, ref) == [{CHAIR, VICE}, {CHAIR, VICE, MEMBER}, {CHAIR, VICE}]
    assert bra.people[MEMBER] in deciding(bra.content(ref), item)


@pytest.mark.parametrize("deed", ["motion", "support", "vote", "reservation", "statement", "recusal"])
def test_who_did_something_in_the_minute_in_which_she_came_and_went_does_not_vanish(bra: Council, deed: str) -> None:
    ref, item = begun(bra, absent=(MEMBER,))
    goes(bra, ref, MEMBER)
    her, vice = bra.people[MEMBER], bra.people[VICE]
    acts = {
        "motion": lambda: decisions.put_motion(bra.office, item, MotionContent("k", (her,), "avslag")),
        "support": lambda: decisions.put_motion(
            bra.office, item, MotionContent("k", (vice,), "avslag", supported_by=(her,))
        ),
        "vote": lambda: decisions.put_vote(
            bra.office, item, VoteContent("k", "ja", "nej", ballots=(BallotContent(her, Ballot.YES),))
        ),
        "reservation": lambda: decisions.put_reservation(bra.office, item, ReservationContent("k", (her,))),
        "statement": lambda: decisions.put_statement(bra.office, item, StatementContent("k", her, "Nej.")),
        "recusal": lambda: decisions.put_recusal(bra.office, item, RecusalContent("k", her)),
    }
    acts[deed]()
    goes(bra, ref, MEMBER)
    assert len(stays(bra, ref, MEMBER)) == 1


def test_a_slip_after_a_decision_still_leaves_no_trace(bra: Council) -> None:
    ref, item = begun(bra, absent=(MEMBER,))
    decisions.add_decision(bra.office, item, "ett")
    goes(bra, ref, MEMBER, MEMBER)
    assert stays(bra, ref, MEMBER) == ()
    before = stays(bra, ref, VICE)
    goes(bra, ref, VICE, VICE)
    assert stays(bra, ref, VICE) == before


def test_what_is_written_down_afterwards_was_decided_as_the_item_ended(bra: Council) -> None:
    ref, item = begun(bra)
    at(bra, 5)
    goes(bra, ref, MEMBER)
    at(bra, 10)
    minutes.take_up(bra.office, bra.item(ref, 1))
    decisions.add_decision(bra.office, item, "anta planen")
    opening.close_meeting(bra.office, ref)
    decisions.add_decision(bra.office, item, "avsätta medel")
    assert [one.decided_at for one in bra.items(ref)[0].decisions] == [None, None]
    assert there(bra, ref) == [{CHAIR, VICE}] * 2


def test_when_it_was_decided_can_be_corrected(bra: Council) -> None:
    ref, item = begun(bra)
    decisions.add_decision(bra.office, item, "anta planen")
    at(bra, 5)
    goes(bra, ref, MEMBER)
    at(bra, 8)
    key = decisions.add_decision(bra.office, item, "avsätta medel")
    assert there(bra, ref)[1] == {CHAIR, VICE}
    correct_time(bra.office, key, time(10, 4))
    assert there(bra, ref)[1] == {CHAIR, VICE, MEMBER}
    correct_time(bra.office, key, None)
    assert bra.items(ref)[0].decisions[1].decided_at is None
    minutes.take_up(bra.office, bra.item(ref, 1))
    refused(
        bra,
        lambda: correct_time(bra.office, key, time(10, 30)),
        "§ 1 Mötets öppnande pågick kl. 10.00–10.08. Skriv ett klockslag då det pågick.",
        UserError,
    )


def test_a_corrected_departure_counts_for_each_decision(bra: Council) -> None:
    ref, item = begun(bra)
    decisions.add_decision(bra.office, item, "ett")
    at(bra, 5)
    goes(bra, ref, MEMBER)
    at(bra, 8)
    decisions.add_decision(bra.office, item, "två")
    at(bra, 9)
    attendance.set_stays(bra.office, bra.row(ref, MEMBER), (StayContent(to_time=time(10, 9), to_item=item),))
    assert there(bra, ref) == [{CHAIR, VICE, MEMBER}] * 2


def test_nothing_is_decided_while_the_meeting_is_adjourned(bra: Council) -> None:
    ref, item = begun(bra)
    decisions.set_proposals(bra.office, item, (ProposalContent("p", "anta planen"),))
    minutes.take_up(bra.office, bra.item(ref, 1))
    opening.adjourn(bra.office, ref)
    now = bra.item(ref, 1)
    decisions.set_proposals(bra.office, now, (ProposalContent("q", "anta planen"),))
    words = "Mötet är ajournerat. Återuppta mötet innan beslut fattas."
    refused(bra, lambda: decisions.decide_proposals(bra.office, now), words)
    decisions.decide_proposals(bra.office, item)
    opening.resume(bra.office, ref)
    decisions.decide_proposals(bra.office, now)
    assert [len(one.decisions) for one in bra.items(ref)[:2]] == [1, 1]


def test_what_is_written_in_a_break_is_kept_and_decided_as_the_item_ends(bra: Council) -> None:
    ref, item = begun(bra)
    opening.adjourn(bra.office, ref)
    decisions.add_decision(bra.office, item, "anta planen")
    (written,) = bra.content(ref).item(item).decisions
    assert (written.text, written.decided_at) == ("anta planen", None)


def test_an_item_that_was_not_taken_up_has_no_time_to_correct(bra: Council) -> None:
    ref = bra.running()
    key = decisions.add_decision(bra.office, bra.item(ref), "anta planen")
    with pytest.raises(RuleBroken, match="har inget klockslag då det togs upp"):
        correct_time(bra.office, key, time(10))


def test_who_took_part_in_one_of_the_decisions_may_reserve_herself(bra: Council) -> None:
    ref, item = begun(bra)
    at(bra, 5)
    decisions.add_decision(bra.office, item, "ett")
    at(bra, 6)
    attendance.set_stays(bra.office, bra.row(ref, MEMBER), (StayContent(to_time=time(10, 6)),))
    attendance.set_stays(bra.office, bra.row(ref, VICE), (StayContent(to_time=time(10, 4)),))
    at(bra, 10)
    minutes.take_up(bra.office, bra.item(ref, 1))
    decisions.put_reservation(bra.office, item, ReservationContent("k", (bra.people[MEMBER],), "", time(10, 6)))
    late = ReservationContent("l", (bra.people[VICE],), "", time(10, 6))
    refused(bra, lambda: decisions.put_reservation(bra.office, item, late), "deltog inte i beslutet i § 1")


def test_what_is_said_while_the_item_goes_on_follows_those_who_are_there_now(bra: Council) -> None:
    ref, item = begun(bra)
    decisions.add_decision(bra.office, item, "anta planen")
    at(bra, 5)
    goes(bra, ref, VICE, MEMBER)

    def said() -> list[str]:
        return [one.text.replace(NBSP, " ") for one in decision_warnings(bra.content(ref), item)]

    now = "1 av 3 ledamöter är närvarande, så rådet är inte beslutsfört. "
    now += "Beslutet kan antecknas och märks då i protokollet."
    assert said() == [now]
    at(bra, 6)
    decisions.add_decision(bra.office, item, "avsätta medel")
    taken = "Rådet var inte beslutsfört i § 1 vid beslutet ”att avsätta medel” (1 av 3)."
    assert said() == [taken], "the same count is told once"
    at(bra, 7)
    goes(bra, ref, CHAIR)
    assert said() == [taken, now.replace("1 av 3", "0 av 3")]
    goes(bra, ref, CHAIR, VICE, MEMBER)
    assert said() == [taken]
    minutes.take_up(bra.office, bra.item(ref, 1))
    assert said() == [taken]


def test_an_item_decided_by_too_few_goes_on_saying_so_when_they_have_come_back(bra: Council) -> None:
    ref, item = begun(bra, absent=(VICE, MEMBER))
    decisions.add_decision(bra.office, item, "anta planen")
    at(bra, 5)
    goes(bra, ref, VICE, MEMBER)
    at(bra, 6)
    taken = ["Rådet var inte beslutsfört i § 1 (1 av 3)."]
    assert quorum_words(bra, ref, item) == taken
    minutes.take_up(bra.office, bra.item(ref, 1))
    assert quorum_words(bra, ref, item) == taken
    opening.close_meeting(bra.office, ref)
    content = bra.content(ref)
    assert quorum_words(bra, ref, item) == taken
    assert [gap.text.replace(NBSP, " ") for gap in gaps(content) if "beslutsfört" in gap.text] == [
        f"{taken[0]} Det antecknas i protokollet."
    ]


def test_an_item_that_was_left_after_its_decision_and_one_without_any_are_told_as_the_closing_list_does(
    bra: Council,
) -> None:
    ref, item = begun(bra)
    second = bra.item(ref, 1)
    decisions.add_decision(bra.office, item, "anta planen")
    at(bra, 5)
    goes(bra, ref, VICE, MEMBER)
    now = "1 av 3 ledamöter är närvarande, så rådet är inte beslutsfört. "
    assert quorum_words(bra, ref, item) == [f"{now}Beslutet kan antecknas och märks då i protokollet."]
    at(bra, 6)
    minutes.take_up(bra.office, second)
    at(bra, 9)
    minutes.take_up(bra.office, bra.item(ref, 2))
    content = bra.content(ref)
    assert quorum_words(bra, ref, item) == []
    assert quorum_words(bra, ref, second) == ["Rådet var inte beslutsfört i § 2 (1 av 3)."]
    assert [key for key in (item, second) if not quorum.told_quorum(content, key).reached] == [second]
    assert [key for key in quorum.not_quorate_items(content) if key in (item, second)] == [second]


def quorum_words(made: Council, ref: str, item: str) -> list[str]:
    """What the item's note says."""
    return [one.text.replace(NBSP, " ") for one in decision_warnings(made.content(ref), item)]


def test_the_one_who_left_last_before_the_decision_is_the_one_that_was_missed(bra: Council) -> None:
    ref, item = begun(bra)
    names = {key: name for name, key in bra.people.items()}

    def missed(place: int = 0) -> str:
        return names.get(quorum.who_was_missed(bra.content(ref), bra.item(ref, place)), "")

    assert missed() == ""
    at(bra, 5)
    goes(bra, ref, MEMBER)
    at(bra, 6)
    goes(bra, ref, VICE)
    assert missed() == VICE
    decisions.add_decision(bra.office, item, "anta planen")
    at(bra, 7)
    goes(bra, ref, VICE, CHAIR)
    assert missed() == VICE, "she had left when it was decided; the other left after that"
    minutes.take_up(bra.office, bra.item(ref, 1))
    assert missed(1) == CHAIR


def test_where_nobody_has_left_the_first_who_never_came_was_missed(bra: Council) -> None:
    ref, item = begun(bra, absent=(VICE, MEMBER))
    assert quorum.who_was_missed(bra.content(ref), item) == bra.people[VICE]
    decisions.add_decision(bra.office, item, "anta planen")
    at(bra, 5)
    goes(bra, ref, VICE)
    assert quorum.who_was_missed(bra.content(ref), item) == bra.people[VICE]


def test_at_roll_call_who_has_decided_something_leaves_and_comes_back_instead_of_vanishing(bra: Council) -> None:
    ref, item = begun(bra)
    row = bra.row(ref, MEMBER)
    coming_and_going.call(bra.office, row)
    assert stays(bra, ref, MEMBER) == ()
    coming_and_going.call(bra.office, row)
    decisions.add_decision(bra.office, item, "fastställa dagordningen")
    coming_and_going.call(bra.office, row)
    (stay,) = stays(bra, ref, MEMBER)
    assert (stay.to_time, stay.to_item, stay.partly) == (time(10), item, False)
    at(bra, 5)
    decisions.add_decision(bra.office, item, "anta planen")
    coming_and_going.call(bra.office, row)
    assert there(bra, ref) == [{CHAIR, VICE, MEMBER}, {CHAIR, VICE}]
    assert len(stays(bra, ref, MEMBER)) == 2


def test_a_seat_has_one_voice_though_its_member_left_and_a_substitute_serves_it_since(bra: Council) -> None:
    ref, item = begun(bra)
    at(bra, 5)
    decisions.add_decision(bra.office, item, "anta planen")
    at(bra, 7)
    goes(bra, ref, MEMBER)
    serving.serve_for(bra.office, bra.row(ref, SUBSTITUTE), bra.seats[MEMBER], from_item=item)
    member, substitute = bra.people[MEMBER], bra.people[SUBSTITUTE]
    roll = dict(voting_roll(bra.content(ref), item))
    assert roll[substitute]
    assert member not in roll
    ballots = tuple(BallotContent(person, Ballot.YES) for person in (member, substitute))
    both = VoteContent("v", "ja", "nej", ballots=ballots)
    refused(bra, lambda: decisions.put_vote(bra.office, item, both), "har samma plats, och den har en röst")
    decisions.put_vote(bra.office, item, replace(both, ballots=ballots[1:]))


def told_around(made: Council, ref: str) -> tuple[list[str], list[str]]:
    """What is told of those who come and go in the first item, before its decision and after it."""
    content = made.content(ref)
    lines = [line.strip() for line in blocks_as_text(protocol(content)).replace(NBSP, " ").splitlines()]
    lines = lines[next(n for n, line in enumerate(lines) if line.endswith(content.items[0].title)) :]
    decided = next(n for n, line in enumerate(lines) if "avsätta medel" in line or line.endswith("nta planen."))
    moved = [(n, line) for n, line in enumerate(lines) if " kl. 10." in line and line.split()[0] in ("Per", "Siv")]
    return [line for n, line in moved if n < decided], [line for n, line in moved if n > decided]


@pytest.mark.parametrize("minutes_between", [0, 3])
@pytest.mark.parametrize("profile", list(DocumentProfile))
def test_who_comes_or_goes_after_the_decision_is_told_after_it_and_who_does_before_it_before(
    profile: DocumentProfile, minutes_between: int
) -> None:
    with council(profile) as bra:
        ref, item = begun(bra, absent=(VICE,))
        at(bra, 5)
        goes(bra, ref, VICE)
        at(bra, 5 + minutes_between)
        decisions.add_decision(bra.office, item, "anta planen")
        minute = 5 + 2 * minutes_between
        at(bra, minute)
        goes(bra, ref, MEMBER)
        at(bra, 20)
        goes(bra, ref, MEMBER)
        before = [f"{VICE} kommer kl. 10.05."]
        meeting = "mötet" if profile is DocumentProfile.NOTES else "sammanträdet"
        after = [f"{MEMBER} lämnar {meeting} kl. 10.{minute:02}.", f"{MEMBER} är åter närvarande kl. 10.20."]
        assert told_around(bra, ref) == (before, after)


def test_who_comes_or_goes_between_two_decisions_is_told_with_those_that_had_been_taken(bra: Council) -> None:
    ref, item = begun(bra, absent=(VICE,))
    at(bra, 5)
    decisions.add_decision(bra.office, item, "anta planen")
    goes(bra, ref, VICE)
    at(bra, 6)
    goes(bra, ref, MEMBER)
    at(bra, 7)
    decisions.add_decision(bra.office, item, "avsätta medel")
    before = [
        f"{VICE} kommer kl. 10.05, efter att-sats 1.",
        f"{MEMBER} lämnar sammanträdet kl. 10.06, efter att-sats 1.",
    ]
    assert told_around(bra, ref) == (before, [])


def test_who_is_corrected_to_have_been_back_in_the_minute_of_the_decision_was_there(bra: Council) -> None:
    ref, item = begun(bra)
    at(bra, 5)
    goes(bra, ref, MEMBER)
    decisions.add_decision(bra.office, item, "anta planen")
    at(bra, 8)
    goes(bra, ref, MEMBER)
    assert there(bra, ref) == [{CHAIR, VICE}]
    first, second = stays(bra, ref, MEMBER)
    attendance.set_stays(bra.office, bra.row(ref, MEMBER), (first, replace(second, from_time=time(10, 5))))
    assert there(bra, ref) == [{CHAIR, VICE, MEMBER}]


def test_who_came_after_the_vote_and_its_decision_and_leaves_again_took_no_part_in_them(bra: Council) -> None:
    ref, item = begun(bra, absent=(MEMBER,))
    ballots = (BallotContent(bra.people[CHAIR], Ballot.YES), BallotContent(bra.people[VICE], Ballot.YES))
    decisions.put_vote(bra.office, item, VoteContent("v", "ja", "nej", ballots=ballots))
    decisions.add_decision(bra.office, item, "anta planen")
    at(bra, 5)
    goes(bra, ref, MEMBER)
    at(bra, 6)
    goes(bra, ref, MEMBER)
    (stay,) = stays(bra, ref, MEMBER)
    assert stay.partly
    assert bra.people[MEMBER] not in deciding(bra.content(ref), item)
