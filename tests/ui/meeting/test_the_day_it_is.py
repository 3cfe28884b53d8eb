"""Which day the way of a meeting shows while it goes on, and afterwards."""

from dataclasses import replace
from datetime import date

import pytest

from bra_desktop.domain.kinds import MeetingState
from bra_desktop.services import reading
from bra_desktop.ui.meeting.shown import shown
from tests.ui.almby_office import PLANNED, almby

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
