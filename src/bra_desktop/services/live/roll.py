"""The rows behind a meeting's list of people: the ids with which attendance and appointments are changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bra_desktop.domain.kinds import Duty
from bra_desktop.domain.meeting import Officer, Participant
from bra_desktop.services.office import Office
from bra_desktop.storage.queries.contents import find_meeting, reading_session


@dataclass(frozen=True)
class OfficerRow:
    """Who presides, keeps the minutes or adjusts, with the id that takes it back."""

    id: str
    duty: Duty
    person_id: str
    from_item: str
    to_item: str
    reason: str = ""


@dataclass(frozen=True)
class Roll:
    """``participants`` are participant ids by person id."""

    participants: Mapping[str, str]
    officers: tuple[OfficerRow, ...]


def roll(office: Office, ref_or_id: str) -> Roll:
    """The living rows of the meeting's people. Raises NoSuchMeeting."""
    with office.database.reading() as connection, reading_session(connection) as session:
        meeting_id = find_meeting(session, ref_or_id).id
        people = session.query(Participant).filter_by(meeting_id=meeting_id, deleted_at=None)
        officers = session.query(Officer).filter_by(meeting_id=meeting_id, deleted_at=None)
        return Roll(
            {p.person_id: p.id for p in people},
            tuple(
                OfficerRow(o.id, o.duty, o.person_id, o.from_item_id or "", o.to_item_id or "", o.reason)
                for o in sorted(officers, key=lambda o: o.position)
            ),
        )
