"""When each item was dealt with by the clock, and which part of a stay falls within it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from enum import IntEnum

from bra_desktop.domain.content import MeetingContent, StayContent
from bra_desktop.domain.meeting_clock import END, Moment, begins, moment, moment_of
from bra_desktop.domain.numbering import sequence


@dataclass(frozen=True)
class Span:
    """When an item was dealt with. ``exact`` is false where its times are taken from its neighbours."""

    start: Moment
    end: Moment
    exact: bool = True


class Overlap(IntEnum):
    """How much of an item a stay covers."""

    NONE = 0
    PART = 1
    TO_END = 2


@dataclass(frozen=True)
class Course:
    """The items in the order they were taken up, with their places and spans, in a meeting that began at a time.

    ``apart`` are those that were ended by their immediate adjustment: what happens as they end comes after them.
    """

    order: tuple[str, ...]
    spans: tuple[Span, ...]
    begins: time
    apart: frozenset[str] = frozenset()

    def moment(self, at: time) -> Moment:
        """When a clock time of the meeting is."""
        return moment_of(self.begins, at)

    def place(self, item_key: str) -> int:
        """The item's place in the order, from 0. Raises ValueError."""
        return self.order.index(item_key)

    def span(self, item_key: str) -> Span:
        """The item's span. Raises ValueError."""
        return self.spans[self.place(item_key)]

    def at(self, clock: time, *, arriving: bool) -> str:
        """The item that went on at a clock time, or between two the one after it; empty for what is only a guess.

        On the boundary of two items an arrival belongs to the later, a departure to the earlier unless that was
        adjusted immediately: its own protocol tells nothing of what came after it.
        """
        when = self.moment(clock)
        candidates = [
            key
            for key, span in zip(self.order, self.spans, strict=True)
            if span.exact and span.start <= when <= span.end and not (key in self.apart and when == span.end)
        ]
        if not candidates:
            return self._after(when)
        return candidates[-1] if arriving else candidates[0]

    def came_in(self, stay: StayContent) -> str:
        """The item in which the stay began; empty for the beginning, and where nobody knows."""
        return stay.from_item or (self.at(stay.from_time, arriving=True) if stay.from_time else "")

    def left_in(self, stay: StayContent) -> str:
        """The item in which the stay ended; empty for the end, and where nobody knows."""
        return stay.to_item or (self.at(stay.to_time, arriving=False) if stay.to_time else "")

    def ended_by(self, when: Moment) -> str:
        """The last item that was over at a moment between two; empty where there is none, or its end is a guess."""
        over = [place for place, span in enumerate(self.spans) if span.exact and span.end <= when]
        if not over:
            return ""
        following = self.spans[over[-1] + 1 : over[-1] + 2]
        return self.order[over[-1]] if all(span.exact and span.start >= when for span in following) else ""

    def _after(self, when: Moment) -> str:
        before = self.ended_by(when)
        return next(iter(self.order[self.place(before) + 1 :]), "") if before else ""


def course(content: MeetingContent) -> Course:
    """The course of a meeting by the clock."""
    # Kept on the frozen value as its own cached properties are: hashing a whole meeting for a cache costs far more.
    known = content.__dict__.get("_course")
    if not isinstance(known, Course):
        known = content.__dict__["_course"] = _course(content)
    return known


def _course(content: MeetingContent) -> Course:
    order = sequence(content)
    begin = moment(content, begins(content))
    close = moment(content, content.closed_at) if content.closed_at else END
    starts = [_when(content, content.item(key).opened_at) for key in order]
    spans: list[Span] = []
    for place, key in enumerate(order):
        following = next((start for start in starts[place + 1 :] if start is not None), None)
        start = starts[place]
        if start is not None:
            ended = _when(content, content.item(key).closed_at)
            end = ended or (following if following and following >= start else close)
            spans.append(Span(start, max(start, end)))
            continue
        before = next((span.end for span in reversed(spans) if span.exact), begin)
        end = following if following and following >= before else max(before, close)
        spans.append(Span(before, end, exact=False))
    apart = frozenset(i.key for i in content.items if i.immediate_adjustment and i.closed_at is not None)
    return Course(order, tuple(spans), begins(content), apart)


def _when(content: MeetingContent, at: time | None) -> Moment | None:
    return None if at is None else moment(content, at)


def overlap(content: MeetingContent, stay: StayContent, item_key: str) -> Overlap:
    """How much of the item the stay covers.

    Where a bound has an item, that says which items are covered, whatever clock time is told beside it; the item
    itself to its end ("t.o.m. § 47" took part in § 47), unless she is said to have left before it was decided. A
    clock time alone is held against the item's span: who left within it was not there to its end. On the boundary of
    two items an arrival counts from the later one and a departure covers the earlier one to its end.
    """
    way = course(content)
    place, span = way.place(item_key), way.span(item_key)
    begins = _begins(way, stay, place, span)
    ends = _ends(way, stay, place, span)
    if not begins or ends is Overlap.NONE:
        return Overlap.NONE
    return ends


def _begins(way: Course, stay: StayContent, place: int, span: Span) -> bool:
    if stay.from_item in way.order:
        return way.place(stay.from_item) <= place
    if stay.from_time is None:
        return True
    came = way.moment(stay.from_time)
    return came < span.end or (came <= span.start and way.order[place] not in way.apart)


def _ends(way: Course, stay: StayContent, place: int, span: Span) -> Overlap:
    left = None if stay.to_time is None else way.moment(stay.to_time)
    if stay.to_item in way.order:
        last = way.place(stay.to_item)
        if place == last and stay.partly:
            return Overlap.PART
        return Overlap.TO_END if place <= last else Overlap.NONE
    if left is None:
        return Overlap.TO_END
    if left > span.start:
        return Overlap.TO_END if not span.exact or left >= span.end else Overlap.PART
    at_a_point = span.start == span.end and left >= span.end
    return Overlap.TO_END if at_a_point and span.end != END else Overlap.NONE


def ongoing(content: MeetingContent) -> str:
    """The key of the item that was taken up and is not over; empty between items and when the meeting is over."""
    known = content.__dict__.get("_ongoing")  # kept as the course is: every row of a screen asks
    if not isinstance(known, str):
        known = content.__dict__["_ongoing"] = _ongoing(content)
    return known


def _ongoing(content: MeetingContent) -> str:
    if content.closed_at is not None:
        return ""
    taken = [
        (moment(content, i.opened_at), i.paragraph or 0, i.key)
        for i in content.items
        if i.opened_at is not None and i.closed_at is None
    ]
    return max(taken, key=lambda one: one[:2])[2] if taken else ""


def latest(content: MeetingContent) -> str:
    """The key of the item that goes on, or of the last that did by the clock; empty before any has been taken up."""
    way = course(content)
    timed = [place for place, span in enumerate(way.spans) if span.exact]
    return ongoing(content) or (way.order[timed[-1]] if timed else "")


def is_here_now(content: MeetingContent, stay: StayContent) -> bool:
    """Whether the stay has no end yet, or lasts to the end of the item that goes on or one after it."""
    if stay.to_time is not None or not stay.to_item:
        return stay.to_time is None
    now, order = ongoing(content), course(content).order
    return bool(now) and stay.to_item in order and order.index(stay.to_item) >= order.index(now)
