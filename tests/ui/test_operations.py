"""The road to the database: order on the writer, answers on the window's thread, refusals, crashes, long work."""

import threading
from functools import partial

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from bra_desktop.domain.errors import UserError
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.running import Report


class ExpectedFault(Exception):
    """A fault in the program, made on purpose."""

    expected = True


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    return page


def test_what_was_typed_goes_before_changes_that_wait(qtbot: QtBot, operations: Operations, page: QWidget) -> None:
    order: list[str] = []
    started, release = threading.Event(), threading.Event()
    runner = operations.for_page(page)

    def slow() -> None:
        started.set()
        release.wait(5)
        order.append("first change")

    runner.write(slow)
    assert started.wait(5)
    runner.write(lambda: order.append("second change"))
    runner.write(lambda: order.append("third change"))
    runner.save(lambda: order.append("typed"), lambda _: None, lambda _: None)
    release.set()
    qtbot.waitUntil(lambda: len(order) == 4)
    assert order == ["first change", "typed", "second change", "third change"]


def test_answers_come_on_the_thread_of_the_window(qtbot: QtBot, operations: Operations, page: QWidget) -> None:
    answers: list[tuple[str, bool]] = []
    here = threading.get_ident()
    runner = operations.for_page(page)
    name = lambda: threading.current_thread().name  # noqa: E731
    runner.read(name, lambda name: answers.append((name, threading.get_ident() == here)))
    qtbot.waitUntil(lambda: bool(answers))
    assert answers[0][0].startswith("read")
    assert answers[0][1]


def test_an_older_reading_never_comes_after_a_newer_one(qtbot: QtBot, operations: Operations, page: QWidget) -> None:
    told: list[str] = []
    release = threading.Event()
    runner = operations.for_page(page)

    def slow() -> str:
        release.wait(5)
        return "older"

    runner.reread(slow, told.append)
    runner.reread(lambda: "newer", told.append)
    qtbot.waitUntil(lambda: bool(told))
    with qtbot.waitSignal(operations.rested):
        release.set()
    assert told == ["newer"]


def test_what_is_asked_when_the_window_has_gone_is_not_read(qtbot: QtBot, page: QWidget) -> None:
    operations = Operations()
    read: list[str] = []
    runner = operations.for_page(page)
    runner.read(lambda: read.append("before"), lambda _none: None)
    operations.stop()
    runner.read(lambda: read.append("after"), lambda _none: None)
    assert read == ["before"]


def test_rest_is_told_once_everything_has_been_read_and_told(
    qtbot: QtBot, operations: Operations, page: QWidget
) -> None:
    told: list[str] = []
    release = threading.Event()
    runner = operations.for_page(page)
    operations.rested.connect(lambda: told.append("rest"))

    def refuse() -> None:
        raise UserError("Det går inte. Försök igen.")

    runner.read(lambda: release.wait(5), lambda _: told.append("slow"))
    runner.read(lambda: None, lambda _: told.append("quick"))
    qtbot.waitUntil(lambda: told == ["quick"])
    with qtbot.waitSignal(operations.refused):
        runner.read(refuse, lambda _: told.append("never"))
    release.set()
    qtbot.waitUntil(lambda: "rest" in told)
    assert told == ["quick", "slow", "rest"]


def test_an_answer_whose_page_has_closed_is_dropped(qapp: QApplication, operations: Operations) -> None:
    page, answers = QObject(), []
    release = threading.Event()
    operations.for_page(page).write(lambda: release.wait(5), lambda _: answers.append("told"))
    delete(page)
    release.set()
    operations.wait_for_writes()
    qapp.processEvents()
    assert not answers


def test_open_pages_hear_what_was_changed(qtbot: QtBot, operations: Operations, page: QWidget) -> None:
    with qtbot.waitSignal(operations.changed) as changed:
        operations.for_page(page).write(lambda: None, areas=("actions", "meetings"))
    assert changed.args == [frozenset({"actions", "meetings"})]


def test_a_refusal_reaches_the_message_bar(qtbot: QtBot, operations: Operations, page: QWidget) -> None:
    def refuse() -> None:
        raise UserError("Datumet 2026-02-30 finns inte.", "meeting/day")

    with qtbot.waitSignal(operations.refused) as refused:
        operations.for_page(page).write(refuse)
    assert refused.args is not None
    assert refused.args[0].text == "Datumet 2026-02-30 finns inte."


def test_a_form_may_take_the_refusal_itself(qtbot: QtBot, operations: Operations, page: QWidget) -> None:
    taken: list[str] = []

    def refuse() -> None:
        raise UserError("Skriv ett namn.", "name")

    with qtbot.assertNotEmitted(operations.refused):
        operations.for_page(page).write(refuse, refused=lambda error: taken.append(error.where))
        qtbot.waitUntil(lambda: taken == ["name"])


def test_what_nobody_expected_goes_to_the_crash_dialog(qtbot: QtBot, operations: Operations, page: QWidget) -> None:
    def fail() -> None:
        raise ExpectedFault

    with qtbot.waitSignal(operations.crashed) as crashed:
        operations.for_page(page).read(fail, lambda _: None)
    assert crashed.args is not None
    assert isinstance(crashed.args[0], ExpectedFault)


def test_long_work_tells_how_far_it_is_and_ends_when_asked(qtbot: QtBot, operations: Operations, page: QWidget) -> None:
    told: list[str] = []
    ended: list[bool] = []
    seen = threading.Event()

    def work(report: Report) -> None:
        for row in range(1_000_000):
            report(f"{row} rader", row, 1_000_000)
            if row == 3:
                seen.wait(5)

    handle = operations.for_page(page).work(
        work, lambda _: ended.append(False), lambda words, *_: told.append(words), lambda: ended.append(True)
    )
    qtbot.waitUntil(lambda: len(told) >= 3)
    handle.cancel()
    seen.set()
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == [True]
    assert told[0] == "0 rader"


def test_stopping_does_first_what_waits(qapp: QApplication, page: QWidget) -> None:
    road = Operations()
    done: list[int] = []
    for number in range(50):
        road.for_page(page).write(partial(done.append, number))
    road.stop()
    assert done == list(range(50))
