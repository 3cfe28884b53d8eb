"""A meeting that was adjourned, or never closed, taken up on another day: asked about before anything is written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bra_desktop.domain.kinds import MeetingState
from bra_desktop.services import reading, undoing
from bra_desktop.services.live import decisions, minutes, opening
from bra_desktop.services.office import Office
from bra_desktop.ui.live.course import agenda, item_clock, strip
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.live.pages import live_pages
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.meeting.pages import meeting_pages
from bra_desktop.ui.operations import Operations
from tests.ui.live.conftest import REF, Wall, content, settle
from tests.ui.live.test_closing_panel import hands
from tests.ui.live.test_undoing import begin

OpenWindow = Callable[..., MainWindow]
KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
ADJOURNED = (
    "Mötet ajournerades torsdag 3 december kl. 14.04. Protokollet gäller en dag. Avsluta mötet kl. 14.04 och för över "
    "det som återstår till ett fortsatt möte, med egen kallelse och eget protokoll. "
    "Gick datorns klocka fel kan du fortsätta ändå och rätta klockslagen sedan."
)


@pytest.fixture
def next_day(running: Office, wall: Wall) -> Office:
    """Its second item was taken up at 13.56; adjourned at 14.04, and now it is five past twelve the day after."""
    wall.later(3 * 60 + 56)
    minutes.take_up(running, content(running).items[1].key)
    wall.later(8)
    opening.adjourn(running, REF)
    wall.later(22 * 60 + 1)
    return running


def happened(office: Office) -> int:
    return len(undoing.meeting_history(office, REF))


def test_the_key_asks_before_it_resumes_on_another_day_and_esc_leaves_everything(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, next_day: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, next_day)
    before, asked = happened(next_day), secretary.page.parts.asked
    secretary.press(KEY.Key_F12)
    qtbot.waitUntil(asked.isVisible)
    assert asked.words.replace("\u00a0", " ") == f"Avsluta mötet kl. 14.04? {ADJOURNED}"
    secretary.press(KEY.Key_Return)
    qtbot.waitUntil(lambda: not asked.isVisible())
    secretary.press(KEY.Key_F12)
    qtbot.waitUntil(asked.isVisible)
    secretary.press(KEY.Key_Escape)
    qtbot.waitUntil(lambda: not asked.isVisible())
    assert secretary.page.item.minutes.editor.hasFocus()
    assert happened(next_day) == before
    assert not secretary.page.closing.isVisible()


def test_it_is_closed_as_of_the_adjournment_and_what_is_left_gets_a_meeting_of_today(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, next_day: Office
) -> None:
    window = open_window(*meeting_pages(lambda: next_day), *live_pages(lambda: next_day))
    window.activateWindow()
    window.go("live", REF)
    page = window.page("live")
    assert isinstance(page, LivePage)
    qtbot.waitUntil(lambda: page.presenter.scene is not None)
    asked, closing = page.parts.asked, page.closing
    page.presenter.adjourn_or_resume()
    qtbot.waitUntil(asked.isVisible)
    asked.buttons[0].click()
    qtbot.waitUntil(closing.isVisible)
    qtbot.waitUntil(closing.is_listening)
    assert closing.title.replace("\u00a0", " ") == "Avsluta mötet torsdag 3 december kl. 14.04"
    assert not [gap.text for gap in closing.gaps() if "kl." in gap.text]
    QTest.keyClick(hands(page), KEY.Key_A, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(asked.isVisible)
    assert asked.words.startswith("Planera ett fortsatt möte i dag? Det här återstår: ")
    asked.buttons[0].click()
    qtbot.waitUntil(lambda: window.shown() == "meeting")
    closed = content(next_day)
    assert (closed.state, closed.closed_at, closed.adjournments) == (MeetingState.DRAFT, time(14, 4), ())
    new = next(row for row in reading.meetings(next_day) if row.ref != REF and row.day == closed.date + timedelta(1))
    assert "Fortsatt möte från 3 december 2026" in next_day.content(new.ref).title


@pytest.mark.parametrize("key", [KEY.Key_Down, KEY.Key_Return])
def test_the_next_item_and_a_new_att_sats_ask_too(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, next_day: Office, key: Qt.Key
) -> None:
    secretary = begin(qtbot, open_window, operations, next_day)
    lines = len(secretary.page.item.decisions.lines)
    secretary.press(key, CONTROL)
    qtbot.waitUntil(secretary.page.parts.asked.isVisible)
    secretary.press(KEY.Key_Escape)
    assert len(secretary.page.item.decisions.lines) == lines
    assert content(next_day).items[2].paragraph is None


def test_what_it_never_came_to_is_named_once_and_what_was_written_there_is_told(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, next_day: Office
) -> None:
    decisions.add_decision(next_day, content(next_day).items[4].key, "att vänta")
    secretary = begin(qtbot, open_window, operations, next_day)
    secretary.press(KEY.Key_F12)
    qtbot.waitUntil(secretary.page.parts.asked.isVisible)
    secretary.page.parts.asked.buttons[0].click()
    qtbot.waitUntil(secretary.page.closing.isVisible)
    told = [gap.text for gap in secretary.page.closing.gaps() if "inte behandlad" in gap.text]
    title = content(next_day).items[4].title
    assert told == [f"Punkt\u00a05 {title} är inte behandlad, så det som står där kommer inte med i protokollet."]


def test_one_that_went_on_all_the_same_says_at_the_close_that_it_has_two_days(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, next_day: Office
) -> None:
    opening.resume(next_day, REF)
    secretary = begin(qtbot, open_window, operations, next_day)
    secretary.page.acts.ask_close()
    qtbot.waitUntil(secretary.page.closing.isVisible)
    told = [gap.text for gap in secretary.page.closing.gaps() if "gäller en dag" in gap.text]
    words = "Mötet öppnades torsdag 3 december och avslutas fredag 4 december, men protokollet gäller en dag. "
    assert [one.replace("\u00a0", " ") for one in told] == [f"{words}Rätta klockslagen."]


def test_it_can_be_resumed_all_the_same_and_is_then_asked_about_no_more(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, next_day: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, next_day)
    secretary.press(KEY.Key_F12)
    qtbot.waitUntil(secretary.page.parts.asked.isVisible)
    secretary.page.parts.asked.buttons[1].click()
    qtbot.waitUntil(lambda: content(next_day).adjournments[0].to_time is not None)
    settle(qtbot, secretary.page, operations)
    secretary.press(KEY.Key_Down, CONTROL)
    qtbot.waitUntil(lambda: content(next_day).items[2].paragraph is not None)
    assert not secretary.page.parts.asked.isVisible()


def test_one_that_nobody_closed_is_asked_about_before_the_next_item_gets_its_paragraph(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    wall.later(24 * 60)
    secretary = begin(qtbot, open_window, operations, running)
    asked = secretary.page.parts.asked
    secretary.press(KEY.Key_Down, CONTROL)
    qtbot.waitUntil(asked.isVisible)
    assert "Det senaste antecknades torsdag 3 december kl. 10.00. Protokollet gäller en dag." in asked.words.replace(
        "\u00a0", " "
    )
    asked.cancel.click()
    settle(qtbot, secretary.page, operations)
    assert content(running).items[1].paragraph is None
    secretary.press(KEY.Key_Down, CONTROL)
    qtbot.waitUntil(asked.isVisible)
    asked.buttons[1].click()
    qtbot.waitUntil(lambda: content(running).items[1].paragraph is not None)


def test_the_night_counts_in_no_clock_of_an_item(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, next_day: Office
) -> None:
    scene = begin(qtbot, open_window, operations, next_day).page.presenter.scene
    assert scene is not None
    shown = scene.at_item(scene.ongoing)
    assert item_clock(shown, time(12, 5)).words.startswith("8 ")
    assert any(" 8 " in f" {row.below} " for row in agenda(scene, time(12, 5)))
    assert strip(scene, time(12, 5)).item.replace("\u00a0", " ") == "Ajournerat sedan 3 december kl. 14.04"


def test_a_break_counts_in_no_clock_of_its_item(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, wall: Wall
) -> None:
    wall.later(10)
    opening.adjourn(running, REF)
    wall.later(30)
    opening.resume(running, REF)
    scene = begin(qtbot, open_window, operations, running).page.presenter.scene
    assert scene is not None
    assert item_clock(scene.at_item(scene.ongoing), time(10, 45)).words.startswith("15 ")
