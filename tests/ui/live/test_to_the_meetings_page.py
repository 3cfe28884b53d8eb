"""From Mötesläge to the meeting's own page by a key, which the button and the message about the closing tell."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from bra_desktop.services.office import Office
from bra_desktop.ui.live.keys import KEYS
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.live.pages import live_pages
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.pages import Page, PageSpec
from tests.ui.live.conftest import REF, settle

OpenWindow = Callable[..., MainWindow]
KEY, WORDS = "Ctrl+Skift+M", "Till mötets sida"


class MeetingPage(Page):
    """The meeting's own page, of which only what it is opened for is kept."""

    target: object = None

    def arrive(self, target: object = None) -> None:
        self.target = target


def test_a_key_leads_to_the_meetings_page_when_the_meeting_has_been_closed(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    own = PageSpec("meeting", "Möte", "calendar", MeetingPage, under="meetings")
    window = open_window(*live_pages(lambda: running), own)
    window.activateWindow()
    window.go("live", REF)
    page = window.page("live")
    assert isinstance(page, LivePage)
    qtbot.waitUntil(lambda: page.presenter.scene is not None)
    page.presenter.close_meeting()
    settle(qtbot, page, operations)
    step = window.findChild(QPushButton, "live.step")
    assert step is not None
    assert step.text() == WORDS
    assert KEY in step.toolTip()
    assert (KEY, WORDS) in KEYS
    link = window.findChild(QPushButton, "messages.finished.link")
    assert link is not None
    qtbot.waitUntil(lambda: link.text() == f"{WORDS} ({KEY})")
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(page.item.minutes.editor, Qt.Key.Key_M, control | shift)
    assert window.shown() == "meeting"
    own_page = window.page("meeting")
    assert isinstance(own_page, MeetingPage)
    assert own_page.target == REF
