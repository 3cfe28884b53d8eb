"""Going back leads to the meeting that was shown, also on a page that was made anew meanwhile."""

from datetime import date, time

import pytest
from pytestqt.qtbot import QtBot

from bra_desktop.services import reading
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import planning
from bra_desktop.services.preparing.planning import MeetingPlan
from bra_desktop.ui.adjustment.page import AdjustmentPage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.meeting.page import MeetingPage
from bra_desktop.ui.theme.theme import Theme
from tests.ui.meeting.conftest import REF, Shown


def page_of(window: MainWindow) -> MeetingPage:
    page = window.page("meeting")
    assert isinstance(page, MeetingPage)
    return page


def another(office: Office) -> str:
    """The reference of one more meeting."""
    forum = reading.forums(office)[0]
    return planning.plan_meeting(office, MeetingPlan(forum_id=forum.id, day=date(2027, 2, 4), starts=time(10)))


def shows(page: MeetingPage, ref: str) -> bool:
    return page._loaded is not None and page._loaded.view.content.ref == ref


@pytest.mark.parametrize("tab", ["people", "document"])
def test_a_meeting_left_for_another_size_is_there_again_with_its_tab(
    qtbot: QtBot, theme: Theme, shown: Shown, tab: str
) -> None:
    window = shown.window
    window.go("meeting", (REF, tab))
    before = shown.page
    window.go("live")
    theme.choose("light", 1.25)
    qtbot.waitUntil(lambda: window.page("meeting") is not before)
    window.go_back()
    qtbot.waitUntil(lambda: shows(page_of(window), REF))
    assert page_of(window).here() == (REF, tab)


def test_back_from_another_meeting_leads_to_the_first(qtbot: QtBot, shown: Shown, office: Office) -> None:
    window, other = shown.window, another(office)
    window.go("meetings")
    window.go("meeting", REF)
    window.go("meeting", (REF, "people"))
    window.go("meeting", other)
    qtbot.waitUntil(lambda: shows(shown.page, other))
    window.go_back()
    qtbot.waitUntil(lambda: shows(shown.page, REF))
    assert shown.page.here() == (REF, "people")
    window.go_back()
    assert window.shown() == "meetings"


def test_signatures_left_for_another_size_are_there_again(qtbot: QtBot, theme: Theme, shown: Shown) -> None:
    window = shown.window
    window.go("adjustment", REF)
    before = window.page("adjustment")
    window.go("live")
    theme.choose("light", 1.25)
    qtbot.waitUntil(lambda: window.page("adjustment") is not before)
    window.go_back()
    page = window.page("adjustment")
    assert isinstance(page, AdjustmentPage)
    assert page.here() == (REF, "")
