"""What a meeting hands on to the next: what was tabled by itself, what was not dealt with when it is carried over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bra_desktop.domain.carry_over import SuggestedItem, is_unreached, origin_words, returning_items, unreached_items
from bra_desktop.domain.content import ItemContent, MeetingContent
from bra_desktop.domain.decisions import COMING_BACK, comes_back, until
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import ItemType, MeetingState
from bra_desktop.domain.meeting import AgendaItem, Decision, Meeting
from bra_desktop.domain.text import TextDocument, plain_document, plain_text
from bra_desktop.services.changing import content_now, last_position
from bra_desktop.services.office import Office
from bra_desktop.services.preparing.agenda_items import items_of, renumber
from bra_desktop.services.preparing.agendas import returned
from bra_desktop.services.preparing.loosening import loosen_from_item
from bra_desktop.services.preparing.taking_along import (
    add_new_item,
    annexes_only_came,
    has_only_what_came,
    move_annexes,
    remove_annexes,
    take_along,
)
from bra_desktop.storage.ledger import ChangeSet
from bra_desktop.storage.queries.contents import content_in, find_meeting, reading_session
from bra_desktop.storage.work import Work

CARRYING = "För över ärenden"
_BEING_FINISHED = (MeetingState.DRAFT, MeetingState.REVIEW)
_TO_COME = (MeetingState.PLANNED, MeetingState.CALLED)
_ORIGIN = "origin"
_ORIGIN_BLOCK = f"{_ORIGIN}#1"
"""The block that says where something comes from in an item that stands on the agenda anyway."""
_LAST = (ItemType.OTHER, ItemType.COMING_MEETINGS, ItemType.CLOSING)


@dataclass(frozen=True)
class Carried:
    """An item that stands on a later agenda: its key in the meeting it comes from, and the day of the later one."""

    item: str
    title: str
    day: date
    ref: str


@dataclass(frozen=True)
class Unreached:
    """Items not dealt with, by key and title; the next meeting's day if one is planned; and what is carried already."""

    left: tuple[tuple[str, str], ...]
    next_day: date | None
    carried: tuple[Carried, ...]


def unreached(office: Office, ref: str) -> Unreached:
    """Ej behandlade ärenden of a meeting that are on no later agenda yet, and what has been handed on already."""
    with office.database.reading() as connection, reading_session(connection) as session:
        meeting = find_meeting(session, ref)
        content = content_in(session, meeting.id)
        others = session.query(Meeting).filter_by(forum_id=meeting.forum_id, deleted_at=None).all()
        later = sorted((m for m in others if m.day > meeting.day and m.state in _TO_COME), key=lambda m: m.day)
        known = {m.id: m for m in others}
        keys = {item.key: item.title for item in content.items}
        coming = [i for i in session.query(AgendaItem).filter_by(deleted_at=None) if i.meeting_id in known]
    carried = tuple(
        Carried(key, keys[key], known[item.meeting_id].day, known[item.meeting_id].ref)
        for item in coming
        if (key := item.carried_from_id or "") in keys
    )
    settled = {one.item for one in carried}
    left = tuple((s.origin_item, s.title) for s in unreached_items(content) if s.origin_item not in settled)
    return Unreached(left, later[0].day if later else None, carried)


def carry_over(office: Office, ref: str) -> ChangeSet | None:
    """Put what was not dealt with on the forum's next planned agenda, each with where it comes from.

    Answers the change, for undo; None when everything is there already. Raises RuleBroken when no meeting is planned.
    """
    with office.work(CARRYING) as work:
        meeting = find_meeting(work.session, ref)
        target = _next(work, meeting, meeting.day)
        if target is None:
            raise RuleBroken(
                "Inget senare möte är planerat. Ärendena kommer med av sig själva när nästa möte planeras.", where=ref
            )
        _put(office, work, target, unreached_items(content_now(work, meeting)))
        return work.commit()


def bring_back(office: Office, work: Work, meeting: Meeting, content: MeetingContent) -> None:
    """Put what the meeting tabled or referred back on the first planned agenda from its day on, in the unit of work.

    Without such a meeting it comes to the one that is planned next (``agendas.suggested_agenda``). What was handed on
    while the meeting ran and was dealt with after all leaves that agenda again.
    """
    for item in content.items:
        _take_back(work, work.get(AgendaItem, item.key))
        target = _target(work, meeting, item)
        if target is not None:
            coming = _returning(content, item, target)
            _say_anew(work, coming)
            _put(office, work, target, coming)


def bring_back_late(office: Office, work: Work, item: AgendaItem) -> None:
    """The same for one item that is tabled or referred back when the meeting is closed already, in the unit of work.

    What has come to an agenda follows when it is put off to another day, with what has been prepared there; not what
    stands on that agenda anyway, nor what has got annexes there.
    """
    meeting = work.get(Meeting, item.meeting_id)
    if meeting.state not in _BEING_FINISHED:
        return
    content = content_now(work, meeting)
    target = _target(work, meeting, content.item(item.id))
    if target is None:
        return
    coming = _returning(content, content.item(item.id), target)
    there = next((i for i in work.all(AgendaItem, carried_from_id=item.id)), None)
    if coming and there is not None and there.type is ItemType.TABLED and annexes_only_came(work, there, item):
        _move(work, there, target)
    _put(office, work, target, coming)


def take_back_late(work: Work, item: AgendaItem) -> None:
    """Take an item that is tabled or referred back no longer, or that was dealt with after all, from the planned agenda
    it had come to, in the unit of work: the meeting is closed already, and nobody has prepared or sent anything there.
    An item that stands on that agenda anyway only loses the words of where it came from.
    """
    if work.get(Meeting, item.meeting_id).state in _BEING_FINISHED:
        _take_back(work, item)


def _take_back(work: Work, item: AgendaItem) -> None:
    for there in work.all(AgendaItem, carried_from_id=item.id):
        agenda = work.get(Meeting, there.meeting_id)
        if agenda.state is not MeetingState.PLANNED or _still_comes(work, there, item):
            continue
        if there.basis.blocks[0].id == _ORIGIN_BLOCK or there.type is not ItemType.TABLED:
            there.carried_from_id, there.basis = None, TextDocument(there.basis.blocks[1:])
        elif _is_untouched(work, there, item):
            items = items_of(work, agenda)
            loosen_from_item(work, agenda, items, there)
            remove_annexes(work, there)
            work.delete(there)
            renumber(work, [other for other in items if other.id != there.id])


def _still_comes(work: Work, there: AgendaItem, origin: AgendaItem) -> bool:
    """Whether the words of where it came from are true; so also where there are none, since somebody took them away."""
    if is_unreached(there.basis):
        return origin.paragraph is None and origin.opened_at is None and not origin.struck
    return not origin_words(there.basis) or _comes_back(work, origin)


def _say_anew(work: Work, coming: Iterable[SuggestedItem]) -> None:
    """What there was no time for and somebody has prepared since is told as tabled, when it was."""
    for suggested in coming:
        for there in work.all(AgendaItem, carried_from_id=suggested.origin_item):
            first = there.basis.blocks[:1]
            if is_unreached(there.basis) and plain_text(TextDocument(first)) == origin_words(there.basis):
                note = plain_document(suggested.note, first[0].id.partition("#")[0])
                there.basis = TextDocument((*note.blocks, *there.basis.blocks[1:]))


def _comes_back(work: Work, item: AgendaItem) -> bool:
    return any(decision.kind in COMING_BACK for decision in work.all(Decision, item_id=item.id))


def _is_untouched(work: Work, there: AgendaItem, origin: AgendaItem) -> bool:
    """Whether it is as it came: with where it comes from and what came along, and nothing prepared for it there."""
    prepared = (there.text, there.proposition, there.motions)
    if any(prepared) or there.struck or not has_only_what_came(work, there, origin):
        return False
    if there.dispatch not in ((), origin.dispatch):
        return False
    return (there.title, there.presenters, there.registry_number) == (
        origin.title, origin.presenters, origin.registry_number,
    )  # fmt: skip


def _target(work: Work, meeting: Meeting, item: ItemContent) -> Meeting | None:
    days = [day for d in item.decisions if comes_back(d) and (day := until(d)) is not None]
    return _next(work, meeting, max(days, default=meeting.day), on_day=bool(days))


def _returning(content: MeetingContent, item: ItemContent, target: Meeting) -> list[SuggestedItem]:
    return [s for s in returning_items(content, target.day) if s.origin_item == item.key]


def _move(work: Work, item: AgendaItem, target: Meeting) -> None:
    before = work.get(Meeting, item.meeting_id)
    if before.id == target.id or before.state not in _TO_COME:
        return
    item.meeting_id = target.id
    move_annexes(work, item, before)
    renumber(work, [other for other in items_of(work, before) if other.id != item.id])
    _place(work, item, [other for other in items_of(work, target) if other.id != item.id])


def _next(work: Work, meeting: Meeting, day: date, *, on_day: bool = False) -> Meeting | None:
    """The forum's first meeting to come after a day, or on it."""
    others = [m for m in work.all(Meeting, forum_id=meeting.forum_id) if m.state in _TO_COME and m.day > meeting.day]
    return min((m for m in others if m.day > day or (on_day and m.day == day)), key=lambda m: m.day, default=None)


def _put(office: Office, work: Work, target: Meeting, coming: Iterable[SuggestedItem]) -> None:
    settled = {item.carried_from_id for item in work.all(AgendaItem)}
    for suggested in coming:
        if suggested.origin_item in settled:
            continue
        items = items_of(work, target)
        same = next((i for i in items if _is_same(i, suggested)), None)
        if same is not None:
            same.carried_from_id = suggested.origin_item
            note = plain_document(suggested.note, _ORIGIN)
            same.basis = TextDocument((*note.blocks, *same.basis.blocks))
            if is_unreached(note):
                take_along(office, work, same)
            continue
        new = add_new_item(office, work, target, returned(suggested), last_position([i.position for i in items]))
        _place(work, new, items)


def _place(work: Work, new: AgendaItem, items: list[AgendaItem]) -> None:
    place = next((n for n, item in enumerate(items) if item.type in _LAST), len(items))
    renumber(work, [*items[:place], new, *items[place:]])


def _is_same(item: AgendaItem, suggested: SuggestedItem) -> bool:
    """Whether it stands on every agenda, as the information from the police does."""
    return item.carried_from_id is None and item.title.casefold() == suggested.title.casefold()
