"""What has been corrected in a locked protocol, as its papers tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.protocol import Correction
from bra_desktop.domain.register import Person
from bra_desktop.services.office import Office
from bra_desktop.storage.queries.contents import reading_session

if TYPE_CHECKING:
    from bra_desktop.documents.corrected import Corrected


def corrections_of(office: Office, content: MeetingContent) -> tuple[Corrected, ...]:
    """As :func:`corrections_in`, in a reading of its own; none while the meeting can still be changed."""
    if not content.state.is_frozen:
        return ()
    with office.database.reading() as connection, reading_session(connection) as session:
        return corrections_in(session, content.key)


def corrections_in(session: Any, meeting_id: str) -> tuple[Corrected, ...]:
    """The corrections of the meeting, in the order in which they were made."""
    from bra_desktop.documents.corrected import Corrected

    found = session.query(Correction).filter_by(meeting_id=meeting_id, deleted_at=None).all()
    names = {person.id: person.name for person in session.query(Person)}
    return tuple(
        Corrected(c.item_id or "", c.made_on, names[c.author_id], c.reason, c.text)
        for c in sorted(found, key=lambda c: (c.made_on, c.created_at))
    )
