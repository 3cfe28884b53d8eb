"""The meetings in which something is marked as confidential, whole: it may be repeated anywhere in them."""

from __future__ import annotations

from sqlalchemy import Connection, Text, or_, select, type_coerce

from bra_desktop.domain.content import MeetingContent
from bra_desktop.storage.queries.contents import meeting_content
from bra_desktop.storage.tables_meeting import agenda_item, annex, meeting

MARK = '"confidential"'
"""How a marked passage is told in the stored form of a text."""


def marked_meetings(connection: Connection) -> tuple[MeetingContent, ...]:
    """Every meeting that may have a mark in it, by item, annex or passage; one that hasn't may be among them."""
    items = (agenda_item.c.basis, agenda_item.c.text, agenda_item.c.proposition)
    found: set[str] = set()
    for table, texts in ((agenda_item, items), (annex, (annex.c.text,))):
        named = (type_coerce(text, Text).contains(MARK) for text in texts)
        query = select(table.c.meeting_id).where(table.c.deleted_at.is_(None), or_(table.c.confidential != "", *named))
        found.update(connection.execute(query).scalars())
    called = select(meeting.c.id).where(type_coerce(meeting.c.notice_text, Text).contains(MARK))
    found.update(connection.execute(called).scalars())
    known = select(meeting.c.id).where(meeting.c.deleted_at.is_(None), meeting.c.id.in_(found)).order_by(meeting.c.id)
    return tuple(meeting_content(connection, key) for key in connection.execute(known).scalars().all())
