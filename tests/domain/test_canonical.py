"""Canonical JSON: the same content gives the same bytes, and nothing is lost on the way back."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date, datetime, time

import pytest
from hypothesis import given, settings

from bra_desktop.domain.canonical import DecodeError, canonical_json, digest, from_plain, to_plain
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.kinds import Ballot
from tests.strategies import meeting_contents


@given(meeting_contents())
@settings(max_examples=40)
def test_a_meeting_comes_back_from_canonical_json_as_it_was_and_gives_the_same_bytes(content: MeetingContent) -> None:
    written = canonical_json(content)
    again = from_plain(MeetingContent, json.loads(written))
    assert again == content
    assert canonical_json(again) == written
    assert json.loads(written)["format"] == 1


@given(meeting_contents())
@settings(max_examples=20)
def test_a_changed_title_changes_the_digest(content: MeetingContent) -> None:
    item = replace(content.items[0], title=content.items[0].title + "x")
    changed = replace(content, items=(item, *content.items[1:]))
    assert digest(canonical_json(changed)) != digest(canonical_json(content))


def test_keys_are_sorted_without_spaces_and_defaults_left_out() -> None:
    @dataclass(frozen=True)
    class Example:
        b: int
        a: str
        c: str = "usual"

    assert canonical_json(Example(2, "å")) == '{"a":"å","b":2}'
    assert canonical_json(Example(2, "å", "odd")) == '{"a":"å","b":2,"c":"odd"}'


def test_times_keep_their_seconds_only_where_there_are_any() -> None:
    assert to_plain([time(10, 0), time(10, 0, 5), datetime(2026, 12, 15, 15, 0), date(2026, 12, 3)]) == [
        "10:00",
        "10:00:05",
        "2026-12-15T15:00",
        "2026-12-03",
    ]


@dataclass(frozen=True)
class Inner:
    number: int
    choice: Ballot = Ballot.YES


@dataclass(frozen=True)
class Outer:
    name: str
    parts: tuple[Inner, ...] = ()
    day: date | None = None


@pytest.mark.parametrize(
    ("value", "path"),
    [
        ({}, "name"),
        ({"name": 1}, "name"),
        ({"name": "a", "parts": [{"number": 1}, {"number": "2"}]}, "parts[1].number"),
        ({"name": "a", "parts": [{"number": True}]}, "parts[0].number"),
        ({"name": "a", "parts": [{"number": 1, "choice": "maybe"}]}, "parts[0].choice"),
        ({"name": "a", "parts": {}}, "parts"),
        ({"name": "a", "day": "2026-02-30"}, "day"),
        ({"name": "a", "day": 3}, "day"),
        ({"name": "a", "odd": 3}, "odd"),
        ({"name": "a", "parts": [{"number": 1, "odd": 3}]}, "parts[0].odd"),
        ({"name": None}, "name"),
        ([], ""),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_its_path(value: object, path: str) -> None:
    with pytest.raises(DecodeError) as refused:
        from_plain(Outer, value)
    assert refused.value.path == path


def test_nothing_that_json_cannot_say_is_written() -> None:
    with pytest.raises(ValueError, match="JSON"):
        canonical_json({"a": float("nan")})
