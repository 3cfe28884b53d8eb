"""Meetings in lists: one frozen row each, newest last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from sqlalchemy import Connection, Select, func, select

from bra_desktop.domain.kinds import DocumentProfile, MeetingState
from bra_desktop.storage.tables_meeting import agenda_item, meeting
from bra_desktop.storage.tables_register import forum


@dataclass(frozen=True)
class MeetingRow:
    """A meeting as lists show it."""

    id: str
    ref: str
    forum_id: str
    forum: str
    forum_short: str
    profile: DocumentProfile
    day: date
    starts: time
    ends: time | None
    place: str
    title: str
    state: MeetingState
    notice_days: int
    adjustment_days: int
    notice_sent_on: date | None
    adjusted_on: date | None
    current_item_id: str | None
    items: int
    first_paragraph: int | None
    last_paragraph: int | None


def meeting_rows(connection: Connection, forum_id: str | None = None) -> tuple[MeetingRow, ...]:
    """Every meeting that has not been removed, by day and time."""
    query = _query()
    if forum_id is not None:
        query = query.where(meeting.c.forum_id == forum_id)
    return tuple(MeetingRow(**row) for row in connection.execute(query).mappings())


_OF_MEETING = (
    "id", "ref", "forum_id", "day", "starts", "ends", "place", "title", "state", "notice_sent_on", "adjusted_on",
    "current_item_id",
)  # fmt: skip


def _query() -> Select[Any]:
    counted = (
        select(
            agenda_item.c.meeting_id,
            func.count().label("item_count"),
            func.min(agenda_item.c.paragraph).label("first_paragraph"),
            func.max(agenda_item.c.paragraph).label("last_paragraph"),
        )
        .where(agenda_item.c.deleted_at.is_(None))
        .group_by(agenda_item.c.meeting_id)
        .subquery()
    )
    return (
        select(
            *(meeting.c[name] for name in _OF_MEETING),
            forum.c.name.label("forum"),
            forum.c.short_name.label("forum_short"),
            forum.c.profile,
            forum.c.notice_days,
            forum.c.adjustment_days,
            func.coalesce(counted.c.item_count, 0).label("items"),
            counted.c.first_paragraph,
            counted.c.last_paragraph,
        )
        .join(forum, forum.c.id == meeting.c.forum_id)
        .outerjoin(counted, counted.c.meeting_id == meeting.c.id)
        .where(meeting.c.deleted_at.is_(None))
        .order_by(meeting.c.day, meeting.c.starts, meeting.c.ref)
    )
