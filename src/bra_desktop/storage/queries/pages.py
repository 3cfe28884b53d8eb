"""Page numbers that run over a year: where the next protocol of a forum begins."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.meeting import Meeting
from bra_desktop.domain.protocol import Freeze
from bra_desktop.domain.register import Forum
from bra_desktop.storage.domain_tables import TABLE_OF
from bra_desktop.storage.queries.reader import Reader

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def first_page(session: Reader | Session, meeting: Meeting, forum: Forum) -> int:
    """The number of the first page, were the meeting's protocol locked now; 1 where pages don't run on.

    It follows the last page of those of the forum's protocols of that year that are locked, in whatever order that
    was done, so that no number stands twice.
    """
    if not forum.running_pages:
        return 1
    frozen, held, year = TABLE_OF[Freeze].c, TABLE_OF[Meeting].c, meeting.day.year
    last = session.execute(
        select(func.max(frozen.last_page))
        .select_from(TABLE_OF[Freeze].join(TABLE_OF[Meeting], held.id == frozen.meeting_id))
        .where(
            held.forum_id == forum.id,
            held.id != meeting.id,
            held.deleted_at.is_(None),
            held.day.between(date(year, 1, 1), date(year, 12, 31)),
            frozen.item_id.is_(None),
            frozen.voided_at.is_(None),
        )
    ).scalar()
    begins = forum.page_start if forum.series_start_year in (None, year) else 1
    return max(begins, (last or 0) + 1)


def earlier_unlocked(session: Reader, meeting: Meeting) -> list[date]:
    """The days of the forum's earlier meetings of the year whose protocols are not locked, or not begun."""
    others = session.query(Meeting).filter_by(forum_id=meeting.forum_id, deleted_at=None)
    return sorted(
        one.day
        for one in others
        if one.day.year == meeting.day.year
        and one.day < meeting.day
        and not one.state.is_frozen
        and one.state is not MeetingState.CANCELLED
    )
