"""In the menu Mer a letter leads to the next row that begins with it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from bra_desktop.services.office import Office
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.theme.theme import Theme
from tests.ui.live.conftest import enter

OpenWindow = Callable[..., MainWindow]


@pytest.fixture
def page(qtbot: QtBot, open_window: OpenWindow, running: Office) -> LivePage:
    page = enter(qtbot, open_window, running)
    qtbot.waitUntil(lambda: not page.presenter.busy())
    return page


def chosen(menu: QMenu) -> str:
    return menu.activeAction().text().partition("\t")[0]


def typed(menu: QMenu, letters: str) -> list[str]:
    found = []
    for letter in letters:
        QTest.keyClicks(menu, letter)
        found.append(chosen(menu))
    return found


def test_a_letter_leads_to_the_next_row_that_begins_with_it_and_round(page: LivePage) -> None:
    menu = page.more_menu()
    menu.popup(page.mapToGlobal(page.rect().center()))
    back = "Lägg tillbaka ärendet på dagordningen"
    found = ["Rätta klockslag…", "Lägg till ärende…", back, "Laget runt", "Lägg till person…"]
    assert typed(menu, "rllll") == found
    assert typed(menu, "q") == ["Lägg till person…"], "nothing begins with it"
    menu.close()


def test_enter_then_opens_what_was_led_to(qtbot: QtBot, page: LivePage) -> None:
    menu = page.more_menu()
    menu.popup(page.mapToGlobal(page.rect().center()))
    QTest.keyClicks(menu, "r")
    QTest.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(page.form.is_open)
    assert page.form.editor("opened") is not None


def test_letters_lead_in_the_menus_that_open_out_of_it_too(page: LivePage) -> None:
    menu = page.more_menu()
    room = menu.findChild(QMenu, "live.showing_menu")
    assert room is not None
    room.popup(page.mapToGlobal(page.rect().center()))
    assert typed(room, "ms") == ["Mörk projektor", "Skärmen delas, dölj sekretess"]
    room.close()


def test_letters_lead_in_the_menu_of_what_can_be_added(page: LivePage) -> None:
    menu = page.item.additions.menu()
    menu.popup(page.mapToGlobal(page.rect().center()))
    rows = [row.text() for row in menu.actions()]
    assert typed(menu, rows[-1][0])[0].startswith(rows[-1][0])
    menu.close()


def test_a_menu_that_is_higher_than_the_screen_stands_in_one_column_and_scrolls(
    qtbot: QtBot, theme: Theme, open_window: OpenWindow, running: Office
) -> None:
    theme.choose(scale=1.6)
    page = enter(qtbot, open_window, running)
    qtbot.waitUntil(lambda: not page.presenter.busy())
    menu = page.more_menu().findChild(QMenu, "live.keys_menu")
    assert menu is not None
    menu.popup(page.mapToGlobal(page.rect().topLeft()))
    last = menu.actions()[-1]
    assert {menu.actionGeometry(action).left() for action in menu.actions()} == {menu.actionGeometry(last).left()}
    assert menu.actionGeometry(last).bottom() > menu.height()
    QTest.keyClick(menu, Qt.Key.Key_Up)
    assert menu.activeAction() is last
    assert menu.actionGeometry(last).bottom() < menu.height()
    menu.close()
