"""The clock times of a meeting held against each other: those that cannot be true, and those that may be wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import time
from itertools import pairwise

from bra_desktop.domain.attendance import was_present
from bra_desktop.domain.content import ItemContent, MeetingContent, ParticipantContent, RecusalContent, StayContent
from bra_desktop.domain.errors import Missing, RuleBroken, UserError
from bra_desktop.domain.meeting_clock import is_long, moment
from bra_desktop.domain.numbering import in_sentence, label
from bra_desktop.domain.spans import Course, course, overlap
from bra_desktop.domain.swedish_dates import at_clock, clock_range

BREAKS = "meeting/adjournments"
CLOSED = "meeting/closed_at"
AT_ATTENDANCE = "Rätta under Närvaro."
_ONE_OF_THEM = "Rätta det ena klockslaget."


def broken_times(content: MeetingContent) -> tuple[Missing, ...]:
    """Times that cannot be true: an end before its start."""
    return (
        *_meeting_backwards(content),
        *_items_backwards(content),
        *(missing for who in content.participants for missing in _stays_backwards(content, who)),
        *_breaks_backwards(content),
    )


def unclear_times(content: MeetingContent) -> tuple[Missing, ...]:
    """Times that may be wrong: outside the meeting, at odds with the § beside them or with each other.

    Nothing is held against an end of the meeting that cannot be true: that is said by itself.
    """
    if backwards(content, content.opened_at, content.closed_at):
        content = replace(content, closed_at=None)
    return (
        *_opened_late(content),
        *_closed_early(content),
        *_out_of_order(content),
        *_breaks_outside(content),
        *(missing for who in filter(was_present, content.participants) for missing in _stays_unclear(content, who)),
        *_decisions_elsewhere(content),
        *_recusals_elsewhere(content),
        *_reservations_outside(content),
    )


def backwards(content: MeetingContent, start: time | None, end: time | None) -> bool:
    """Whether the end comes before the start; after midnight it does not."""
    return start is not None and end is not None and moment(content, end) < moment(content, start)


def check_recusal(content: MeetingContent, item_key: str, recusal: RecusalContent) -> None:
    """Raises RuleBroken for somebody who is not there, once the meeting has been opened, and UserError for clock times
    that contradict each other or those of the item.
    """
    stays = [stay for who in content.participants if who.person == recusal.person for stay in who.stays]
    if content.opened_at is not None and not any(overlap(content, stay, item_key) for stay in stays):
        name, what = content.person(recusal.person).name, in_sentence(content.forum, content.item(item_key))
        raise RuleBroken(
            f"{name} är inte närvarande i {what} och kan inte anmäla jäv. "
            f"Välj någon som är det, eller markera {name} i Närvaro först.",
            "person",
        )
    wrong = _recusal_at_odds(content, content.item(item_key), recusal)
    if wrong is not None:
        raise wrong


def _recusal_at_odds(content: MeetingContent, item: ItemContent, recusal: RecusalContent) -> UserError | None:
    """Nobody leaves the room for an item before it is taken up or when it is over, or is back before that."""
    name, what, left = content.person(recusal.person).name, in_sentence(content.forum, item), recusal.left_at
    if left is not None and backwards(content, left, recusal.returned_at):
        at_odds = f"{name} kommer tillbaka innan hen går {at_clock(left)}. Ändra ett av klockslagen."
        return UserError(at_odds, "returned")
    for does, at, field in (("lämnade rummet", left, "left"), ("kom tillbaka", recusal.returned_at, "returned")):
        if at is not None and item.opened_at is not None and backwards(content, item.opened_at, at):
            began = f"{what} togs upp först {at_clock(item.opened_at)}"
            return UserError(f"{name} {does} {at_clock(at)} men {began}. {_ONE_OF_THEM}", field)
    if left is not None and backwards(content, left, item.closed_at):
        return UserError(f"{name} lämnade rummet {at_clock(left)} men då var {what} slut. {_ONE_OF_THEM}", "left")
    return None


# ── what cannot be true ──────────────────────────────────────────────────────────────────────
def _meeting_backwards(content: MeetingContent) -> Iterator[Missing]:
    if backwards(content, content.opened_at, content.closed_at):
        yield Missing("Mötet slutar före det börjar. Rätta klockslagen.", CLOSED)


def _items_backwards(content: MeetingContent) -> Iterator[Missing]:
    for item in content.items:
        if backwards(content, item.opened_at, item.closed_at):
            what = label(content.forum, item)
            yield Missing(f"{what} slutar före den börjar. Rätta klockslagen.", times_of(item))


def _stays_backwards(content: MeetingContent, who: ParticipantContent) -> Iterator[Missing]:
    way, name = course(content), content.person(who.person).name
    for stay in who.stays:
        by_item = stay.from_item in way.order and stay.to_item in way.order
        if backwards(content, stay.from_time, stay.to_time) or (
            by_item and way.place(stay.from_item) > way.place(stay.to_item)
        ):
            yield Missing(f"{name} går före hen kommer. Rätta klockslagen under Närvaro.", presence_of(who))


def _breaks_backwards(content: MeetingContent) -> Iterator[Missing]:
    for n, pause in enumerate(content.adjournments, 1):
        if backwards(content, pause.from_time, pause.to_time):
            at = at_clock(pause.from_time)
            yield Missing(f"Ajourneringen {at} slutar före den börjar. Rätta klockslagen.", times_of_break(n))


# ── the meeting against its items and breaks ─────────────────────────────────────────────────
def _opened_late(content: MeetingContent) -> Iterator[Missing]:
    """One line, for the first item by the clock: the others follow from the same slip."""
    timed = [(item.opened_at, item) for item in content.items if item.opened_at is not None]
    if content.opened_at is None or not timed:
        return
    at, first = min(timed, key=lambda one: moment(content, one[0]))
    if backwards(content, content.opened_at, at):
        yield Missing(
            f"Mötet öppnades {at_clock(content.opened_at)} men {in_sentence(content.forum, first)} började redan "
            f"{at_clock(at)}. {_ONE_OF_THEM}",
            times_of(first),
        )


def _closed_early(content: MeetingContent) -> Iterator[Missing]:
    """One line, for the last item by the clock; and one for a meeting that seems to go on into the next day."""
    if content.closed_at is None:
        return
    ends = [(at, item) for item in content.items for at in (item.opened_at, item.closed_at) if at is not None]
    at, last = max(ends, key=lambda one: moment(content, one[0]), default=(content.closed_at, None))
    if last is not None and backwards(content, at, content.closed_at):
        yield Missing(
            f"Mötet avslutades {at_clock(content.closed_at)} men {in_sentence(content.forum, last)} pågick till "
            f"{at_clock(at)}. {_ONE_OF_THEM}",
            times_of(last),
        )
    if is_long(content) and content.opened_at is not None:
        times = clock_range(content.opened_at, content.closed_at)
        yield Missing(f"Mötet varade {times}, till dagen efter. Rätta klockslagen om det är fel.", CLOSED)


def _out_of_order(content: MeetingContent) -> Iterator[Missing]:
    """Items in the order in which they were taken up, of which the later has the earlier time."""
    items = [item for key in course(content).order if (item := content.item(key)).opened_at is not None]
    for before, item in pairwise(items):
        if before.opened_at is None or item.opened_at is None:
            continue
        this, other = label(content.forum, item), in_sentence(content.forum, before)
        began, place = f"{this} började {at_clock(item.opened_at)}", times_of(item)
        if backwards(content, before.opened_at, item.opened_at):
            words = f"{other} som togs upp före den började {at_clock(before.opened_at)}"
            yield Missing(f"{began} men {words}. {_ONE_OF_THEM}", place)
        elif before.closed_at is not None and backwards(content, before.closed_at, item.opened_at):
            yield Missing(f"{began} men {other} slutade först {at_clock(before.closed_at)}. {_ONE_OF_THEM}", place)


def _breaks_outside(content: MeetingContent) -> Iterator[Missing]:
    for n, pause in enumerate(content.adjournments, 1):
        if not _is_inside(content, pause.from_time) or (pause.to_time and not _is_inside(content, pause.to_time)):
            when, meeting = clock_range(pause.from_time, pause.to_time), _meeting_range(content)
            yield Missing(f"Ajourneringen {when} ligger utanför mötet, {meeting}. {_ONE_OF_THEM}", times_of_break(n))
    ordered = sorted(enumerate(content.adjournments, 1), key=lambda one: moment(content, one[1].from_time))
    for (_, before), (n, after) in pairwise(ordered):
        if backwards(content, before.to_time, after.from_time):
            one, other = (clock_range(pause.from_time, pause.to_time) for pause in (before, after))
            overlaps = f"Ajourneringarna {one} och {other} överlappar varandra. Rätta klockslagen."
            yield Missing(overlaps, times_of_break(n))


def _is_inside(content: MeetingContent, at: time) -> bool:
    return not backwards(content, content.opened_at, at) and not backwards(content, at, content.closed_at)


def _meeting_range(content: MeetingContent) -> str:
    return clock_range(content.opened_at or content.starts, content.closed_at)


# ── the people ───────────────────────────────────────────────────────────────────────────────
def _stays_unclear(content: MeetingContent, who: ParticipantContent) -> Iterator[Missing]:
    way, name, place = course(content), content.person(who.person).name, presence_of(who)
    for stay in who.stays:
        for does, at, key in (("kom", stay.from_time, stay.from_item), ("gick", stay.to_time, stay.to_item)):
            if at is not None and (words := _odd(content, way, at, key)):
                yield Missing(f"{name} {does} {at_clock(at)}{words} {AT_ATTENDANCE}", place)
    if any(_overlap(content, a, b) for a, b in pairwise(who.stays)):
        yield Missing(f"{name} har tider som överlappar varandra. {AT_ATTENDANCE}", place)


def _odd(content: MeetingContent, way: Course, at: time, key: str) -> str:
    """What is odd about a coming or going at a clock time and an item; empty when nothing is."""
    if content.opened_at is not None and backwards(content, content.opened_at, at):
        return f", innan mötet öppnades {at_clock(content.opened_at)}."
    if content.closed_at is not None and backwards(content, at, content.closed_at):
        return f", efter mötets slut {at_clock(content.closed_at)}."
    if key not in way.order:
        return ""
    span = way.span(key)
    if not span.exact or span.start <= way.moment(at) <= span.end:
        return ""
    item = content.item(key)
    return f" men {in_sentence(content.forum, item)} {_went_on(item)}."


def _overlap(content: MeetingContent, one: StayContent, other: StayContent) -> bool:
    return backwards(content, one.to_time, other.from_time)


# ── what is said at an item ──────────────────────────────────────────────────────────────────
def _decisions_elsewhere(content: MeetingContent) -> Iterator[Missing]:
    """Decided when the item is known not to have gone on, as after its times were corrected."""
    for item in content.items:
        for made in item.decisions:
            before = backwards(content, item.opened_at, made.decided_at)
            if before or backwards(content, made.decided_at, item.closed_at):
                what = in_sentence(content.forum, item)
                when = f"{at_clock(made.decided_at)} men {what} {_went_on(item)}" if made.decided_at else ""
                place = f"item/{item.key}/decisions/{made.key}"
                yield Missing(f"Beslutet i {what} är antecknat {when}. {_ONE_OF_THEM}", place)


def _recusals_elsewhere(content: MeetingContent) -> Iterator[Missing]:
    for item in content.items:
        for out in item.recusals:
            name, place = content.person(out.person).name, f"item/{item.key}/recusals/{out.key}"
            if out.left_at is not None and backwards(content, out.left_at, item.closed_at):
                late = f"{at_clock(out.left_at)} men {in_sentence(content.forum, item)} {_went_on(item)}"
                yield Missing(f"{name} lämnade rummet {late}. {_ONE_OF_THEM}", place)
            elif out.returned_at is not None and backwards(content, item.opened_at, out.returned_at):
                early = f"{at_clock(out.returned_at)} men {in_sentence(content.forum, item)} {_went_on(item)}"
                yield Missing(f"{name} kom tillbaka {early}. {_ONE_OF_THEM}", place)
            elif backwards(content, out.left_at, out.returned_at):
                what = in_sentence(content.forum, item)
                yield Missing(f"{name} kom tillbaka innan hen lämnade rummet i {what}. Rätta klockslagen.", place)
            elif out.returned_at and content.closed_at and backwards(content, out.returned_at, content.closed_at):
                late = f"{at_clock(out.returned_at)}, efter mötets slut {at_clock(content.closed_at)}"
                yield Missing(f"{name} kom tillbaka {late}. {_ONE_OF_THEM}", place)


def _reservations_outside(content: MeetingContent) -> Iterator[Missing]:
    """Announced before the item was taken up, or after the meeting was closed."""
    for item in content.items:
        for made in item.reservations:
            if made.announced_at is None:
                continue
            what = f"Reservationen i {in_sentence(content.forum, item)} är anmäld {at_clock(made.announced_at)}"
            place = f"item/{item.key}/reservations/{made.key}"
            if item.opened_at and backwards(content, item.opened_at, made.announced_at):
                yield Missing(f"{what} men ärendet togs upp {at_clock(item.opened_at)}. {_ONE_OF_THEM}", place)
            elif content.closed_at and backwards(content, made.announced_at, content.closed_at):
                yield Missing(f"{what}, efter mötets slut {at_clock(content.closed_at)}. {_ONE_OF_THEM}", place)


def _went_on(item: ItemContent) -> str:
    """As in "pågick kl. 10.20–10.34"; where nobody has noted the end, when it began."""
    if item.opened_at is None:
        return ""
    if item.closed_at is None:
        return f"började {at_clock(item.opened_at)}"
    return f"pågick {clock_range(item.opened_at, item.closed_at)}"


def times_of(item: ItemContent) -> str:
    """Where the clock times of an item are mended."""
    return f"item/{item.key}/times"


def times_of_break(number: int) -> str:
    """Where the clock times of a break are mended; number: its place among the meeting's, from 1."""
    return f"{BREAKS}/{number}"


def presence_of(who: ParticipantContent) -> str:
    """Where somebody's comings and goings are mended."""
    return f"participants/{who.person}"
