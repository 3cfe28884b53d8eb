"""The clock time at which somebody came or left, and the § beside it, are of the same part of the meeting."""

import re
from datetime import time

from hypothesis import given, settings
from hypothesis import strategies as st

from bra_desktop.domain.presence import presence_words
from bra_desktop.domain.swedish import NBSP
from bra_desktop.services.live import coming_and_going, decisions, minutes
from tests.builders import CHAIR, DAY, MEMBER, SUBSTITUTE, VICE, Council, council

NAMES = (CHAIR, VICE, MEMBER)


def at(made: Council, minute: int) -> None:
    made.clock.set(DAY, time(10, minute))


def goes(made: Council, ref: str, *names: str) -> None:
    for name in names:
        coming_and_going.come_or_go(made.office, made.row(ref, name))


def words(made: Council, ref: str, name: str) -> str:
    return presence_words(made.content(ref), made.people[name]).replace(NBSP, " ")


def second_item(made: Council) -> tuple[str, str]:
    """A meeting whose § 2 was taken up at 10.18, as § 1 ended."""
    ref = made.running(absent=(SUBSTITUTE,))
    minutes.take_up(made.office, made.item(ref))
    decisions.add_decision(made.office, made.item(ref), "öppna mötet")
    at(made, 18)
    item = made.item(ref, 1)
    minutes.take_up(made.office, item)
    return ref, item


def test_who_leaves_in_an_item_before_its_decision_is_told_with_a_part_of_that_item(bra: Council) -> None:
    ref, item = second_item(bra)
    at(bra, 20)
    goes(bra, ref, SUBSTITUTE)
    at(bra, 21)
    goes(bra, ref, SUBSTITUTE)
    at(bra, 22)
    goes(bra, ref, VICE, MEMBER)
    decisions.add_decision(bra.office, item, "bordlägga ärendet")
    at(bra, 23)
    goes(bra, ref, VICE)
    at(bra, 30)
    minutes.take_up(bra.office, bra.item(ref, 2))
    assert words(bra, ref, MEMBER) == "t.o.m. kl. 10.22 i § 2"
    assert words(bra, ref, VICE) == "t.o.m. kl. 10.22 och fr.o.m. kl. 10.23 i § 2"
    assert words(bra, ref, SUBSTITUTE) == "kl. 10.20–10.21 i § 2"


def test_who_is_back_for_the_decision_of_the_item_in_which_she_left_was_there_for_it(bra: Council) -> None:
    ref, item = second_item(bra)
    at(bra, 20)
    goes(bra, ref, VICE)
    at(bra, 22)
    goes(bra, ref, VICE)
    decisions.add_decision(bra.office, item, "bordlägga ärendet")
    at(bra, 30)
    minutes.take_up(bra.office, bra.item(ref, 2))
    assert words(bra, ref, VICE) == "t.o.m. kl. 10.20 och fr.o.m. kl. 10.22, § 2"


def test_who_leaves_after_the_decision_was_there_for_the_item(bra: Council) -> None:
    ref, item = second_item(bra)
    decisions.add_decision(bra.office, item, "bordlägga ärendet")
    at(bra, 22)
    goes(bra, ref, VICE)
    minutes.take_up(bra.office, bra.item(ref, 2))
    assert words(bra, ref, VICE) == "t.o.m. kl. 10.22, § 2"
    at(bra, 25)
    decisions.add_decision(bra.office, bra.item(ref, 2), "avsluta mötet")
    goes(bra, ref, VICE)
    assert words(bra, ref, VICE) == "t.o.m. kl. 10.22, § 2 och fr.o.m. kl. 10.25 i § 3"


def test_who_comes_in_an_item_when_all_of_it_is_decided_is_told_from_the_next_one(bra: Council) -> None:
    ref, item = second_item(bra)
    decisions.add_decision(bra.office, item, "bordlägga ärendet")
    at(bra, 20)
    goes(bra, ref, SUBSTITUTE)
    assert words(bra, ref, SUBSTITUTE) == "fr.o.m. kl. 10.20 i § 2"  # nobody knows yet what comes next
    at(bra, 22)
    goes(bra, ref, VICE)
    at(bra, 23)
    goes(bra, ref, VICE)
    at(bra, 30)
    minutes.take_up(bra.office, bra.item(ref, 2))
    assert words(bra, ref, SUBSTITUTE) == "fr.o.m. kl. 10.20, § 3"
    assert words(bra, ref, VICE) == "t.o.m. kl. 10.22 och fr.o.m. kl. 10.23, § 2"
    at(bra, 32)
    goes(bra, ref, SUBSTITUTE)
    decisions.add_decision(bra.office, bra.item(ref, 2), "avsluta mötet")
    assert words(bra, ref, SUBSTITUTE) == "fr.o.m. kl. 10.20 i § 2, t.o.m. kl. 10.32 i § 3"


@settings(max_examples=30)
@given(st.lists(st.sampled_from(("decide", "next", *NAMES)), max_size=12), st.lists(st.integers(0, 2), min_size=12))
def test_each_clock_time_lies_within_the_item_that_stands_beside_it(acts: list[str], waits: list[int]) -> None:
    with council() as made:
        ref, item = second_item(made)
        minute = 18
        for act, wait in zip(acts, waits, strict=False):
            at(made, minute := minute + wait)
            if act == "decide":
                decisions.add_decision(made.office, item, "bordlägga ärendet")
            elif act == "next":
                item = made.item(ref, 2)
                minutes.take_up(made.office, item)
            else:
                goes(made, ref, act)
        content = made.content(ref)
        spans = {i.paragraph: (i.opened_at, i.closed_at or time(11)) for i in content.items if i.opened_at}
        for name in NAMES:
            told = re.findall(r"kl\. (\d\d)\.(\d\d)(?:,| i) § (\d)", words(made, ref, name))
            for hour, past, paragraph in told:
                start, end = spans[int(paragraph)]
                assert start <= time(int(hour), int(past)) <= end, words(made, ref, name)
