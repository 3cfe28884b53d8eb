"""A continued meeting (fortsatt sammanträde): what an earlier one did not reach, on a day of its own."""

from __future__ import annotations

from datetime import date, time

from bra_desktop.domain.carry_over import unreached_items
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import DocumentProfile, ItemType
from bra_desktop.domain.lifecycle import NOT_ENDED
from bra_desktop.domain.swedish import NBSP
from bra_desktop.domain.swedish_dates import date_in_text
from bra_desktop.services.office import Office
from bra_desktop.services.preparing.agendas import returned
from bra_desktop.services.preparing.carrying import unreached
from bra_desktop.services.preparing.planning import MeetingPlan, PlannedItem, plan_meeting
from bra_desktop.storage.queries.contents import find_meeting, reading_session

_BEFORE, _AFTER = (ItemType.OPENING, ItemType.ELECTION), (ItemType.COMING_MEETINGS, ItemType.CLOSING)

_QUARTER, _LAST = 15, 24 * 4 - 1


def continued_words(content: MeetingContent) -> str:
    """What a meeting that goes on with another one is called: fortsatt sammanträde, fortsatt möte."""
    return "fortsatt sammanträde" if content.forum.profile is DocumentProfile.FORMAL else "fortsatt möte"


def next_quarter(now: time) -> time:
    """The quarter of an hour that comes next, as a meeting is called to; the last of the day is kept to it."""
    quarters = min(-(-(now.hour * 60 + now.minute) // _QUARTER), _LAST)
    return time(quarters * _QUARTER // 60, quarters * _QUARTER % 60)


def plan_continued(office: Office, ref: str, day: date, starts: time) -> str:
    """Plan the meeting that goes on with what this one did not reach; answers its reference.

    It opens, elects who adjusts and ends as the first one did, since it has a protocol of its own; in between stand
    the items that are on no later agenda yet, with what was prepared for them. Raises RuleBroken while the first
    goes on, and when it has left nothing.
    """
    content = office.content(ref)
    if content.state in NOT_ENDED:
        raise RuleBroken("Mötet är inte avslutat. Avsluta det först.", where=ref)
    left = {key for key, _title in unreached(office, ref).left}
    if not left:
        raise RuleBroken("Inget ärende återstår från mötet.", where=ref)
    with office.database.reading() as connection, reading_session(connection) as session:
        forum_id = find_meeting(session, ref).forum_id
    coming = [returned(one) for one in unreached_items(content) if one.origin_item in left]
    title = f"{continued_words(content).capitalize()} från {date_in_text(content.date)}".replace(NBSP, " ")
    items = (*_same(content, _BEFORE), *coming, *_same(content, _AFTER))
    return plan_meeting(office, MeetingPlan(forum_id, day, starts, place=content.place, title=title, items=items))


def _same(content: MeetingContent, types: tuple[ItemType, ...]) -> tuple[PlannedItem, ...]:
    return tuple(
        PlannedItem(item.title, item.type, planned_minutes=item.planned_minutes)
        for item in content.items
        if item.type in types and not item.struck
    )
