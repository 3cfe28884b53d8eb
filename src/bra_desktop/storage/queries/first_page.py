"""What the window's first page shows, read with the driver alone: plain SQL on a connection of ``Database.glance``.

SQLAlchemy takes longer to load than the whole page takes to read and build, so these few questions do without it and
without the declared tables. A test holds each answer against the queries that do use them.
"""

# ruff: noqa: S608 - only names that stand in this module, and question marks, are put into a statement

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date, datetime, time
from typing import Any, NamedTuple

from bra_desktop.domain.headings import PaperHeading
from bra_desktop.domain.kinds import ActionStatus, Capacity, DocumentProfile, Duty, ItemType, MeetingState, Role
from bra_desktop.domain.preparation import WITH_PRESENTER, OnTheList, Preparation


class MeetingLine(NamedTuple):
    """A meeting as the first page shows it. ``template`` is what its forum was made from, ``notice`` what it calls the
    notice, where it has a word of its own.
    """

    id: str
    ref: str
    forum_id: str
    forum: str
    forum_short: str
    template: str
    profile: DocumentProfile
    day: date
    starts: time
    ends: time | None
    place: str
    title: str
    state: MeetingState
    notice_days: int
    adjustment_days: int
    agenda_word: str
    notice: str


class BoardLine(NamedTuple):
    """A protocol of which everybody has signed, or the one § of it, that waits for the notice board or is posted there.

    ``adjusted_on`` is the day of a protocol's last signature, ``signed_at`` the moment of that of a §, and
    ``posted_on`` the day of the notice.
    """

    meeting_id: str
    paragraph: int | None
    adjusted_on: date | None = None
    signed_at: datetime | None = None
    posted_on: date | None = None


class ActionLine(NamedTuple):
    """What is counted of an action. ``responsible`` are the organisations' ids."""

    status: ActionStatus
    due: date | None
    responsible: tuple[str, ...]


class SignerLine(NamedTuple):
    """Somebody who signs the frozen version of a meeting."""

    meeting_id: str
    name: str
    has_signed: bool


class PlanLine(NamedTuple):
    """What the data hold of the plan and of agreements: activities of the plan (actions with a focus area) and the
    focus areas that they are in, the last day that a council took the plan up, and the agreements between parties.
    """

    activities: int
    focus_areas: int
    followed_up: date | None
    agreements: int


class MembershipLine(NamedTuple):
    """A membership. ``template`` is what its forum was made from; empty for one that has been removed."""

    person: str
    role: Role
    template: str


def municipality(connection: Any) -> tuple[str, str] | None:
    """The municipality's name and the digest of its arms, or None before it has been created."""
    found = connection.execute("SELECT name, arms FROM municipality").fetchone()
    return (str(found[0]), str(found[1])) if found else None


def meetings(connection: Any) -> tuple[MeetingLine, ...]:
    """Every meeting that has not been removed, by day and time."""
    rows = connection.execute(
        "SELECT m.id, m.ref, m.forum_id, f.name, f.short_name, f.template, f.profile, m.day, m.starts, m.ends, m.place,"
        " m.title, m.state, f.notice_days, f.adjustment_days, f.agenda_word,"
        " (SELECT trim(json_extract(h.value, '$.words')) FROM json_each(nullif(f.headings, '')) h"
        "  WHERE json_extract(h.value, '$.heading') = ?)"
        " FROM meeting m JOIN forum f ON f.id = m.forum_id"
        " WHERE m.deleted_at IS NULL ORDER BY m.day, m.starts, m.ref",
        (PaperHeading.NOTICE,),
    )
    return tuple(
        MeetingLine._make(
            (
                *row[:6],
                DocumentProfile(row[6]),
                date.fromisoformat(row[7]),
                time.fromisoformat(row[8]),
                time.fromisoformat(row[9]) if row[9] else None,
                *row[10:12],
                MeetingState(row[12]),
                *row[13:16],
                row[16] or "",
            )
        )
        for row in rows
    )


def board(connection: Any) -> tuple[BoardLine, ...]:
    """What the notice board waits for, in formal protocols: what is signed and not posted, and what is still posted.

    A protocol is posted as a whole; an item adjusted immediately for itself, unless the protocol has been.
    """
    here = "m.deleted_at IS NULL AND f.profile = ?"
    posted = "SELECT 1 FROM public_notice p WHERE p.deleted_at IS NULL AND p.meeting_id = m.id"
    whole = connection.execute(
        "SELECT m.id, m.adjusted_on FROM meeting m JOIN forum f ON f.id = m.forum_id"
        f" WHERE {here} AND m.adjusted_on IS NOT NULL AND NOT EXISTS ({posted} AND p.item_id IS NULL)"
        " AND EXISTS (SELECT 1 FROM agenda_item i WHERE i.meeting_id = m.id AND i.deleted_at IS NULL"
        f" AND NOT EXISTS ({posted} AND p.item_id = i.id))",
        (DocumentProfile.FORMAL,),
    ).fetchall()
    items = connection.execute(
        "SELECT m.id, i.paragraph, max(s.signed_at) FROM freeze z JOIN signer s ON s.freeze_id = z.id"
        " JOIN agenda_item i ON i.id = z.item_id JOIN meeting m ON m.id = z.meeting_id"
        f" JOIN forum f ON f.id = m.forum_id WHERE {here} AND z.voided_at IS NULL"
        f" AND NOT EXISTS ({posted} AND (p.item_id IS NULL OR p.item_id = i.id))"
        " GROUP BY z.id HAVING count(*) = count(s.signed_at)",
        (DocumentProfile.FORMAL,),
    ).fetchall()
    up = connection.execute(
        "SELECT m.id, i.paragraph, p.posted_on FROM public_notice p JOIN meeting m ON m.id = p.meeting_id"
        " LEFT JOIN agenda_item i ON i.id = p.item_id"
        " WHERE p.deleted_at IS NULL AND m.deleted_at IS NULL AND p.taken_down_on IS NULL"
    ).fetchall()
    return (
        *(BoardLine(meeting, None, date.fromisoformat(day)) for meeting, day in whole),
        *(BoardLine(meeting, number, signed_at=datetime.fromisoformat(at)) for meeting, number, at in items),
        *(BoardLine(meeting, number, posted_on=date.fromisoformat(day)) for meeting, number, day in up),
    )


def actions(connection: Any) -> tuple[ActionLine, ...]:
    """Every action that has not been removed, in no order."""
    rows = connection.execute("SELECT status, due, responsible FROM action WHERE deleted_at IS NULL")
    return tuple(
        ActionLine(
            ActionStatus(status),
            date.fromisoformat(due) if due else None,
            tuple(json.loads(responsible)) if responsible else (),
        )
        for status, due, responsible in rows
    )


def plan(connection: Any) -> PlanLine:
    """The plan and the agreements, as far as the data tell of them."""
    activities, areas = connection.execute(
        "SELECT count(*), count(DISTINCT focus_area) FROM action WHERE deleted_at IS NULL AND focus_area <> ''"
    ).fetchone()
    (day,) = connection.execute(
        "SELECT max(m.day) FROM agenda_item i JOIN meeting m ON m.id = i.meeting_id JOIN forum f ON f.id = m.forum_id"
        " WHERE i.deleted_at IS NULL AND NOT i.struck AND i.type = ? AND m.deleted_at IS NULL AND f.template = 'bra'"
        " AND m.state NOT IN (?, ?, ?)",
        (ItemType.PLAN_FOLLOW_UP, MeetingState.PLANNED, MeetingState.CALLED, MeetingState.CANCELLED),
    ).fetchone()
    (agreements,) = connection.execute(
        "SELECT count(DISTINCT a.id) FROM annex a, json_each(nullif(a.signatures, '')) s"
        " WHERE a.deleted_at IS NULL AND json_extract(s.value, '$.signed_on') <> ''"
    ).fetchone()
    return PlanLine(activities, areas, date.fromisoformat(day) if day else None, agreements)


def organisations(connection: Any) -> dict[str, tuple[str, str]]:
    """Name and short name of every organisation by its id."""
    rows = connection.execute("SELECT id, name, short_name FROM organisation WHERE deleted_at IS NULL")
    return {str(key): (str(name), str(short or name)) for key, name, short in rows}


def people(connection: Any) -> frozenset[str]:
    """The names of everybody in the register."""
    return frozenset(str(name) for (name,) in connection.execute("SELECT name FROM person WHERE deleted_at IS NULL"))


def memberships(connection: Any) -> tuple[MembershipLine, ...]:
    """Every membership in the forum's own order, ended ones too."""
    rows = connection.execute(
        "SELECT p.name, m.role, f.template FROM membership m JOIN person p ON p.id = m.person_id"
        " LEFT JOIN forum f ON f.id = m.forum_id AND f.deleted_at IS NULL"
        " WHERE m.deleted_at IS NULL ORDER BY m.position, m.id"
    )
    return tuple(MembershipLine(person, Role(role), template or "") for person, role, template in rows)


def signers(connection: Any, meeting_ids: Collection[str]) -> tuple[SignerLine, ...]:
    """Those who sign the versions in force of these meetings, in order."""
    rows = connection.execute(
        "SELECT f.meeting_id, s.name, s.signed_at FROM freeze f JOIN signer s ON s.freeze_id = f.id"
        f" WHERE f.item_id IS NULL AND f.voided_at IS NULL AND f.meeting_id {_among(meeting_ids)}"
        " ORDER BY s.position",
        tuple(meeting_ids),
    )
    return tuple(SignerLine(meeting, name, signed_at is not None) for meeting, name, signed_at in rows)


def preparations(connection: Any, of: Collection[MeetingLine]) -> dict[str, Preparation]:
    """What these meetings have before they are held, by their ids. For meetings that nothing has frozen."""
    ids = tuple(meeting.id for meeting in of)
    items = _by_meeting(connection, "struck, type, presenters", "agenda_item", ids)
    participants = _by_meeting(connection, "person_id, capacity, role, stays", "participant", ids)
    officers = _by_meeting(connection, "duty, person_id", "officer", ids)
    return {
        meeting.id: Preparation(
            meeting.profile,
            meeting.agenda_word,
            meeting.place,
            len(items[meeting.id]),
            sum(not row[0] for row in items[meeting.id]),
            tuple(
                OnTheList(person, Capacity(capacity), Role(role), _is_here(stays))
                for person, capacity, role, stays in participants[meeting.id]
            ),
            tuple((Duty(duty), person) for duty, person in officers[meeting.id]),
            sum(
                not struck and kind in WITH_PRESENTER and not json.loads(presenters or "[]")
                for struck, kind, presenters in items[meeting.id]
            ),
        )
        for meeting in of
    }


def _is_here(stays: str) -> bool:
    """Whether one of the stays, kept as canonical JSON without empty values, has no end yet."""
    return any(not stay.get("to_time") and not stay.get("to_item") for stay in json.loads(stays or "[]"))


def _by_meeting(connection: Any, columns: str, table: str, ids: tuple[str, ...]) -> dict[str, list[tuple[Any, ...]]]:
    found: dict[str, list[tuple[Any, ...]]] = {meeting: [] for meeting in ids}
    rows = connection.execute(
        f"SELECT meeting_id, {columns} FROM {table} WHERE deleted_at IS NULL AND meeting_id {_among(ids)}",
        ids,
    )
    for meeting, *values in rows:
        found[meeting].append(tuple(values))
    return found


def _among(values: Collection[str]) -> str:
    return f"IN ({', '.join('?' * len(values))})" if values else "IS NULL"
