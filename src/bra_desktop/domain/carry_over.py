"""What comes by itself to a forum's next agenda: the previous protocol, open actions and tabled items."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from bra_desktop.domain.content import ItemContent, MeetingContent
from bra_desktop.domain.decisions import comes_back, until
from bra_desktop.domain.kinds import DecisionKind, DocumentProfile, ItemType, MeetingState, item_type_word
from bra_desktop.domain.lifecycle import NOT_ENDED
from bra_desktop.domain.numbering import in_sentence, is_taken_up
from bra_desktop.domain.swedish import plural
from bra_desktop.domain.swedish_dates import date_in_text
from bra_desktop.domain.text import TextDocument, plain_text


@dataclass(frozen=True)
class OpenAction:
    """An action that is still open. ``snoozed_until`` hides it from agendas before that day."""

    key: str
    text: str
    due: date | None = None
    snoozed_until: date | None = None


@dataclass(frozen=True)
class SuggestedItem:
    """An item for the next agenda, with where it comes from.

    ``origin_meeting`` and ``origin_item`` are the meeting's REF and the item's key; ``actions`` the open actions
    that are followed up there; ``confidential`` is the ground on which the item was marked, and its title with it.
    """

    title: str
    type: ItemType
    origin_meeting: str = ""
    origin_item: str = ""
    registry_number: str = ""
    presenters: tuple[str, ...] = ()
    planned_minutes: int | None = None
    actions: tuple[str, ...] = ()
    note: str = ""
    confidential: str = ""


def suggested_items(
    day: date, held: Iterable[MeetingContent], actions: Iterable[OpenAction], settled: Collection[tuple[str, str]] = ()
) -> tuple[SuggestedItem, ...]:
    """What comes to the agenda of ``day``, in the order of an agenda.

    ``held`` are the forum's earlier meetings, held or planned, ``settled`` the (REF, item key) of items that already
    came back.
    Nothing vanishes: what was tabled without a day comes to the next agenda, and so does what was tabled to a day
    that has passed, and an item that was never taken up. What a meeting that goes on has not come to yet may still be
    dealt with there: it comes when that meeting is closed. So does what it has tabled until one that is planned before
    ``day``, and the protocol of that one is the previous one then.
    """
    before = sorted((m for m in held if m.date < day), key=lambda m: (m.date, m.starts, m.ref))
    earlier = [m for m in before if m.state in _HELD]
    planned = [m for m in before if m.state in _TO_COME and earlier and m.date > earlier[-1].date]
    found = [_previous([*earlier, *planned][-1])] if earlier else []
    due_now = [a for a in actions if a.snoozed_until is None or a.snoozed_until <= day]
    if due_now:
        title = f"Uppföljning av {plural(len(due_now), 'öppen åtgärd', 'öppna åtgärder')}"
        found.append(SuggestedItem(title, ItemType.FOLLOW_UP, actions=tuple(a.key for a in due_now)))
    for meeting in earlier:
        found += [
            _returning(meeting, item)
            for item in meeting.items
            if (_returns(item, day) or _was_left(meeting, item))
            and (meeting.ref, item.key) not in settled
            and not _awaited(meeting, item, planned)
        ]
    return tuple(found)


def returning_items(meeting: MeetingContent, day: date) -> tuple[SuggestedItem, ...]:
    """The items that were tabled or referred back until ``day`` or without a day: they come back by themselves."""
    return tuple(_returning(meeting, item) for item in meeting.items if _returns(item, day))


def unreached_items(meeting: MeetingContent) -> tuple[SuggestedItem, ...]:
    """Ej behandlade ärenden: the matters of the agenda that were neither taken up nor struck."""
    return tuple(_returning(meeting, item) for item in meeting.items if _was_not_reached(meeting, item))


_HOW = ("Bordlagt", "Återremitterat", "Hanns inte med")


def origin_words(basis: TextDocument) -> str:
    """Where an item comes from, as its basis begins when it has come back; empty for others."""
    first = plain_text(basis).partition("\n")[0].strip()
    return first if first.startswith(_HOW) else ""


def is_unreached(basis: TextDocument) -> bool:
    """Whether an item that has come back does so because there was no time for it."""
    return origin_words(basis).startswith(_HOW[-1])


def item_kind_word(item: ItemContent, *, notes: bool) -> str:
    """What kind an agenda says that an item is; of one that has come back why it has: tabled, referred, not reached."""
    origin = origin_words(item.basis) if item.type is ItemType.TABLED else ""
    how = next((how for how in _HOW if origin.startswith(how)), "")
    return _CAME_BACK.get(how, item_type_word(item.type, notes=notes))


_CAME_BACK = {"Bordlagt": "Bordlagt", "Återremitterat": "Återremitterat", "Hanns inte med": "Ej behandlat"}


_TO_COME = (MeetingState.PLANNED, MeetingState.CALLED)
_HELD = frozenset(MeetingState) - {*_TO_COME, MeetingState.CANCELLED}


def _previous(meeting: MeetingContent) -> SuggestedItem:
    notes = meeting.forum.profile is DocumentProfile.NOTES
    what = "Föregående minnesanteckningar" if notes else "Föregående protokoll"
    return SuggestedItem(f"{what}, {date_in_text(meeting.date)}", ItemType.PREVIOUS_MINUTES, meeting.ref)


def _returns(item: ItemContent, day: date) -> bool:
    days = [until(decision) for decision in item.decisions if comes_back(decision)]
    return any(one is None or one <= day for one in days)


def _awaited(meeting: MeetingContent, item: ItemContent, planned: Iterable[MeetingContent]) -> bool:
    """Whether it comes to an agenda that is planned before, when the meeting that goes on is closed."""
    return meeting.state in NOT_ENDED and any(
        other.date > meeting.date and _returns(item, other.date) for other in planned
    )


def _was_left(meeting: MeetingContent, item: ItemContent) -> bool:
    return meeting.state not in NOT_ENDED and _was_not_reached(meeting, item)


def _was_not_reached(meeting: MeetingContent, item: ItemContent) -> bool:
    return (
        item.type in _MATTERS
        and item.title.strip().casefold() not in _HEADINGS
        and not item.struck
        and not is_taken_up(item)
        and any(is_taken_up(other) for other in meeting.items)
    )


_MATTERS = (
    ItemType.DECISION,
    ItemType.INFORMATION,
    ItemType.REPORT,
    ItemType.TABLED,
    ItemType.PLAN_FOLLOW_UP,
    ItemType.PROMISES,
    ItemType.OTHER,
)
_HEADINGS = ("övriga frågor", "övrigt", "anmälan av jäv")
"""Titles under which nothing waits: each meeting has its own of them."""


def _returning(meeting: MeetingContent, item: ItemContent) -> SuggestedItem:
    kinds = {decision.kind for decision in item.decisions}
    tabled, referred_back, not_reached = _HOW
    if DecisionKind.REFERRED_BACK in kinds:
        how = referred_back
    else:
        how = tabled if DecisionKind.TABLED in kinds else not_reached
    return SuggestedItem(
        item.title,
        ItemType.TABLED,
        meeting.ref,
        item.key,
        item.registry_number,
        item.presenters,
        item.planned_minutes,
        note=f"{how} {date_in_text(meeting.date)}, {in_sentence(meeting.forum, item)}",
        confidential=item.confidential,
    )
