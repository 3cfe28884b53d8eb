"""The projector's window on a computer with three screens, in a process of its own: a test has only one."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
SCREENS = [
    {
        "name": name,
        "x": at * 1400,
        "y": 0,
        "width": 1366,
        "height": 768,
        "logicalDpi": 96,
        "logicalBaseDpi": 96,
        "dpr": 1,
    }
    for at, name in enumerate(("Egen", "Tavla", "Vägg"))
]
SCRIPT = """
import json, sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from bra_desktop.ui.app import dress
from bra_desktop.ui.projector.window import SCREEN, ProjectorWindow
from tests.ui.brief import Brief

application = QApplication([])
theme, memory, told = dress(application, Path("resources")), Brief(), []
minutes = QWidget()
minutes.show()

def opened():
    window = ProjectorWindow(theme, memory, minutes)
    window.open()
    QTest.qWait(50)
    told.append([window.screen().name(), window.isFullScreen(), memory.recall(SCREEN)])
    return window

memory.remember(SCREEN, "Borta")
first = opened()
first.to_next_screen()
told.append([first.screen().name(), first.isFullScreen(), memory.recall(SCREEN)])
first.close()
opened().close()
print(json.dumps(told))
"""


def test_a_screen_that_is_gone_is_still_remembered_and_one_that_was_chosen_is_come_back_to(tmp_path: Path) -> None:
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": SCREENS}), encoding="utf-8")
    environment = os.environ | {
        "QT_QPA_PLATFORM": f"offscreen:configfile={config}", "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    for_want_of_its_own, chosen, again = json.loads(done.stdout)
    assert for_want_of_its_own == ["Tavla", True, "Borta"]
    assert chosen == ["Vägg", True, "Vägg"]
    assert again == ["Vägg", True, "Vägg"]
