"""A dressed application, and a window with pages of its own, for the tests of the screen."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bra_desktop.ui.app import dress
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.pages import PageSpec
from bra_desktop.ui.theme.ring import FocusRing
from bra_desktop.ui.theme.theme import Theme
from tests.ui.brief import Brief

RESOURCES = Path(__file__).parents[2] / "resources"
NOON = datetime(2026, 11, 24, 14, 32, 5)

OpenWindow = Callable[..., MainWindow]


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> Theme:
    """The application dressed once, as the program does it."""
    return dress(qapp, RESOURCES, "light")


@pytest.fixture
def theme(dressed: Theme) -> Iterator[Theme]:
    """The light theme at scale 1, whatever the machine has."""
    yield dressed
    # What the test closed is deleted now, or it would be dressed anew with each theme of each later test.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    dressed.choose("light", 1.0)


@pytest.fixture(autouse=True)
def keyboard_used_last(qapp: QApplication) -> None:
    """A click of an earlier test is past: keys that tests send straight to a widget do not pass its window."""
    ring = qapp.property("focusRing")
    if isinstance(ring, FocusRing):
        shift = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
        ring.eventFilter(ring, shift)


@pytest.fixture
def operations(qapp: QApplication) -> Iterator[Operations]:
    """The road to the database; fails the test when something crashed on it that the test didn't take."""
    road = Operations()
    crashes: list[object] = []
    road.crashed.connect(crashes.append)
    yield road
    road.stop()
    qapp.processEvents()
    assert not [error for error in crashes if not getattr(error, "expected", False)]


@pytest.fixture
def open_window(qtbot: QtBot, theme: Theme, operations: Operations) -> OpenWindow:
    """Opens the window with the pages that are given."""

    def opened(*specs: PageSpec, size: tuple[int, int] = (1366, 768)) -> MainWindow:
        window = MainWindow(theme, specs, operations, Brief(), lambda: NOON)
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        qtbot.waitExposed(window)
        return window

    return opened
