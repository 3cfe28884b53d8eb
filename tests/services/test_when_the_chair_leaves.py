"""Who leads a part of a § in which something is decided stands as chair of that part, and signs the §."""

from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bra_desktop.documents.protocol import protocol
from bra_desktop.domain.attendance import participant
from bra_desktop.domain.closing import gaps
from bra_desktop.domain.content import BallotContent, DecisionContent, MeetingContent, OfficerContent, VoteContent
from bra_desktop.domain.decision_times import decided_with
from bra_desktop.domain.kinds import Ballot, Duty, Medium, Role, SignerRole, VoteMethod
from bra_desktop.domain.officers import having, on_duty_now
from bra_desktop.domain.signers import signers
from bra_desktop.domain.swedish import NBSP
from bra_desktop.domain.text import plain_document
from bra_desktop.domain.votes import result_words
from bra_desktop.services.adjusted import adjustment
from bra_desktop.services.live import attendance, coming_and_going, decisions, minutes, opening
from tests.builders import CHAIR, DAY, MEMBER, VICE, Council, council
from tests.documents.blocks_as_text import blocks_as_text

BOTH_SIGN = [
    "____ Eva Lind, Ordförande, § 1 och § 2 t.o.m. kl. 10.15",
    "____ Per Alm, Ordförande, § 2 fr.o.m. kl. 10.15 och § 3",
]


def begun(made: Council, *absent: str) -> tuple[str, str]:
    """A meeting whose information from the police, § 2, was taken up at 10.10; its reference and that item."""
    ref = made.running()
    attendance.change_row(made.office, made.row(ref, VICE), {"role": Role.VICE_CHAIR})
    minutes.take_up(made.office, made.item(ref))
    at(made, 5)
    for name in absent:
        goes(made, ref, name)
    at(made, 10)
    item = made.item(ref, 2)
    minutes.take_up(made.office, item)
    return ref, item


def at(made: Council, minute: int) -> None:
    made.clock.set(DAY, time(10, minute))


def goes(made: Council, ref: str, name: str) -> None:
    coming_and_going.come_or_go(made.office, made.row(ref, name))


def over(made: Council, ref: str) -> None:
    """Takes up the next item a while later and closes the meeting."""
    at(made, 30)
    minutes.take_up(made.office, made.item(ref, 3))
    attendance.appoint(made.office, ref, Duty.ADJUST, made.people[MEMBER])
    at(made, 40)
    opening.close_meeting(made.office, ref)


def paper(made: Council, ref: str, only: str = "") -> str:
    return blocks_as_text(protocol(made.content(ref), only=only)).replace(NBSP, " ")


def chairs(made: Council, ref: str, only: str = "") -> list[str]:
    """What stands below Ordförande on the first page."""
    text = paper(made, ref, only)
    if "Ordförande:\n" not in text:
        return []
    lines = text.split("Ordförande:\n")[1].splitlines()
    told = []
    for line in lines:
        if not line.startswith("  "):
            break
        told.append(line.strip())
    return told


def signed(made: Council, ref: str, only: str = "") -> list[str]:
    lines = (line.strip() for line in paper(made, ref, only).splitlines())
    return [line.split(" (")[0] for line in lines if line.startswith("____") and "Ordförande" in line]


def vote_words(made: Council, ref: str) -> str:
    content = made.content(ref)
    item = content.items[2]
    return result_words(content, item.key, item.votes[0])


def tied(made: Council, key: str = "v") -> VoteContent:
    choices = ((VICE, Ballot.YES), (MEMBER, Ballot.NO))
    return VoteContent(key, "planen", "avslag", ballots=tuple(BallotContent(made.people[n], c) for n, c in choices))


def test_who_leads_when_the_chair_has_left_stands_for_and_signs_what_is_decided_then(bra: Council) -> None:
    ref, item = begun(bra)
    at(bra, 14)
    decisions.add_decision(bra.office, item, "anta planen")
    at(bra, 15)
    goes(bra, ref, CHAIR)
    at(bra, 16)
    decisions.add_decision(bra.office, item, "avsätta medel")
    over(bra, ref)
    assert chairs(bra, ref) == [
        "Eva Lind, § 1 och § 2 t.o.m. kl. 10.15",
        "Per Alm, § 2 fr.o.m. kl. 10.15 och § 3",
    ]
    assert signed(bra, ref) == BOTH_SIGN
    assert "Per Alm är ordförande i § 2 fr.o.m. kl. 10.15 och § 3." in paper(bra, ref)


def test_one_who_is_named_to_the_item_leads_it_before_one_who_is_named_from_it(bra: Council) -> None:
    ref, item = begun(bra)
    at(bra, 14)
    decisions.add_decision(bra.office, item, "anta planen")
    at(bra, 15)
    goes(bra, ref, CHAIR)
    at(bra, 16)
    decisions.add_decision(bra.office, item, "avsätta medel")
    over(bra, ref)
    content, eva, per = bra.content(ref), bra.people[CHAIR], bra.people[VICE]
    named = (
        OfficerContent(Duty.PRESIDE, eva, to_item=item),
        OfficerContent(Duty.PRESIDE, per, from_item=item, reason="ordföranden lämnade"),
    )
    others = tuple(one for one in content.officers if one.duty is not Duty.PRESIDE)
    content = replace(content, officers=(*named, *others))
    assert having(content, Duty.PRESIDE, item) == (eva, per)
    text = blocks_as_text(protocol(content)).replace(NBSP, " ")
    assert "Eva Lind, § 1 och § 2 t.o.m. kl. 10.15" in text
    assert "Per Alm, § 2 fr.o.m. kl. 10.15 och § 3" in text
    assert [one.person for one in signers(content) if one.role is SignerRole.CHAIR] == [eva, per]


@pytest.mark.parametrize("again", [False, True])
def test_a_chair_who_leaves_after_all_was_decided_is_the_only_one_of_it(bra: Council, again: bool) -> None:
    ref, item = begun(bra)
    at(bra, 14)
    decisions.add_decision(bra.office, item, "anta planen")
    if again:
        decisions.add_decision(bra.office, item, "avsätta medel")
    at(bra, 15)
    goes(bra, ref, CHAIR)
    over(bra, ref)
    assert chairs(bra, ref) == ["Eva Lind, §§ 1–2", "Per Alm, § 3"]
    assert signed(bra, ref) == ["____ Eva Lind, Ordförande, §§ 1–2", "____ Per Alm, Ordförande, § 3"]


def test_a_chair_who_leaves_before_anything_is_decided_has_no_part_of_it(bra: Council) -> None:
    ref, item = begun(bra)
    at(bra, 15)
    goes(bra, ref, CHAIR)
    decisions.add_decision(bra.office, item, "anta planen")
    over(bra, ref)
    assert chairs(bra, ref) == ["Eva Lind, § 1", "Per Alm, §§ 2–3"]


def test_within_one_minute_each_stands_for_what_she_led(bra: Council) -> None:
    ref, item = begun(bra)
    at(bra, 15)
    decisions.add_decision(bra.office, item, "anta planen")
    goes(bra, ref, CHAIR)
    decisions.add_decision(bra.office, item, "avsätta medel")
    over(bra, ref)
    assert chairs(bra, ref)[1] == "Per Alm, § 2 fr.o.m. kl. 10.15 och § 3"
    assert signed(bra, ref) == BOTH_SIGN


def test_a_chair_who_comes_back_leads_from_the_next_item(bra: Council) -> None:
    ref, item = begun(bra, CHAIR)
    at(bra, 12)
    decisions.add_decision(bra.office, item, "anta planen")
    at(bra, 15)
    goes(bra, ref, CHAIR)
    at(bra, 16)
    decisions.add_decision(bra.office, item, "avsätta medel")
    over(bra, ref)
    assert chairs(bra, ref) == ["Eva Lind, §§ 1, 3", "Per Alm, § 2"]


def test_a_chair_who_goes_and_comes_back_in_an_item_leads_from_the_next_one(bra: Council) -> None:
    ref, item = begun(bra)
    for minute, name in ((12, ""), (14, CHAIR), (16, ""), (18, CHAIR), (20, "")):
        at(bra, minute)
        if name:
            goes(bra, ref, name)
        else:
            decisions.add_decision(bra.office, item, f"anta del {minute}")
    over(bra, ref)
    assert chairs(bra, ref) == ["Eva Lind, § 1, § 2 t.o.m. kl. 10.14 och § 3", "Per Alm, § 2 fr.o.m. kl. 10.14"]


def test_a_tied_vote_that_the_stand_in_decided_is_hers_on_the_paper_and_no_gap(bra: Council) -> None:
    ref, item = begun(bra)
    at(bra, 14)
    decisions.add_decision(bra.office, item, "anta planen")
    at(bra, 15)
    goes(bra, ref, CHAIR)
    at(bra, 16)
    decisions.put_vote(bra.office, item, tied(bra))
    over(bra, ref)
    assert chairs(bra, ref)[0] == "Eva Lind, § 1 och § 2 t.o.m. kl. 10.15"
    assert signed(bra, ref) == BOTH_SIGN
    assert vote_words(bra, ref).endswith("Per Alms utslagsröst som ordförande för planen.")
    assert not [gap.text for gap in gaps(bra.content(ref)) if "ordförande" in gap.text or "ledde" in gap.text]


def test_a_vote_that_the_chair_led_before_she_left_is_hers_though_another_led_the_decision(bra: Council) -> None:
    ref, item = begun(bra)
    at(bra, 14)
    decisions.put_vote(bra.office, item, replace(tied(bra), casting=Ballot.YES))
    at(bra, 15)
    goes(bra, ref, CHAIR)
    at(bra, 16)
    decisions.add_decision(bra.office, item, "anta planen")
    over(bra, ref)
    assert vote_words(bra, ref).endswith("Eva Linds utslagsröst som ordförande för planen.")
    assert signed(bra, ref) == BOTH_SIGN
    assert not [gap.text for gap in gaps(bra.content(ref)) if "ordförande" in gap.text or "ledde" in gap.text]


@pytest.mark.parametrize("medium", list(Medium))
def test_both_must_sign_the_paper_that_is_locked_and_the_item_that_is_adjusted_at_once(medium: Medium) -> None:
    with council(medium=medium) as made:
        ref, item = begun(made)
        at(made, 14)
        decisions.add_decision(made.office, item, "anta planen")
        at(made, 15)
        goes(made, ref, CHAIR)
        at(made, 16)
        decisions.add_decision(made.office, item, "avsätta medel")
        attendance.appoint(made.office, ref, Duty.ADJUST, made.people[MEMBER])
        minutes.save_text(made.office, item, plain_document("Rådet diskuterar.", item))
        at(made, 18)
        adjustment.adjust_item_now(made.office, item)
        rows = adjustment.item_signers(made.office, item)
        assert [row.name for row in rows if row.role is SignerRole.CHAIR] == [CHAIR, VICE]
        assert chairs(made, ref, item) == ["Eva Lind, § 2 t.o.m. kl. 10.15", "Per Alm, § 2 fr.o.m. kl. 10.15"]
        assert len(signed(made, ref, item)) == 2


def test_who_is_named_to_lead_from_an_item_leads_it_from_when_she_comes(bra: Council) -> None:
    ref, item = begun(bra, MEMBER)
    at(bra, 14)
    decisions.add_decision(bra.office, item, "anta planen")
    at(bra, 15)
    goes(bra, ref, MEMBER)
    attendance.appoint(bra.office, ref, Duty.PRESIDE, bra.people[MEMBER], item)
    at(bra, 16)
    decisions.add_decision(bra.office, item, "avsätta medel")
    over(bra, ref)
    assert chairs(bra, ref) == ["Eva Lind, § 1 och § 2 t.o.m. kl. 10.15", "Siv Östling, § 2 fr.o.m. kl. 10.15 och § 3"]


ACTS = ("decide", "vote", "next", CHAIR, VICE)


@settings(max_examples=25)
@given(st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 2)), max_size=12))
def test_whoever_signs_was_there_and_covers_all_that_was_decided(acts: list[tuple[str, int]]) -> None:
    with council() as made:
        ref, item = begun(made)
        minute = 10
        for number, (act, wait) in enumerate(acts):
            at(made, minute := minute + wait)
            if act == "next":
                item = made.item(ref, 3)
                minutes.take_up(made.office, item)
            elif act in (CHAIR, VICE):
                goes(made, ref, act)
            elif leader(made, ref, item):
                if act == "decide":
                    decisions.add_decision(made.office, item, f"anta del {number}")
                else:
                    decisions.put_vote(made.office, item, show_of_hands(f"v{number}"))
        content = made.content(ref)
        signs = {(key, one.person) for one in signers(content) if one.role is SignerRole.CHAIR for key in one.items}
        for one in (item for item in content.items if item.opened_at is not None):
            led = having(content, Duty.PRESIDE, one.key)
            assert {(one.key, person) for person in led} == {pair for pair in signs if pair[0] == one.key}
            assert {vote.led_by for vote in one.votes} <= set(led)
            for decision in one.decisions:
                assert any(was_there(content, one.key, decision, person) for person in led)
        assert not [gap.text for gap in gaps(content) if "ledde" in gap.text or "lett" in gap.text]


def leader(made: Council, ref: str, item: str) -> str:
    return on_duty_now(made.content(ref), Duty.PRESIDE, item)


def show_of_hands(key: str) -> VoteContent:
    return VoteContent(key, "planen", "avslag", VoteMethod.SHOW_OF_HANDS, yes=1)


def was_there(content: MeetingContent, item: str, decision: DecisionContent, person: str) -> bool:
    who = participant(content, person)
    return who is not None and any(decided_with(content, item, decision, person, stay) for stay in who.stays)
