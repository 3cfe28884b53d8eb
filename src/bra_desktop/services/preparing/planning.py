"""Planning: a meeting from its forum's members and agenda template, and what is prepared for each item."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.domain.kinds import Capacity, MeetingState
from bra_desktop.domain.meeting import AgendaItem, Meeting, Participant
from bra_desktop.domain.refs import meeting_ref
from bra_desktop.domain.register import Forum, Person
from bra_desktop.services.changing import item_to_change, last_position, meeting_to_change
from bra_desktop.services.live.meeting_times import check_times, usual_end
from bra_desktop.services.office import Office
from bra_desktop.services.preparing.agenda_items import PlannedItem, items_of, renumber
from bra_desktop.services.preparing.calling import call_members
from bra_desktop.services.preparing.following import follow_day, follow_mark
from bra_desktop.services.preparing.loosening import loosen_from_item, loosen_from_person
from bra_desktop.services.preparing.moving import check_day, follow_move
from bra_desktop.services.preparing.taking_along import add_new_item
from bra_desktop.services.wording import check_words
from bra_desktop.storage.ledger import ChangeSet
from bra_desktop.storage.work import Work

__all__ = [
    "MeetingPlan", "PlannedItem", "add_item", "add_participant", "cancel", "change_item", "change_meeting", "move_item",
    "plan_meeting", "remove_item", "remove_participant",
]  # fmt: skip

_MEETING_FIELDS = frozenset(
    {
        "day", "forum_id", "starts", "ends", "place", "title", "registry_number", "medium", "reply_by", "reply_to",
        "adjustment_place", "adjustment_planned_at", "notice_text",
    }
)  # fmt: skip
_ITEM_FIELDS = frozenset(
    {
        "title", "type", "group", "agenda_number", "planned_minutes", "registry_number", "presenters", "basis",
        "proposals", "confidential", "carried_from_id",
    }
)  # fmt: skip


@dataclass(frozen=True)
class MeetingPlan:
    """What a person decides when a meeting is planned. Times are local."""

    forum_id: str
    day: date
    starts: time
    ends: time | None = None
    place: str = ""
    title: str = ""
    registry_number: str = ""
    items: tuple[PlannedItem, ...] = ()


def plan_meeting(office: Office, plan: MeetingPlan) -> str:
    """Plan a meeting; answers its reference. Members of that day are on the list, chair and secretary named.

    Raises UserError when the end comes before the start or the calendar does not hold the year, Gone for a forum that
    is no more.
    """
    check_day(plan.day)
    check_times(plan.starts, plan.ends)
    check_words("Mötets plats eller titel", "möte", plan.place, plan.title, plan.registry_number, plan.items)
    with office.work("Planera möte") as work:
        forum = work.get(Forum, plan.forum_id)
        taken = {m.ref.upper() for m in work.all(Meeting)}
        meeting = Meeting(
            id=office.new_id(),
            ref=meeting_ref(forum.ref_prefix or forum.short_name or forum.name, plan.day, taken),
            forum_id=forum.id,
            day=plan.day,
            starts=plan.starts,
            ends=plan.ends or usual_end(plan.starts, forum.meeting_minutes),
            place=plan.place or forum.default_place,
            title=plan.title,
            registry_number=plan.registry_number,
            medium=forum.medium,
        )
        work.add(meeting)
        for position, item in enumerate(plan.items):
            add_new_item(office, work, meeting, item, position)
        call_members(office, work, meeting)
        work.commit()
    return meeting.ref


def change_meeting(
    office: Office, ref: str, values: Mapping[str, Any], revision: int | None = None
) -> ChangeSet | None:
    """Change day, forum, place, time, title, registry number, adjustment's place and time, or medium of a meeting.

    Another day or forum before the notice calls those who are members then and there. Raises RuleBroken when it is
    locked or can't be moved there, Stale when somebody else has changed it, ValueError for an attribute that has a
    way of its own.
    """
    _check_values(values, _MEETING_FIELDS, "Uppgiften om mötet")
    with office.work("Ändra möte", revision) as work:
        meeting = meeting_to_change(work, ref)
        meeting = work.get(Meeting, meeting.id)
        was = (meeting.forum_id, meeting.day)
        for name, value in values.items():
            setattr(meeting, name, value)
        check_day(meeting.day)
        if (meeting.forum_id, meeting.day) != was:
            follow_move(office, work, meeting, *was)
        if meeting.day != was[1]:
            follow_day(work, meeting, was[1])
        check_times(meeting.starts, meeting.ends)
        return work.commit()


def add_item(office: Office, ref: str, item: PlannedItem, before: str | None = None) -> str:
    """Add an item last, or before another one; answers its id. While the meeting runs it is marked as added then."""
    if not item.title.strip():
        raise UserError("Skriv en rubrik för punkten, t.ex. Information från polisen.", where="rubrik")
    check_words("Punkten", "punkt", item)
    with office.work("Lägg till punkt") as work:
        meeting = meeting_to_change(work, ref)
        items = items_of(work, meeting)
        new = add_new_item(office, work, meeting, item, last_position([i.position for i in items]))
        new.added_at_meeting = meeting.state not in (MeetingState.PLANNED, MeetingState.CALLED)
        place = next((n for n, i in enumerate(items) if i.id == before), len(items))
        renumber(work, [*items[:place], new, *items[place:]])
        work.commit()
    return new.id


def change_item(
    office: Office, item_id: str, values: Mapping[str, Any], revision: int | None = None
) -> ChangeSet | None:
    """Change what is prepared for an item: title, type, group, number, presenters, time, basis, proposals …

    A number like 5.1, or none, is kept as it was typed; the whole numbers after it then follow the order anew.
    A mark of confidentiality follows to where the item has come back already. Raises RuleBroken when it is locked,
    Stale, UserError without a title or with another item's number, ValueError for an attribute that has a way of its
    own.
    """
    _check_values(values, _ITEM_FIELDS, "Punkten")
    with office.work("Ändra punkt") as work:
        item = item_to_change(work, item_id, revision)
        ground = item.confidential
        for name, value in values.items():
            setattr(item, name, value)
        if not item.title.strip():
            raise UserError("Skriv en rubrik för punkten, t.ex. Information från polisen.", where="rubrik")
        if "agenda_number" in values:
            _number(work, item, item.agenda_number.strip())
        follow_mark(work, item, ground)
        return work.commit()


def move_item(office: Office, item_id: str, place: int) -> ChangeSet | None:
    """Move an item to a place in the agenda (from 0). Numbers of §§ already given stay with their items."""
    with office.work("Flytta punkt") as work:
        item = item_to_change(work, item_id)
        items = [i for i in items_of(work, work.get(Meeting, item.meeting_id)) if i.id != item.id]
        items.insert(max(0, min(place, len(items))), item)
        renumber(work, items)
        return work.commit()


def remove_item(office: Office, item_id: str) -> ChangeSet | None:
    """Take an item off the agenda. One that has a § is struck instead, with its number (see ``minutes.strike``).

    Raises RuleBroken when the item has been taken up.
    """
    with office.work("Ta bort punkt") as work:
        item = item_to_change(work, item_id)
        if item.paragraph is not None or item.opened_at is not None:
            raise RuleBroken(
                f"{item.title} är redan upptagen och behåller sitt nummer. Stryk punkten i stället.", where=item.title
            )
        meeting = work.get(Meeting, item.meeting_id)
        items = items_of(work, meeting)
        loosen_from_item(work, meeting, items, item)
        work.delete(item)
        renumber(work, [i for i in items if i.id != item.id])
        return work.commit()


def cancel(office: Office, ref: str) -> ChangeSet | None:
    """Cancel a meeting that is planned or called. Raises RuleBroken for one that has begun."""
    with office.work("Ställ in möte") as work:
        meeting = meeting_to_change(work, ref)
        if meeting.state not in (MeetingState.PLANNED, MeetingState.CALLED):
            raise RuleBroken("Mötet har öppnats och kan inte ställas in. Avsluta det i stället.", where=meeting.ref)
        meeting.state = MeetingState.CANCELLED
        return work.commit()


def add_participant(
    office: Office, ref: str, person_id: str, capacity: Capacity = Capacity.GUEST, note: str = ""
) -> str:
    """Put a guest, an official or somebody else on the meeting's list; answers the participant's id.

    Raises RuleBroken for somebody who is on it already, Gone for somebody who is not in the register.
    """
    check_words("Anteckningen", "närvaro", note)
    with office.work("Lägg till i närvarolistan") as work:
        meeting = meeting_to_change(work, ref)
        work.get(Person, person_id)
        on_list = work.all(Participant, meeting_id=meeting.id)
        if any(p.person_id == person_id for p in on_list):
            raise RuleBroken("Personen finns redan i närvarolistan.", where="närvaro")
        new = Participant(
            id=office.new_id(),
            meeting_id=meeting.id,
            person_id=person_id,
            position=last_position([p.position for p in on_list]),
            capacity=capacity,
            note=note,
        )
        work.add(new)
        work.commit()
    return new.id


def remove_participant(office: Office, participant_id: str) -> ChangeSet | None:
    """Take somebody off the meeting's list. Who isn't on it leads and adjusts nothing, and shares nobody's row."""
    with office.work("Ta bort ur närvarolistan") as work:
        found = work.get(Participant, participant_id)
        meeting_to_change(work, found.meeting_id)
        loosen_from_person(work, found)
        work.delete(found)
        return work.commit()


def _check_values(values: Mapping[str, Any], allowed: frozenset[str], what: str) -> None:
    if unknown := set(values) - allowed:
        raise ValueError(f"{sorted(unknown)} can't be changed here")
    check_words(what, "uppgift", *values.values())


def _number(work: Work, item: AgendaItem, number: str) -> None:
    items = items_of(work, work.get(Meeting, item.meeting_id))
    other = next((i for i in items if i.id != item.id and number and i.agenda_number == number), None)
    if other is not None:
        raise UserError(
            f"Nummer {number} står redan på ”{other.title}”. Skriv ett annat nummer, t.ex. {number}.1.", where="nummer"
        )
    item.agenda_number = number
    if not number.isdecimal():
        renumber(work, items)
