"""The data that the window is measured on: the demo's register, two years of meetings and plan, and one that runs."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

from bra_desktop.plays.demo_history import play_history
from bra_desktop.plays.demo_register import play_plan, play_register
from bra_desktop.plays.stage import Stage
from bra_desktop.services import reading
from bra_desktop.services.live import attendance, minutes, opening
from bra_desktop.services.preparing import agendas, notice, planning
from bra_desktop.services.preparing.planning import MeetingPlan
from bra_desktop.system.clock import local, utc_now

SECRETARY = "Anna Svedin"
TODAY = date(2026, 11, 21)
STARTS = time(10, 0)


def make_two_years(folder: Path) -> str:
    """Fill an empty folder; answers the reference of a council's meeting that is going on at its first item."""
    stage = Stage(folder, SECRETARY, lambda _line: None)
    try:
        play_register(stage)
        play_history(stage)
        play_plan(stage)
        return _open_meeting(stage)
    finally:
        stage.close()


def _open_meeting(stage: Stage) -> str:
    office = stage.office
    stage.at(TODAY)
    council = next(forum for forum in reading.forums(office) if forum.template == "bra")
    items = agendas.suggested_agenda(office, council.id, TODAY)
    ref = planning.plan_meeting(
        office, MeetingPlan(forum_id=council.id, day=TODAY, starts=STARTS, place="Rådhuset", items=items)
    )
    notice.send_notice(office, ref)
    for row in reading.meeting_view(office, ref).participants.values():
        attendance.mark_present(office, row)
    opening.open_meeting(office, ref, STARTS)
    content = office.content(ref)
    # A meeting that was left on an earlier day asks before it goes on.
    stage.at(local(utc_now()).date())
    minutes.take_up(office, content.items[0].key, STARTS)
    return ref
