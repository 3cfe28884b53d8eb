"""The page Register in a window, on the invented municipality or on a new one with nobody in it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from pytestqt.qtbot import QtBot

from bra_desktop.services.office import Office
from bra_desktop.services.setting_up import create_municipality
from bra_desktop.storage.database import Database
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.register.page import RegisterPage
from bra_desktop.ui.register.pages import register_pages
from tests.ui.almby_office import HELD, almby

OpenPage = Callable[..., RegisterPage]


@pytest.fixture
def office() -> Iterator[Office]:
    """The council with its organisations, people, seats and memberships."""
    with almby(HELD) as made:
        create_if_missing(made)
        yield made


@pytest.fixture
def new_office() -> Iterator[Office]:
    """A municipality on its first day: its forums, and you as their secretary."""
    with Database.in_memory() as database:
        made = Office(
            database, "Anna Svedin", "test", lambda: datetime(2026, 11, 21, 9, 0, tzinfo=UTC), lambda: str(uuid4())
        )
        create_municipality(made, "Nyby kommun", "Anna Svedin", "sekreterare")
        yield made


def create_if_missing(office: Office) -> None:
    """A meeting file may bring everything but the municipality."""
    from bra_desktop.services import reading

    if reading.municipality(office) is None:
        create_municipality(office, "Almby kommun", "Anna Svedin", "sekreterare", with_forums=False)


@pytest.fixture
def open_register(qtbot: QtBot, open_window: Callable[..., MainWindow]) -> OpenPage:
    """Opens the page for a target and waits until its rows are there."""

    def opened(office: Office, target: object = None, size: tuple[int, int] = (1366, 768)) -> RegisterPage:
        window = open_window(*register_pages(lambda: office), size=size)
        window.go("register", target)
        page = window.page("register")
        assert isinstance(page, RegisterPage)
        qtbot.waitUntil(lambda: page.organisations.registered is not None)
        return page

    return opened
