"""From living objects to content and back: nothing is lost, and only what is pointed at comes along."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import count

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.content_builder import RegisterView, content_of, parts_of
from bra_desktop.domain.pointers import own_keys, pointers, rekey
from bra_desktop.domain.register import Forum, Municipality, Organisation, Person
from tests.domain.almby import council


def register_of(content: MeetingContent) -> RegisterView:
    """A register that knows what the content names."""
    forum, town = content.forum, content.municipality
    return RegisterView(
        Municipality(id="k", name=town.name, genitive=town.genitive, contact_line=town.contact_line, arms=town.arms),
        Forum(
            id="f",
            name=forum.name,
            definite=forum.definite,
            short_name=forum.short_name,
            profile=forum.profile,
            numbering=forum.numbering,
            number_prefix=forum.prefix,
            quorum=forum.quorum,
        ),
        {
            p.key: Person(
                id=p.key,
                name=p.name,
                title=p.title,
                organisation_id=p.organisation or None,
                party=p.party,
                email=p.email,
            )
            for p in content.people
        },
        {
            o.key: Organisation(id=o.key, name=o.name, short_name=o.short_name, kind=o.kind)
            for o in content.organisations
        },
    )


def rebuilt(content: MeetingContent) -> MeetingContent:
    numbers = count()
    return content_of(parts_of(content, "f", lambda kind, _: f"{kind}{next(numbers)}"), register_of(content))


def test_a_meeting_comes_back_from_its_living_objects() -> None:
    content = replace(council(key="m1"), seats=())
    again = rebuilt(content)
    assert again.items == content.items
    assert again.participants == content.participants
    assert again.officers == content.officers
    assert {p.key for p in again.people} == {p.key for p in content.people}
    assert replace(again, people=(), organisations=(), forum=content.forum) == replace(
        content, people=(), organisations=()
    )


def test_rekeying_moves_every_key_and_every_pointer_and_back() -> None:
    content = council()
    own = {(p.kind, p.key) for p in own_keys(content)}
    assert all((p.kind, p.key) in own for p in pointers(content))
    moved = rekey(content, lambda kind, key: f"{kind}:{key}")
    assert all(p.key.startswith(f"{p.kind}:") for p in pointers(moved))
    assert rekey(moved, lambda kind, key: key.removeprefix(f"{kind}:")) == content


def test_every_key_that_is_moved_is_found_too() -> None:
    content, moved = council(), Counter[tuple[str, str]]()

    def seen(kind: str, key: str) -> str:
        moved[kind, key] += 1
        return key

    rekey(content, seen)
    found = Counter((p.kind, p.key) for p in (*own_keys(content), *pointers(content)) if p.key)
    assert found == moved
