"""What a secretary would type in Ctrl+K finds what she means among the first three, whatever the command is called."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bra_desktop.services.office import Office
from bra_desktop.system.paths import Paths
from bra_desktop.system.settings import Settings
from bra_desktop.ui.actions.pages import actions_pages
from bra_desktop.ui.desk import Running
from bra_desktop.ui.live.pages import live_pages
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.meetings.pages import meetings_pages
from bra_desktop.ui.overview.pages import overview_pages
from bra_desktop.ui.palette.commands import commands_of
from bra_desktop.ui.palette.palette import Palette
from bra_desktop.ui.palette.presenter import Command
from bra_desktop.ui.register.page import RegisterPage
from bra_desktop.ui.register.pages import register_pages
from bra_desktop.ui.settings_page.pages import settings_pages
from tests.ui.almby_office import HELD, almby
from tests.ui.palette.everyday import ANYWHERE, found, missed
from tests.ui.palette.leader import Leader


class DeskOf:
    """A desk at which this office sits."""

    def __init__(self, office: Office) -> None:
        self.office = office


@pytest.fixture
def office() -> Iterator[Office]:
    with almby(HELD) as made:
        yield made


@pytest.fixture
def window(open_window: Callable[..., MainWindow], office: Office, tmp_path: Path) -> MainWindow:
    def at() -> Office:
        return office

    settings = Settings(Paths.in_folder(tmp_path).config)
    specs = (
        *overview_pages(at), *meetings_pages(at), *live_pages(at), *actions_pages(at), *register_pages(at),
        *settings_pages(settings),
    )  # fmt: skip
    window = open_window(*specs)
    window.go("settings")
    return window


def command(window: MainWindow, name: str) -> Command:
    return next(one for one in commands_of(Leader(window)) if one.words == name)


def test_everyday_words_find_what_is_meant_from_any_page(window: MainWindow) -> None:
    assert missed(commands_of(Leader(window)), ANYWHERE) == {}


@pytest.mark.parametrize("typed", ["utse justerare", "fortsätt mötet", "till mötesläget", "begär omröstning", "rast"])
def test_what_is_done_in_a_running_meeting_leads_there_from_any_page(window: MainWindow, typed: str) -> None:
    commands = commands_of(Leader(window), Running("BRA-2026-12-03", "BRÅ 3 december"))
    assert found(commands, typed)[0] == "Fortsätt mötet"


def test_words_that_tell_nothing_find_no_command(window: MainWindow) -> None:
    assert found(commands_of(Leader(window)), "hur gör man") == []


def test_the_headings_of_a_forum_are_one_command_away(window: MainWindow, qtbot: QtBot) -> None:
    command(window, "Rubriker på papper").act()
    page = window.page("register")
    assert isinstance(page, RegisterPage)
    qtbot.waitUntil(page.inside.headings.isVisible)


def test_the_seats_of_a_forum_are_one_command_away(window: MainWindow, qtbot: QtBot) -> None:
    command(window, "Uppdrag och platser").act()
    page = window.page("register")
    assert isinstance(page, RegisterPage)
    qtbot.waitUntil(page.inside.memberships.isVisible)


def test_the_register_of_decisions_is_one_command_away(window: MainWindow, qtbot: QtBot) -> None:
    command(window, "Beslutsregister").act()
    page = window.page("register")
    assert isinstance(page, RegisterPage)
    qtbot.waitUntil(page.forums.decisions.hasFocus)


@pytest.mark.parametrize(
    ("name", "part"),
    [("Ny person", "people"), ("Ny organisation", "organisations"), ("Nytt forum", "forums"), ("Ny fras", "phrases")],
)
def test_the_form_of_something_new_is_one_command_away(window: MainWindow, qtbot: QtBot, name: str, part: str) -> None:
    command(window, name).act()
    page = window.page("register")
    assert isinstance(page, RegisterPage)
    qtbot.waitUntil(lambda: getattr(page, part).form.isVisible())


def test_the_form_of_a_new_action_is_one_command_away(window: MainWindow, qtbot: QtBot) -> None:
    command(window, "Ny åtgärd").act()
    page = window.page("actions")
    assert page is not None
    form = page.findChild(QWidget, "actions.form.text")
    assert form is not None
    qtbot.waitUntil(form.isVisible)


def test_who_has_opened_the_palette_again_meanwhile_keeps_the_keyboard_there(
    window: MainWindow, qtbot: QtBot, office: Office
) -> None:
    palette = Palette(window, DeskOf(office), lambda: ())  # type: ignore[arg-type]
    read: list[None] = []
    command(window, "Ny fras").act()
    palette.open()
    window.operations.rested.connect(lambda: read.append(None))
    qtbot.waitUntil(lambda: bool(read))
    assert palette.line.hasFocus()
    page = window.page("register")
    assert isinstance(page, RegisterPage)
    assert not page.phrases.form.isVisible()


def test_every_page_of_the_navigation_and_every_choice_of_look_has_a_command(window: MainWindow) -> None:
    names = [one.words for one in commands_of(Leader(window))]
    assert {f"Gå till {spec.title}" for spec in window.places()} <= set(names)
    assert sum(name.startswith("Utseende:") for name in names) == 4
    assert sum(name.startswith("Storlek:") for name in names) == 4
