"""The first frame: the planes of the finished window in its colours, before anything else is loaded."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FRAME = """
import sys
from datetime import datetime
from pathlib import Path
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from bra_desktop.ui.app import Start, run
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.settings_page.presenter import Look

look = Look(sys.argv[1], float(sys.argv[2]))
width = int(sys.argv[3])
pictures = []

def prepare():
    from bra_desktop.system.settings import Settings
    from tests.ui.brief import Brief
    from bra_desktop.ui.settings_page.pages import settings_pages

    pictures.append(window().grab().toImage())
    print(*sorted(sys.modules))
    specs = settings_pages(Settings(Path("nowhere")))
    return Start(Path("resources"), lambda: "0.1", Brief(), specs, datetime.now, opened, print, look)

def window():
    found = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow)]
    return found[0]

def opened(window):
    print("planes stay", not window.updatesEnabled())
    while not window.updatesEnabled():  # there is no page whose rows it could wait for: until its time is up
        QApplication.processEvents()
    for name in ("top.search", "status.help", "nav.settings"):
        print(name, window.findChild(object, name) is not None)
    pictures.append(window.grab().toImage())
    w, h = window.width(), window.height()
    first, finished = pictures
    print("size", first.size() == finished.size())
    # down the left edge, down the page, along the top bar's and the navigation's borders: no letters stand there
    lines = {
        "left edge": [(2, y) for y in range(h)],
        "page": [(w - 3, y) for y in range(h)],
        "across": [(x, h // 2) for x in range(w)],
        "top": [(x, 1) for x in range(w)],
        "foot": [(x, h - 1) for x in range(w)],
    }
    for name, points in lines.items():
        print(name, sum(first.pixelColor(*p) != finished.pixelColor(*p) for p in points))
    QApplication.exit(0)

import bra_desktop.ui.app as app
app.FIRST_SIZE = (width, 768)
sys.exit(run(Path("resources"), look, prepare))
"""


@pytest.mark.parametrize(
    ("theme", "scale", "width"), [("light", "1", "1366"), ("dark", "1.25", "1366"), ("light", "1.6", "1000")]
)
def test_the_first_frame_has_the_planes_of_the_finished_window(theme: str, scale: str, width: str) -> None:
    answer = subprocess.run(
        [sys.executable, "-c", FRAME, theme, scale, width],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=True, timeout=60,
    )  # fmt: skip
    loaded, *told = answer.stdout.splitlines()
    assert "bra_desktop.ui.navigation" not in loaded.split()
    assert told == [
        "planes stay True", "top.search True", "status.help True", "nav.settings True",
        "size True", "left edge 0", "page 0", "across 0", "top 0", "foot 0",
    ]  # fmt: skip
