"""The window on its own, for the self-test: opened on an empty folder, filled in by keys, used, and closed again."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from bra_desktop.system.clock import utc_now
from bra_desktop.system.paths import Paths
from bra_desktop.system.settings import Settings

if TYPE_CHECKING:
    from bra_desktop.ui.host import Host

PATIENCE = 30.0
"""Seconds that a slow machine may take for one step."""


class WindowFailed(Exception):
    """What the window did not do in time."""


def check_window() -> None:
    """Open the real window without a screen, make a municipality, see Översikt, type in the search, close.

    Raises WindowFailed.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication(["bra-desktop"])
    with tempfile.TemporaryDirectory(prefix="bra-window-") as folder:
        _use(application, Path(folder))


def _use(application: QApplication, folder: Path) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QLineEdit

    from bra_desktop.ui.app import build
    from bra_desktop.ui.desk import Desk
    from bra_desktop.ui.start import start_with

    settings = Settings(folder / "installningar")
    desk = Desk(Paths.in_folder(folder), settings, utc_now, named=True)
    hosts: list[Host] = []
    window = build(application, start_with(desk, settings, hosts.append))
    failures: list[object] = []
    # Nobody is there to answer the box that a person would see.
    window.operations.crashed.disconnect()
    window.operations.crashed.connect(failures.append)
    sys.excepthook = lambda _kind, error, _where: failures.append(error)
    try:
        window.show()
        _wait(lambda: window.shown() == "first_start", "the first start")
        fields = {edit.objectName().removeprefix("first_start."): edit for edit in window.findChildren(QLineEdit)}
        for name, words in (("municipality", "Provby kommun"), ("name", "Siv Prov"), ("title", "sekreterare")):
            QTest.keyClicks(fields[name], words)
        QTest.keyClick(fields["title"], Qt.Key.Key_Return)
        _wait(lambda: window.shown() == "overview", "Översikt")
        _search(hosts[0])
        if not window.close() or failures:
            raise WindowFailed(f"the window did not close as it should: {failures}")
    finally:
        sys.excepthook = sys.__excepthook__
        window.operations.stop()
        desk.close()
        hosts.clear()
        window.deleteLater()


def _search(host: Host) -> None:
    from PySide6.QtTest import QTest

    from bra_desktop.ui.palette.palette import Palette

    host.open_palette()
    palette = host.window.findChild(Palette)
    if palette is None:
        raise WindowFailed("no palette")
    QTest.keyClicks(palette.line, "provby")
    _wait(lambda: palette.line.text() == "provby", "typed keys")


def _wait(done: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not done():
        if time.monotonic() > end:
            raise WindowFailed(f"{what} did not come")
        QApplication.processEvents()
        time.sleep(0.005)
