"""Taking a meeting one step on in its life, with the guards of its document profile."""

from __future__ import annotations

from bra_desktop.domain.guards import require
from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.lifecycle import Cause, step_label
from bra_desktop.domain.meeting import Meeting
from bra_desktop.services.changing import content_now
from bra_desktop.services.office import Office
from bra_desktop.storage.ledger import ChangeSet
from bra_desktop.storage.queries.contents import find_meeting, frozen_item_ids
from bra_desktop.storage.work import Work


def move(work: Work, meeting: Meeting, to_state: MeetingState, cause: Cause = Cause.STEP, by: str = "") -> None:
    """Put the meeting into the next state, in the unit of work. Raises RuleBroken with all that is missing."""
    locked = frozen_item_ids(work.session, meeting.id)
    require(content_now(work, meeting), to_state, cause=cause, by=by, locked=locked)
    meeting.state = to_state


def simple_step(office: Office, ref: str, to_state: MeetingState) -> ChangeSet | None:
    """A step that changes nothing but the state."""
    with office.work(step_label(to_state).rstrip("…")) as work:
        move(work, find_meeting(work.session, ref), to_state)
        return work.commit()
