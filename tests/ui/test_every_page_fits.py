"""Every page fits the smallest screens at every scale, and no word on it is cut off."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from bra_desktop.services import actions, reading
from bra_desktop.services.office import Office
from bra_desktop.services.setting_up import create_municipality
from bra_desktop.system.settings import Settings
from bra_desktop.ui.actions.page import ActionsPage
from bra_desktop.ui.actions.pages import actions_pages
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.meetings.pages import meetings_pages
from bra_desktop.ui.overview.page import OverviewPage
from bra_desktop.ui.overview.pages import overview_pages
from bra_desktop.ui.register.page import RegisterPage
from bra_desktop.ui.register.pages import register_pages
from bra_desktop.ui.register.section import Section
from bra_desktop.ui.settings_page.pages import settings_pages
from bra_desktop.ui.theme.theme import Theme
from tests.ui.almby_office import HELD, PLANNED, almby
from tests.ui.clipping import clipped
from tests.ui.keyboard import part

LEAST, COMMON = (1280, 720), (1366, 768)
SIZES = [(LEAST, 0.85), (LEAST, 1.0), (LEAST, 1.25), (LEAST, 1.6), (COMMON, 1.25)]
ELIDED = ("overview.day_", "overview.meeting_", "ElidedLabel", "ElidedButton")
"""These end in an ellipsis where there is too little room, and tell the rest in their tip."""


@pytest.fixture
def office() -> Iterator[Office]:
    with almby(HELD, PLANNED) as made:
        if reading.municipality(made) is None:
            create_municipality(made, "Almby kommun", "Anna Svedin", "sekreterare", with_forums=False)
        asked = tuple(one.id for one in reading.organisations(made)[:3])
        actions.add_action(made, actions.NewAction("Byt armaturer i gångtunneln vid stationen", asked, asked[0]))
        yield made


@pytest.fixture(params=SIZES, ids=lambda one: f"{one[0][0]}x{one[0][1]}-{one[1]}")
def window(
    request: pytest.FixtureRequest, theme: Theme, open_window: Callable[..., MainWindow], office: Office,
    tmp_path_factory: pytest.TempPathFactory,
) -> MainWindow:  # fmt: skip
    """The window with its places, at one size and scale."""
    size, scale = request.param
    theme.choose(scale=scale)
    settings = Settings(tmp_path_factory.mktemp("settings"))
    places = (overview_pages, meetings_pages, actions_pages, register_pages)
    specs = [spec for place in places for spec in place(lambda: office)]
    return open_window(*specs, *settings_pages(settings), size=size)


def check(qtbot: QtBot, window: MainWindow, what: str) -> None:
    """Fails with what is too large or cut off when the layouts have settled."""

    def fits() -> None:
        asked = window.minimumSizeHint()
        assert asked.width() <= window.width(), f"{what}: {asked.width()} wide"
        assert asked.height() <= window.height(), f"{what}: {asked.height()} high"
        assert [told for told in clipped(window) if not told.startswith(ELIDED)] == [], what

    qtbot.waitUntil(fits, timeout=5000)


def test_the_first_page_fits(window: MainWindow, qtbot: QtBot) -> None:
    window.go("overview")
    page = window.page("overview")
    assert isinstance(page, OverviewPage)
    qtbot.waitUntil(lambda: bool(page.shown().next_meetings))
    check(qtbot, window, "Översikt")


def test_the_list_of_meetings_and_the_form_that_plans_one_fit(window: MainWindow, qtbot: QtBot) -> None:
    window.go("meetings")
    check(qtbot, window, "Möten")
    window.go("meetings", "plan")
    plan = part(window, QPushButton, "meetings.plan")
    qtbot.waitUntil(plan.isVisible)
    check(qtbot, window, "Planera möte")


def test_actions_fit_with_each_pane(window: MainWindow, qtbot: QtBot) -> None:
    window.go("actions")
    page = window.page("actions")
    assert isinstance(page, ActionsPage)
    qtbot.waitUntil(lambda: page.table().rowCount() > 0)
    check(qtbot, window, "Åtgärder")
    line = max(page.table().shown(), key=lambda one: len(one.responsible))
    page.view().choose(line.id)
    page.view().row_opened.emit(line)
    for name, back in (("change", "form"), ("answer", "answer_form")):
        part(window, QPushButton, f"actions.{name}").click()
        check(qtbot, window, f"Åtgärder, {name}")
        part(window, QPushButton, f"actions.{back}.cancel").click()
    part(window, QPushButton, "actions.sheets").click()
    check(qtbot, window, "Åtgärder, ark")


def test_every_tab_of_the_register_fits_with_its_form(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    window.go("register")
    page = window.page("register")
    assert isinstance(page, RegisterPage)
    qtbot.waitUntil(lambda: page.organisations.registered is not None)
    for name, section in (("organisations", page.organisations), ("people", page.people), ("forums", page.forums)):
        page.arrive(name)
        check(qtbot, window, name)
        section.open_new()
        check(qtbot, window, f"{name}, formulär")
        section.close_form()
    page.arrive("municipality")
    check(qtbot, window, "kommunen")
    page.arrive("forums")
    page.open_forum(reading.forums(office)[0])
    insides: tuple[Section[Any], ...] = (page.inside.memberships, page.inside.seats)
    for inside in insides:
        page.inside.show_section(inside is page.inside.seats)
        check(qtbot, window, "i forumet")
        inside.open_row(inside.table.model.shown()[0])
        check(qtbot, window, "i forumet, formulär")
        inside.close_form()


def test_settings_fit(window: MainWindow, qtbot: QtBot) -> None:
    window.go("settings")
    check(qtbot, window, "Inställningar")
