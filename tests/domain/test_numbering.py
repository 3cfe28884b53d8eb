"""§ numbers: given once, never given twice, never released."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bra_desktop.domain.content import ForumContent, ItemContent
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import Numbering
from bra_desktop.domain.numbering import (
    Series,
    duplicates,
    in_sentence,
    label,
    labels,
    named,
    sequence,
    series_name,
)
from tests.domain.almby import council, key, taken_up, with_item

FORUM = ForumContent("Rådet")


@given(st.integers(1, 500), st.lists(st.sampled_from(["give", "back", "back seen"]), max_size=40))
def test_no_number_that_somebody_outside_has_seen_is_ever_given_again(first: int, steps: list[str]) -> None:
    series, open_numbers, seen = Series(first), list[int](), set[int]()
    for step in steps:
        if step == "give":
            number, series = series.give()
            assert number not in seen
            assert number not in open_numbers
            open_numbers.append(number)
        elif open_numbers:
            number = open_numbers[-1]
            outside = step == "back seen" or number in seen
            if outside:
                seen.add(number)
            is_last = number == series.next_number - 1
            if outside or not is_last:
                with pytest.raises(RuleBroken):
                    series.take_back(number, seen_outside=outside)
            else:
                series = series.take_back(number, seen_outside=False)
                open_numbers.pop()
    assert sorted(set(open_numbers)) == open_numbers


@given(st.permutations(range(5)), st.integers(1, 300))
def test_numbers_follow_the_order_in_which_items_are_taken_up(order: list[int], start: int) -> None:
    content = council(items=tuple(ItemContent(f"i{n}", f"Ärende {n}", str(n + 1)) for n in range(5)))
    content, _ = taken_up(content, [f"i{n}" for n in order], Series(start))
    assert [content.item(f"i{n}").paragraph for n in order] == list(range(start, start + 5))
    assert sequence(content) == tuple(f"i{n}" for n in order)
    assert duplicates(content) == ()
    assert sorted(content.paragraphs) == list(range(start, start + 5))


def test_the_last_number_can_be_taken_back_and_is_given_again() -> None:
    number, series = Series(49, given=True).give()
    assert series.take_back(number, seen_outside=False).give() == (49, series)


def test_a_number_that_is_not_the_last_stays() -> None:
    with pytest.raises(RuleBroken, match="senare nummer är givna"):
        Series(50, given=True).take_back(41, seen_outside=False)


def test_a_number_that_was_handed_out_stays() -> None:
    with pytest.raises(RuleBroken, match="har lämnats ut"):
        Series(50, given=True).take_back(49, seen_outside=True)


def test_a_series_can_be_taken_over_in_mid_year() -> None:
    assert Series(77).give() == (77, Series(78, given=True))


def test_the_series_runs_per_year_per_meeting_or_not_at_all() -> None:
    day, ref = date(2026, 12, 3), "BRA-2026-12-03"
    names = [series_name("f1", replace(FORUM, numbering=n), day, ref) for n in Numbering]
    assert names == ["f1/2026", "f1/BRA-2026-12-03", ""]


ITEM = ItemContent("i", "Information", "3", 41)


def test_an_item_is_called_by_its_number() -> None:
    assert label(FORUM, ITEM) == "§\u00a041"
    assert label(FORUM, ITEM, 2026) == "§\u00a041/2026"
    assert label(replace(FORUM, prefix="FHR"), replace(ITEM, paragraph=29)) == "FHR\u00a029"
    assert label(FORUM, replace(ITEM, paragraph=None)) == "Punkt\u00a03"
    assert label(replace(FORUM, numbering=Numbering.NONE), ITEM) == "Punkt\u00a03"
    assert label(FORUM, replace(ITEM, paragraph=None, agenda_number="")) == "Information"
    assert in_sentence(FORUM, replace(ITEM, paragraph=None)) == "punkt\u00a03"
    assert in_sentence(FORUM, ITEM) == "§\u00a041"
    assert named(FORUM, ITEM) == "§\u00a041 Information"


def test_several_items_are_written_as_ranges() -> None:
    content = council()
    assert labels(content, [i.key for i in content.items]) == "§§\u00a038–49"
    assert labels(content, [key(38), key(40), key(41)]) == "§§\u00a038, 40–41"
    assert labels(content, [key(45)]) == "§\u00a045"
    assert labels(content, []) == ""
    with_prefix = replace(content, forum=replace(content.forum, prefix="FHR"))
    assert labels(with_prefix, [key(38), key(39)]) == "FHR\u00a038–39"
    points = replace(content, forum=replace(content.forum, numbering=Numbering.NONE))
    assert labels(points, [key(38), key(39)]) == "punkt\u00a01–2"


def test_two_items_with_one_number_are_found() -> None:
    content = with_item(council(), 43, paragraph=42)
    assert [(n, a.key, b.key) for n, a, b in duplicates(content)] == [(42, key(42), key(43))]


def test_without_numbers_the_order_follows_the_clock() -> None:
    content = council(items=tuple(replace(i, paragraph=None) for i in council().items))
    late = with_item(content, 39, opened_at=time(11, 50))
    assert sequence(content) == tuple(i.key for i in content.items)
    assert sequence(late).index(key(39)) > sequence(late).index(key(47))


@given(st.permutations(range(4)), st.sets(st.integers(0, 3)))
@settings(max_examples=50)
def test_items_not_taken_up_keep_their_place_in_the_agenda(order: list[int], waiting: set[int]) -> None:
    items = tuple(ItemContent(f"i{n}", "x", paragraph=None if n in waiting else order[n] + 1) for n in range(4))
    found = sequence(council(items=items))
    assert sorted(found) == [f"i{n}" for n in range(4)]
    assert all(found[n] == f"i{n}" for n in waiting)
