"""Taking a meeting to a named state: the one door for the command line, through the same use cases as the window."""

from __future__ import annotations

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.errors import Missing
from bra_desktop.domain.guards import require, wrong_in_locked
from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.left_standing import unfilled
from bra_desktop.domain.meeting_clock import another_day
from bra_desktop.domain.printable import unprintable
from bra_desktop.services.adjusted import adjustment, archiving
from bra_desktop.services.live import opening
from bra_desktop.services.office import Office
from bra_desktop.services.papers import documents
from bra_desktop.services.papers.apart import left_to_sign_apart, locked_apart
from bra_desktop.services.preparing import notice, planning


def step(office: Office, ref: str, to_state: MeetingState) -> tuple[MeetingState, tuple[Missing, ...]]:
    """Take the meeting to the state; answers the state and what is worth knowing.

    Raises NoSuchMeeting, or RuleBroken with what is missing; adjusted comes only from the last signature.
    """
    remarks: tuple[Missing, ...] = ()
    match to_state:
        case MeetingState.CALLED:
            remarks = unprintable(office.content(ref))
            notice.send_notice(office, ref)
        case MeetingState.IN_PROGRESS:
            opening.open_meeting(office, ref)
            remarks = _another_day(office, ref)
        case MeetingState.DRAFT:
            remarks = opening.close_meeting(office, ref)
        case MeetingState.REVIEW:
            content = office.content(ref)
            remarks = (*_unprintable(office, ref), *_left_to_fill_in(office, content))
            remarks += left_to_sign_apart(office, content)
            adjustment.hand_to_review(office, ref)
        case MeetingState.ADJUSTMENT:
            content = office.content(ref)
            remarks = (*_unprintable(office, ref), *_wrong_in_locked(office, content))
            remarks += left_to_sign_apart(office, content)
            adjustment.hand_to_adjustment(office, ref)
        case MeetingState.ESTABLISHED:
            adjustment.establish(office, ref)
        case MeetingState.ARCHIVED:
            archiving.archive(office, ref)
        case MeetingState.CANCELLED:
            planning.cancel(office, ref)
        case _:
            require(office.content(ref), to_state)
    return to_state, remarks


def _wrong_in_locked(office: Office, content: MeetingContent) -> tuple[Missing, ...]:
    return wrong_in_locked(content, MeetingState.ADJUSTMENT, locked_apart(office, content))


def _left_to_fill_in(office: Office, content: MeetingContent) -> tuple[Missing, ...]:
    """Gaps in the texts; where one is locked already nobody can fill it in."""
    locked = _wrong_in_locked(office, content)
    fixed = {one.place for one in locked}
    return (*locked, *(one for one in unfilled(content) if one.place not in fixed))


def _another_day(office: Office, ref: str) -> tuple[Missing, ...]:
    content = office.content(ref)
    words = another_day(content.date, content.starts, office.local_now())
    return (Missing(words, "meeting/day"),) if words else ()


def _unprintable(office: Office, ref: str) -> tuple[Missing, ...]:
    signs = documents.unprintable(office, office.content(ref))
    if not signs:
        return ()
    shown = " ".join(signs[:10])
    return (Missing(f"Tecken som inte kan skrivas ut visas som en ruta i protokollet: {shown}", "agenda"),)
