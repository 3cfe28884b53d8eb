"""What a protocol's lock means to page numbers that run over the year."""

from __future__ import annotations

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.swedish import listing
from bra_desktop.domain.swedish_dates import day_and_month
from bra_desktop.services.office import Office
from bra_desktop.storage.queries.contents import find_meeting, reading_session
from bra_desktop.storage.queries.pages import earlier_unlocked


def pages_words(office: Office, content: MeetingContent) -> str:
    """Which number the first page gets, and which earlier protocols get theirs afterwards; empty where none run on."""
    if not content.forum.running_pages or content.state.is_frozen:
        return ""
    with office.database.reading() as connection, reading_session(connection) as session:
        waiting = earlier_unlocked(session, find_meeting(session, content.key or content.ref))
    said = f"Sidorna numreras från {content.first_page}."
    if not waiting:
        return said
    which, locked, it = ("Protokollet", "låst", "det") if len(waiting) == 1 else ("Protokollen", "låsta", "dem")
    days, they = listing(f"den {day_and_month(day)}" for day in waiting), "det" if len(waiting) == 1 else "de"
    later = f"lås {it} först, annars får {they} sidnummer efter det här"
    return f"{said} {which} från {days} är inte {locked} än; {later}."
