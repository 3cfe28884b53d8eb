"""Rätta klockslag refuses a time that has not been, and says at once which times contradict each other."""

from collections.abc import Callable
from datetime import UTC, datetime, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from bra_desktop.domain.content import AdjournmentContent
from bra_desktop.services.live import minutes, opening
from bra_desktop.services.office import Office
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.live.conftest import REF, Wall, content, enter, settle

OpenWindow = Callable[..., MainWindow]


@pytest.fixture
def at_work(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> tuple[LivePage, Office]:
    """Half past ten, with a second item going on since 10.20 and a break between 10.05 and 10.10."""
    second = content(running).items[1].key
    wall.later(20)
    opening.set_adjournments(running, REF, (AdjournmentContent(time(10, 5), time(10, 10)),))
    minutes.take_up(running, second)
    wall.later(10)
    page = enter(qtbot, open_window, running)
    page.acts.choose(second)
    settle(qtbot, page, operations)
    return page, running


def correct(page: LivePage, **typed: str) -> list[str]:
    """Types the times in the form, sends it with Enter, and answers what is said to be wrong."""
    page.acts.open_form(page.forms.times())
    for name, words in typed.items():
        field = page.form.editor(name)
        assert isinstance(field, QLineEdit)
        field.setText(words)
    QTest.keyClick(field, Qt.Key.Key_Return)
    return [words.replace("\u00a0", " ") for words in page.form.errors()]


def said(page: LivePage) -> str:
    window = page.window()
    assert isinstance(window, MainWindow)
    return " ".join(window.messages.words()).replace("\u00a0", " ")


@pytest.mark.parametrize("field", ["opened", "began", "ended", "from1", "to1"])
def test_a_time_that_has_not_been_is_refused_at_its_field_and_nothing_is_changed(
    at_work: tuple[LivePage, Office], field: str
) -> None:
    page, office = at_work
    before = content(office)
    for words, told in (("10.31", "10.31"), ("00.10", "00.10")):
        assert correct(page, **{field: words}) == [
            f"Klockan har inte varit {told} än. Skriv ett klockslag som har varit."
        ]
        assert page.form.is_open()
    assert content(office) == before


def test_the_minute_that_goes_on_has_been(
    qtbot: QtBot, operations: Operations, at_work: tuple[LivePage, Office]
) -> None:
    page, office = at_work
    assert correct(page, began="10.30") == []
    settle(qtbot, page, operations)
    assert content(office).items[1].opened_at == time(10, 30)


def test_a_form_that_has_stood_open_takes_what_has_been_meanwhile(
    qtbot: QtBot, operations: Operations, at_work: tuple[LivePage, Office], wall: Wall
) -> None:
    page, office = at_work
    assert correct(page, began="10.31") != []
    wall.later(2)
    page.form.submit()
    settle(qtbot, page, operations)
    assert content(office).items[1].opened_at == time(10, 31)


def test_a_meeting_past_midnight_takes_the_times_of_the_night_that_have_been_and_no_others(
    qtbot: QtBot, operations: Operations, at_work: tuple[LivePage, Office], wall: Wall
) -> None:
    page, office = at_work
    wall.now = datetime(2026, 12, 3, 23, 15, tzinfo=UTC)  # a quarter past midnight in Sweden
    assert correct(page, ended="00.16") == ["Klockan har inte varit 00.16 än. Skriv ett klockslag som har varit."]
    assert correct(page, ended="00.10") == []
    settle(qtbot, page, operations)
    assert content(office).items[1].closed_at == time(0, 10)


@pytest.mark.parametrize(
    ("start", "end", "what"),
    [("began", "ended", "§ 2"), ("from1", "to1", "Ajournering 1")],
)
def test_an_end_before_its_start_is_refused_at_its_field_and_nothing_is_changed(
    at_work: tuple[LivePage, Office], start: str, end: str, what: str
) -> None:
    page, office = at_work
    before = content(office)
    assert correct(page, opened="09.55", **{start: "10.20", end: "10.15"}) == [
        f"{what} slutade kl. 10.15 men började först kl. 10.20. Ändra ett av klockslagen."
    ]
    assert content(office) == before


def test_an_item_that_would_begin_before_the_one_before_it_ended_is_told_at_once(
    qtbot: QtBot, operations: Operations, at_work: tuple[LivePage, Office]
) -> None:
    page, office = at_work
    minutes.set_clock(office, content(office).items[0].key, closed_at=time(10, 18))
    page.presenter.reload()
    settle(qtbot, page, operations)
    assert correct(page, began="10.15") == []
    settle(qtbot, page, operations)
    assert "§ 2 började kl. 10.15 men § 1 slutade först kl. 10.18. Rätta det ena klockslaget." in said(page)


def test_a_meeting_that_would_be_opened_after_its_first_item_began_is_told_at_once(
    qtbot: QtBot, operations: Operations, at_work: tuple[LivePage, Office]
) -> None:
    page, _office = at_work
    assert correct(page, opened="10.04") == []
    settle(qtbot, page, operations)
    assert "Mötet öppnades kl. 10.04 men § 1 började redan kl. 10.00" in said(page)


def test_what_was_at_odds_already_is_not_told_again_when_another_time_is_corrected(
    qtbot: QtBot, operations: Operations, at_work: tuple[LivePage, Office]
) -> None:
    page, _office = at_work
    correct(page, opened="10.04")
    settle(qtbot, page, operations)
    page.window().messages.clear()  # type: ignore[attr-defined]
    assert correct(page, ended="10.29") == []
    settle(qtbot, page, operations)
    assert "10.04" not in said(page)
