"""Somebody who sits at the window: presses keys, types, clicks and waits for what she sees. Calls no service."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.meeting.step_button import StepButton
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.pages import Page
from tests.ui.keyboard import part, type_text

PageKind = TypeVar("PageKind", bound=Page)
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
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

    def types(self, words: str, into: QWidget | None = None) -> None:
        """Where the keyboard is."""
        type_text(into or self.hands(), words)

    def presses(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.sits_down()
        QTest.keyClick(self.hands(), key, modifiers)

    def hands(self) -> QWidget:
        """The control that has the keyboard."""
        found: QWidget | None = self.window.focusWidget()
        return found if found is not None else self.window
