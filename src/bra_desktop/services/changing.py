"""Taking up a meeting or one of its items in order to change it: what is locked is refused in plain words."""

from __future__ import annotations

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.lifecycle import locked_item_words, locked_words, may_change
from bra_desktop.domain.meeting import AgendaItem, Meeting
from bra_desktop.domain.register import Forum
from bra_desktop.domain.swedish import section
from bra_desktop.services.locked_items import hold
from bra_desktop.storage.queries.contents import active_freeze, find_meeting, is_signed_apart, living_content
from bra_desktop.storage.work import Work


def why_locked(work: Work, meeting: Meeting) -> str:
    """Why the meeting can't be changed, and what to do instead; empty when it can."""
    if may_change(meeting.state):
        return ""
    forum = work.session.get_one(Forum, meeting.forum_id)  # only now: every save comes by here
    return locked_words(forum.profile, meeting.state, meeting.adjusted_on)


def meeting_to_change(work: Work, ref_or_id: str) -> Meeting:
    """The meeting, if its content may change; what its locked §§ say is held. Raises NoSuchMeeting or RuleBroken."""
    meeting = find_meeting(work.session, ref_or_id)
    words = why_locked(work, meeting)
    if words:
        raise RuleBroken(words, where=meeting.ref)
    hold(work, meeting)
    return meeting


def item_to_change(work: Work, item_id: str, revision: int | None = None) -> AgendaItem:
    """The item, if it may change. Raises Gone, Stale or RuleBroken."""
    item = work.get(AgendaItem, item_id, revision)
    meeting_to_change(work, item.meeting_id)
    if is_locked(work, item):
        number = f"{section(item.paragraph)} " if item.paragraph is not None else ""
        signed = is_signed_apart(work.session, item.meeting_id, item.id)
        raise RuleBroken(locked_item_words(f"{number}{item.title}", signed=signed), where=item.title)
    return item


def is_locked(work: Work, item: AgendaItem) -> bool:
    """Whether the item has been locked apart, to be adjusted immediately."""
    return active_freeze(work.session, item.meeting_id, item.id) is not None


def content_now(work: Work, meeting: Meeting) -> MeetingContent:
    """The meeting's content as this unit of work has made it so far."""
    work.flush()
    return living_content(work.session, meeting)


def last_position(parts: list[int]) -> int:
    """The position after the last one."""
    return max(parts, default=-1) + 1
