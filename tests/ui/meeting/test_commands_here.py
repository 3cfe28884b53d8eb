"""The palette on a meeting's page: its own next step comes first, and the key that it shows does what it says."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.meeting.pages import meeting_pages
from bra_desktop.ui.meetings.page import MeetingsPage
from bra_desktop.ui.palette.commands import commands_of
from tests.ui.almby_office import HELD, almby
from tests.ui.meeting.conftest import LIVE, REF, Shown
from tests.ui.palette.everyday import found
from tests.ui.palette.leader import Leader


def test_the_next_step_of_the_meeting_is_the_first_command_and_takes_it(shown: Shown) -> None:
    first = commands_of(Leader(shown.window))[0]
    assert first.words == "Granska kallelsen"
    first.act()
    assert shown.page.here()[1] == "document"
    assert commands_of(Leader(shown.window))[0].words == "Skapa kallelsen"


@pytest.mark.parametrize("typed", ["öppna mötet", "starta mötet", "till mötesläget"])
def test_a_meeting_that_is_not_called_says_when_it_can_be_opened_and_leads_there(shown: Shown, typed: str) -> None:
    commands = commands_of(Leader(shown.window))
    assert found(commands, typed)[0] == "Öppna mötet"
    opening = next(one for one in commands if one.words == "Öppna mötet")
    assert opening.about == "Går när kallelsen är skapad. Visar kallelsen som den blir"
    for _twice in range(2):
        opening.act()
        assert shown.page.here()[1] == "document"
        assert commands_of(Leader(shown.window))[0].words == "Skapa kallelsen"


def test_a_called_meeting_is_opened_by_its_next_step(shown: Shown) -> None:
    for _step in range(2):
        commands_of(Leader(shown.window))[0].act()
    shown.settle(lambda: commands_of(Leader(shown.window))[0].words == "Öppna mötet")
    for typed in ("öppna mötet", "starta mötet", "till mötesläget"):
        assert found(commands_of(Leader(shown.window)), typed)[0] == "Öppna mötet"


def test_elsewhere_there_is_no_step_of_a_meeting(shown: Shown) -> None:
    shown.window.go("meetings")
    assert not {"Granska kallelsen", "Skapa kallelsen"} & {c.words for c in commands_of(Leader(shown.window))}


@pytest.mark.parametrize("page", ["meeting", "meetings", "adjustment"])
def test_the_key_of_planning_works_where_it_is_shown(shown: Shown, page: str) -> None:
    shown.window.go(page)
    plan = next(c for c in commands_of(Leader(shown.window)) if c.words == "Planera möte")
    shown.settle(shown.window.isActiveWindow)
    QTest.keyClick(shown.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    if plan.key:
        shown.settle(lambda: isinstance(shown.window.page("meetings"), MeetingsPage))
        listed = shown.window.page("meetings")
        assert isinstance(listed, MeetingsPage)
        shown.settle(listed._form.isVisible)
    else:
        assert shown.window.shown() == page


@pytest.fixture
def held(qtbot: QtBot, open_window: Callable[..., MainWindow]) -> Iterator[Shown]:
    with almby(HELD, now=datetime(2026, 12, 4, 9, tzinfo=UTC)) as office:
        yield Shown(qtbot, open_window(*meeting_pages(lambda: office), LIVE), office)


def test_what_stands_in_the_head_of_the_page_and_in_its_menu_is_found_by_name(held: Shown) -> None:
    commands = {command.words: command for command in commands_of(Leader(held.window))}
    assert {"Ändra texten", "Ändra tid och plats", "Exportera mötesfil"} <= set(commands)
    commands["Ändra texten"].act()
    assert held.window.shown() == "live"


@pytest.mark.parametrize(("typed", "tab"), [("närvaro", "people"), ("handlingar", "annexes"), ("historik", "history")])
def test_the_tabs_of_the_page_are_found_by_their_names(shown: Shown, typed: str, tab: str) -> None:
    commands = commands_of(Leader(shown.window))
    name = found(commands, typed)[0]
    assert name.casefold() == typed
    next(one for one in commands if one.words == name).act()
    assert shown.page.here()[1] == tab


def test_the_text_is_changed_in_the_item_that_is_chosen(held: Shown) -> None:
    went: list[object] = []
    held.page.context = replace(held.page.context, go=lambda page, target: went.append((page, target)))
    third = held.view().content.items[2].key
    held.page.head._live.click()
    held.page.parts.agenda.table.choose(third)
    held.page.head._live.click()
    held.page.side.open_item(held.view().content.items[4].key)
    held.page.head._live.click()
    opened = [(REF, f"item/{key}") for key in (third, held.view().content.items[4].key)]
    assert went == [("live", REF), *(("live", target) for target in opened)]


def test_the_way_to_the_text_is_not_offered_before_the_meeting(shown: Shown) -> None:
    assert "Ändra texten" not in {command.words for command in commands_of(Leader(shown.window))}
