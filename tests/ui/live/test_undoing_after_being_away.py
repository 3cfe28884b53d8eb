"""What was done in Mötesläge can still be undone when one has been elsewhere in the program and is back."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from bra_desktop.services.live import decisions
from bra_desktop.services.office import Office
from bra_desktop.ui.live.undoing.undo_desk import NOTHING
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.live.conftest import REF, content, new_decision, settle
from tests.ui.live.test_undoing import CONTROL, KEY, Secretary, begin

OpenWindow = Callable[..., MainWindow]


def away_and_back(qtbot: QtBot, secretary: Secretary) -> None:
    """To another page of the program, and to Mötesläge again."""
    page = secretary.page
    page.leave()
    page.arrive(REF)
    qtbot.waitUntil(lambda: page.presenter.scene is not None and not page.presenter.busy())
    secretary._settle()


def test_attendance_marked_before_one_went_is_undone_and_done_again(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    before = content(running).participants
    secretary.press(KEY.Key_F8)
    secretary.press(KEY.Key_Space)
    after = content(running).participants
    assert after != before
    away_and_back(qtbot, secretary)
    secretary.press(KEY.Key_F8)
    secretary.undo()
    assert content(running).participants == before, secretary.told
    away_and_back(qtbot, secretary)
    secretary.press(KEY.Key_F8)
    secretary.redo()
    assert content(running).participants == after, secretary.told


@pytest.mark.parametrize("place", ["text", "agenda"])
def test_a_decision_and_the_words_round_it_go_in_the_order_of_time(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, place: str
) -> None:
    secretary = begin(qtbot, open_window, operations, running, "anta planen")
    secretary.type("Innan")
    secretary.press(KEY.Key_G, CONTROL)
    secretary.type("efter")
    away_and_back(qtbot, secretary)
    secretary.press(KEY.Key_F7 if place == "text" else KEY.Key_F6)
    if place == "text":
        assert secretary.seen == "Innanefter"
        secretary.undo()
        assert (secretary.text, secretary.decided) == ("Innan", ["anta planen"])
    secretary.undo()
    assert secretary.decided == []
    if place == "text":
        secretary.undo()
        assert secretary.text == ""


def test_an_att_sats_that_was_typed_is_undone_and_done_again(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    new_decision(secretary.page)
    secretary.type("notera informationen")
    away_and_back(qtbot, secretary)
    secretary.press(KEY.Key_F6)
    secretary.undo()
    assert secretary.decided == []
    secretary.redo()
    assert secretary.decided == ["notera informationen"]


def test_what_has_been_changed_meanwhile_is_not_undone_and_that_is_said(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running, "anta planen")
    secretary.press(KEY.Key_G, CONTROL)
    decisions.change_decision(running, content(running).items[0].decisions[0].key, "avslå planen")
    away_and_back(qtbot, secretary)
    secretary.press(KEY.Key_F6)
    secretary.undo()
    assert secretary.decided == ["avslå planen"]
    assert "har ändrats igen" in secretary.told


def test_another_meeting_has_nothing_to_undo_and_the_first_one_still_has(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    presenter = secretary.page.presenter
    before = content(running).participants
    secretary.press(KEY.Key_F8)
    secretary.press(KEY.Key_Space)
    first = presenter.timeline
    presenter.open("BRA-2030-01-01")
    assert presenter.timeline.last() is None
    presenter.open(REF)
    assert presenter.timeline is first
    settle(qtbot, secretary.page, operations)
    away_and_back(qtbot, secretary)
    secretary.press(KEY.Key_F8)
    secretary.undo()
    assert content(running).participants == before
    secretary.undo()
    assert NOTHING in secretary.told
