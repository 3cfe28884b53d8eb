"""Somebody who sits at the window: presses keys, types, clicks and waits for what she sees. Calls no service."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bra_desktop.system.paths import Paths
from bra_desktop.system.settings import Settings
from bra_desktop.ui.desk import Desk
from bra_desktop.ui.host import Host
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.meeting.step_button import StepButton
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.page_specs import page_specs
from bra_desktop.ui.pages import Page
from bra_desktop.ui.theme.theme import Theme
from tests.journeys.keyboard import NONE, Keyboard
from tests.ui.keyboard import part, type_text

PageKind = TypeVar("PageKind", bound=Page)
PATIENCE = 30_000
"""Milliseconds that she waits before she says that something is wrong."""


class Wall:
    """The clock on the wall; a journey turns it on."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def go_on(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)


class Secretary:
    """Has the window in front of her."""

    def __init__(self, qtbot: QtBot, window: MainWindow, operations: Operations, wall: Wall) -> None:
        self.qtbot, self.window, self.operations, self.wall = qtbot, window, operations, wall
        self.keys = Keyboard(window)

    def sits_down(self) -> None:
        """In front of the window: without a screen nobody else gives it the keyboard back."""
        if not self.window.isActiveWindow():
            self.window.activateWindow()
            self.qtbot.waitUntil(self.window.isActiveWindow, timeout=PATIENCE)

    def sees(self, something: Callable[[], object]) -> None:
        """Waits until it is there."""
        self.qtbot.waitUntil(lambda: bool(something()), timeout=PATIENCE)

    def page(self, name: str, kind: type[PageKind]) -> PageKind:
        """Waits for the page of that name."""
        self.sees(lambda: self.window.shown() == name)
        found = self.window.page(name)
        assert isinstance(found, kind)
        return found

    def goes_to(self, name: str, kind: type[PageKind]) -> PageKind:
        """By the navigation at the left."""
        self.clicks(f"nav.{name}")
        return self.page(name, kind)

    def clicks(self, name: str) -> None:
        """The button of that name, which has to be in sight and to work."""
        self.sits_down()
        button = part(self.window, QPushButton, name)
        self.sees(lambda: button.isVisible() and button.isEnabled())
        if isinstance(button, StepButton):  # she reads what the step is before she presses
            self.sees(button.is_settled)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def fills(self, name: str, words: str) -> None:
        """A line: what stands there is written over."""
        self.sits_down()
        edit = part(self.window, QLineEdit, name)
        self.sees(lambda: edit.isVisible() and edit.isEnabled())
        edit.setFocus(Qt.FocusReason.TabFocusReason)
        edit.selectAll()
        type_text(edit, words)
        QTest.keyClick(edit, Qt.Key.Key_Tab)

    def picks(self, name: str, words: str) -> None:
        """One of a list, by the words in it."""
        combo = part(self.window, QComboBox, name)
        self.sees(lambda: combo.isVisible() and combo.findText(words) >= 0)
        combo.setFocus(Qt.FocusReason.TabFocusReason)
        while combo.currentText() != words:
            down = combo.findText(words) > combo.currentIndex()
            QTest.keyClick(combo, Qt.Key.Key_Down if down else Qt.Key.Key_Up)

    def finds(self, name: str, beginning: str) -> None:
        """Somebody in a list that is searched by typing: the first whose words begin so."""
        self.sits_down()
        combo = part(self.window, QComboBox, name)
        self.sees(lambda: combo.isVisible() and self._beginning(combo, beginning))
        edit = combo.lineEdit()
        assert edit is not None
        edit.setFocus(Qt.FocusReason.TabFocusReason)
        edit.selectAll()
        type_text(edit, self._beginning(combo, beginning))
        QTest.keyClick(edit, Qt.Key.Key_Return)
        completer = combo.completer()
        popup = completer.popup() if completer is not None else None
        if popup is not None:
            popup.hide()

    @staticmethod
    def _beginning(combo: QComboBox, words: str) -> str:
        return next((combo.itemText(at) for at in range(combo.count()) if combo.itemText(at).startswith(words)), "")

    def types(self, words: str) -> None:
        """Where the keyboard is."""
        self.sits_down()
        self.keys.type(words)

    def presses(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        self.sits_down()
        self.keys.press(key, modifiers, times)

    def pushes(self, name: str) -> None:
        """The button of that name by keys: Tab leads there, space presses it."""
        button = part(self.window, QPushButton, name)
        self.sees(lambda: button.isVisible() and button.isEnabled())
        if isinstance(button, StepButton):
            self.sees(button.is_settled)
        self.keys.tabs_to(button)
        self.presses(Qt.Key.Key_Space)

    def hands(self) -> QWidget:
        """The control that has the keyboard."""
        return self.keys.on()

    def settles(self, page: LivePage) -> None:
        """Waits until all that was typed is kept, and what follows from it is shown."""
        self.sees(page.savers.clean)
        self.sees(lambda: not page.presenter.busy())
        self.operations.wait_for_writes()


@contextmanager
def at_the_window(
    qtbot: QtBot, theme: Theme, operations: Operations, folder: Path, wall: Wall
) -> Iterator[tuple[Secretary, Desk]]:
    """The program's window on that folder, as large as on a laptop."""
    paths = Paths.in_folder(folder)
    desk = Desk(paths, Settings(paths.config), wall, named=True)
    hosts: list[Host] = []
    window = MainWindow(theme, page_specs(desk, lambda: hosts[0]), operations, desk.settings, desk.now)
    hosts.append(Host(window, desk, lambda _folder: None))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    hosts[0].open_data()
    try:
        yield Secretary(qtbot, window, operations, wall), desk
    finally:
        operations.wait_for_writes()
        operations.stop()
        desk.close()
