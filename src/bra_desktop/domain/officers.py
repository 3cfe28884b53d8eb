"""Who presides, keeps the minutes and adjusts at each item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import time
from itertools import groupby

from bra_desktop.domain.attendance import is_here, participant, presence, recusal
from bra_desktop.domain.content import (
    DecisionContent,
    MeetingContent,
    OfficerContent,
    ParticipantContent,
    StayContent,
)
from bra_desktop.domain.decision_times import bound, decided_with, taken_at
from bra_desktop.domain.kinds import Duty
from bra_desktop.domain.meeting_clock import Moment
from bra_desktop.domain.preparation import roles_with
from bra_desktop.domain.spans import Course, Overlap, course, ongoing, overlap


@dataclass(frozen=True)
class Turn:
    """A part of an item that somebody had a duty for. A time is None where it is the item's own beginning or end."""

    person: str
    from_time: time | None = None
    to_time: time | None = None


def interval(way: Course, officer: OfficerContent) -> range:
    """The places, in the order items were taken up, that the officer's interval covers."""
    start = way.place(officer.from_item) if officer.from_item in way.order else 0
    end = way.place(officer.to_item) if officer.to_item in way.order else len(way.order) - 1
    return range(start, end + 1)


def named(content: MeetingContent, duty: Duty) -> tuple[OfficerContent, ...]:
    """The officers with a duty, in the order in which they were entered."""
    return tuple(officer for officer in content.officers if officer.duty is duty)


def candidates(content: MeetingContent, duty: Duty, item_key: str) -> tuple[str, ...]:
    """Who may have the duty at the item, first choice first.

    Somebody named for a narrower interval goes before one named for a wider, and one whose interval ends with the
    item before one whose begins with it; then those whose role it is.
    """
    way = course(content)
    place = way.place(item_key)
    officers = [o for o in named(content, duty) if place in interval(way, o)]
    handed_over = any(o.to_item == item_key != o.from_item for o in officers)

    def rank(officer: OfficerContent) -> tuple[bool, int]:
        takes_over = handed_over and officer.from_item == item_key != officer.to_item
        return takes_over, len(interval(way, officer))

    officers.sort(key=rank)
    chosen = [o.person for o in officers]
    for role in roles_with(content.forum.profile, duty):
        chosen += [p.person for p in content.participants if p.role is role and p.person not in chosen]
    return tuple(chosen)


def presiding(content: MeetingContent, item_key: str) -> str:
    """Who presided when the item was decided or voted on, of several the last; where nothing was, when it was taken up.

    That is the first choice who was there from its beginning: who comes back while it is dealt with takes over with
    the next item, unless she is named from this one or nobody else is left. Empty for nobody.
    """
    return next((turn.person for turn in reversed(turns(content, Duty.PRESIDE, item_key))), "")


def keeping_minutes(content: MeetingContent, item_key: str) -> str:
    """Who kept the minutes at the item, by the same rule. Empty for nobody."""
    return next((turn.person for turn in reversed(turns(content, Duty.MINUTES, item_key))), "")


def having(content: MeetingContent, duty: Duty, item_key: str) -> tuple[str, ...]:
    """Everybody who had a duty for any part of an item in which something was decided or voted on, each once."""
    return tuple(dict.fromkeys(turn.person for turn in turns(content, duty, item_key)))


def turns(content: MeetingContent, duty: Duty, item_key: str) -> tuple[Turn, ...]:
    """The parts of an item in which something was decided or voted on, with who had a duty then, in their order.

    One who had it for all of that has the whole item, whoever took over afterwards. What nobody knows the time of
    was decided as the item ended.
    """
    item, whole = content.item(item_key), _first_there(content, duty, item_key)
    chain = _chain(content, duty, item_key)
    used = {_place_of(content, item_key, decision, chain, whole) for decision in item.decisions}
    led = [vote.led_by for vote in item.votes if vote.led_by] if duty is Duty.PRESIDE else []
    used |= {next((n for n, one in enumerate(chain) if one.person == person), None) for person in led}
    places = sorted(place for place in used if place is not None)
    had = list(dict.fromkeys(chain[place].person for place in places)) or [whole]
    if len(had) == 1:
        return (Turn(had[0]),) if had[0] else ()
    stretches = [list(own) for _, own in groupby(places, lambda place: chain[place].person)]
    last = len(stretches) - 1
    return tuple(
        Turn(
            chain[own[0]].person,
            chain[own[0]].start.clock if number else None,
            chain[own[-1]].end.clock if number < last else None,
        )
        for number, own in enumerate(stretches)
    )


def on_duty_now(content: MeetingContent, duty: Duty, item_key: str) -> str:
    """Who has a duty just now, while the item goes on. Empty for nobody in the room."""
    here = [p for p in candidates(content, duty, item_key) if _is_here(content, duty, item_key, p)]
    if item_key == ongoing(content):
        end = course(content).span(item_key).end
        leads = next((one.person for one in _chain(content, duty, item_key) if one.end == end), "")
        if leads in here:
            return leads
    return _first(content, duty, item_key, here)


def on_duty_between(content: MeetingContent, duty: Duty) -> str:
    """Who has a duty just now, while no item goes on: who has it for the one to come. Empty for nobody in the room."""
    order = course(content).order
    coming = (key for key in order if content.item(key).opened_at is None and not content.item(key).struck)
    key = next(coming, order[-1] if order else "")
    return on_duty_now(content, duty, key) if key else ""


def _is_here(content: MeetingContent, duty: Duty, item_key: str, person: str) -> bool:
    who = participant(content, person)
    if who is None:
        return _is_unlisted(who, duty)
    return is_here(content, who) and not recusal(content, item_key, person)


def _first_there(content: MeetingContent, duty: Duty, item_key: str) -> str:
    item = content.item(item_key)
    settled = bool(item.decisions or item.votes)
    if not settled and item_key == ongoing(content) and (leads := on_duty_now(content, duty, item_key)):
        return leads
    there: dict[str, Overlap] = {}
    for person in candidates(content, duty, item_key):
        who = participant(content, person)
        much = Overlap.TO_END if _is_unlisted(who, duty) else presence(content, item_key, who) if who else Overlap.NONE
        if much:
            there[person] = much
    to_end = [person for person, much in there.items() if much is Overlap.TO_END]
    return _first(content, duty, item_key, to_end if settled and to_end else list(there))


def _is_unlisted(who: ParticipantContent | None, duty: Duty) -> bool:
    """Some councils do not list their secretary among those present."""
    return who is None and duty is Duty.MINUTES


def _first(content: MeetingContent, duty: Duty, item_key: str, people: list[str]) -> str:
    """The first of them who was there from the item's beginning, else the first."""
    named_here = {o.person for o in named(content, duty) if o.from_item == item_key}
    for person in people:
        who = participant(content, person)
        if who is None or person in named_here or any(_from_its_beginning(content, s, item_key) for s in who.stays):
            return person
    return people[0] if people else ""


def _from_its_beginning(content: MeetingContent, stay: StayContent, item_key: str) -> bool:
    way = course(content)
    span = way.span(item_key)
    if not overlap(content, stay, item_key):
        return False
    return stay.from_time is None or not span.exact or way.moment(stay.from_time) <= span.start


@dataclass(frozen=True)
class _There:
    """A stretch of an item for which somebody was in the room, or had a duty."""

    person: str
    stay: StayContent
    start: Moment
    end: Moment


def _there(content: MeetingContent, duty: Duty, item_key: str) -> Iterator[_There]:
    """When those who may have the duty at an item were in the room for it, first choice first."""
    way, span, place = course(content), course(content).span(item_key), course(content).place(item_key)
    for person in candidates(content, duty, item_key):
        who = participant(content, person)
        if _is_unlisted(who, duty):
            yield _There(person, StayContent(), span.start, span.end)
        if who is None or recusal(content, item_key, person):
            continue
        for stay in who.stays:
            if overlap(content, stay, item_key):
                start = max(bound(way, stay, place, arriving=True) or span.start, span.start)
                left = bound(way, stay, place, arriving=False)
                unknown = stay.partly and stay.to_item == item_key and left is None
                end = span.start if unknown else min(left or span.end, span.end)
                yield _There(person, stay, start, max(start, end))


def _chain(content: MeetingContent, duty: Duty, item_key: str) -> tuple[_There, ...]:
    """Who had a duty after whom while an item went on: each until she left, or one who is named from it came.

    Within a minute in which somebody leaves another may have it for no time by the clock.
    """
    span, there = course(content).span(item_key), list(_there(content, duty, item_key))
    if not span.exact:
        return ()
    named_here = {o.person for o in named(content, duty) if o.from_item == item_key}
    found: list[_There] = []
    gone: list[_There] = []
    at = span.start
    while True:
        here = [one for one in there if one.start <= at <= one.end and one not in gone]
        if not here:
            later = [one.start for one in there if one.start > at]
            if not later:
                return tuple(found)
            at = min(later)
            continue
        leads = next((one for one in here if one.person in named_here or one.start == span.start), here[0])
        before = there[: there.index(leads)]
        called = [one.start for one in before if one.person in named_here and at < one.start < leads.end]
        end = min([leads.end, *called])
        found.append(replace(leads, start=at, end=end))
        if end == span.end and not _left_within(content, leads.stay, item_key):
            return tuple(found)
        if end == leads.end:
            gone.append(leads)
        at = end


def _left_within(content: MeetingContent, stay: StayContent, item_key: str) -> bool:
    """Whether the stay ended by the clock while the item went on, or in the very minute in which it ended."""
    way = course(content)
    left = bound(way, stay, way.place(item_key), arriving=False)
    return left is not None and left <= way.span(item_key).end


def _place_of(
    content: MeetingContent, item_key: str, decision: DecisionContent, chain: Sequence[_There], whole: str
) -> int | None:
    """In which turn an att-sats was taken; without a time, in that of the one who had the whole item.

    Who is said to have been there for it, though it was noted after she had left, had her turn; after a vote that
    she led, that is no more than the vote.
    """
    at = taken_at(content, item_key, decision)
    if at is None:
        return max((n for n, one in enumerate(chain) if one.person == whole), default=None)
    voted = any(vote.led_by for vote in content.item(item_key).votes)
    for place, one in enumerate(chain):
        left = bound(course(content), one.stay, course(content).place(item_key), arriving=False)
        hers = one.start <= at and (at <= one.end or (left == one.end and not voted))
        if hers and decided_with(content, item_key, decision, one.person, one.stay):
            return place
    return None


def adjusting(content: MeetingContent, item_key: str) -> tuple[str, ...]:
    """The adjusters of the item."""
    way = course(content)
    place = way.place(item_key)
    return tuple(dict.fromkeys(o.person for o in named(content, Duty.ADJUST) if place in interval(way, o)))


def adjusting_beside(content: MeetingContent, item_key: str) -> tuple[str, ...]:
    """The adjusters of the item but those who presided at it, who sign it as that: the chair and at least one other
    adjust (kommunallagen 5:69).
    """
    led = having(content, Duty.PRESIDE, item_key)
    return tuple(person for person in adjusting(content, item_key) if person not in led)
