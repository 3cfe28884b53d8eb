"""Presence in words, and who is listed as absent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import time
from enum import StrEnum
from itertools import zip_longest

from bra_desktop.domain.attendance import items_present, participant, seat_of, services
from bra_desktop.domain.content import MeetingContent, ParticipantContent, StayContent
from bra_desktop.domain.decision_times import decided_with, taken_at
from bra_desktop.domain.kinds import Capacity, Mode
from bra_desktop.domain.numbering import is_taken_up, labels
from bra_desktop.domain.spans import Course, Overlap, course, overlap
from bra_desktop.domain.swedish import DASH, listing
from bra_desktop.domain.swedish_dates import at_clock, clock


def presence_words(content: MeetingContent, person: str) -> str:
    """What a document prints after the name of somebody who was not there all the time.

    ”t.o.m. kl. 11.42, § 47”, for who left before that was decided ”t.o.m. kl. 11.42 i § 47”, for who came back
    in it ”t.o.m. kl. 11.42 och fr.o.m. kl. 11.45, § 47”, ”fr.o.m. kl. 10.20, § 41”, ”§§ 38–44”, ”på distans”,
    ”ej § 45 på grund av jäv”.
    Empty for the whole meeting on site, and for those who never came.
    """
    who = participant(content, person)
    if who is None or not who.stays:
        return ""
    way, back = course(content), False
    stays: list[str] = []
    for stay, following in zip_longest(who.stays, who.stays[1:]):
        again = bool(stay.to_time and following and following.from_time) and way.left_in(stay) == way.came_in(following)
        words = stretch_words(content, stay, person=person, again=again, back=back)
        stays, back = [*stays, *([words] if words else [])], again
    parts = [listing(stays)] if stays else []
    recused = [i.key for i in content.items if any(r.person == person for r in i.recusals)]
    if recused:
        parts.append(f"ej {labels(content, recused)} på grund av jäv")
    return _with_mode(who, ", ".join(parts))


def full_presence_words(content: MeetingContent, person: str) -> str:
    """As :func:`presence_words`, with the items also of who was there all the time: §§ 1–5, §§ 1–5, på distans."""
    who, words = participant(content, person), presence_words(content, person)
    how = _mode_words(stay.mode for stay in who.stays) if who else ""
    return words if words != how else ", ".join(filter(None, (items_words(content, person), how)))


def _with_mode(who: ParticipantContent, words: str) -> str:
    how = _mode_words(stay.mode for stay in who.stays)
    return f"{words} ({how})" if words and how else words or how


def remote_words(content: MeetingContent, who: ParticipantContent, item_keys: Iterable[str]) -> str:
    """På distans, or delvis på distans, of those items (keys) that somebody was there for; empty for on site."""
    return _mode_words(stay.mode for key in item_keys for stay in who.stays if overlap(content, stay, key))


def _mode_words(modes: Iterable[Mode]) -> str:
    there = set(modes)
    if Mode.REMOTE not in there:
        return ""
    return "på distans" if there == {Mode.REMOTE} else "delvis på distans"


def stretch_words(
    content: MeetingContent,
    stay: StayContent,
    *,
    begun: bool = False,
    person: str = "",
    again: bool = False,
    back: bool = False,
) -> str:
    """One stretch of presence: ”fr.o.m. kl. 10.20, § 41”; empty for the whole meeting.

    Who came when all of an item had been decided is told from the next one, in whose decision she takes part.

    begun: whether it is known to have begun in the meeting, wherever its time lies beside the noted opening. person:
    whose it is, to tell apart what was decided in the minute in which she came or left. again: whether she came back
    in the item in which it ended, which is told then. back: whether the one before ended in the item of this one.
    """
    way = course(content)
    if stay.partly and stay.to_time is None and stay.to_item in way.order:
        return _partly_words(content, way, stay, begun=begun)
    first, last = begun or starts_late(way, stay), ends_early(content, way, stay) or stay.partly
    by_items = stay.from_time is None and stay.to_time is None
    if by_items and stay.to_item in way.order and (first or last):
        start = way.place(stay.from_item) if stay.from_item in way.order else 0
        return labels(content, way.order[start : way.place(stay.to_item) + 1])
    if first and last and stay.from_time and stay.to_time and (within := _within(way, stay)) is not None:
        until = f"{DASH}{clock(stay.to_time)}" if stay.to_time != stay.from_time else ""
        told = () if again else within
        return _within_items(content, stay, f"{at_clock(stay.from_time)}{until}", told, person)
    parts = []
    if first:
        item = _first_item(way, stay) or (way.at(stay.from_time, arriving=True) if stay.from_time else "")
        item = item if back else _first_shared(content, way, stay, item, person)
        parts.append(f"fr.o.m. {_bound(content, stay, stay.from_time, item, person)}")
    if last:
        item = stay.to_item or (_last_begun(way, stay.to_time) if stay.to_time else "")
        parts.append(f"t.o.m. {_bound(content, stay, stay.to_time, '' if again else item, person)}")
    return ", ".join(parts)


def _partly_words(content: MeetingContent, way: Course, stay: StayContent, *, begun: bool) -> str:
    """Of who left her last item before it was decided, nobody knows when: the item before it was her last one."""
    place = way.place(stay.to_item)
    if place and way.came_in(stay) != stay.to_item:
        return stretch_words(content, replace(stay, to_item=way.order[place - 1], partly=False), begun=begun)
    return f"del av {labels(content, [stay.to_item])}"


def _within_items(content: MeetingContent, stay: StayContent, when: str, items: tuple[str, ...], person: str) -> str:
    """Times with items: ”kl. 11.42, § 47”, or of who was there for nothing decided in it ”kl. 11.42 i § 47”."""
    if not items:
        return when
    part = len(items) == 1 and _took_no_part(content, stay, items[0], person)
    return f"{when}{' i ' if part else ', '}{labels(content, items)}"


def _bound(content: MeetingContent, stay: StayContent, at: time | None, item: str, person: str) -> str:
    """Where a stretch begins or ends: a clock time, an item, or both."""
    if at is not None:
        return _within_items(content, stay, at_clock(at), (item,) if item else (), person)
    part = "del av " if item and _took_no_part(content, stay, item, person) else ""
    return f"{part}{labels(content, [item])}" if item else ""


def _took_no_part(content: MeetingContent, stay: StayContent, key: str, person: str) -> bool:
    """Whether nothing of the item was decided with her, in this stay or in another one that touches the item."""
    if stay.partly and stay.to_item == key:
        return True
    every = content.item(key).decisions
    timed = [one for one in every if taken_at(content, key, one) is not None]
    who = participant(content, person)
    if any(
        decided_with(content, key, one, person, own) for one in timed for own in (stay, *(who.stays if who else ()))
    ):
        return False
    if every and len(timed) == len(every):
        return True
    return overlap(content, stay, key) is Overlap.PART


def _first_shared(content: MeetingContent, way: Course, stay: StayContent, came: str, person: str) -> str:
    """The item from which somebody who came in one takes part: the next one where all of that had been decided.

    The item itself while the next has not been taken up, and for who was there for nothing of that either.
    """
    if not came or stay.from_time is None or not _took_no_part(content, stay, came, person):
        return came
    later = (content.item(key) for key in way.order[way.place(came) + 1 :])
    following = next((item.key for item in later if not item.struck), "")
    last = stay.to_item or (_last_begun(way, stay.to_time) if stay.to_time else "")
    ended = last in way.order and bool(following) and way.place(last) < way.place(following)
    if not following or not is_taken_up(content.item(following)) or ended:
        return came
    return came if last == following and _took_no_part(content, stay, following, person) else following


def _within(way: Course, stay: StayContent) -> tuple[str, ...] | None:
    """The items of a stretch that is told by two clock times alone, or that lies in one item; None for another."""
    if not (stay.from_item or stay.to_item):
        return _between(way, stay)
    last = stay.to_item or (_last_begun(way, stay.to_time) if stay.to_time else "")
    return (last,) if last in way.order and way.came_in(stay) == last else None


def _between(way: Course, stay: StayContent) -> tuple[str, ...]:
    start = way.at(stay.from_time, arriving=True) if stay.from_time else ""
    end = _last_begun(way, stay.to_time) if stay.to_time else ""
    return way.order[way.place(start) : way.place(end) + 1] if start and end else ()


def _first_item(way: Course, stay: StayContent) -> str:
    """The stretch's first item where that is known; on the boundary of two it is not one after its last."""
    if stay.from_item or stay.from_time is None or stay.to_item not in way.order:
        return stay.from_item
    key = way.at(stay.from_time, arriving=True)
    return stay.to_item if key and way.place(key) > way.place(stay.to_item) else ""


def _last_begun(way: Course, left: time) -> str:
    """The last item that had begun before somebody left; between two items it is told at the one to come."""
    key, when = way.at(left, arriving=False), way.moment(left)
    return key if key and way.span(key).start < when else way.ended_by(when) or key


def starts_late(way: Course, stay: StayContent) -> bool:
    """Whether the stay began after the meeting did."""
    if stay.from_time is not None and way.moment(stay.from_time) > way.moment(way.begins):
        return True
    return stay.from_item in way.order and way.place(stay.from_item) > 0


def ends_early(content: MeetingContent, way: Course, stay: StayContent) -> bool:
    """Whether the stay ended before the meeting did."""
    if stay.to_time is not None:
        return content.closed_at is None or way.moment(stay.to_time) < way.moment(content.closed_at)
    return stay.to_item in way.order and way.place(stay.to_item) < len(way.order) - 1


def items_words(content: MeetingContent, person: str) -> str:
    """The person's items as ranges: §§ 21–28, 30–32."""
    return labels(content, items_present(content, person))


class Absence(StrEnum):
    """Why somebody is listed as absent; the reason behind it is nobody's business."""

    NOTIFIED = "notified"
    UNNOTIFIED = "unnotified"


ABSENCE_WORDS = {Absence.NOTIFIED: "anmält förhinder", Absence.UNNOTIFIED: "frånvarande"}


def absence(content: MeetingContent, who: ParticipantContent) -> Absence | None:
    """Whether somebody who never came is listed as absent, on screen and paper alike; None when not.

    Whoever gave notice is. Of the others only those who were expected: not a guest, not a substitute whom nobody had
    put in a seat, and not the one of two sharing a seat whose partner came.
    """
    if who.stays:
        return None
    if who.absence_notified:
        return Absence.NOTIFIED
    return Absence.UNNOTIFIED if _is_expected(content, who) else None


def _is_expected(content: MeetingContent, who: ParticipantContent) -> bool:
    if who.capacity is Capacity.SUBSTITUTE:
        return bool(services(who))
    if who.capacity is Capacity.GUEST:
        return False
    return not any(other.stays and _share(content, who, other) for other in content.participants)


def _share(content: MeetingContent, one: ParticipantContent, other: ParticipantContent) -> bool:
    """Whether two stand on one row, or hold one seat together."""
    if other.together_with == one.person or other.person == one.together_with:
        return True
    both_hold = other.capacity is one.capacity is Capacity.MEMBER
    return both_hold and seat_of(content, other, "") == seat_of(content, one, "")


def absent(content: MeetingContent, *, notified: bool) -> tuple[ParticipantContent, ...]:
    """Those who are listed as absent, with or without having said so beforehand: see :func:`absence`."""
    wanted = Absence.NOTIFIED if notified else Absence.UNNOTIFIED
    return tuple(p for p in content.participants if absence(content, p) is wanted)
