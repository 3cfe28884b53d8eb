"""A data folder with a council's meeting that is going on, to be written in by a real window."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

from bra_desktop.domain.kinds import Capacity, MeetingState
from bra_desktop.services import attendance, meeting_files, minutes, opening, planning, reading, stepping
from bra_desktop.services.office import Office
from bra_desktop.services.planning import PlannedItem
from bra_desktop.storage.database import Database
from bra_desktop.system.clock import utc_now
from tests.ui.almby_office import MEETINGS, PLANNED

REF = "BRA-2026-12-03"
SECRETARY = "Anna Svedin"


def make_running_meeting(folder: Path, items: int = 0) -> str:
    """Make the folder, with at least so many items on the agenda and the first one taken up; answers the reference."""
    with Database.create(folder) as database:
        office = Office(database, SECRETARY, "test", utc_now, lambda: str(uuid4()))
        meeting_files.import_meeting(office, MEETINGS / f"{PLANNED}.json")
        there = len(office.content(REF).items)
        for number in range(there, items):
            planning.add_item(office, REF, PlannedItem(title=f"Ärende {number + 1}"))
        stepping.simple_step(office, REF, MeetingState.CALLED)
        view = reading.meeting_view(office, REF)
        for who in view.content.participants:
            if who.capacity in (Capacity.MEMBER, Capacity.OFFICIAL):
                attendance.mark_present(office, view.participants[who.person])
        opening.open_meeting(office, REF)
        minutes.take_up(office, view.content.items[0].key)
    return REF
