"""The moment at which a protocol becomes adjusted, whichever way the last signature was given."""

from __future__ import annotations

from datetime import date

from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.meeting import Meeting
from bra_desktop.services.live.form_drafts import dispose_drafts
from bra_desktop.services.live.private_notes import dispose_notes
from bra_desktop.storage.work import Work


def make_adjusted(work: Work, meeting: Meeting, on: date) -> None:
    """The meeting is adjusted that day, and what was noted beside it is disposed of in the same use case."""
    meeting.adjusted_on = on
    meeting.state = MeetingState.ADJUSTED
    dispose_notes(work, meeting.id)
    dispose_drafts(work, meeting.id)
