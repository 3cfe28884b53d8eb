"""Who presided where, as the papers tell it when it was not the ordinary chair all through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from bra_desktop.domain.confidentiality import WITHHELD_TITLE
from bra_desktop.domain.content import ItemContent, MeetingContent
from bra_desktop.domain.kinds import Duty, Role
from bra_desktop.domain.numbering import is_taken_up, labels
from bra_desktop.domain.officers import Turn, interval, named, turns
from bra_desktop.domain.spans import course
from bra_desktop.domain.swedish import listing
from bra_desktop.domain.swedish_dates import at_clock, clock_range


@dataclass(frozen=True)
class Presided:
    """A person with the parts of items at which she presided, by the items' keys, and why it was she, if it is noted.

    A part without times is the whole item.
    """

    person: str
    parts: tuple[tuple[str, Turn], ...]
    reason: str = ""

    @property
    def items(self) -> tuple[str, ...]:
        """The keys of the items, each once."""
        return tuple(dict.fromkeys(key for key, _ in self.parts))

    @property
    def hours(self) -> str:
        """When she presided within an only item; empty for all of it."""
        return _hours([turn for _, turn in self.parts])


def where_words(content: MeetingContent, one: Presided) -> str:
    """The items at which somebody presided, with the clock where it was a part: § 46 t.o.m. kl. 16.35 och § 48."""
    said = []
    for whole, own in groupby(one.items, lambda key: not _hours(_turns_of(one, key))):
        keys = list(own)
        within = (f"{labels(content, [key])} {_hours(_turns_of(one, key))}" for key in keys)
        said += [labels(content, keys)] if whole else list(within)
    return listing(said)


def _turns_of(one: Presided, item_key: str) -> list[Turn]:
    return [turn for key, turn in one.parts if key == item_key]


def _hours(own: Sequence[Turn]) -> str:
    said = []
    for turn in own:
        if turn.from_time and turn.to_time:
            said.append(clock_range(turn.from_time, turn.to_time))
        elif turn.from_time or turn.to_time:
            bound, at = ("fr.o.m.", turn.from_time) if turn.from_time else ("t.o.m.", turn.to_time)
            said.append(f"{bound} {at_clock(at)}" if at else "")
    return listing(said)


def stand_ins(content: MeetingContent) -> tuple[Presided, ...]:
    """Each unbroken stretch of items at which another than the ordinary chair presided, in the order of the meeting.

    The ordinary chair is the one with that role, or if she led nothing the one who led the first item. What is removed
    from a public version is passed over, since who led it tells who was disqualified there. What was struck counts with
    the rest, as in :func:`presided`, but makes no stretch by itself.
    """
    led = _led(content, _held(content))
    people = {turn.person for _, turn, _ in led}
    ordinary = next((p for p in _chairs(content) if p in people), led[0][1].person if led else "")
    stretches = groupby(led, lambda one: (one[1].person, one[2]))
    found = [Presided(person, tuple(part[:2] for part in parts), why) for (person, why), parts in stretches]
    dealt_with = {item.key for item in content.items if not item.struck}
    return tuple(one for one in found if one.person != ordinary and not dealt_with.isdisjoint(one.items))


def presided(content: MeetingContent, item_keys: Sequence[str] | None = None) -> tuple[Presided, ...]:
    """Everybody who presided at any of the items, or of the meeting, with hers; empty where the chair led them all.

    What was struck counts with the rest: the one who presided signs that it was.
    """
    led: dict[tuple[str, str], tuple[tuple[str, Turn], ...]] = {}
    for key, turn, why in _led(content, _held(content, item_keys)):
        led[turn.person, why] = (*led.get((turn.person, why), ()), (key, turn))
    if {person for person, _ in led} <= set(_chairs(content)):
        return ()
    return tuple(Presided(person, parts, why) for (person, why), parts in led.items())


def untold(content: MeetingContent, item_keys: Sequence[str] | None = None) -> tuple[str, ...]:
    """The items of which a public version says nothing, nor who led them: with or without anybody disqualified."""
    return tuple(i.key for i in _taken_up(content, item_keys) if i.title == WITHHELD_TITLE)


def _chairs(content: MeetingContent) -> tuple[str, ...]:
    return tuple(who.person for who in content.participants if who.role is Role.CHAIR)


def _held(content: MeetingContent, item_keys: Sequence[str] | None = None) -> list[str]:
    return [i.key for i in _taken_up(content, item_keys) if i.title != WITHHELD_TITLE]


def _taken_up(content: MeetingContent, item_keys: Sequence[str] | None) -> list[ItemContent]:
    items = [content.item(key) for key in course(content).order if item_keys is None or key in item_keys]
    return [i for i in items if is_taken_up(i)]


def _led(content: MeetingContent, keys: Sequence[str]) -> list[tuple[str, Turn, str]]:
    """Each part of an item that somebody led, and why it was she."""
    return [
        (key, turn, _reason(content, key, turn.person)) for key in keys for turn in turns(content, Duty.PRESIDE, key)
    ]


def _reason(content: MeetingContent, item_key: str, person: str) -> str:
    """Why somebody was named to lead an item; of two appointments the narrower."""
    way = course(content)
    place = way.place(item_key)
    named_here = [o for o in named(content, Duty.PRESIDE) if o.person == person and place in interval(way, o)]
    return next((o.reason.strip() for o in sorted(named_here, key=lambda o: len(interval(way, o)))), "")
