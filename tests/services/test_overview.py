"""Översikt's own short questions give the same answers as reading everything."""

from datetime import date, time, timedelta

import pytest

from bra_desktop.domain.actions import is_late
from bra_desktop.domain.kinds import Duty, ItemType, MeetingState
from bra_desktop.services import actions, overview, reading
from bra_desktop.services.live import attendance, coming_and_going, minutes
from bra_desktop.services.preparing import planning
from tests.builders import CHAIR, DAY, GUEST, SECRETARY, VICE, Council


def same_as_read_whole(bra: Council, ref: str) -> int:
    """The number of missing things that Översikt shows for the meeting, when it is what the meeting's page lists."""
    row = next(row for row in overview.overview(bra.office, 9).next_meetings if row.meeting.ref == ref)
    view = reading.meeting_view(bra.office, ref)
    before_notice = row.step is not None and row.step.state is MeetingState.CALLED
    assert row.missing == len(view.missing) + (len(view.warnings) if before_notice else 0)
    assert row.step == view.step
    return row.missing


def test_a_meeting_with_nothing_in_it_is_missing_what_its_page_lists(bra: Council) -> None:
    empty = planning.plan_meeting(bra.office, planning.MeetingPlan(bra.forum_id, DAY, time(10), items=()))
    assert same_as_read_whole(bra, empty) >= 2
    assert same_as_read_whole(bra, bra.planned(DAY + timedelta(days=1))) == 1  # nobody presents its item yet


def test_a_struck_item_is_no_agenda(bra: Council) -> None:
    ref = bra.planned(agenda=(("Mötets öppnande", ItemType.OPENING),))
    before = same_as_read_whole(bra, ref)
    minutes.strike(bra.office, bra.item(ref))
    assert same_as_read_whole(bra, ref) == before + 1


def test_a_called_meeting_lacks_those_who_lead_it_until_they_are_there(bra: Council) -> None:
    ref = bra.called()
    bra.clock.set(DAY, time(10))
    assert same_as_read_whole(bra, ref) == 2
    attendance.mark_present(bra.office, bra.row(ref, CHAIR))
    assert same_as_read_whole(bra, ref) == 1
    attendance.mark_present(bra.office, bra.row(ref, SECRETARY))
    assert same_as_read_whole(bra, ref) == 0


def test_somebody_who_has_left_is_not_there(bra: Council) -> None:
    ref = bra.called()
    bra.clock.set(DAY, time(10))
    for name in (CHAIR, SECRETARY):
        attendance.mark_present(bra.office, bra.row(ref, name))
    coming_and_going.leave(bra.office, bra.row(ref, CHAIR), time(10, 30))
    assert same_as_read_whole(bra, ref) == 1


def test_somebody_named_for_a_duty_leads_as_well_as_one_whose_role_it_is(bra: Council) -> None:
    ref = bra.called()
    bra.clock.set(DAY, time(10))
    for name in (VICE, SECRETARY):
        attendance.mark_present(bra.office, bra.row(ref, name))
    assert same_as_read_whole(bra, ref) == 1
    attendance.appoint(bra.office, ref, Duty.PRESIDE, bra.people[VICE])
    assert same_as_read_whole(bra, ref) == 0


def test_a_running_meeting_comes_first_and_is_told_by_the_window(bra: Council) -> None:
    later, ref = bra.planned(DAY + timedelta(days=1)), bra.running()
    assert [row.meeting.ref for row in overview.overview(bra.office).next_meetings] == [ref, later]
    found = overview.surroundings(bra.office)
    assert found is not None
    assert found.running is not None
    assert found.running.ref == ref


def test_those_who_sign_are_the_ones_of_the_version_in_force(bra: Council) -> None:
    ref = bra.frozen()
    (waiting,) = overview.overview(bra.office).waiting
    assert waiting.meeting.state is MeetingState.ADJUSTMENT
    view = reading.meeting_view(bra.office, ref)
    assert view.signers
    assert [(s.name, s.has_signed) for s in waiting.signers] == [
        (s.name, s.signed_at is not None) for s in view.signers
    ]


def test_open_and_late_actions_are_counted_as_in_their_list(bra: Council) -> None:
    ref = bra.running()
    home, away = bra.organisations["Kommunledningsförvaltningen"], bra.add_organisation("Polisen")
    for responsible, due in (((home,), date(2026, 1, 5)), ((home, away), date(2027, 1, 5)), ((away,), None)):
        actions.add_action(
            bra.office,
            actions.NewAction("kontakta skolan", item_id=bra.item(ref), responsible=responsible, due=due),
        )
    rows, today = reading.actions(bra.office), bra.office.today()
    found = overview.overview(bra.office)
    assert found.open_actions == sum(row.status.is_open for row in rows) == 3
    assert found.late_actions == sum(is_late(row.status, row.due, today) for row in rows) == 1
    assert [(load.name, load.open, load.late) for load in found.loads] == [
        ("Kommunledningsförvaltningen", 2, 1),
        ("Polisen", 2, 0),
    ]
    around = overview.surroundings(bra.office)
    assert around is not None
    assert around.late == 1


def test_meetings_people_and_memberships_are_those_of_the_lists(bra: Council) -> None:
    bra.planned()
    bra.frozen(DAY + timedelta(days=7))
    listed = reading.meetings(bra.office)
    shown = overview.overview(bra.office).year
    names = ("id", "ref", "forum_id", "forum", "forum_short", "profile", "day", "starts", "ends", "place", "title",
             "state", "notice_days", "adjustment_days")  # fmt: skip
    assert [[getattr(row, name) for name in names] for row in shown] == [
        [getattr(row, name) for name in names] for row in listed
    ]
    around = overview.surroundings(bra.office)
    assert around is not None
    assert around.people == {row.name for row in reading.people(bra.office)} >= {GUEST}
    assert [(m.person, m.role) for m in around.memberships] == [
        (m.person, m.role) for m in reading.memberships(bra.office)
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_no_more_meetings_are_shown_than_asked_for(bra: Council, count: int) -> None:
    for day in range(4):
        bra.planned(DAY + timedelta(days=day))
    assert len(overview.overview(bra.office, count).next_meetings) == count


def test_the_plan_is_counted_from_its_activities_and_the_day_a_council_took_it_up(bra: Council) -> None:
    assert overview.overview(bra.office).plan == overview.PlanLine(0, 0, None, 0)
    for focus in ("Centrum", "Centrum", "Unga", ""):
        actions.add_action(bra.office, actions.NewAction("Gå tillsammans", focus_area=focus))
    assert overview.overview(bra.office).plan == overview.PlanLine(3, 2, None, 0)
