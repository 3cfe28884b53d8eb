"""Ctrl+Z in an item takes what was done last in it, whatever that was: a reservation or a vote as well as words."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from bra_desktop.domain.content import ReservationContent
from bra_desktop.services.live import decisions
from bra_desktop.services.office import Office
from bra_desktop.ui.live.undoing.undo_desk import NOTHING_AGAIN
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.versions.versions_panel import NONE_YET
from tests.ui.live.conftest import content, new_decision, settle
from tests.ui.live.test_undoing import CONTROL, KEY, SHIFT, Secretary, begin

OpenWindow = Callable[..., MainWindow]
DECIDED = "notera informationen"


def reserved(office: Office) -> int:
    return len(content(office).items[0].reservations)


def decide(secretary: Secretary) -> None:
    new_decision(secretary.page)
    secretary.type(DECIDED)
    assert secretary.decided == [DECIDED]


def reserve(secretary: Secretary) -> None:
    """By the form, as a secretary does."""
    secretary.press(KEY.Key_R, CONTROL | SHIFT)
    persons = secretary.page.form.editor("persons")
    assert isinstance(persons, QLineEdit)
    there = content(secretary.office)
    persons.setText(there.person(next(p.person for p in there.participants if p.stays)).name)
    secretary.press(KEY.Key_Return, CONTROL)
    assert not secretary.page.form.is_open(), secretary.page.form.errors()
    assert reserved(secretary.office) == 1


@pytest.mark.parametrize("place", ["att-sats", "text", "agenda"])
def test_the_reservation_goes_before_the_decision_that_it_is_about(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, place: str
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    decide(secretary)
    reserve(secretary)
    if place != "att-sats":
        secretary.press(KEY.Key_F7 if place == "text" else KEY.Key_F6)
    secretary.undo()
    assert (secretary.decided, reserved(running)) == ([DECIDED], 0)
    assert "Ångrat i § 1: Reservation." in secretary.told
    secretary.redo()
    assert (secretary.decided, reserved(running)) == ([DECIDED], 1)
    secretary.undo()
    secretary.press(KEY.Key_F7)
    secretary.undo()
    assert (secretary.decided, reserved(running)) == ([], 0)


@pytest.mark.parametrize("place", ["text", "agenda"])
def test_words_typed_after_the_reservation_go_before_it_and_do_not_hold_it_back(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, place: str
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    decide(secretary)
    reserve(secretary)
    secretary.press(KEY.Key_F7)
    secretary.type("Efter")
    if place == "text":
        secretary.undo()
        assert (secretary.text, secretary.decided, reserved(running)) == ("", [DECIDED], 1)
    else:
        secretary.press(KEY.Key_F6)
    secretary.undo()
    assert (secretary.decided, reserved(running)) == ([DECIDED], 0), secretary.told
    assert secretary.text == ("" if place == "text" else "Efter")


def test_a_reservation_that_others_have_changed_is_not_undone_and_that_is_said(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    reserve(secretary)
    there = content(running).items[0].reservations[0]
    changed = ReservationContent(there.key, there.persons, "Andras skäl")
    decisions.put_reservation(running, content(running).items[0].key, changed)
    secretary.press(KEY.Key_F7)
    secretary.undo()
    assert content(running).items[0].reservations == (changed,)
    assert "har ändrats" in secretary.told


@pytest.mark.parametrize("key", [KEY.Key_F7, KEY.Key_F8])
def test_attendance_does_not_end_what_could_be_done_again_in_the_item(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, key: Qt.Key
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    decide(secretary)
    reserve(secretary)
    secretary.press(KEY.Key_F7)
    secretary.undo()
    secretary.undo()
    assert (secretary.decided, reserved(running)) == ([], 0)
    secretary.press(KEY.Key_F8)
    secretary.press(KEY.Key_End)
    secretary.press(KEY.Key_Space)
    marked = content(running).participants
    secretary.press(key)
    secretary.redo()
    secretary.redo()
    assert (secretary.decided, reserved(running)) == ([DECIDED], 1), secretary.told
    assert content(running).participants == marked


def test_what_is_done_in_the_item_ends_what_could_be_done_again_in_it_and_that_is_said(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    decide(secretary)
    secretary.press(KEY.Key_F7)
    secretary.undo()
    reserve(secretary)
    secretary.redo()
    assert (secretary.decided, reserved(running)) == ([], 1)
    assert NOTHING_AGAIN in secretary.told


@pytest.mark.parametrize("proposed", ["", DECIDED])
def test_the_wording_of_an_undone_decision_is_among_the_versions_that_the_key_shows(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, proposed: str
) -> None:
    secretary = begin(qtbot, open_window, operations, running, proposed)
    if proposed:
        secretary.press(KEY.Key_G, CONTROL)
    else:
        decide(secretary)
        secretary.press(KEY.Key_F7)
    assert secretary.decided == [DECIDED]
    secretary.undo()
    assert secretary.decided == []
    secretary.press(KEY.Key_F8)
    secretary.press(KEY.Key_Space)  # something else is done, so that it cannot be done again
    secretary.press(KEY.Key_F7)
    secretary.press(KEY.Key_H, CONTROL | SHIFT)
    panel = secretary.page.parts.versions
    qtbot.waitUntil(lambda: panel.list.count() == 2)
    assert panel.told() != NONE_YET
    assert DECIDED in panel.view.toPlainText()
    secretary.press(KEY.Key_Return)
    settle(qtbot, secretary.page, operations)
    assert secretary.decided == [DECIDED]


def test_versions_of_an_item_without_a_word_say_so(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    secretary.press(KEY.Key_H, CONTROL | SHIFT)
    panel = secretary.page.parts.versions
    qtbot.waitUntil(lambda: panel.told() == NONE_YET)
    assert panel.list.count() == 0
    assert not panel.item().endswith("/decisions")
