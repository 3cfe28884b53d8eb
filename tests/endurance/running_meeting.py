"""A data folder with a council's meeting that is going on, to be written in by a real window."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import uuid4

from bra_desktop.domain.kinds import Capacity, MeetingState
from bra_desktop.services import reading, stepping
from bra_desktop.services.live import attendance, minutes, opening
from bra_desktop.services.meeting_file import meeting_files
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import planning
from bra_desktop.services.preparing.planning import PlannedItem
from bra_desktop.storage.database import Database
from bra_desktop.system.clock import utc_now
from tests.ui.almby_office import MEETINGS, PLANNED

REF = "BRA-2026-12-03"
SECRETARY = "Anna Svedin"


def office_on(database: Database) -> Office:
    """The secretary at work."""
    return Office(database, SECRETARY, "test", utc_now, lambda: str(uuid4()))


def make_running_meeting(folder: Path, items: int = 0) -> str:
    """Make the folder, with at least so many items on the agenda and the first one taken up; answers the reference."""
    with Database.create(folder) as database:
        office = office_on(database)
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


def long_meeting_file(ref: str, day: str, items: int = 60) -> str:
    """A meeting file of a planned meeting with so many items and long underlag, which takes a while to read in."""
    content = json.loads((MEETINGS / f"{PLANNED}.json").read_text(encoding="utf-8"))
    content |= {"ref": ref, "date": day, "annexes": [], "items": content["items"][:1]}
    for number in range(2, items + 1):
        words = f"Underlag till ärende {number}: läget vid stationen redovisas av polisen. " * 40
        content["items"].append({"key": f"i{number}", "title": f"Ärende {number}", "type": "other", "basis": words})
    for item in content["items"]:
        item.pop("agenda_number", None)
    return json.dumps(content, ensure_ascii=False)
