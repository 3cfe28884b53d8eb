"""Starts the window: style, fonts, theme, the guard against crashes; paints first, and loads the rest after that."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication

from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.settings_page.presenter import Look
from bra_desktop.ui.theme.theme import Theme

if TYPE_CHECKING:  # the first frame comes before these
    from datetime import datetime

    from bra_desktop.ui.memory import Memory
    from bra_desktop.ui.pages import PageSpec

FIRST_SIZE = (1366, 768)
PLAIN = Look()
FUSION = ("-style", "fusion")
"""For the application's constructor; setting a style later has PySide load everything that a style can be asked."""
AGAIN = 75
"""What `run` answers when the program is to be started anew. The window isn't closed then: that would end the meeting
that is being written.
"""
LOADED_AFTER = 3000
"""Milliseconds after which the first page has long been there."""


@dataclass(frozen=True)
class Start:
    """What bootstrap hands to the window.

    version: asked only when something has failed, since looking it up takes a while.
    specs: the pages; their factories import what they need when they are called.
    opened: called once the window has been painted; opens the database and shows the first page.
    """

    resources: Path
    version: Callable[[], str]
    memory: Memory
    specs: Sequence[PageSpec]
    clock: Callable[[], datetime]
    opened: Callable[[MainWindow], None]
    write_log: Callable[[BaseException], None]
    look: Look = PLAIN


def dress(application: QApplication, resources: Path, choice: str = "system", scale: float = 1.0) -> Theme:
    """Gives an application our style, fonts, language and theme."""
    theme = Theme(resources, choice, scale)
    application.setStyle("Fusion")
    _put_on(application, theme)
    return theme


def build(application: QApplication, start: Start) -> MainWindow:
    """The whole window, not yet shown. Opens nothing until it has been painted."""
    theme = dress(application, start.resources, start.look.theme, start.look.scale)
    theme.setParent(application)
    window = MainWindow(theme)
    place(window, window.screen().availableGeometry().size())
    window.painted.connect(lambda: start.opened(window))
    _furnish(application, window, start)
    return window


def run(resources: Path, look: Look, prepare: Callable[[], Start], arguments: Sequence[str] = ()) -> int:
    """Opens the window and stays until it is closed; the exit code of the process, or AGAIN.

    The window shows its planes at once. ``prepare`` is called when they have been painted, and loads what it needs.
    """
    application = QApplication([sys.argv[0], *FUSION, *arguments])
    failures: list[Exception] = []

    def failed(error: Exception) -> None:
        failures.append(error)
        application.exit(1)

    window = show(application, resources, look, prepare, failed)
    code = application.exec()
    window.deleteLater()
    if failures:
        raise failures[0]
    return code


def show(
    application: QApplication,
    resources: Path,
    look: Look,
    prepare: Callable[[], Start],
    failed: Callable[[Exception], None],
    painted: Callable[[], None] = lambda: None,
) -> MainWindow:
    """The window, shown with its planes; what follows the first paint comes when the event loop runs.

    ``painted`` is called at the first paint, ``failed`` when the rest cannot be made: there is no window yet to say it
    in.
    """
    application.setApplicationName("BRÅ Desktop")
    theme = Theme(resources, look.theme, look.scale)
    theme.setParent(application)
    window = MainWindow(theme)
    place(window, window.screen().availableGeometry().size())

    def go_on() -> None:
        painted()
        try:
            start = prepare()
            _put_on(application, theme)
            _furnish(application, window, start)
        except Exception as error:  # noqa: BLE001  (told by the caller)
            failed(error)
        else:
            start.opened(window)
            QTimer.singleShot(LOADED_AFTER, window, lambda: _settle(application, window))

    window.painted.connect(go_on)
    window.show()
    return window


def _settle(application: QApplication, window: MainWindow) -> None:
    """What the first seconds do without."""
    from bra_desktop.ui.collecting import Collecting
    from bra_desktop.ui.redo_key import RedoKey

    Collecting(window)
    RedoKey(application, window)


def place(window: MainWindow, free: QSize) -> None:
    """Gives the window its first size; it is maximised when the screen has no more ``free`` room than that."""
    wanted = QSize(*FIRST_SIZE)
    window.resize(wanted.boundedTo(free))
    if free.width() <= wanted.width() or free.height() <= wanted.height():  # the frame takes room too
        window.setWindowState(Qt.WindowState.WindowMaximized)


def _put_on(application: QApplication, theme: Theme) -> None:
    from PySide6.QtCore import QLocale

    from bra_desktop.ui.theme.ring import FocusRing

    QLocale.setDefault(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
    theme.load_fonts()
    theme.apply()
    theme.follow_system()
    FocusRing.on(application, theme)
    _speak_swedish(application)


def _speak_swedish(application: QApplication) -> None:
    """Qt's own words, as in its file dialog, in Swedish."""
    from PySide6.QtCore import QLibraryInfo, QTranslator

    translator = QTranslator(application)
    if translator.load("qtbase_sv", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)


def _furnish(application: QApplication, window: MainWindow, start: Start) -> None:
    from bra_desktop.ui.crash.crash_guard import CrashGuard
    from bra_desktop.ui.operations import Operations

    operations = Operations(application)
    again = partial(QApplication.exit, AGAIN)
    refuse = operations.refused.emit
    guard = CrashGuard(window.theme, start.version, window.save_all, again, start.write_log, refuse)
    guard.setParent(application)
    guard.install()
    operations.crashed.connect(guard.handle)
    application.aboutToQuit.connect(operations.stop)
    window.furnish(start.specs, operations, start.memory, start.clock)
