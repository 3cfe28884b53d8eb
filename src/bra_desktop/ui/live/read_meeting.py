"""What Mötesläge reads: the meeting, and once what stands round it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.swedish import sort_key
from bra_desktop.services import reading
from bra_desktop.services.live import meeting_times, private_notes
from bra_desktop.services.live.left_open import UNKNOWN, LastDay, last_day
from bra_desktop.services.office import Office
from bra_desktop.services.reading import MeetingView, OrganisationRow, PersonRow
from bra_desktop.ui.live.quorum_marks import QuorumMarks, quorum_marks


@dataclass(frozen=True)
class Around:
    """What stands round the meeting; read once, for it is not changed while the meeting runs."""

    people: tuple[PersonRow, ...]
    organisations: tuple[OrganisationRow, ...]
    next_meeting: date | None
    focus_areas: tuple[str, ...]


@dataclass(frozen=True)
class Read:
    """A meeting as it is now, what stands round it, the private notes by item, where the quorum failed, the day on
    which it was opened, and that on which it last went on.
    """

    view: MeetingView
    around: Around
    notes: Mapping[str, str]
    marks: QuorumMarks
    held: date | None = None
    last: LastDay = UNKNOWN


def read_meeting(office: Office, ref: str, around: Around | None, marks: QuorumMarks) -> Read:
    """Called on a reading thread. around, marks: what has been read before."""
    view = reading.meeting_view(office, ref)
    notes = private_notes.notes_of(office, view.content.key)
    held = meeting_times.opened_day(office, view.content) if view.content.state is MeetingState.IN_PROGRESS else None
    last = last_day(office, view.content)
    return Read(view, around or _read_around(office, view), notes, quorum_marks(view.content, marks), held, last)


def _read_around(office: Office, view: MeetingView) -> Around:
    rows = reading.meetings(office)
    forum = next((row.forum_id for row in rows if row.ref == view.content.ref), "")
    later = [
        row.day
        for row in rows
        if row.forum_id == forum and row.day > view.content.date and row.state is not MeetingState.CANCELLED
    ]
    areas = sorted({a.focus_area for a in reading.actions(office)} - {""}, key=sort_key)
    people, organisations = reading.people(office), reading.organisations(office)
    return Around(people, organisations, min(later, default=None), tuple(areas))
