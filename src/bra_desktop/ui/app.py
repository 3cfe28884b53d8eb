"""Starts the window: style, fonts, theme, the guard against crashes; paints first, and loads the rest after that."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLocale, QProcess
from PySide6.QtWidgets import QApplication

from bra_desktop.ui.crash_guard import CrashGuard
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.memory import Memory
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.pages import PageSpec
from bra_desktop.ui.settings_page.presenter import Look
from bra_desktop.ui.theme.ring import FocusRing
from bra_desktop.ui.theme.theme import Theme

FIRST_SIZE = (1366, 768)


@dataclass(frozen=True)
class Start:
    """What bootstrap hands to the window.

    specs: the pages; their factories import what they need when they are called.
    opened: called once the window has been painted; opens the database and shows the first page.
    """

    resources: Path
    version: str
    memory: Memory
    specs: Sequence[PageSpec]
    clock: Callable[[], datetime]
    opened: Callable[[MainWindow], None]
    write_log: Callable[[str], None]
    look: Look = Look()


def dress(application: QApplication, resources: Path, choice: str = "system", scale: float = 1.0) -> Theme:
    """Gives an application our style, fonts, language and theme."""
    QLocale.setDefault(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
    theme = Theme(resources, choice, scale)
    application.setStyle("Fusion")
    theme.load_fonts()
    theme.apply()
    theme.follow_system()
    FocusRing(application, theme)
    return theme


def build(application: QApplication, start: Start) -> MainWindow:
    """The whole window, not yet shown. Opens nothing until it has been painted."""
    theme = dress(application, start.resources, start.look.theme, start.look.scale)
    theme.setParent(application)
    operations = Operations(application)
    window = MainWindow(theme, start.specs, operations, start.memory, start.clock)
    window.resize(*FIRST_SIZE)
    window.painted.connect(lambda: start.opened(window))

    guard = CrashGuard(theme, start.version, window.save_all, _restart, start.write_log)
    guard.setParent(application)
    guard.install()
    operations.crashed.connect(guard.handle)
    application.aboutToQuit.connect(operations.stop)
    return window


def run(start: Start, arguments: Sequence[str] = ()) -> int:
    """Opens the window and stays until it is closed; the exit code of the process."""
    application = QApplication([sys.argv[0], *arguments])
    application.setApplicationName("BRÅ Desktop")
    window = build(application, start)
    window.show()
    return application.exec()


def _restart() -> None:
    QProcess.startDetached(sys.executable, sys.argv if sys.argv[0] != sys.executable else sys.argv[1:])
    QApplication.quit()
