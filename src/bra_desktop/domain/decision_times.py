"""When each att-sats of an item was taken, held against when somebody was there."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from bra_desktop.domain.content import DecisionContent, ItemContent, MeetingContent, StayContent
from bra_desktop.domain.meeting_clock import Moment, moment
from bra_desktop.domain.spans import Course, course, overlap


def taken_at(content: MeetingContent, item_key: str, decision: DecisionContent) -> Moment | None:
    """When the att-sats was taken; None where nobody knows, and for a time at which the item did not go on."""
    if decision.decided_at is None or not is_within(content, item_key, decision.decided_at):
        return None
    return moment(content, decision.decided_at)


def is_within(content: MeetingContent, item_key: str, at: time) -> bool:
    """Whether the item went on at a clock time."""
    span = course(content).span(item_key)
    return span.exact and span.start <= moment(content, at) <= span.end


def is_there(content: MeetingContent, stay: StayContent, item_key: str, at: Moment, *, in_its_minute: bool) -> bool:
    """Whether the stay covers a moment at which something was decided in the item.

    ``in_its_minute``: whether somebody who came or went in the very minute was there for it.
    """
    if not overlap(content, stay, item_key):
        return False
    way, place = course(content), course(content).place(item_key)
    came = bound(way, stay, place, arriving=True)
    if came is not None and (came > at or (came == at and not in_its_minute)):
        return False
    left = bound(way, stay, place, arriving=False)
    if stay.to_item == item_key:
        # Who left before anything was decided took part in nothing; who is said to have been there for the item's
        # decision was, though it was noted after she had left.
        if stay.partly:
            return False
        if left is not None and not _decided_by(content, item_key, left):
            return True
    return left is None or left > at or (left == at and in_its_minute)


def bound(way: Course, stay: StayContent, place: int, *, arriving: bool) -> Moment | None:
    """When she came or left by the clock, where that is not told to be in another item (``place`` is this one's);
    None where the item's beginning or end is hers too.
    """
    item, clock = (stay.from_item, stay.from_time) if arriving else (stay.to_item, stay.to_time)
    if clock is None or (item in way.order and way.place(item) != place):
        return None
    return way.moment(clock)


def _decided_by(content: MeetingContent, item_key: str, left: Moment) -> bool:
    """Whether any att-sats of the item had been taken when somebody left."""
    times = (taken_at(content, item_key, decision) for decision in content.item(item_key).decisions)
    return any(at is not None and at <= left for at in times)


def leaving(content: MeetingContent, person: str, stay: StayContent, at: time, item_key: str) -> StayContent:
    """The stay of somebody who leaves now, while an item is dealt with; without one the clock time must tell.

    Once something was decided while she was there, or the item has a vote, she has taken part in it; not in a vote of
    what was decided before she came, unless she voted. Before that she takes no part in its decision, though the next
    item may be taken up in the same minute.
    """
    item = next((one for one in content.items if one.key == item_key), None)
    settled = item is not None and (_has_voted(item, person) or _took_part(content, person, stay, item_key))
    return replace(stay, to_time=at, to_item=item_key, partly=bool(item_key) and not settled)


def _has_voted(item: ItemContent, person: str) -> bool:
    """Whether a vote was taken that nothing has been decided by yet, or that somebody is named in."""
    return any(not item.decisions or any(one.person == person for one in vote.ballots) for vote in item.votes)


def _took_part(content: MeetingContent, person: str, stay: StayContent, item_key: str) -> bool:
    """Whether any att-sats of the item has been taken while somebody was there; one without a time counts."""
    return any(decided_with(content, item_key, one, person, stay) for one in content.item(item_key).decisions)


def decided_with(
    content: MeetingContent, item_key: str, decision: DecisionContent, person: str, stay: StayContent
) -> bool:
    """Whether the att-sats was taken within the person's stay; where nobody knows when, the stay decides nothing."""
    at = taken_at(content, item_key, decision)
    return at is None or is_there(content, stay, item_key, at, in_its_minute=person not in decision.decided_without)
