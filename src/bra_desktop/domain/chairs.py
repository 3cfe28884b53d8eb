"""Who presided where, as the papers tell it when it was not the ordinary chair all through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from bra_desktop.domain.confidentiality import WITHHELD_TITLE
from bra_desktop.domain.content import ItemContent, MeetingContent
from bra_desktop.domain.kinds import Duty, Role
from bra_desktop.domain.numbering import is_taken_up
from bra_desktop.domain.officers import interval, named, presiding
from bra_desktop.domain.spans import course


@dataclass(frozen=True)
class Presided:
    """A person with the items (keys) at which she presided, and why it was she, where that is noted."""

    person: str
    items: tuple[str, ...]
    reason: str = ""


def stand_ins(content: MeetingContent) -> tuple[Presided, ...]:
    """Each unbroken stretch of items at which another than the ordinary chair presided, in the order of the meeting.

    The ordinary chair is the one with that role, or if she led nothing the one who led the first item. What is removed
    from a public version is passed over, since who led it tells who was disqualified there.
    """
    led = _led(content, _held(content))
    people = {person for _, person, _ in led}
    ordinary = next((p for p in _chairs(content) if p in people), led[0][1] if led else "")
    stretches = groupby(led, lambda one: one[1:])
    found = [Presided(person, tuple(key for key, *_ in one), why) for (person, why), one in stretches]
    return tuple(one for one in found if one.person != ordinary)


def presided(content: MeetingContent, item_keys: Sequence[str] | None = None) -> tuple[Presided, ...]:
    """Everybody who presided at any of the items, or of the meeting, with hers; empty where the chair led them all."""
    led: dict[tuple[str, str], tuple[str, ...]] = {}
    for key, person, why in _led(content, _held(content, item_keys)):
        led[person, why] = (*led.get((person, why), ()), key)
    if {person for person, _ in led} <= set(_chairs(content)):
        return ()
    return tuple(Presided(person, keys, why) for (person, why), keys in led.items())


def untold(content: MeetingContent, item_keys: Sequence[str] | None = None) -> tuple[str, ...]:
    """The items of which a public version says nothing, nor who led them: with or without anybody disqualified."""
    return tuple(i.key for i in _taken_up(content, item_keys) if i.title == WITHHELD_TITLE)


def _chairs(content: MeetingContent) -> tuple[str, ...]:
    return tuple(who.person for who in content.participants if who.role is Role.CHAIR)


def _held(content: MeetingContent, item_keys: Sequence[str] | None = None) -> list[str]:
    return [i.key for i in _taken_up(content, item_keys) if i.title != WITHHELD_TITLE]


def _taken_up(content: MeetingContent, item_keys: Sequence[str] | None) -> list[ItemContent]:
    items = [content.item(key) for key in course(content).order if item_keys is None or key in item_keys]
    return [i for i in items if is_taken_up(i) and not i.struck]


def _led(content: MeetingContent, keys: Sequence[str]) -> list[tuple[str, str, str]]:
    """Each item that somebody led, with her and why it was she."""
    return [(key, person, _reason(content, key, person)) for key in keys if (person := presiding(content, key))]


def _reason(content: MeetingContent, item_key: str, person: str) -> str:
    """Why somebody was named to lead an item; of two appointments the narrower."""
    way = course(content)
    place = way.place(item_key)
    named_here = [o for o in named(content, Duty.PRESIDE) if o.person == person and place in interval(way, o)]
    return next((o.reason.strip() for o in sorted(named_here, key=lambda o: len(interval(way, o)))), "")
