"""Who presided where, as the papers tell it when it was not the ordinary chair all through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bra_desktop.domain.confidentiality import WITHHELD_TITLE
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.kinds import Role
from bra_desktop.domain.numbering import is_taken_up
from bra_desktop.domain.officers import presiding
from bra_desktop.domain.spans import course


@dataclass(frozen=True)
class Presided:
    """A person with the items (keys) at which she presided."""

    person: str
    items: tuple[str, ...]


def stand_ins(content: MeetingContent) -> tuple[Presided, ...]:
    """Each unbroken stretch of items at which another than the ordinary chair presided, in the order of the meeting.

    The ordinary chair is the one with that role, or if she led nothing the one who led the first item. What is removed
    from a public version is passed over, since who led it tells who was disqualified there.
    """
    led = _led(content, _held(content))
    people = {person for _, person in led}
    ordinary = next((p for p in _chairs(content) if p in people), led[0][1] if led else "")
    found: list[Presided] = []
    before = ""
    for key, person in led:
        if person == before and person != ordinary:
            found[-1] = Presided(person, (*found[-1].items, key))
        elif person != ordinary:
            found.append(Presided(person, (key,)))
        before = person
    return tuple(found)


def presided(content: MeetingContent, item_keys: Sequence[str] | None = None) -> tuple[Presided, ...]:
    """Everybody who presided at any of the items, or of the meeting, with hers; empty where the chair led them all."""
    by_person: dict[str, tuple[str, ...]] = {}
    for key, person in _led(content, _held(content, item_keys)):
        by_person[person] = (*by_person.get(person, ()), key)
    if set(by_person) <= set(_chairs(content)):
        return ()
    return tuple(Presided(person, keys) for person, keys in by_person.items())


def _chairs(content: MeetingContent) -> tuple[str, ...]:
    return tuple(who.person for who in content.participants if who.role is Role.CHAIR)


def _held(content: MeetingContent, item_keys: Sequence[str] | None = None) -> list[str]:
    items = [content.item(key) for key in course(content).order if item_keys is None or key in item_keys]
    return [i.key for i in items if is_taken_up(i) and not i.struck and i.title != WITHHELD_TITLE]


def _led(content: MeetingContent, keys: Sequence[str]) -> list[tuple[str, str]]:
    return [(key, person) for key in keys if (person := presiding(content, key))]
