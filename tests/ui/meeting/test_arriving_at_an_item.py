"""The search leads to an item: the meeting is opened with that item beside its agenda."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from bra_desktop.services import reading
from bra_desktop.services.office import Office
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.meeting.pages import meeting_pages
from tests.ui.almby_office import PLANNED, almby


@pytest.fixture
def office() -> Iterator[Office]:
    with almby(PLANNED) as made:
        yield made


@pytest.mark.parametrize("times", [1, 2])
def test_the_item_that_was_searched_for_is_open(
    qtbot: QtBot, open_window: Callable[..., MainWindow], office: Office, times: int
) -> None:
    """Also when the meeting is the one that is shown already."""
    ref = reading.meetings(office)[0].ref
    items = reading.meeting_view(office, ref).content.items
    window = open_window(*meeting_pages(lambda: office))
    for item in items[2 : 2 + times]:
        window.go("meeting", (ref, f"item/{item.key}"))

        def title_is_shown(wanted: str = item.title) -> bool:
            fields = (edit for edit in window.findChildren(QLineEdit) if edit.isVisible())
            return any(edit.text() == wanted for edit in fields)

        qtbot.waitUntil(title_is_shown)
