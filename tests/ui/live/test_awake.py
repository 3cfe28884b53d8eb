"""The desktop is asked to stay awake during a meeting, on a bus of the test's own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SAVER = """
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusAbstractAdaptor, QDBusConnection, QDBusServiceWatcher

@ClassInfo({"D-Bus Interface": "org.freedesktop.ScreenSaver"})
class Saver(QDBusAbstractAdaptor):
    @Slot(str, str, result="uint")
    def Inhibit(self, program, reason):
        print(program, reason, flush=True)
        return 7

app, saver = QCoreApplication([]), QObject()
Saver(saver)
bus = QDBusConnection.sessionBus()
bus.registerObject("/org/freedesktop/ScreenSaver", saver)
bus.registerService("org.freedesktop.ScreenSaver")
print("ready", flush=True)
app.exec()
"""
ASKED = """
import subprocess, sys
from PySide6.QtCore import QCoreApplication
from bra_desktop.ui.live.awake import Awake

app, awake = QCoreApplication([]), Awake()
awake.hold()
assert not awake.held(), "nobody was there to answer"
saver = subprocess.Popen([sys.executable, "-c", sys.argv[1]], stdout=subprocess.PIPE, text=True)
try:
    assert saver.stdout.readline() == "ready\\n"
    awake.hold()
    assert awake.held()
    assert saver.stdout.readline() == "BRÅ Desktop Ett möte pågår\\n"
    awake.release()
    assert not awake.held()
    awake.hold()
    assert saver.stdout.readline() == "BRÅ Desktop Ett möte pågår\\n"
finally:
    saver.kill()
"""


@pytest.mark.skipif(sys.platform != "linux" or not shutil.which("dbus-run-session"), reason="needs a bus to run")
def test_the_desktop_is_asked_to_stay_awake_and_let_go_of() -> None:
    source = Path(__file__).parents[3] / "src"
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", ASKED, SAVER],
        env=os.environ | {"PYTHONPATH": str(source), "PYTHONUTF8": "1"}, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
