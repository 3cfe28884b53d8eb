"""A page that is still being read offers nothing but the way back, and says nothing that it doesn't know."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from bra_desktop.services.meeting_file import meeting_files
from bra_desktop.services.office import Office
from bra_desktop.ui.adjustment.pages import adjustment_pages
from bra_desktop.ui.live.pages import live_pages
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.meeting.pages import meeting_pages
from tests.ui.almby_office import MEETINGS, PLANNED, almby

REF = "BRA-2026-12-03"


@pytest.fixture
def office() -> Iterator[Office]:
    with almby(PLANNED) as made:
        yield made


def pressable(page: QWidget) -> list[str]:
    controls = (*page.findChildren(QAbstractButton), *page.findChildren(QTabBar))
    return [control.objectName() for control in controls if control.isVisible() and control.isEnabled()]


def words(page: QWidget) -> list[str]:
    return [line.text() for line in page.findChildren(QLabel) if line.isVisible() and line.text()]


@pytest.mark.parametrize(
    ("name", "heading"), [("meeting", ["Möte"]), ("adjustment", ["Justera protokoll"]), ("live", [])]
)
def test_only_the_way_back_can_be_pressed_before_a_page_has_been_read(
    qtbot: QtBot, office: Office, open_window: Callable[..., MainWindow], name: str, heading: list[str]
) -> None:
    specs = (*meeting_pages(lambda: office), *adjustment_pages(lambda: office), *live_pages(lambda: office))
    window = open_window(*specs)
    window.go(name, REF)
    page = window.page(name)
    assert page is not None
    assert (pressable(page), words(page)) == ([f"{name}.back"], heading)
    qtbot.waitUntil(lambda: len(pressable(page)) > 3)
    title = next(line for line in page.findChildren(QLabel) if line.property("type") == "h1" and line.isVisible())
    assert title.text()


def test_nothing_of_the_last_meeting_can_be_pressed_while_another_is_read(
    qtbot: QtBot, office: Office, open_window: Callable[..., MainWindow]
) -> None:
    meeting_files.import_meeting(office, MEETINGS / "2026-11-05-est.json")
    window = open_window(*meeting_pages(lambda: office), *adjustment_pages(lambda: office))
    window.go("meeting", REF)
    page = window.page("meeting")
    assert page is not None
    qtbot.waitUntil(lambda: len(pressable(page)) > 3)
    window.go("meeting", "EST-2026-11-05")
    assert (pressable(page), words(page)) == (["meeting.back"], ["Möte"])
    qtbot.waitUntil(lambda: len(pressable(page)) > 3)
