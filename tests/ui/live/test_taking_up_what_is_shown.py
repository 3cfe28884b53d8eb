"""Ctrl+Down takes up the item that is shown and waits; the next press goes on to the one after it."""

from collections.abc import Callable

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bra_desktop.domain.numbering import is_taken_up
from bra_desktop.services.live import opening
from bra_desktop.services.office import Office
from bra_desktop.ui.live.scene import Step
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.live.conftest import REF, content
from tests.ui.live.test_closing_panel import hands
from tests.ui.live.test_undoing import CONTROL, KEY, SHIFT, Secretary, begin
from tests.ui.readable import readable

OpenWindow = Callable[..., MainWindow]
WAITS = "Ärendet är inte upptaget än. Ctrl+Pil ned tar upp det."


def taken(office: Office) -> list[int]:
    """The places on the agenda of the items that have been taken up."""
    return [place for place, item in enumerate(content(office).items) if is_taken_up(item)]


def look_at(secretary: Secretary, place: int) -> None:
    """By the agenda and Enter, which takes nothing up."""
    secretary.press(KEY.Key_F6)
    secretary.press(KEY.Key_Home)
    for _ in range(place):
        secretary.press(KEY.Key_Down)
    secretary.press(KEY.Key_Return)
    assert secretary.page.texts.shown == content(secretary.office).items[place].key


def test_the_item_that_is_looked_at_is_taken_up_and_the_next_press_goes_on(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    page = secretary.page
    assert (page.presenter.step(), page.strip.step.text()) == (Step.NEXT, "Nästa ärende")
    look_at(secretary, 4)
    assert taken(running) == [0]
    assert (page.presenter.step(), page.strip.step.text()) == (Step.TAKE_UP, "Ta upp ärendet")
    assert "Ctrl+Pil ned" in page.strip.step.toolTip()
    assert "tar upp" in readable(page.agenda)
    assert WAITS in page.item.note_words()
    secretary.press(KEY.Key_Down, CONTROL)
    assert taken(running) == [0, 4]
    assert page.texts.shown == content(running).items[4].key
    assert page.item.note_words() == ""
    assert page.strip.step.text() == "Nästa ärende"
    secretary.press(KEY.Key_Down, CONTROL)
    assert taken(running) == [0, 4, 5]


def test_the_filled_button_does_what_it_says(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    last = len(content(running).items) - 1
    look_at(secretary, last)
    assert secretary.page.strip.step.text() == "Ta upp ärendet"
    secretary.page.strip.step.click()
    secretary._settle()
    assert taken(running) == [0, last]
    assert secretary.page.strip.step.text() == "Avsluta mötet"


def test_two_quick_presses_take_up_two_items(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    for _ in range(2):
        QTest.keyClick(hands(secretary.page), KEY.Key_Down, CONTROL)
        assert secretary.page.strip.step.text() == "Nästa ärende"
        assert secretary.page.item.note_words() == ""
    secretary._settle()
    assert taken(running) == [0, 1, 2]
    look_at(secretary, 4)
    for _ in range(2):
        QTest.keyClick(hands(secretary.page), KEY.Key_Down, CONTROL)
    secretary._settle()
    assert taken(running) == [0, 1, 2, 4, 5]


def test_an_item_that_was_given_back_can_be_taken_up_by_the_key(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    secretary.press(KEY.Key_Up, CONTROL | SHIFT)
    assert taken(running) == []
    assert WAITS in secretary.page.item.note_words()
    secretary.press(KEY.Key_Down, CONTROL)
    assert taken(running) == [0]


def test_in_a_break_nothing_is_taken_up_and_the_message_says_why(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    opening.adjourn(running, REF)
    secretary.page.presenter.reload()
    secretary._settle()
    look_at(secretary, 3)
    secretary.press(KEY.Key_Down, CONTROL)
    assert taken(running) == [0]
    assert "Mötet är ajournerat" in secretary.told
    assert secretary.page.strip.step.text() == "Ta upp ärendet"


def test_before_the_meeting_nothing_is_said_of_what_is_not_taken_up(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, called: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, called)
    assert secretary.page.presenter.step() is Step.OPEN
    assert WAITS not in secretary.page.item.note_words()
