"""When att-satser were taken: noted as they are written while their item goes on, and corrected afterwards."""

from __future__ import annotations

from datetime import time

from bra_desktop.domain.content import MeetingContent, StayContent
from bra_desktop.domain.decision_times import is_within
from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.meeting import AgendaItem, Decision, Meeting, Participant
from bra_desktop.domain.meeting_clock import moment
from bra_desktop.domain.numbering import named
from bra_desktop.domain.spans import ongoing
from bra_desktop.domain.swedish_dates import clock_range
from bra_desktop.services.changing import content_now, is_locked, item_to_change
from bra_desktop.services.live.left_open import last_day
from bra_desktop.services.office import Office
from bra_desktop.storage.ledger import ChangeSet
from bra_desktop.storage.work import Work


def note_time(office: Office, work: Work, item: AgendaItem, *decisions: Decision) -> None:
    """Note that new att-satser were taken now, if their item goes on; written down afterwards they have no time.

    Nor has what is written while the meeting is adjourned, or on a later day than that on which it was left: nothing is
    decided then, and it is kept all the same.
    """
    meeting = work.get(Meeting, item.meeting_id)
    if not decisions or not _goes_on(meeting, item) or _is_adjourned(meeting):
        return
    if last_day(office, content_now(work, meeting)).left is not None:
        return
    now = office.time_now()
    rows = work.all(Participant, meeting_id=meeting.id)
    gone = tuple(row.person_id for row in rows if _went(row, now))
    for decision in decisions:
        decision.decided_at, decision.decided_without = now, gone


def refuse_in_break(work: Work, item: AgendaItem, what: str = "beslut fattas") -> None:
    """Raises RuleBroken for something that would be decided or voted on now, in an item that goes on, while the
    meeting is adjourned. What was forgotten in an item that is over can be written down. what: what must wait.
    """
    meeting = work.get(Meeting, item.meeting_id)
    if _goes_on(meeting, item) and _is_adjourned(meeting):
        raise RuleBroken(f"Mötet är ajournerat. Återuppta mötet innan {what}.", where="meeting/adjournments")


def _goes_on(meeting: Meeting, item: AgendaItem) -> bool:
    return meeting.state is MeetingState.IN_PROGRESS and item.opened_at is not None and item.closed_at is None


def _is_adjourned(meeting: Meeting) -> bool:
    return any(pause.to_time is None for pause in meeting.adjournments)


def _went(row: Participant, at: time) -> bool:
    """Whether somebody has gone in that minute, and not come back in it."""
    return any(stay.to_time == at for stay in row.stays) and all(stay.to_time is not None for stay in row.stays)


def came_after(work: Work, row: Participant, at: time, item_id: str) -> None:
    """Let the att-satser that the item got in the minute in which somebody comes be decided without her.

    Who went in that minute too was there for those before that; of those after it, it is noted already.
    """
    if any(stay.to_time == at for stay in row.stays):
        return
    for decision in work.all(Decision, item_id=item_id) if item_id else ():
        if decision.decided_at == at and row.person_id not in decision.decided_without:
            decision.decided_without = (*decision.decided_without, row.person_id)


def was_there(work: Work, row: Participant, stays: tuple[StayContent, ...]) -> None:
    """Forget that the clock could not tell of her at a decision in whose minute she is now said to come or go."""
    came = {stay.from_time for stay in stays} - {stay.from_time for stay in row.stays}
    went = {stay.to_time for stay in stays} - {stay.to_time for stay in row.stays}
    corrected = (came | went) - {None}
    for decision in work.all(Decision, meeting_id=row.meeting_id):
        told = decision.decided_at in corrected and row.person_id in decision.decided_without
        if told and not is_locked(work, work.get(AgendaItem, decision.item_id)):
            decision.decided_without = tuple(p for p in decision.decided_without if p != row.person_id)


def decided_since_she_went(work: Work, row: Participant, at: time, item_id: str) -> bool:
    """Whether the item got an att-sats in the minute in which somebody had gone."""
    decisions = work.all(Decision, item_id=item_id) if item_id else ()
    return any(one.decided_at == at and row.person_id in one.decided_without for one in decisions)


def correct_time(office: Office, decision_id: str, at: time | None) -> ChangeSet | None:
    """Correct when an att-sats was taken; None for as the item ended. Who came or went in that minute was there.

    Raises RuleBroken when the item was never taken up or is locked, UserError for a time at which it did not go on.
    """
    with office.work("Ändra beslut") as work:
        found = work.get(Decision, decision_id)
        item = item_to_change(work, found.item_id)
        if at is not None:
            _check_time(content_now(work, work.get(Meeting, item.meeting_id)), item.id, at, office.time_now())
        found.decided_at, found.decided_without = at, ()
        return work.commit()


def _check_time(content: MeetingContent, item_id: str, at: time, now: time) -> None:
    item = content.item(item_id)
    what = named(content.forum, item)
    if item.opened_at is None:
        raise RuleBroken(f"{what} har inget klockslag då det togs upp. Ange det först.", where="decided")
    goes_on = ongoing(content) == item_id
    if not is_within(content, item_id, at) or (goes_on and moment(content, at) > moment(content, now)):
        when = clock_range(item.opened_at, now if goes_on else item.closed_at)
        raise UserError(f"{what} pågick {when}. Skriv ett klockslag då det pågick.", where="decided")
