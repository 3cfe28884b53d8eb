"""An office with the invented council's open actions, and the page Åtgärder in a window."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from bra_desktop.domain.kinds import ActionStatus
from bra_desktop.services import actions, reading
from bra_desktop.services.office import Office
from bra_desktop.ui.actions.page import ActionsPage
from bra_desktop.ui.actions.pages import actions_pages
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.pages import Page, PageContext, PageSpec
from tests.ui.almby_office import HELD, almby

OpenPage = Callable[..., ActionsPage]


class MeetingStub(Page):
    """Stands for the meeting's page and keeps what it was asked for."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.target: object = None

    def arrive(self, target: object = None) -> None:
        self.target = target


@pytest.fixture
def office() -> Iterator[Office]:
    """The held meeting, and three actions of known kind: one late with two responsible, one open, one done."""
    with almby(HELD) as made:
        one, two, three = (o.id for o in reading.organisations(made)[:3])
        give = actions.NewAction
        actions.add_action(made, give("Byt armaturer i gångtunneln", (one, two), one, due=date(2026, 10, 31)))
        actions.add_action(made, give("Klipp ner buskage längs ån", (three,), due=date(2027, 1, 31), goal="Fri sikt"))
        actions.add_action(made, give("Måla om tunneln", (one,), due=date(2026, 9, 1), status=ActionStatus.DONE))
        yield made


@pytest.fixture
def open_page(qtbot: QtBot, open_window: Callable[..., MainWindow], office: Office) -> OpenPage:
    """Opens the page for a target and waits until its rows are there."""

    def opened(target: object = None, size: tuple[int, int] = (1366, 768)) -> ActionsPage:
        stub = PageSpec("meeting", "Möte", "calendar-days", MeetingStub, under="actions")
        window = open_window(*actions_pages(lambda: office), stub, size=size)
        window.go("actions", target)
        page = window.page("actions")
        assert isinstance(page, ActionsPage)
        qtbot.waitUntil(lambda: page.table().rowCount() > 0)
        return page

    return opened
