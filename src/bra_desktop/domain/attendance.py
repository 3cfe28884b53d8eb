"""Who is present, who takes part in the decision, and which seats are served, at each item.

Nothing here is typed by anybody: it follows from the stays, the recusals and the seats.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from bra_desktop.domain.content import (
    DecisionContent,
    MeetingContent,
    ParticipantContent,
    RecusalContent,
    SeatContent,
    ServiceContent,
)
from bra_desktop.domain.decision_times import is_there, taken_at
from bra_desktop.domain.kinds import Capacity
from bra_desktop.domain.spans import Course, Overlap, course, is_here_now, ongoing, overlap


@dataclass(frozen=True)
class Served:
    """A seat with the one who serves it at an item."""

    seat: str
    person: str
    substitute: bool = False


def participant(content: MeetingContent, person: str) -> ParticipantContent | None:
    """The participant's row of a person, or None for somebody who was not called and did not come."""
    return next((p for p in content.participants if p.person == person), None)


def was_present(who: ParticipantContent) -> bool:
    """Whether the participant came at all."""
    return bool(who.stays)


def recusal(content: MeetingContent, item_key: str, person: str) -> RecusalContent | None:
    """The person's recusal at the item, if any."""
    return next((r for r in content.item(item_key).recusals if r.person == person), None)


def presence(content: MeetingContent, item_key: str, who: ParticipantContent) -> Overlap:
    """How much of the item the participant was there for. Who is disqualified is out of the room for the item."""
    if recusal(content, item_key, who.person):
        return Overlap.NONE
    return max((overlap(content, stay, item_key) for stay in who.stays), default=Overlap.NONE)


def present(content: MeetingContent, item_key: str) -> tuple[str, ...]:
    """The people who were in the room for at least a part of the item, in the order of the list."""
    return tuple(p.person for p in content.participants if presence(content, item_key, p))


def seats(content: MeetingContent) -> tuple[SeatContent, ...]:
    """Every seat of the forum, vacant ones too; a member who is named without a seat counts as one of her own."""
    known: tuple[SeatContent, ...] | None = content.__dict__.get("_all_seats")  # kept as the course is
    if known is None:
        known = content.__dict__["_all_seats"] = _seats(content)
    return known


def _seats(content: MeetingContent) -> tuple[SeatContent, ...]:
    own = [
        SeatContent(key=f"person:{p.person}", holders=(p.person,))
        for p in content.participants
        if p.capacity is Capacity.MEMBER and not _named_seat(content, p)
    ]
    return (*content.seats, *own)


def services(who: ParticipantContent) -> tuple[ServiceContent, ...]:
    """The seats that a substitute is put in, in the order of the meeting; empty for everybody else."""
    if who.capacity is not Capacity.SUBSTITUTE:
        return ()
    return who.services or ((ServiceContent(who.serves_for),) if who.serves_for else ())


def has_seat(who: ParticipantContent) -> bool:
    """Whether somebody holds a seat, or is put in one at any time."""
    return who.capacity is Capacity.MEMBER or bool(services(who))


def seat_of(content: MeetingContent, who: ParticipantContent, item_key: str) -> str:
    """The seat that a member holds, or that a substitute is put in at the item; empty for those who only deliberate.

    An item that has not been taken up, or none, is after those that have.
    """
    if who.capacity is Capacity.MEMBER:
        return _named_seat(content, who) or f"person:{who.person}"
    way = course(content)
    return next((one.seat for one in services(who) if covers(way, one, item_key)), "")


def covers(way: Course, service: ServiceContent, item_key: str) -> bool:
    """Whether the item lies within the service."""
    after_all = len(way.order)
    place = way.place(item_key) if item_key in way.order else after_all
    first = way.place(service.from_item) if service.from_item in way.order else after_all if service.from_item else 0
    last = way.place(service.to_item) if service.to_item in way.order else after_all
    return first <= place <= last


def _named_seat(content: MeetingContent, who: ParticipantContent) -> str:
    if any(seat.key == who.seat for seat in content.seats):
        return who.seat
    return next((seat.key for seat in content.seats if who.person in seat.holders), "")


def served(content: MeetingContent, item_key: str) -> tuple[Served, ...]:
    """Each served seat and who serves it when the item is decided.

    A seat has one voice: its holder (of two who share it the first who is there), else a substitute who serves for
    it. Who left before the item ended, or is disqualified, does not take part in the decision.
    """
    staying = [p for p in content.participants if presence(content, item_key, p) is Overlap.TO_END]
    return _serving(content, staying, item_key)


def served_when(content: MeetingContent, item_key: str, decision: DecisionContent) -> tuple[Served, ...]:
    """Each served seat when one att-sats of the item was taken; where nobody knows when, as the item was decided."""
    at = taken_at(content, item_key, decision)
    if at is None:
        return served(content, item_key)
    out = {one.person for one in content.item(item_key).recusals}
    there = [
        who
        for who in content.participants
        if who.person not in out
        and any(
            is_there(content, stay, item_key, at, in_its_minute=who.person not in decision.decided_without)
            for stay in who.stays
        )
    ]
    return _serving(content, there, item_key)


def served_now(content: MeetingContent) -> tuple[Served, ...]:
    """The seats served by those who have come and not left: the live meeting's head count.

    Who is disqualified at the item that goes on is out of the room and serves no seat.
    """
    going_on = ongoing(content)
    here = [p for p in content.participants if is_here(content, p)]
    return _serving(content, [p for p in here if not (going_on and recusal(content, going_on, p.person))], going_on)


def is_here(content: MeetingContent, who: ParticipantContent) -> bool:
    """Whether the participant has come and not left, for the item that goes on if one does."""
    return any(is_here_now(content, stay) for stay in who.stays)


def _serving(content: MeetingContent, there: list[ParticipantContent], item_key: str) -> tuple[Served, ...]:
    first: dict[str, ParticipantContent] = {}
    for who in sorted(there, key=lambda p: p.capacity is Capacity.SUBSTITUTE):
        first.setdefault(seat_of(content, who, item_key), who)
    return tuple(
        Served(seat.key, first[seat.key].person, first[seat.key].capacity is Capacity.SUBSTITUTE)
        for seat in seats(content)
        if seat.key in first
    )


def deciding(content: MeetingContent, item_key: str) -> tuple[str, ...]:
    """Those who take part in any of the item's decisions, in the order of the list of participants.

    While it goes on those who serve a seat now may take part in the next.
    """
    serving = {s.person for s in served(content, item_key)}
    for decision in content.item(item_key).decisions:
        if taken_at(content, item_key, decision) is not None:
            serving |= {s.person for s in served_when(content, item_key, decision)}
    if item_key == ongoing(content):
        serving |= {s.person for s in served_now(content)}
    return tuple(p.person for p in content.participants if p.person in serving)


def items_present(content: MeetingContent, person: str) -> tuple[str, ...]:
    """The items, in the order they were taken up, for which the person was there."""
    who = participant(content, person)
    return tuple(key for key in course(content).order if who and presence(content, key, who))


def left_at(content: MeetingContent, item_key: str, person: str) -> time | None:
    """When somebody who did not take part in the item's decision had left; None if she was never there before."""
    who = participant(content, person)
    if who is None:
        return None
    way = course(content)
    span = way.span(item_key)
    ends = [stay.to_time for stay in who.stays if stay.to_time is not None and way.moment(stay.to_time) < span.end]
    return max(ends, key=way.moment, default=None)
