"""Moving a planned meeting to another day or forum: who is called follows, and what was counted stays true."""

from __future__ import annotations

from datetime import date

from bra_desktop.domain.calendar import FIRST_YEAR, LAST_YEAR
from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.domain.kinds import MeetingState, Numbering
from bra_desktop.domain.meeting import AgendaItem, Meeting, Officer, Participant
from bra_desktop.domain.register import Forum, Membership
from bra_desktop.domain.swedish_dates import date_in_text
from bra_desktop.services.office import Office
from bra_desktop.services.preparing.calling import call_members
from bra_desktop.services.preparing.loosening import loosen_from_person
from bra_desktop.storage.work import Work


def check_day(day: date) -> None:
    """Raises UserError for a year that the calendar does not hold."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise UserError(
            f"År {day.year:04} är för långt bort. Skriv ett år mellan {FIRST_YEAR} och {LAST_YEAR}.", where="datum"
        )


def follow_move(office: Office, work: Work, meeting: Meeting, old_forum: str, old_day: date) -> None:
    """Let the list of people follow a meeting that has just been given another day or forum.

    Once the notice has gone out the list stays as it was sent. Raises RuleBroken for a forum that can't be changed
    any more, a day before the notice, and a year whose §§ are not those that have been given.
    """
    forum = work.get(Forum, meeting.forum_id)
    if meeting.forum_id != old_forum and meeting.state is not MeetingState.PLANNED:
        before = work.get(Forum, old_forum)
        raise RuleBroken(
            f"Kallelsen är skapad för {before.definite or before.name}. "
            "Ställ in mötet och planera ett nytt i det andra forumet.",
            where="forum",
        )
    _refuse_day(work, meeting, forum, old_day)
    if meeting.state is MeetingState.PLANNED:
        _call_anew(office, work, meeting, _members(work, old_forum, old_day), same=meeting.forum_id == old_forum)
        if meeting.forum_id != old_forum:
            meeting.medium = forum.medium


def _refuse_day(work: Work, meeting: Meeting, forum: Forum, old_day: date) -> None:
    if meeting.notice_sent_on is not None and meeting.day < meeting.notice_sent_on:
        raise RuleBroken(
            f"Kallelsen skickades den {date_in_text(meeting.notice_sent_on)}. Mötet kan inte vara före den dagen.",
            where="datum",
        )
    given = any(item.paragraph is not None for item in work.all(AgendaItem, meeting_id=meeting.id))
    if given and forum.numbering is Numbering.PER_YEAR and meeting.day.year != old_day.year:
        raise RuleBroken(
            f"Mötets paragrafer hör till serien för {old_day.year}. Välj en dag i det året.", where="datum"
        )


def _members(work: Work, forum_id: str, day: date) -> dict[str, Membership]:
    held = [m for m in work.all(Membership, forum_id=forum_id) if m.holds_on(day)]
    return {m.person_id: m for m in sorted(held, key=lambda m: m.position, reverse=True)}


def _call_anew(office: Office, work: Work, meeting: Meeting, before: dict[str, Membership], *, same: bool) -> None:
    """Those who were called as members and are none now leave the list with their duties; new ones come last.

    In the same forum a row stays as it was made, if its person sits where she did.
    """
    now = _members(work, meeting.forum_id, meeting.day)
    left = set(before) - set(now)
    called_as_before = {p for p in before if same and p in now and before[p].seat_id == now[p].seat_id}
    for row in work.all(Participant, meeting_id=meeting.id):
        if row.person_id in left or row.person_id in set(now) - called_as_before:
            if row.person_id in left:
                loosen_from_person(work, row)
            work.delete(row)
    for officer in work.all(Officer, meeting_id=meeting.id):
        if officer.person_id in left:
            work.delete(officer)
    work.flush()
    call_members(office, work, meeting)
