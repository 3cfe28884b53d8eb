"""Notes that somebody writes for herself beside an item (stödanteckningar).

Working material that is disposed of when the protocol is adjusted (tryckfrihetsförordningen 2 kap. 12 §). They are no
part of the meeting's content, so no document, file or package can hold them.
"""

from __future__ import annotations

from collections.abc import Mapping

from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.meeting import AgendaItem, Meeting, PrivateNote
from bra_desktop.domain.text import Paragraph, Run, TextDocument, plain_text
from bra_desktop.services.office import Office
from bra_desktop.services.wording import check_text
from bra_desktop.storage.queries.contents import find_meeting, reading_session
from bra_desktop.storage.work import Work

NOTES = "private_note"
"""What the notes are called among the things that are written."""
_DISPOSED = (MeetingState.ADJUSTED, MeetingState.ESTABLISHED, MeetingState.ARCHIVED)


def notes_of(office: Office, ref: str) -> Mapping[str, str]:
    """The words of a meeting's notes by the item's id; empty once they have been disposed of."""
    with office.database.reading() as connection, reading_session(connection) as session:
        meeting_id = find_meeting(session, ref).id
        found = session.query(PrivateNote).filter_by(meeting_id=meeting_id).all()
        return {note.item_id: plain_text(note.text) for note in found if note.item_id is not None}


def save_note(office: Office, item_id: str, words: str) -> None:
    """Keep the note of an item, also while the protocol waits for its signatures; no words take it away.

    Raises UserError for a character that can't be kept, RuleBroken when the protocol is adjusted.
    """
    text = TextDocument((Paragraph("note", (Run(words),)),)) if words.strip() else TextDocument()
    check_text(text)
    with office.work("Skriv stödanteckning") as work:
        item = work.get(AgendaItem, item_id)
        if work.get(Meeting, item.meeting_id).state in _DISPOSED:
            raise RuleBroken(
                "Protokollet är justerat, och stödanteckningarna till mötet är gallrade. Inga nya kan skrivas.",
                where=item.title,
            )
        note = next(iter(work.all(PrivateNote, item_id=item_id)), None)
        if note is None and text:
            work.add(PrivateNote(id=office.new_id(), meeting_id=item.meeting_id, item_id=item_id, text=text))
        elif note is not None and not text:
            work.dispose(note)
        elif note is not None:
            note.text = text
        work.commit()


def dispose_notes(work: Work, meeting_id: str) -> None:
    """Dispose of every note of a meeting with all that was ever in them, in the use case that adjusts it."""
    for note in work.all(PrivateNote, meeting_id=meeting_id):
        work.dispose(note)
