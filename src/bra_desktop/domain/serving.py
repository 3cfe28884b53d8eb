"""When a substitute serves: while she is there and nobody who holds the seat is (kommunallagen 5:17–21).

Nothing of it is entered but the seat. When its holder comes back the substitute stays present, and serves no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import time

from bra_desktop.domain.attendance import Served, covers, presence, seat_of, served, served_when, services
from bra_desktop.domain.content import MeetingContent, ParticipantContent, ServiceContent, StayContent
from bra_desktop.domain.decision_times import decided_with, taken_at
from bra_desktop.domain.errors import Missing
from bra_desktop.domain.kinds import Capacity, DocumentProfile
from bra_desktop.domain.meeting_clock import END, Moment
from bra_desktop.domain.numbering import is_taken_up, labels
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
    return tuple(stretch for one in services(who) for stretch in stretches_of(content, who, one))


def stretches_of(content: MeetingContent, who: ParticipantContent, service: ServiceContent) -> tuple[StayContent, ...]:
    """The stretches in which a substitute serves the seat that she is put in."""
    way, found = course(content), list(who.stays)
    if service.from_item in way.order or service.to_item in way.order:
        bounds = StayContent(from_item=service.from_item, to_item=service.to_item)
        found = [both for stay in found if (both := _both(way, stay, bounds))]
    for other in content.participants:
        if other.capacity is Capacity.MEMBER and other.stays and seat_of(content, other, "") == service.seat:
            away = tuple(_away(content, other))
            found = [both for stay in found for gap in away if (both := _both(way, stay, gap))]
    items = dict.fromkeys((*_stood_in(content, who, service, found), *_decided_in(content, who, service, found)))
    stood_in = [StayContent(from_item=key, to_item=key) for key in items]
    return (*found, *stood_in)


def is_idle(content: MeetingContent, who: ParticipantContent, service: ServiceContent) -> bool:
    """Whether a substitute who was there never served a seat that she is put in."""
    return bool(who.stays) and not stretches_of(content, who, service)


def _was_taken_back(content: MeetingContent, service: ServiceContent) -> bool:
    """Whether the seat's holder came, or came back, in the item from which a substitute was put in it, or after it."""
    way = course(content)
    first = way.place(service.from_item) if service.from_item in way.order else 0
    return any(
        (came := way.came_in(stay)) in way.order and way.place(came) >= first
        for other in content.participants
        if other.capacity is Capacity.MEMBER and seat_of(content, other, "") == service.seat
        for stay in other.stays
    )


def never_served(content: MeetingContent, who: ParticipantContent) -> bool:
    """Whether a substitute who was there is put in a seat that was never hers to serve, and not by its holder's coming
    back to it since she was put there.
    """
    return any(is_idle(content, who, one) and not _was_taken_back(content, one) for one in services(who))


def two_on_a_seat(content: MeetingContent) -> tuple[Missing, ...]:
    """Those who are on one seat in the same items, where it has one voice: of several the first is counted.

    Substitutes who are put in the same seat, while nobody who holds it is there; in a nämnd its holders, too.
    """
    found: dict[tuple[str, ...], list[str]] = {}
    for item in content.items:
        if is_taken_up(item) and not item.struck:
            for several in _claims(content, item.key):
                found.setdefault(several, []).append(item.key)
    return tuple(
        Missing(_claim_words(content, several, keys), f"participants/{several[-1]}") for several, keys in found.items()
    )


def _claims(content: MeetingContent, item_key: str) -> Iterator[tuple[str, ...]]:
    """The people on each seat that more than one would serve in the item."""
    by_seat: dict[str, list[ParticipantContent]] = {}
    for who in content.participants:
        if presence(content, item_key, who) is Overlap.TO_END and (seat := seat_of(content, who, item_key)):
            by_seat.setdefault(seat, []).append(who)
    for there in by_seat.values():
        holders = [who for who in there if who.capacity is Capacity.MEMBER]
        claim = holders if content.forum.profile is DocumentProfile.FORMAL else holders[:1]
        if len(people := claim or there) > 1:
            yield tuple(who.person for who in people)


def _claim_words(content: MeetingContent, people: tuple[str, ...], item_keys: Iterable[str]) -> str:
    names, where = listing(content.person(one).name for one in people), labels(content, item_keys)
    first = next(who for who in content.participants if who.person == people[0])
    if first.capacity is Capacity.MEMBER:
        return f"{names} har samma plats och är båda med i {where}, men platsen har en röst. Rätta under Närvaro."
    return (
        f"{names} är satta att tjänstgöra på samma plats i {where}, men platsen har en röst. "
        "Rätta under Närvaro vem som tjänstgör och när."
    )


def service_words(
    content: MeetingContent, who: ParticipantContent, service: ServiceContent, *, beside: bool = True
) -> str:
    """When a substitute served a seat, as a document prints it after her name; empty for the whole meeting.

    A stretch that she did not begin by coming began as the holder left, and its beginning is always told.
    Who was also there without serving has that ``beside``, in brackets: ”§ 45 (närvarande hela tiden)”.
    """
    there, stretches = presence_words(content, who.person), stretches_of(content, who, service)
    if stretches == who.stays:
        return there
    came = {_beginning(stay) for stay in (*who.stays, StayContent())}
    told = (stretch_words(content, one, begun=_beginning(one) not in came) for one in stretches)
    words = listing(part for part in told if part)
    if words == there or not beside:
        return words
    return f"{words} (närvarande {there or 'hela tiden'})" if words else there


def _beginning(stay: StayContent) -> tuple[time | None, str]:
    return stay.from_time, stay.from_item


def _stood_in(
    content: MeetingContent, who: ParticipantContent, service: ServiceContent, stretches: Iterable[StayContent]
) -> Iterator[str]:
    """The items at which the holder was there but disqualified."""
    stretches, way = tuple(stretches), course(content)
    members = (p for p in content.participants if p.capacity is Capacity.MEMBER)
    holders = {p.person for p in members if seat_of(content, p, "") == service.seat}
    for item in content.items:
        if item.key not in way.order or not covers(way, service, item.key):
            continue
        if not any(out.person in holders for out in item.recusals):
            continue
        serves = any(one.person == who.person for one in served(content, item.key))
        if serves and not any(overlap(content, stretch, item.key) is Overlap.TO_END for stretch in stretches):
            yield item.key


def _decided_in(
    content: MeetingContent, who: ParticipantContent, service: ServiceContent, stretches: Iterable[StayContent]
) -> Iterator[str]:
    """The items where she took the seat's part in a decision within the one minute that the holder was away."""
    stretches, way = tuple(stretches), course(content)
    for item in content.items:
        if item.key not in way.order or not covers(way, service, item.key):
            continue
        if any(overlap(content, stretch, item.key) for stretch in stretches):
            continue
        timed = (one for one in item.decisions if taken_at(content, item.key, one) is not None)
        if any(Served(service.seat, who.person, True) in served_when(content, item.key, one) for one in timed):
            yield item.key


def _away(content: MeetingContent, holder: ParticipantContent) -> Iterator[StayContent]:
    """Between somebody's stays, before the first and after the last.

    An item in which something was decided without her after she had left, or before she came, is one she was away in.
    """
    way, since = course(content), StayContent()
    for stay in holder.stays:
        known = stay.from_item in way.order
        place = way.place(stay.from_item) - (not _decided_without(content, holder, stay, left=False)) if known else -1
        before = way.order[place] if place >= 0 else ""
        late = stay.from_time is not None and (
            since != StayContent() or way.moment(stay.from_time) > way.moment(way.begins)
        )
        if late or before:
            yield replace(since, to_time=stay.from_time, to_item=before)
        whole = not stay.partly and not _decided_without(content, holder, stay, left=True)
        place = way.place(stay.to_item) + whole if stay.to_item in way.order else len(way.order)
        after = way.order[place] if place < len(way.order) else ""
        if stay.to_time is None and not after:
            return
        since = StayContent(from_time=stay.to_time, from_item=after)
    yield since


def _decided_without(content: MeetingContent, holder: ParticipantContent, stay: StayContent, *, left: bool) -> bool:
    """Whether anything is known to have been decided, while she was away, in the item in which somebody came or left
    by the clock: before she came, or after she had left.
    """
    key, clock = (stay.to_item, stay.to_time) if left else (stay.from_item, stay.from_time)
    item = next((one for one in content.items if one.key == key), None)
    if item is None or clock is None:
        return False
    at = course(content).moment(clock)
    for one in item.decisions:
        taken = taken_at(content, key, one)
        beside = taken is not None and (taken >= at if left else taken <= at)
        if beside and not any(decided_with(content, key, one, holder.person, other) for other in holder.stays):
            return True
    return False


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
    if not by_item and not _ends_before(way, found):
        return found
    began, ended = _start(way, found)[0], _end(way, found)[0]
    return StayContent(found.from_time or began.clock, None if ended == END else ended.clock, mode=stay.mode)


def _ends_before(way: Course, found: StayContent) -> bool:
    """Whether a stretch ended by the clock before the item from which it is said to be began."""
    if found.from_item not in way.order or found.to_time is None:
        return False
    return way.moment(found.to_time) <= way.span(found.from_item).start


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
