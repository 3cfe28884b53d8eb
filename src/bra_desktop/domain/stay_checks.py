"""What is entered about when somebody came and went, held together: clock times and items may not contradict."""

from __future__ import annotations

from itertools import pairwise

from bra_desktop.domain.clock_gaps import backwards
from bra_desktop.domain.content import ItemContent, MeetingContent, StayContent
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.numbering import in_sentence
from bra_desktop.domain.spans import Course, course
from bra_desktop.domain.swedish_dates import at_clock


def check_stays(content: MeetingContent, name: str, stays: tuple[StayContent, ...], where: str) -> None:
    """Raise UserError for stays that cannot be true: one that ends before it begins, or begins before the one
    before it ended, by the clock, by the items, or by the one against the other.

    Who came before an item began or went after it ended may be said of that item; documents print both so.
    """
    way = course(content)
    for stay in stays:
        wrong = _wrong(content, way, name, stay)
        if wrong:
            raise UserError(f"{wrong} Ändra ett av dem.", where)
    for before, after in pairwise(stays):
        gap = StayContent(before.to_time, after.from_time, before.to_item, after.from_item)
        wrong = _wrong_between(content, way, name, gap)
        if wrong:
            raise UserError(f"{wrong} Ändra ett av dem.", where)


def _wrong(content: MeetingContent, way: Course, name: str, stay: StayContent) -> str:
    came, left = stay.from_time, stay.to_time
    first, last = _item(content, way, stay.from_item), _item(content, way, stay.to_item)
    if came and left and backwards(content, came, left):
        return f"{name} går {at_clock(left)} men kommer först {at_clock(came)}."
    if first and last and way.place(first.key) > way.place(last.key):
        start, end = in_sentence(content.forum, first), in_sentence(content.forum, last)
        return f"{name} är med från och med {start} men bara till och med {end}, som togs upp tidigare."
    for item in (first, last):
        if left and item and _began_after(way, item, stay):
            began = at_clock(item.opened_at) if item.opened_at else ""
            return f"{name} gick {at_clock(left)} men {in_sentence(content.forum, item)} togs upp först {began}."
    if left and first and _is_yet_to_come(content, way, first, stay):
        return f"{name} gick {at_clock(left)} men {in_sentence(content.forum, first)} har inte tagits upp än."
    for item in (last, first):
        if came and item and _ended_before(way, item, stay):
            return f"{name} kom {at_clock(came)} men då var {in_sentence(content.forum, item)} redan slut."
    return ""


def _wrong_between(content: MeetingContent, way: Course, name: str, gap: StayContent) -> str:
    """gap: from when she went to when she came back."""
    went, back = gap.from_time, gap.to_time
    last, first = _item(content, way, gap.from_item), _item(content, way, gap.to_item)
    if went and back and backwards(content, went, back):
        return f"{name} kom tillbaka {at_clock(back)} men gick först {at_clock(went)}."
    if last and first and way.place(last.key) > way.place(first.key):
        what = in_sentence(content.forum, first)
        return f"{name} kom tillbaka i {what} men var kvar till och med {in_sentence(content.forum, last)}."
    if back and last and _began_after(way, last, gap):
        what = in_sentence(content.forum, last)
        return f"{name} kom tillbaka {at_clock(back)} men var kvar till och med {what}, som togs upp senare."
    if went and first and _ended_before(way, first, gap):
        return f"{name} gick {at_clock(went)} men då var {in_sentence(content.forum, first)} redan slut."
    return ""


def _item(content: MeetingContent, way: Course, key: str) -> ItemContent | None:
    return content.item(key) if key in way.order else None


def _began_after(way: Course, item: ItemContent, stay: StayContent) -> bool:
    """Whether the item was taken up after the stretch had ended by the clock."""
    span = way.span(item.key)
    return span.exact and stay.to_time is not None and way.moment(stay.to_time) < span.start


def _is_yet_to_come(content: MeetingContent, way: Course, item: ItemContent, stay: StayContent) -> bool:
    """Whether the meeting goes on, has not come to the item, and had not when the stretch ended by the clock."""
    place = way.place(item.key)
    if content.closed_at is not None or stay.to_time is None or any(span.exact for span in way.spans[place:]):
        return False
    return any(span.exact for span in way.spans[:place]) and way.moment(stay.to_time) < way.spans[place].start


def _ended_before(way: Course, item: ItemContent, stay: StayContent) -> bool:
    """Whether the item was over before the stretch began by the clock."""
    span = way.span(item.key)
    return span.exact and stay.from_time is not None and way.moment(stay.from_time) > span.end
