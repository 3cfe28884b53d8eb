"""Which day the way of a meeting shows while it goes on, and afterwards."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bra_desktop.domain.kinds import Capacity, MeetingState
from bra_desktop.domain.swedish_dates import day_and_month
from bra_desktop.services import reading, stepping, steps, undoing
from bra_desktop.services.adjusted import adjustment
from bra_desktop.services.live import attendance, opening
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import planning
from bra_desktop.ui.adjustment.presenter import loaded_of
from bra_desktop.ui.meeting.presenter import Loaded, MeetingPresenter
from bra_desktop.ui.meeting.shown import shown
from tests.ui.almby_office import PLANNED, almby
from tests.ui.at_once import AtOnce

REF = "BRA-2026-12-03"


@pytest.mark.parametrize(
    ("state", "day"),
    [
        (MeetingState.CALLED, "3\xa0december"),
        (MeetingState.IN_PROGRESS, "21\xa0november"),
        (MeetingState.DRAFT, "3\xa0december"),
    ],
)
def test_a_meeting_goes_on_on_the_day_that_it_is_and_was_held_on_its_own(state: MeetingState, day: str) -> None:
    with almby(PLANNED) as office:
        view = reading.meeting_view(office, REF)
    there = replace(view, content=replace(view.content, state=state))
    [line] = [step.line for step in shown(there, date(2026, 11, 21)).steps if step.word == "Pågår"]
    assert line == day


class Screen:
    """The page, of which only what was read is kept."""

    loaded: Loaded

    def show_meeting(self, loaded: Loaded) -> None:
        self.loaded = loaded


def page_of(office: Office) -> Loaded:
    screen = Screen()
    MeetingPresenter(AtOnce(), office, screen).open(REF)  # type: ignore[arg-type]
    return screen.loaded


def test_what_has_been_done_tells_its_day_as_the_history_does() -> None:
    with almby(PLANNED, now=datetime(2026, 11, 21, 9, 0, tzinfo=UTC)) as office:
        planned = day_and_month(min(one.at for one in page_of(office).history).date())
        everybody_is_there(office)
        opening.open_meeting(office, REF)
        opening.close_meeting(office, REF)
        later = replace(office, clock=lambda: datetime(2026, 12, 7, 9, 0, tzinfo=UTC))
        assert days_of(later, "Kallad") == ["21\xa0november"], "without a day on which the notice was sent"
        assert days_of(later, "Granskning") == [""], "that is still to be done"
        change = adjustment.hand_to_review(later, REF)
        assert days_of(later, "Planerad", "Granskning") == [planned, "7\xa0december"]
        assert change is not None
        undoing.undo(later, change.id)
        assert days_of(later, "Granskning") == [""]


def days_of(office: Office, *words: str) -> list[str]:
    """What stands below those steps."""
    return [step.line for step in page_of(office).shown.steps if step.word in words]


def everybody_is_there(office: Office) -> None:
    stepping.simple_step(office, REF, MeetingState.CALLED)
    view = reading.meeting_view(office, REF)
    for who in view.content.participants:
        if who.capacity in (Capacity.MEMBER, Capacity.OFFICIAL):
            attendance.mark_present(office, view.participants[who.person])


def test_after_midnight_a_meeting_is_still_that_of_the_evening_before() -> None:
    with almby(PLANNED, now=datetime(2026, 12, 3, 21, 50, tzinfo=UTC)) as office:
        planning.change_meeting(office, REF, {"starts": time(22, 45), "ends": time(0, 45)})
        assert page_of(office).shown.beside.replace("\xa0", " ").startswith("torsdag kl. 22.45–00.45")
        everybody_is_there(office)
        opening.open_meeting(office, REF)
        night = replace(office, clock=lambda: datetime(2026, 12, 3, 23, 20, tzinfo=UTC))
        top = page_of(night).shown
        assert [step.line for step in top.steps if step.word == "Pågår"] == ["3\xa0december"]
        assert top.beside.replace("\xa0", " ").startswith("torsdag kl. 22.50–00.45")
        opening.close_meeting(night, REF)
        top = page_of(night).shown
        assert top.beside.replace("\xa0", " ").startswith("torsdag kl. 22.50–00.20")
        assert [step.line for step in top.steps if step.word == "Pågår"] == ["3\xa0december"]


def test_a_meeting_opened_late_past_midnight_is_held_on_its_own_day() -> None:
    with almby(PLANNED, now=datetime(2026, 12, 3, 23, 10, tzinfo=UTC)) as office:
        planning.change_meeting(office, REF, {"starts": time(23, 30), "ends": None})
        everybody_is_there(office)
        opening.open_meeting(office, REF)
        top = page_of(office).shown
        assert top.beside.replace("\xa0", " ").startswith("torsdag kl. 00.10")
        assert "meeting/day" not in [one.place for one in top.remarks]


def test_a_meeting_held_on_another_day_says_so_until_its_own_day_is_mended() -> None:
    with almby(PLANNED, now=datetime(2026, 11, 21, 9, 0, tzinfo=UTC)) as office:
        assert page_of(office).shown.beside.startswith("torsdag kl.")
        everybody_is_there(office)
        opening.open_meeting(office, REF)
        _state, told = steps.step(office, REF, MeetingState.DRAFT)
        assert [gap.place for gap in told][:1] == ["meeting/day"], "the command line says it, too"
        top = page_of(office).shown
        assert top.beside.replace("\xa0", " ").startswith("hölls lördag 21 november kl. 10.00")
        assert top.beside_in_short.replace("\xa0", " ").startswith("hölls 21 nov.,")
        assert [step.line for step in top.steps if step.word == "Pågår"] == ["21\xa0november"]
        assert [step.line for step in loaded_of(office, REF).top.steps] == [step.line for step in top.steps]
        [remark] = [one for one in top.remarks if one.place == "meeting/day"]
        assert "3\xa0december" in remark.text
        planning.change_meeting(office, REF, {"day": date(2026, 11, 21)})
        mended = page_of(office).shown
        assert mended.beside.startswith("lördag kl.")
        assert "meeting/day" not in [one.place for one in mended.remarks]
