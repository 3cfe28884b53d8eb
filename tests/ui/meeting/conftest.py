"""One meeting's page in a window, on the planned council of the invented municipality."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from bra_desktop.services import reading
from bra_desktop.services.office import Office
from bra_desktop.services.reading import MeetingView
from bra_desktop.ui.adjustment.pages import adjustment_pages
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.meeting.page import MeetingPage
from bra_desktop.ui.meeting.pages import meeting_pages
from bra_desktop.ui.meetings.pages import meetings_pages
from bra_desktop.ui.pages import Page, PageSpec
from tests.ui.almby_office import PLANNED, almby

REF = "BRA-2026-12-03"
LIVE = PageSpec("live", "Mötesläge", "play", Page, under="meetings")


class Shown:
    """The window with the meeting open, and the questions and answers that the tests need."""

    def __init__(self, qtbot: QtBot, window: MainWindow, office: Office) -> None:
        self.qtbot, self.window, self.office = qtbot, window, office
        self.questions: list[str] = []
        self.words: list[str] = []
        self.answer = True
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.go("meeting", REF)
        found = window.page("meeting")
        assert isinstance(found, MeetingPage)
        self.page = found
        self.page.ask = self.ask
        self.settle(lambda: self.page._loaded is not None)

    def ask(self, title: str, words: str, _act: str, _icon: str) -> bool:
        self.questions.append(title)
        self.words.append(words)
        return self.answer

    def view(self) -> MeetingView:
        """The meeting as it lies in the data now."""
        return reading.meeting_view(self.office, REF)

    def settle(self, seen: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(seen)

    def reload(self) -> None:
        """What was changed behind the page is read, as when another page had changed it."""
        before = self.page._loaded
        self.page.presenter.load()
        self.settle(lambda: self.page._loaded is not before)


@pytest.fixture
def office() -> Iterator[Office]:
    with almby(PLANNED) as office:
        yield office


@pytest.fixture
def shown(qtbot: QtBot, open_window: Callable[..., MainWindow], office: Office) -> Shown:
    pages = (*meetings_pages(lambda: office), *meeting_pages(lambda: office), *adjustment_pages(lambda: office), LIVE)
    return Shown(qtbot, open_window(*pages), office)
