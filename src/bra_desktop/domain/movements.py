"""Arrivals, departures and recusals as they happened, and on which side of a decision they are told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from bra_desktop.domain.attendance import has_seat, participant, presence
from bra_desktop.domain.content import MeetingContent, ParticipantContent, StayContent
from bra_desktop.domain.decision_times import decided_with, taken_at
from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.domain.meeting_clock import Moment
from bra_desktop.domain.presence import ends_early, starts_late
from bra_desktop.domain.spans import Course, Overlap, course
from bra_desktop.domain.swedish import listing
from bra_desktop.domain.swedish_dates import at_clock


class Movement(StrEnum):
    """What somebody did at an item."""

    ARRIVES = "arrives"
    RETURNS = "returns"
    LEAVES = "leaves"
    RECUSED = "recused"
    BACK_AFTER_RECUSAL = "back_after_recusal"


@dataclass(frozen=True)
class PresenceEvent:
    """An arrival or a departure. ``item`` is where it is printed; ``deciding`` says whether a seat is concerned."""

    movement: Movement
    person: str
    item: str
    at: time | None = None
    deciding: bool = False


def events(content: MeetingContent) -> tuple[PresenceEvent, ...]:
    """Arrivals after the opening, departures before the close and recusals, in order."""
    found = [event for who in content.participants for event in _movements(content, who)]
    for item in content.items:
        for out in item.recusals:
            who = participant(content, out.person)
            seated = bool(who and has_seat(who))
            found.append(PresenceEvent(Movement.RECUSED, out.person, item.key, out.left_at, seated))
            if out.returned_at:
                found.append(PresenceEvent(Movement.BACK_AFTER_RECUSAL, out.person, item.key, out.returned_at, seated))
    way = course(content)
    return tuple(sorted(found, key=lambda e: (way.place(e.item), _when(way, e))))


def _when(way: Course, event: PresenceEvent) -> Moment:
    """Where only the item is known, somebody comes as it begins and leaves as it ends."""
    if event.at is not None:
        return way.moment(event.at)
    span = way.span(event.item)
    return span.end if event.movement is Movement.LEAVES else span.start


def item_events(content: MeetingContent, item_key: str) -> tuple[PresenceEvent, ...]:
    """The events that are printed at an item."""
    return tuple(event for event in events(content) if event.item == item_key)


def before_decision(content: MeetingContent, event: PresenceEvent) -> bool:
    """Whether it is told before what was decided in the item: unless all of that is known to have been decided first.

    Where nobody knows when, so are all arrivals, and those departures that left the decision without the one who
    went, or after which she came back in the same item.
    """
    if event.movement in (Movement.RECUSED, Movement.BACK_AFTER_RECUSAL):
        return False
    decisions, first = content.item(event.item).decisions, decided_before(content, event)
    if decisions and first is not None:
        return len(first) < len(decisions)
    if event.movement is not Movement.LEAVES:
        return True
    who = participant(content, event.person)
    if who is not None and presence(content, event.item, who) is Overlap.PART:
        return True
    of_hers = [e for e in item_events(content, event.item) if e.person == event.person]
    later = of_hers[of_hers.index(event) + 1 :]
    return any(e.movement is Movement.RETURNS for e in later)


def decided_before(content: MeetingContent, event: PresenceEvent) -> tuple[int, ...] | None:
    """Which of the item's decisions (their places, from 0) had been taken; None where nobody knows of each."""
    who = participant(content, event.person)
    stay = _stay_of(content, who, event) if who else None
    if who is None or stay is None:
        return None
    leaves, found = event.movement is Movement.LEAVES, []
    for place, decision in enumerate(content.item(event.item).decisions):
        at = taken_at(content, event.item, decision)
        if at is None:
            return None
        there = [one for one in who.stays if decided_with(content, event.item, decision, who.person, one)]
        came = course(content).moment(stay.from_time) if stay.from_time else None
        # Of who was there for it more than once in its minute, the first time counts.
        earlier = bool(there) and there[0] != stay and who.stays.index(there[0]) < who.stays.index(stay)
        within = stay in there and not earlier
        if earlier or (within and leaves) or (stay not in there and came is not None and came >= at):
            found.append(place)
    return tuple(found)


def _stay_of(content: MeetingContent, who: ParticipantContent, event: PresenceEvent) -> StayContent | None:
    """The stay that begins or ends with the event."""
    way = course(content)
    if event.movement is Movement.LEAVES:
        return next((s for s in who.stays if (s.to_time, way.left_in(s)) == (event.at, event.item)), None)
    return next((s for s in who.stays if (s.from_time, way.came_in(s)) == (event.at, event.item)), None)


def _movements(content: MeetingContent, who: ParticipantContent) -> list[PresenceEvent]:
    way, seated, found = course(content), has_seat(who), []
    for number, stay in enumerate(who.stays):
        arrival = way.came_in(stay)
        if arrival in way.order and (number or starts_late(way, stay)):
            movement = Movement.RETURNS if number else Movement.ARRIVES
            found.append(PresenceEvent(movement, who.person, arrival, stay.from_time, seated))
        departure = way.left_in(stay)
        if departure in way.order and ends_early(content, way, stay):
            found.append(PresenceEvent(Movement.LEAVES, who.person, departure, stay.to_time, seated))
    return found


def event_words(content: MeetingContent, event: PresenceEvent) -> str:
    """The event as a sentence of the protocol: ”Jonas Ek kommer kl. 10.20.”

    Between two decisions of the item it says which had been taken: ”Jonas Ek kommer kl. 10.20, efter att-sats 1.”
    """
    name = content.person(event.person).name
    when = f" {at_clock(event.at)}" if event.at else ""
    when += _between_words(content, event)
    match event.movement:
        case Movement.ARRIVES:
            return f"{name} kommer{when}."
        case Movement.RETURNS:
            return f"{name} är åter närvarande{when}."
        case Movement.LEAVES:
            notes = content.forum.profile is DocumentProfile.NOTES
            return f"{name} lämnar {'mötet' if notes else 'sammanträdet'}{when}."
        case Movement.RECUSED:
            return f"{name} anmäler jäv, deltar inte och lämnar rummet{when}."
        case Movement.BACK_AFTER_RECUSAL:
            return f"{name} är åter närvarande{when}, när ärendet är avgjort."


def _between_words(content: MeetingContent, event: PresenceEvent) -> str:
    if content.forum.profile is DocumentProfile.NOTES or event.movement in (
        Movement.RECUSED,
        Movement.BACK_AFTER_RECUSAL,
    ):
        return ""
    first = decided_before(content, event)
    if not first or len(first) == len(content.item(event.item).decisions):
        return ""
    return f", efter att-sats {listing(str(place + 1) for place in first)}"
