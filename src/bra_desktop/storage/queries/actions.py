"""Actions in lists, each with its origin, its responsible organisations and their answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Text, or_, select, type_coerce

from bra_desktop.domain.confidentiality import has_marked, withheld
from bra_desktop.domain.echoes import Echoes, echoes_of
from bra_desktop.domain.kinds import ActionStatus, DocumentProfile, MeetingState, Numbering
from bra_desktop.storage.queries.marked_meetings import MARK, marked_meetings
from bra_desktop.storage.tables_meeting import action, action_answer, agenda_item, decision, meeting
from bra_desktop.storage.tables_register import forum, organisation, person


@dataclass(frozen=True)
class AnswerRow:
    """One organisation's own answer."""

    organisation_id: str
    status: ActionStatus
    comment: str
    new_due: date | None
    answered_on: date | None


@dataclass(frozen=True)
class OriginRow:
    """Where an action comes from. ``profile`` and ``numbering`` are the forum's, which say how it is written."""

    meeting_ref: str
    forum_short: str
    profile: DocumentProfile
    numbering: Numbering
    day: date
    state: MeetingState
    item_id: str
    item_title: str
    agenda_number: str
    paragraph: int | None
    decision: str


@dataclass(frozen=True)
class ActionRow:
    """An action as lists, the detail pane and the workbooks show it. Names are as the register has them now."""

    id: str
    revision: int
    text: str
    status: ActionStatus
    due: date | None
    responsible: tuple[str, ...]
    responsible_names: tuple[str, ...]
    responsible_short: tuple[str, ...]
    lead_id: str | None
    contact_id: str | None
    contact: str
    goal: str
    focus_area: str
    note: str
    everybody: bool
    closed_by_decision_id: str | None
    origin: OriginRow | None
    answers: tuple[AnswerRow, ...]


def action_rows(connection: Connection) -> tuple[ActionRow, ...]:
    """Every action that has not been removed: those with a day first, the nearest day first."""
    names = {
        row.id: (row.name, row.short_name or row.name)
        for row in connection.execute(select(organisation.c.id, organisation.c.name, organisation.c.short_name))
    }
    people = {row.id: row.name for row in connection.execute(select(person.c.id, person.c.name))}
    answers = _answers(connection)
    rows = connection.execute(_query()).mappings()
    return tuple(_row(dict(row), names, people, answers.get(row["id"], ())) for row in rows)


def withheld_actions(connection: Connection) -> frozenset[str]:
    """The actions of which nothing may be seen on a shared screen: their item is marked, or a passage in it is,
    or it repeats such words.

    See ``domain.confidentiality.is_withheld``. An item that has been removed withholds as much as before.
    """
    texts = (agenda_item.c.basis, agenda_item.c.text, agenda_item.c.proposition)
    # Only the few texts in which the mark's name stands are read; whether it is a mark is told by the text itself.
    named = (type_coerce(text, Text).contains(MARK) for text in texts)
    query = (
        select(action.c.id, agenda_item.c.confidential, *texts)
        .join(agenda_item, agenda_item.c.id == action.c.item_id)
        .where(or_(agenda_item.c.confidential != "", *named))
    )
    marked = (
        row.id
        for row in connection.execute(query)
        if row.confidential or has_marked(row.basis, row.text, row.proposition)
    )
    return frozenset((*marked, *_repeating(connection)))


def _repeating(connection: Connection) -> Iterator[str]:
    """The actions of items that repeat marked words of their meeting, and those that do it themselves or in an answer;
    one of no meeting repeats those of any.
    """
    of_item: dict[str, Echoes] = {}
    for content in marked_meetings(connection):
        hidden, echoes = withheld(content), echoes_of(content)
        yield from (one.key for item in content.items if item.key in hidden for one in item.actions)
        of_item |= {item.key: echoes for item in content.items}
    every = tuple({id(echoes): echoes for echoes in of_item.values()}.values())
    answers = _answers(connection) if every else {}
    texts = (action.c.text, action.c.goal, action.c.focus_area, action.c.note)
    query = select(action.c.id, action.c.item_id, *texts).where(action.c.deleted_at.is_(None))
    for row in connection.execute(query) if every else ():
        own = every if row.item_id is None else (of_item.get(row.item_id, Echoes()),)
        said = (row.text, row.goal, row.focus_area, row.note, *(one.comment for one in answers.get(row.id, ())))
        if any(echoes.repeats(text) for echoes in own for text in said if text):
            yield row.id


def _query() -> Any:
    return (
        select(
            action,
            meeting.c.ref,
            meeting.c.day,
            meeting.c.state,
            forum.c.short_name.label("forum_short"),
            forum.c.name.label("forum_name"),
            forum.c.profile,
            forum.c.numbering,
            agenda_item.c.title.label("item_title"),
            agenda_item.c.agenda_number,
            agenda_item.c.paragraph,
            decision.c.text.label("decision"),
        )
        .outerjoin(meeting, meeting.c.id == action.c.meeting_id)
        .outerjoin(forum, forum.c.id == meeting.c.forum_id)
        .outerjoin(agenda_item, agenda_item.c.id == action.c.item_id)
        .outerjoin(decision, decision.c.id == action.c.decision_id)
        .where(action.c.deleted_at.is_(None))
        .order_by(action.c.due.is_(None), action.c.due, action.c.text, action.c.id)
    )


def _answers(connection: Connection) -> dict[str, tuple[AnswerRow, ...]]:
    found: dict[str, list[AnswerRow]] = {}
    query = select(action_answer).where(action_answer.c.deleted_at.is_(None)).order_by(action_answer.c.answered_on)
    for row in connection.execute(query):
        new = AnswerRow(row.organisation_id, row.status, row.comment, row.new_due, row.answered_on)
        found.setdefault(row.action_id, []).append(new)
    return {key: tuple(rows) for key, rows in found.items()}


def _row(
    row: Mapping[str, Any],
    names: Mapping[str, tuple[str, str]],
    people: Mapping[str, str],
    answers: tuple[AnswerRow, ...],
) -> ActionRow:
    responsible: tuple[str, ...] = row["responsible"]
    origin = (
        OriginRow(
            row["ref"],
            row["forum_short"] or row["forum_name"],
            row["profile"],
            row["numbering"],
            row["day"],
            row["state"],
            row["item_id"] or "",
            row["item_title"] or "",
            row["agenda_number"] or "",
            row["paragraph"],
            row["decision"] or row["origin_text"],
        )
        if row["meeting_id"]
        else None
    )
    return ActionRow(
        responsible_names=tuple(names[o][0] for o in responsible if o in names),
        responsible_short=tuple(names[o][1] for o in responsible if o in names),
        contact=people.get(row["contact_id"], "") if row["contact_id"] else "",
        origin=origin,
        answers=answers,
        **{
            name: row[name]
            for name in (
                "id", "revision", "text", "status", "due", "responsible", "lead_id", "contact_id", "goal",
                "focus_area", "note", "everybody", "closed_by_decision_id",
            )
        },
    )  # fmt: skip
