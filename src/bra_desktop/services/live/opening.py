"""Opening, adjourning and closing a meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from bra_desktop.domain.closing import gaps
from bra_desktop.domain.content import AdjournmentContent
from bra_desktop.domain.errors import Missing, RuleBroken
from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.lifecycle import NOT_ENDED
from bra_desktop.domain.meeting import AgendaItem, Meeting
from bra_desktop.domain.meeting_days import held_another_day
from bra_desktop.domain.spans import latest
from bra_desktop.services import phrases
from bra_desktop.services.changing import content_now, is_locked, meeting_to_change
from bra_desktop.services.live.left_open import ADJOURNING
from bra_desktop.services.live.meeting_times import OPENING, check_has_been, is_backwards, opened_day
from bra_desktop.services.office import Office
from bra_desktop.services.preparing.carrying import bring_back
from bra_desktop.services.stepping import move
from bra_desktop.storage.ledger import ChangeSet


def open_meeting(office: Office, ref: str, at: time | None = None) -> ChangeSet | None:
    """Open the meeting at a clock time (now by default).

    Raises RuleBroken when the one who presides or keeps the minutes is not there.
    """
    with office.work(OPENING) as work:
        meeting = meeting_to_change(work, ref)
        meeting.opened_at = at or office.time_now()
        move(work, meeting, MeetingState.IN_PROGRESS)
        return work.commit()


def close_meeting(office: Office, ref: str, at: time | None = None) -> tuple[Missing, ...]:
    """Close the meeting; answers the gaps that remain, which stop nothing.

    The item that is still open is closed with it, and what was tabled or referred back goes to the agenda of the
    next meeting that is planned. A break from which the meeting never came back, closed when that began, was none.
    Raises RuleBroken when the meeting is not running.
    """
    with office.work("Avsluta mötet") as work:
        meeting = meeting_to_change(work, ref)
        closing_time = at or office.time_now()
        if meeting.opened_at is not None and is_backwards(meeting, meeting.opened_at, closing_time):
            raise RuleBroken(
                f"Mötet öppnades kl. {meeting.opened_at:%H.%M} och kan inte avslutas redan kl. {closing_time:%H.%M}. "
                "Rätta klockslaget då det öppnades.",
                where="meeting/opened_at",
            )
        meeting.closed_at = closing_time
        meeting.adjournments = tuple(
            one
            for one in meeting.adjournments
            if one.to_time is not None or is_backwards(meeting, closing_time, one.from_time)
        )
        for item in work.all(AgendaItem, meeting_id=meeting.id):
            if item.opened_at is not None and item.closed_at is None and not is_locked(work, item):
                item.closed_at = closing_time
        move(work, meeting, MeetingState.DRAFT)
        content = content_now(work, meeting)
        bring_back(office, work, meeting, content)
        work.commit()
    return (*held_another_day(content, opened_day(office, content)), *gaps(content, phrases.triggers(office)))


def adjourn(office: Office, ref: str, at: time | None = None) -> ChangeSet | None:
    """Begin a break after the item that goes on, or that was the last to go on; before any, after the one looked at."""
    with office.work(ADJOURNING) as work:
        meeting = meeting_to_change(work, ref)
        if any(a.to_time is None for a in meeting.adjournments):
            raise RuleBroken("Mötet är redan ajournerat. Återuppta det först.", where=meeting.ref)
        after = latest(content_now(work, meeting)) or meeting.current_item_id or ""
        new = AdjournmentContent(at or office.time_now(), None, after)
        meeting.adjournments = (*meeting.adjournments, new)
        return work.commit()


def resume(office: Office, ref: str, at: time | None = None) -> ChangeSet | None:
    """End the break. One that began in this very minute was a slip, and no protocol tells of it: it goes.

    Raises RuleBroken when there is none.
    """
    with office.work("Återuppta mötet") as work:
        meeting = meeting_to_change(work, ref)
        if not any(a.to_time is None for a in meeting.adjournments):
            raise RuleBroken("Mötet är inte ajournerat.", where=meeting.ref)
        end = at or office.time_now()
        had = (a for a in meeting.adjournments if a.to_time is not None or a.from_time != end)
        meeting.adjournments = tuple(replace(a, to_time=end) if a.to_time is None else a for a in had)
        return work.commit()


def set_adjournments(office: Office, ref: str, breaks: tuple[AdjournmentContent, ...]) -> ChangeSet | None:
    """Correct the breaks of a meeting. Raises RuleBroken for one that ends before it begins, and UserError for a time
    that is yet to come.
    """
    with office.work("Rätta ajournering") as work:
        meeting = meeting_to_change(work, ref)
        had = {at for pause in meeting.adjournments for at in (pause.from_time, pause.to_time)}
        given = [at for pause in breaks for at in (pause.from_time, pause.to_time) if at not in had]
        check_has_been(office, work, meeting, given, "meeting/adjournments")
        for pause in breaks:
            if pause.to_time is not None and is_backwards(meeting, pause.from_time, pause.to_time):
                raise RuleBroken(
                    f"Ajourneringen börjar kl. {pause.from_time:%H.%M} men slutar redan kl. {pause.to_time:%H.%M}. "
                    "Ändra ett av klockslagen.",
                    where="meeting/adjournments",
                )
        meeting.adjournments = breaks
        return work.commit()


def set_clock(
    office: Office, ref: str, opened_at: time | None = None, closed_at: time | None = None
) -> ChangeSet | None:
    """Correct when the meeting was opened or closed.

    Raises RuleBroken for an end before the opening, and for the end of a meeting that has not been closed; UserError
    for an opening that is yet to come.
    """
    with office.work("Rätta klockslag") as work:
        meeting: Meeting = meeting_to_change(work, ref)
        if closed_at is not None and meeting.state in NOT_ENDED:
            raise RuleBroken(
                "Mötet är inte avslutat. Klockslaget antecknas när du avslutar mötet.", where="meeting/closed_at"
            )
        if opened_at != meeting.opened_at:
            check_has_been(office, work, meeting, (opened_at,), "meeting/opened_at")
        meeting.opened_at = opened_at or meeting.opened_at
        meeting.closed_at = closed_at or meeting.closed_at
        if is_backwards(meeting, meeting.opened_at, meeting.closed_at):
            raise RuleBroken("Mötet avslutas före öppnandet. Ändra ett av klockslagen.", where="meeting/closed_at")
        return work.commit()
