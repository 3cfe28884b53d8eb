"""Saving what is typed: when, how often, what is said, and that nothing typed is lost when it fails."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.ui.autosave import Autosave
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.save_schedule import SaveSchedule, SaveState
from tests.ui.keyboard import type_text


class Clock:
    """A clock that goes when the test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def seconds(self) -> float:
        return self.now

    def local(self) -> datetime:
        return datetime(2026, 12, 3, 14, 32, 5) + timedelta(seconds=self.now - 1000)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def schedule(clock: Clock) -> SaveSchedule:
    return SaveSchedule(clock.seconds, clock.local)


def test_a_save_is_due_400_ms_after_the_first_unsaved_key(schedule: SaveSchedule, clock: Clock) -> None:
    schedule.typed()
    clock.now += 0.3
    schedule.typed()
    assert schedule.wait() == pytest.approx(0.1)


def test_nothing_typed_means_nothing_to_save(schedule: SaveSchedule) -> None:
    assert schedule.wait() is None
    assert schedule.clean


def test_keys_during_a_save_wait_for_the_next_one(schedule: SaveSchedule, clock: Clock) -> None:
    schedule.typed()
    schedule.begun()
    clock.now += 0.1
    schedule.typed()
    assert schedule.wait() is None
    assert not schedule.clean
    schedule.succeeded()
    assert schedule.wait() == pytest.approx(0.4)


def test_the_words_say_when_it_was_saved(schedule: SaveSchedule) -> None:
    schedule.typed()
    assert schedule.words() == "Sparar…"
    schedule.begun()
    schedule.succeeded()
    assert schedule.words() == "Sparat 14.32.05"
    assert schedule.clean


def test_a_failure_is_tried_again_after_longer_and_longer(schedule: SaveSchedule, clock: Clock) -> None:
    schedule.typed()
    waits = []
    for _ in range(7):
        schedule.begun()
        schedule.failed()
        waits.append(schedule.wait())
        assert schedule.words() == "Ej sparat – försöker igen"
    assert waits == pytest.approx([0.5, 1, 2, 5, 10, 10, 10])
    schedule.begun()
    schedule.succeeded()
    assert schedule.state is SaveState.SAVED


def test_after_a_minute_of_failure_a_copy_elsewhere_is_offered(schedule: SaveSchedule, clock: Clock) -> None:
    schedule.typed()
    clock.now += 61
    schedule.begun()
    schedule.failed()
    assert schedule.words() == "Ej sparat sedan 14.32. Spara en kopia…"


def test_what_is_typed_while_a_save_is_on_its_way_is_unsaved_until_its_own_save(schedule: SaveSchedule) -> None:
    schedule.typed()
    schedule.begun()
    schedule.typed()
    schedule.begun()
    schedule.succeeded()
    assert schedule.state is SaveState.SAVING
    schedule.succeeded()
    assert schedule.clean


def test_text_that_a_rule_refuses_is_not_tried_again(schedule: SaveSchedule) -> None:
    schedule.typed()
    schedule.begun()
    schedule.given_up()
    assert schedule.wait() is None
    assert schedule.state is SaveState.SAVED


class Desk:
    """A field, its autosave, and a disk that can be full."""

    def __init__(self, operations: Operations, clock: Clock) -> None:
        self.widget = QWidget()
        self.field, self.other = QLineEdit(self.widget), QLineEdit(self.widget)
        layout = QVBoxLayout(self.widget)
        layout.addWidget(self.field)
        layout.addWidget(self.other)
        self.disk: list[str] = []
        self.trouble: Exception | None = None
        runner = operations.for_page(self.widget)
        self.autosave = Autosave(runner, self._snapshot, clock.local, self.widget)
        self.autosave.watch(self.field)
        self.field.textEdited.connect(self.autosave.touched)

    def _snapshot(self) -> Callable[[], object]:
        text = self.field.text()

        def write() -> None:
            if self.trouble is not None:
                raise self.trouble
            self.disk.append(text)

        return write


@pytest.fixture
def desk(qtbot: QtBot, operations: Operations, clock: Clock) -> Desk:
    desk = Desk(operations, clock)
    qtbot.addWidget(desk.widget)
    desk.widget.show()
    desk.widget.activateWindow()
    qtbot.waitExposed(desk.widget)
    desk.field.setFocus()
    return desk


def test_what_is_typed_reaches_the_disk_by_itself(qtbot: QtBot, desk: Desk) -> None:
    type_text(desk.field, "Rådet åt ärtsoppa – § 41")
    assert not desk.autosave.clean()
    qtbot.waitUntil(lambda: desk.disk == ["Rådet åt ärtsoppa – § 41"])
    qtbot.waitUntil(desk.autosave.clean)


def test_it_is_saved_when_the_focus_leaves(qtbot: QtBot, desk: Desk, operations: Operations) -> None:
    type_text(desk.field, "hej")
    desk.other.setFocus()
    operations.wait_for_writes()
    assert desk.disk == ["hej"]


def test_closing_saves_also_while_an_earlier_save_is_on_its_way(desk: Desk, operations: Operations) -> None:
    type_text(desk.field, "h")
    desk.autosave.flush()
    type_text(desk.field, "ej")
    desk.autosave.flush()
    operations.wait_for_writes()
    assert desk.disk == ["h", "hej"]


def test_a_full_disk_loses_nothing(qtbot: QtBot, desk: Desk) -> None:
    desk.trouble = UserError("Disken är full.")
    type_text(desk.field, "kvar")
    with qtbot.waitSignal(desk.autosave.told, check_params_cb=lambda _words, failing: failing):
        desk.autosave.flush()
    assert desk.autosave.words() == "Ej sparat – försöker igen"
    desk.trouble = None
    qtbot.waitUntil(lambda: desk.disk == ["kvar"])


def test_a_locked_protocol_says_no_once(qtbot: QtBot, desk: Desk) -> None:
    desk.trouble = RuleBroken("Protokollet är justerat 2026-12-17 och kan inte ändras.")
    type_text(desk.field, "för sent")
    with qtbot.waitSignal(desk.autosave.refused) as refused:
        desk.autosave.flush()
    assert refused.args is not None
    assert refused.args[0].text.startswith("Protokollet är justerat")
    assert desk.autosave.clean()
