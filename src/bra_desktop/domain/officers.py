"""Who presides, keeps the minutes and adjusts at each item."""

from __future__ import annotations

from bra_desktop.domain.attendance import participant, presence
from bra_desktop.domain.content import MeetingContent, OfficerContent
from bra_desktop.domain.kinds import Duty
from bra_desktop.domain.preparation import roles_with
from bra_desktop.domain.spans import Course, course


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
    """Who presides at the item: the first choice who is there and not disqualified. Empty for nobody."""
    return _first_there(content, Duty.PRESIDE, item_key)


def keeping_minutes(content: MeetingContent, item_key: str) -> str:
    """Who keeps the minutes at the item. Empty for nobody."""
    return _first_there(content, Duty.MINUTES, item_key)


def _first_there(content: MeetingContent, duty: Duty, item_key: str) -> str:
    for person in candidates(content, duty, item_key):
        who = participant(content, person)
        # Some councils do not list their secretary among those present.
        if presence(content, item_key, who) if who else duty is Duty.MINUTES:
            return person
    return ""


def adjusting(content: MeetingContent, item_key: str) -> tuple[str, ...]:
    """The adjusters of the item."""
    way = course(content)
    place = way.place(item_key)
    return tuple(dict.fromkeys(o.person for o in named(content, Duty.ADJUST) if place in interval(way, o)))
