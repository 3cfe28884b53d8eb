"""What comes by itself to the next agenda."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bra_desktop.domain.carry_over import OpenAction, item_kind_word, suggested_items, unreached_items
from bra_desktop.domain.content import DecisionContent, MeetingContent
from bra_desktop.domain.kinds import DecisionKind, DocumentProfile, ItemType, MeetingState
from bra_desktop.domain.text import plain_document
from tests.domain.almby import council, key, with_item, with_profile

NEXT = date(2027, 3, 4)


def held() -> MeetingContent:
    tabled = DecisionContent("d48", "bordlägga ärendet", DecisionKind.TABLED, NEXT)
    return with_item(council(state=MeetingState.ADJUSTED), 48, decisions=(tabled,), registry_number="KS 2026/402")


def test_the_previous_protocol_the_open_actions_and_the_tabled_item_come_by_themselves() -> None:
    actions = [OpenAction("a1", "belysning", date(2027, 1, 29)), OpenAction("a2", "notis")]
    previous, follow_up, tabled = suggested_items(NEXT, [held()], actions)
    assert (previous.title, previous.type) == (
        "Föregående protokoll, 3\u00a0december 2026",
        ItemType.PREVIOUS_MINUTES,
    )
    assert (follow_up.title, follow_up.actions) == ("Uppföljning av 2\u00a0öppna åtgärder", ("a1", "a2"))
    assert (tabled.title, tabled.type, tabled.origin_item) == (
        "Kvällsöppet bibliotek i Lindängen",
        ItemType.TABLED,
        key(48),
    )
    assert tabled.registry_number == "KS 2026/402"
    assert tabled.note.replace("\u00a0", " ") == "Bordlagt 3 december 2026, § 48"


def test_a_first_meeting_has_nothing_behind_it() -> None:
    assert suggested_items(NEXT, [], []) == ()


def test_an_item_tabled_to_a_later_day_waits_for_it() -> None:
    assert not [s for s in suggested_items(date(2027, 1, 20), [held()], []) if s.type is ItemType.TABLED]
    assert [s for s in suggested_items(date(2027, 5, 20), [held()], []) if s.type is ItemType.TABLED]


def test_an_item_tabled_without_a_day_comes_to_the_next_agenda() -> None:
    open_ended = replace(held().item(key(48)).decisions[0], until=None)
    content = with_item(held(), 48, decisions=(open_ended,))
    assert [s.origin_item for s in suggested_items(date(2026, 12, 17), [content], [])][-1:] == [key(48)]


def test_an_item_that_came_back_does_not_come_again() -> None:
    settled = {(held().ref, key(48))}
    assert not [s for s in suggested_items(NEXT, [held()], [], settled) if s.type is ItemType.TABLED]


def test_a_tabled_item_of_an_older_meeting_is_not_lost() -> None:
    between = council(ref="BRA-2027-02-15", date=date(2027, 2, 15), state=MeetingState.ADJUSTED)
    found = suggested_items(NEXT, [between, held()], [])
    assert [s.origin_meeting for s in found] == ["BRA-2027-02-15", "BRA-2026-12-03"]


def test_an_item_that_was_not_reached_comes_back_unless_it_was_struck() -> None:
    missed = with_item(council(), 42, paragraph=None, opened_at=None, closed_at=None)
    (item,) = [s for s in suggested_items(NEXT, [missed], []) if s.origin_item == key(42)]
    assert item.note.replace("\u00a0", " ") == "Hanns inte med 3 december 2026, punkt 5"
    struck = with_item(missed, 42, struck=True)
    assert not [s for s in suggested_items(NEXT, [struck], []) if s.origin_item == key(42)]


def test_nothing_waits_under_the_heading_for_other_questions() -> None:
    missed = with_item(
        council(), 42, paragraph=None, opened_at=None, closed_at=None, type=ItemType.OTHER, title="Övriga frågor"
    )
    assert not [s for s in suggested_items(NEXT, [missed], []) if s.origin_item == key(42)]
    named = with_item(missed, 42, title="Vakt vid badet")
    assert [s for s in suggested_items(NEXT, [named], []) if s.origin_item == key(42)]


def test_a_snoozed_action_stays_away_until_its_day() -> None:
    snoozed = OpenAction("a1", "notis", snoozed_until=date(2027, 5, 1))
    assert not [s for s in suggested_items(NEXT, [], [snoozed]) if s.type is ItemType.FOLLOW_UP]
    (found,) = suggested_items(date(2027, 5, 1), [], [snoozed])
    assert found.title == "Uppföljning av 1\u00a0öppen åtgärd"


def test_a_meeting_that_was_only_planned_or_cancelled_leaves_nothing() -> None:
    for state in (MeetingState.PLANNED, MeetingState.CALLED, MeetingState.CANCELLED):
        assert suggested_items(NEXT, [replace(held(), state=state)], []) == ()


def test_notes_are_called_notes() -> None:
    content = with_profile(council(state=MeetingState.ESTABLISHED), DocumentProfile.NOTES)
    assert suggested_items(NEXT, [content], [])[0].title == "Föregående minnesanteckningar, 3\u00a0december 2026"


@pytest.mark.parametrize(
    ("how", "word"),
    [("Bordlagt", "Bordlagt"), ("Återremitterat", "Återremitterat"), ("Hanns inte med", "Ej behandlat")],
)
def test_the_agenda_says_why_an_item_has_come_back(how: str, word: str) -> None:
    basis = plain_document(f"{how} 3 december 2026, § 48")
    item = replace(held().item(key(48)), type=ItemType.TABLED, basis=basis)
    assert item_kind_word(item, notes=False) == word
    assert item_kind_word(replace(item, type=ItemType.DECISION), notes=False) == "Beslut"
    assert item_kind_word(replace(item, basis=plain_document("")), notes=False) == "Bordlagt"


def test_what_the_notes_of_a_closed_meeting_leave_is_told_apart_when_it_comes_back() -> None:
    (left,) = unreached_items(with_item(held(), 48, opened_at=None, closed_at=None, paragraph=None, decisions=()))
    item = replace(held().item(key(48)), type=left.type, basis=plain_document(left.note))
    assert item_kind_word(item, notes=True) == "Ej behandlat"
