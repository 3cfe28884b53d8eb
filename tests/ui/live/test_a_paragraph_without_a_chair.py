"""A § decided with nobody in the chair is named before the meeting closes and before the draft is handed in."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from bra_desktop.domain.content import RecusalContent
from bra_desktop.domain.guards import warnings_for
from bra_desktop.domain.kinds import Duty, MeetingState
from bra_desktop.domain.officers import candidates
from bra_desktop.services.live import decisions
from bra_desktop.services.office import Office
from bra_desktop.ui.live.closing.closing_lines import lead_words, told_gaps
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.live.conftest import content, enter, settle

OpenWindow = Callable[..., MainWindow]
WORDS = "saknar ordförande. Ange vem som ledde mötet då."


@pytest.fixture
def headless(running: Office) -> Office:
    """Everybody who might lead is disqualified in the first item, where something is decided."""
    item = content(running).items[0].key
    here = {who.person for who in content(running).participants if who.stays}
    for n, person in enumerate(candidates(content(running), Duty.PRESIDE, item)):
        if person in here:
            decisions.put_recusal(running, item, RecusalContent(f"out{n}", person))
    decisions.add_decision(running, item, "anta planen")
    return running


def test_the_closing_list_names_it_and_leads_to_the_choice_of_chair(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, headless: Office
) -> None:
    page: LivePage = enter(qtbot, open_window, headless)
    page.acts.ask_close()
    settle(qtbot, page, operations)
    qtbot.waitUntil(page.closing.isVisible)
    [gap] = [gap for gap in page.closing.gaps() if WORDS in gap.text]
    assert gap.text.replace("\u00a0", " ").startswith(f"§ 1 {content(headless).items[0].title}")
    assert lead_words(gap.place) == "till ordföranden"
    page.closing.place_chosen.emit(gap.place)
    settle(qtbot, page, operations)
    form = page.form.form()
    assert form is not None
    assert form.name == "officers"


def test_it_stands_among_what_is_said_before_the_draft_is_handed_in_as_long_as_something_is_decided(
    headless: Office,
) -> None:
    there = content(headless)
    assert [one for one in warnings_for(there, MeetingState.REVIEW) if WORDS in one.text]
    undecided = replace(there, items=tuple(replace(item, decisions=()) for item in there.items))
    assert not [one for one in warnings_for(undecided, MeetingState.REVIEW) if WORDS in one.text]


def test_on_a_shared_screen_a_marked_one_tells_nothing_of_who_led(headless: Office) -> None:
    there = content(headless)
    marked = replace(there, items=(replace(there.items[0], confidential="OSL 21:1"), *there.items[1:]))
    gaps = tuple(one for one in warnings_for(marked, MeetingState.DRAFT) if WORDS in one.text)
    assert len(gaps) == 1
    [told] = told_gaps(marked, gaps, shared=True)
    assert "ordförande" not in told.text
    assert marked.items[0].title not in told.text
