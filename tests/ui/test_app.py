"""The start: the window is painted before anything heavy is loaded, and a fault is caught from then on."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from bra_desktop.ui.app import place
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.theme.theme import Theme

ROOT = Path(__file__).parents[2]
HEAVY = {"sqlalchemy", "sqlcipher3", "alembic", "reportlab", "openpyxl", "pyhanko", "lxml", "pikepdf", "PIL"}
SCRIPT = """
import sys
from datetime import datetime
from pathlib import Path
from PySide6.QtWidgets import QApplication
from bra_desktop.ui.app import Start, build
from tests.ui.brief import Brief
from bra_desktop.system.settings import Settings
from bra_desktop.ui.settings_page.pages import settings_pages

def opened(window):
    print("loaded", *{name.partition(".")[0] for name in sys.modules}, *sys.modules)
    window.go("settings")
    print("shown", window.shown())
    application.quit()

application = QApplication([])
specs = settings_pages(Settings(Path("nowhere")))
start = Start(Path("resources"), lambda: "0.1", Brief(), specs, datetime.now, opened, print)
window = build(application, start)
window.show()
application.exec()
"""


def test_the_window_is_painted_before_anything_heavy_is_loaded() -> None:
    answer = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=ROOT, capture_output=True, encoding="utf-8", check=True, timeout=60
    )
    loaded, shown = answer.stdout.splitlines()
    names = set(loaded.split())
    assert "PySide6.QtWidgets" in names
    assert not names & {*HEAVY, "PySide6.QtPdf", "PySide6.QtPdfWidgets", "PySide6.QtNetwork"}
    assert shown == "shown settings"


@pytest.mark.parametrize(
    ("free", "size", "maximised"),
    [
        ((1920, 1040), (1366, 768), False),
        ((1366, 728), (1366, 728), True),
        ((1280, 720), (1280, 720), True),
        ((1920, 740), (1366, 740), True),
    ],
)
def test_the_window_opens_within_the_screen(
    qtbot: QtBot, theme: Theme, free: tuple[int, int], size: tuple[int, int], maximised: bool
) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    place(window, QSize(*free))
    assert (window.width(), window.height()) == size
    assert window.isMaximized() is maximised
