"""When a substitute serves: while she is there and nobody who holds the seat is (kommunallagen 5:17–21).

Nothing of it is entered but the seat. When its holder comes back the substitute stays present, and serves no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import time

from bra_desktop.domain.attendance import seat_of, served
from bra_desktop.domain.content import MeetingContent, ParticipantContent, StayContent
from bra_desktop.domain.kinds import Capacity
from bra_desktop.domain.meeting_clock import END, Moment
from bra_desktop.domain.presence import presence_words, stretch_words
from bra_desktop.domain.spans import Course, Overlap, course, overlap
from bra_desktop.domain.swedish import listing

Bound = tuple[Moment, int]
BEFORE = Moment(0, time.min)
"""Before everything that can happen at a meeting."""


def service(content: MeetingContent, who: ParticipantContent) -> tuple[StayContent, ...]:
    """The stretches in which a substitute serves: by the clock and by items, as stays are.

    Empty for somebody who is no substitute, who serves for nobody, or whose seat had its holder all the time.
    """
    if who.capacity is not Capacity.SUBSTITUTE or not who.serves_for:
        return ()
    way, found = course(content), list(who.stays)
    for other in content.participants:
        if other.capacity is Capacity.MEMBER and other.stays and seat_of(content, other) == who.serves_for:
            away = tuple(_away(way, other.stays))
            found = [both for stay in found for gap in away if (both := _both(way, stay, gap))]
    stood_in = [StayContent(from_item=key, to_item=key) for key in _stood_in(content, who, found)]
    return (*found, *stood_in)


def service_words(content: MeetingContent, person: ParticipantContent) -> str:
    """When a substitute served, as a document prints it after her name; empty for the whole meeting.

    A stretch that she did not begin by coming began as the holder left, and its beginning is always told.
    Who was also there without serving has that in brackets: ”§ 45 (närvarande hela tiden)”.
    """
    there, stretches = presence_words(content, person.person), service(content, person)
    if stretches == person.stays:
        return there
    came = {_beginning(stay) for stay in (*person.stays, StayContent())}
    told = (stretch_words(content, one, begun=_beginning(one) not in came) for one in stretches)
    words = listing(part for part in told if part)
    if words == there:
        return words
    return f"{words} (närvarande {there or 'hela tiden'})" if words else there


def _beginning(stay: StayContent) -> tuple[time | None, str]:
    return stay.from_time, stay.from_item


def _stood_in(content: MeetingContent, who: ParticipantContent, stretches: Iterable[StayContent]) -> Iterator[str]:
    """The items at which the holder was there but disqualified."""
    stretches = tuple(stretches)
    holders = {p.person for p in content.participants if p is not who and seat_of(content, p) == who.serves_for}
    for item in content.items:
        if item.key not in course(content).order or not any(out.person in holders for out in item.recusals):
            continue
        serves = any(one.person == who.person for one in served(content, item.key))
        if serves and not any(overlap(content, stretch, item.key) is Overlap.TO_END for stretch in stretches):
            yield item.key


def _away(way: Course, stays: tuple[StayContent, ...]) -> Iterator[StayContent]:
    """Between somebody's stays, before the first and after the last."""
    since = StayContent()
    for stay in stays:
        known = stay.from_item in way.order
        before = way.order[way.place(stay.from_item) - 1] if known and way.place(stay.from_item) else ""
        late = stay.from_time is not None and (
            since != StayContent() or way.moment(stay.from_time) > way.moment(way.begins)
        )
        if late or before:
            yield replace(since, to_time=stay.from_time, to_item=before)
        place = way.place(stay.to_item) + (not stay.partly) if stay.to_item in way.order else len(way.order)
        after = way.order[place] if place < len(way.order) else ""
        if stay.to_time is None and not after:
            return
        since = StayContent(from_time=stay.to_time, from_item=after)
    yield since


def _both(way: Course, stay: StayContent, gap: StayContent) -> StayContent | None:
    """What two stretches have in common; None for nothing."""
    first = max(stay, gap, key=lambda one: _start(way, one))
    last = min(stay, gap, key=lambda one: _end(way, one))
    found = replace(last, from_time=first.from_time, from_item=first.from_item, mode=stay.mode)
    by_item = found.from_item in way.order and found.to_item in way.order
    if by_item and way.place(found.from_item) <= way.place(found.to_item):
        return found
    if _start(way, found)[0] >= _end(way, found)[0]:
        return None
    # Who served only within an item served to the end of none: the clock times tell it.
    return replace(found, from_item="", to_item="", partly=False) if by_item else found


def _start(way: Course, stay: StayContent) -> Bound:
    known = stay.from_item in way.order
    place = way.place(stay.from_item) if known else -1
    if stay.from_time is not None:
        return way.moment(stay.from_time), place
    return (way.spans[place].start if known else BEFORE), place


def _end(way: Course, stay: StayContent) -> Bound:
    known = stay.to_item in way.order
    place = way.place(stay.to_item) if known else len(way.order)
    if stay.to_time is not None:
        return way.moment(stay.to_time), place
    return (way.spans[place].end if known else END), place
