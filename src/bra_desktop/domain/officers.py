"""Who presides, keeps the minutes and adjusts at each item."""

from __future__ import annotations

from bra_desktop.domain.attendance import is_here, participant, presence, recusal
from bra_desktop.domain.content import MeetingContent, OfficerContent, ParticipantContent, StayContent
from bra_desktop.domain.kinds import Duty
from bra_desktop.domain.preparation import roles_with
from bra_desktop.domain.spans import Course, Overlap, course, ongoing, overlap


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

    Somebody named for a narrower interval goes before one named for a wider; then those whose role it is.
    """
    way = course(content)
    place = way.place(item_key)
    officers = [o for o in named(content, duty) if place in interval(way, o)]
    officers.sort(key=lambda o: len(interval(way, o)))
    chosen = [o.person for o in officers]
    for role in roles_with(content.forum.profile, duty):
        chosen += [p.person for p in content.participants if p.role is role and p.person not in chosen]
    return tuple(chosen)


def presiding(content: MeetingContent, item_key: str) -> str:
    """Who presided when the item was decided or voted on; where nothing was, when it was taken up.

    That is the first choice who was there from its beginning: who comes back while it is dealt with takes over with
    the next item, unless she is named from this one or nobody else is left. Empty for nobody.
    """
    return _first_there(content, Duty.PRESIDE, item_key)


def keeping_minutes(content: MeetingContent, item_key: str) -> str:
    """Who kept the minutes at the item, by the same rule. Empty for nobody."""
    return _first_there(content, Duty.MINUTES, item_key)


def on_duty_now(content: MeetingContent, duty: Duty, item_key: str) -> str:
    """Who has a duty just now, while the item goes on. Empty for nobody in the room."""
    here = [p for p in candidates(content, duty, item_key) if _is_here(content, duty, item_key, p)]
    return _first(content, duty, item_key, here)


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


def adjusting(content: MeetingContent, item_key: str) -> tuple[str, ...]:
    """The adjusters of the item."""
    way = course(content)
    place = way.place(item_key)
    return tuple(dict.fromkeys(o.person for o in named(content, Duty.ADJUST) if place in interval(way, o)))
