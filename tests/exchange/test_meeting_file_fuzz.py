"""Whatever stands in a meeting file, the reader either reads it or says so in one sentence; it never falls over."""

import copy
import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.errors import UserError
from bra_desktop.exchange import meeting_file

GOOD: dict[str, Any] = {
    "ref": "BRA-2026-12-03",
    "municipality": {"name": "Almby kommun"},
    "forum": {"name": "Brottsförebyggande rådet", "profile": "B", "quorum": 8},
    "date": "2026-12-03",
    "starts": "10:00",
    "organisations": [{"key": "KLF", "name": "Kommunledningsförvaltningen", "kind": "department"}],
    "people": [{"key": "P11", "name": "Anna Svedin", "organisation": "KLF"}],
    "seats": [{"key": "S1", "holders": ["P11"]}],
    "participants": [{"person": "P11", "seat": "S1", "stays": [{"from_time": "10:00", "to_item": "1"}]}],
    "officers": [{"duty": "preside", "person": "P11", "from_item": "1"}],
    "adjustment": {"planned_at": "2026-12-15T15:00"},
    "items": [
        {
            "key": "1",
            "title": "Information",
            "paragraph": 38,
            "text": {
                "schema": 1,
                "blocks": [
                    {"kind": "paragraph", "text": "Hej"},
                    {"kind": "list_item", "level": 1, "runs": [{"text": "a", "bold": True}]},
                    {"kind": "table", "rows": [{"cells": [{"runs": [{"text": "b"}]}]}]},
                    {"kind": "image", "digest": "d"},
                ],
            },
            "decisions": [{"key": "b", "text": "notera", "until": "2027-03-04"}],
            "votes": [{"key": "o", "yes_means": "a", "no_means": "b", "ballots": [{"person": "P11", "choice": "yes"}]}],
            "actions": [{"key": "å", "text": "gör", "responsible": ["KLF"], "decision": "b"}],
        }
    ],
    "annexes": [{"key": "x", "title": "Underlag", "signatures": [{"name": "Anna"}]}],
}

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in the value, as the steps that lead to it."""
    found = [path] if path else []
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, part in steps:
        found += places(part, (*path, step))
    return found


def outcome(data: bytes) -> tuple[MeetingContent | None, str]:
    """What was read, or the sentence that refused it. Any other exception is the failure looked for."""
    try:
        return meeting_file.read(data, "möte.json"), ""
    except UserError as error:
        return None, error.text


@settings(max_examples=300)
@given(place=st.sampled_from(places(GOOD)), replacement=anything)
def test_any_value_in_any_place_is_read_or_refused_in_words(place: tuple[Any, ...], replacement: Any) -> None:
    plain = copy.deepcopy(GOOD)
    target: Any = plain
    for step in place[:-1]:
        target = target[step]
    target[place[-1]] = replacement
    content, sentence = outcome(json.dumps(plain).encode())
    if content is None:
        assert "Inget har ändrats." in sentence
        assert len(sentence) <= 280
    else:
        assert outcome(meeting_file.write(content)) == (content, "")


@settings(max_examples=150)
@given(place=st.integers(0, 4000), width=st.integers(0, 40), noise=st.binary(max_size=12))
def test_a_file_damaged_on_its_way_is_read_or_refused_in_words(place: int, width: int, noise: bytes) -> None:
    data = json.dumps(GOOD, ensure_ascii=False, indent=1).encode()
    place %= len(data)
    content, sentence = outcome(data[:place] + noise + data[place + width :])
    assert content is not None or "Inget har ändrats." in sentence


@given(data=st.binary(max_size=200))
def test_a_file_of_anything_is_refused_in_words(data: bytes) -> None:
    content, sentence = outcome(data)
    assert content is None
    assert "Inget har ändrats." in sentence
