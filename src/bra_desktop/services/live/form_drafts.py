"""What somebody has typed in a form of a meeting and not sent yet, so that it outlives the program.

Working material that is disposed of when the protocol is adjusted (tryckfrihetsförordningen 2 kap. 12 §). A backup
leaves it out: it would keep what has been disposed of, or what was thought better of, and may be confidential.
"""

from __future__ import annotations

from collections.abc import Mapping

from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.meeting import Meeting
from bra_desktop.services.office import Office
from bra_desktop.storage.drafts import Drafts
from bra_desktop.storage.queries.contents import reading_session
from bra_desktop.storage.work import Work

_DISPOSED = (MeetingState.ADJUSTED, MeetingState.ESTABLISHED, MeetingState.ARCHIVED)


def keep_draft(office: Office, meeting_id: str, key: str, text: str) -> None:
    """Put a draft on the disk, in the place of what it was before. Raises a StorageFailure with its sentence."""
    Drafts(office.database.folder).keep(meeting_id, key, text)


def drop_draft(office: Office, meeting_id: str, key: str) -> None:
    """Take a draft away: it has been sent, or thrown away. Raises a StorageFailure with its sentence."""
    Drafts(office.database.folder).drop(meeting_id, key)


def drafts_of(office: Office, meeting_id: str) -> Mapping[str, str]:
    """A meeting's drafts by key. Those of meetings that are adjusted or gone are disposed of first."""
    drafts = Drafts(office.database.folder)
    kept = drafts.meetings()
    if kept:
        with office.database.reading() as connection, reading_session(connection) as session:
            rows = {meeting.id: meeting for meeting in session.query(Meeting).all() if meeting.id in kept}
        for meeting in kept:
            row = rows.get(meeting)
            if row is None or row.deleted_at is not None or row.state in _DISPOSED:
                drafts.dispose(meeting)
    return drafts.of(meeting_id)


def dispose_drafts(work: Work, meeting_id: str) -> None:
    """Dispose of every draft of a meeting, when the use case that adjusts it has been saved."""
    work.then(lambda: Drafts(work.database.folder).dispose(meeting_id))
