"""The clock times of a meeting as they are entered: an end comes after its start, also past midnight."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta

from bra_desktop.domain.content import MeetingContent, RecusalContent, ReservationContent
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.meeting import AgendaItem, Meeting
from bra_desktop.domain.meeting_clock import Now, has_been, may_end, moment_of, opened_on
from bra_desktop.domain.swedish_dates import clock
from bra_desktop.services.changing import content_now
from bra_desktop.services.office import Office
from bra_desktop.storage.history import last_done
from bra_desktop.storage.work import Work
from bra_desktop.system.clock import local

OPENING = "Öppna mötet"


def check_times(starts: time, ends: time | None) -> None:
    """Raise UserError for an end that does not come after the start."""
    if ends is not None and not may_end(starts, ends):
        raise UserError("Mötet slutar innan det börjar. Ändra en av tiderna.", where="tid")


def is_backwards(meeting: Meeting, start: time | None, end: time | None) -> bool:
    """Whether something of the meeting would end before it began; what has no start or no end does not."""
    begins = meeting.opened_at or meeting.starts
    return start is not None and end is not None and moment_of(begins, end) < moment_of(begins, start)


def usual_end(starts: time, minutes: int) -> time | None:
    """The end after that many minutes; None where that would be a whole day on."""
    ends = (datetime.combine(date.min, starts) + timedelta(minutes=minutes)).time()
    return ends if may_end(starts, ends) else None


def opened_day(office: Office, content: MeetingContent) -> date | None:
    """The day on which the meeting was opened, whatever clock time it has since been given; None for one that has
    not been, or that was written down elsewhere.
    """
    with office.database.reading() as connection:
        return _opened_day(content, last_done(connection, content.key, OPENING))


def _opened_day(content: MeetingContent, at: datetime | None) -> date | None:
    if content.opened_at is None or at is None:
        return None
    return opened_on(content.date, content.starts, local(at))


def yet_to_come_words(at: time) -> str:
    """What is said of a clock time that has not been."""
    return f"Klockan har inte varit {clock(at)} än. Skriv ett klockslag som har varit."


def check_has_been(office: Office, work: Work, meeting: Meeting, times: Iterable[time | None], where: str) -> None:
    """Raise UserError for a clock time that is yet to come, while the meeting goes on.

    A meeting that is written afterwards, on another day than its own, has all of its times behind it.
    """
    given = [at for at in times if at is not None]
    if not given or meeting.state is not MeetingState.IN_PROGRESS:
        return
    content = content_now(work, meeting)
    held = _opened_day(content, last_done(work.session.connection(), content.key, OPENING))
    now = Now(office.local_now(), min(held, content.date) if held else None)
    for at in given:
        if not has_been(content, now, at):
            raise UserError(yet_to_come_words(at), where)


def refusing_what_is_to_come(
    office: Office, new: RecusalContent | ReservationContent, *fields: str
) -> Callable[[Work, AgendaItem], None]:
    """What raises UserError when one of a part's clock times is another than before and yet to come."""

    def refuse(work: Work, item: AgendaItem) -> None:
        parts: tuple[RecusalContent | ReservationContent, ...] = (*item.recusals, *item.reservations)
        old = next((part for part in parts if part.key == new.key), None)
        given = [at for name in fields if (at := getattr(new, name)) != getattr(old, name, None)]
        check_has_been(office, work, work.get(Meeting, item.meeting_id), given, item.title)

    return refuse
