"""The real window, measured from inside for the bench: it tells by the clock when things were there, and ends."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from bra_desktop.system.clock import utc_now
from bra_desktop.system.paths import Paths
from bra_desktop.system.resources import resource_path
from bra_desktop.system.settings import Settings
from bra_desktop.ui.app import FUSION, show
from bra_desktop.ui.desk import Desk
from bra_desktop.ui.settings_page.presenter import remembered
from bra_desktop.ui.start import start_with

if TYPE_CHECKING:
    from bra_desktop.ui.host import Host
    from bra_desktop.ui.main_window import MainWindow
    from bra_desktop.ui.rich_text.edit import RichTextEdit

SAVES = 15
WORDS = "Rådet diskuterar läget vid stationen och vad som behöver göras före sommaren. "
PATIENCE = 60.0


class TookTooLong(Exception):
    """What was waited for did not come."""


def measure(arguments: Sequence[str]) -> int:
    """``start DATA``, or ``use``, ``type`` or ``switch`` with ``DATA REF``; prints what was found as a line of JSON."""
    what, data, *rest = arguments
    application = QApplication([*sys.argv[:1], *FUSION])
    paths = Paths.in_folder(Path(data))
    settings = Settings(paths.config)
    desk = Desk(paths, settings, utc_now, named=True)
    found: dict[str, float] = {}
    hosts: list[Host] = []

    def painted() -> None:
        found["painted"], found["painted_cpu"] = time.perf_counter_ns(), time.process_time() * 1000

    window = show(
        application,
        resource_path("tokens.json").parent,
        remembered(settings),
        lambda: start_with(desk, settings, hosts.append),
        _end,
        painted,
    )
    try:
        _until(lambda: bool(hosts))
        # Nobody is there to answer the box that a person would see: a fault ends the process.
        window.operations.crashed.disconnect()
        window.operations.crashed.connect(_end)
        sys.excepthook = lambda _kind, error, _where: _end(error)
        _until(lambda: _overview_stands(window))
        _press_key(window)
        found["ready"], found["ready_cpu"] = time.perf_counter_ns(), time.process_time() * 1000
        if rest:
            {"use": _use, "type": _type, "switch": _switch}[what](window, rest[0], found)
    finally:
        _leave(window, desk)
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()
    return 0


def _leave(window: MainWindow, desk: Desk) -> None:
    window.close()  # or the next start would open the meeting that this one was writing in
    window.operations.stop()
    desk.close()


def _end(error: object) -> None:
    if isinstance(error, BaseException):
        import traceback  # not while the start is measured

        traceback.print_exception(error)
    sys.stderr.flush()
    os._exit(1)


def _overview_stands(window: MainWindow) -> bool:
    if window.shown() != "overview":
        return False
    from bra_desktop.ui.overview.page import OverviewPage  # which the window has loaded by now

    page = window.page("overview")
    return isinstance(page, OverviewPage) and bool(page.shown().next_meetings)


def _press_key(window: MainWindow) -> None:
    """Paints what is due and lets the window take a key."""
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent

    QApplication.processEvents()  # lays out, which asks for more painting: painted before, it would be painted twice
    window.repaint()
    target = QApplication.focusWidget() or window
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier))
    QApplication.processEvents()


def _use(window: MainWindow, ref: str, found: dict[str, float]) -> None:
    import statistics  # not while the start is measured

    window.go("meeting", ref)
    _settle()
    found["rss"] = _rss()
    editor = _live_editor(window, ref)
    found["idle"] = statistics.median(_longest_wait(window, 0.5) for _ in range(3))
    waits = []
    for _ in range(SAVES):
        editor.insertPlainText(WORDS)
        waits.append(_longest_wait(window, 0.7))
    found["blocked"], found["blocked_worst"] = statistics.median(waits), max(waits)


def _type(window: MainWindow, ref: str, found: dict[str, float]) -> None:
    import statistics

    from bra_desktop.ui.measuring.measured_typing import type_and_measure

    times = sorted(type_and_measure(_live_editor(window, ref)))
    found["median"], found["worst"] = statistics.median(times), times[-1]
    found["p99"] = times[round(len(times) * 0.99) - 1]
    found["rss"] = _rss()


def _switch(window: MainWindow, ref: str, found: dict[str, float]) -> None:
    import statistics

    from bra_desktop.ui.measuring.measured_switching import switch_and_measure

    times = sorted(switch_and_measure(window, _live_editor(window, ref)))
    found["median"], found["worst"] = statistics.median(times), times[-1]
    found["p99"] = times[round(len(times) * 0.99) - 1]


def _live_editor(window: MainWindow, ref: str) -> RichTextEdit:
    """The text of the meeting's item in Mötesläge, with the keyboard."""
    from bra_desktop.ui.rich_text.edit import RichTextEdit

    window.go("live", ref)
    _until(lambda: any(edit.isVisible() for edit in window.findChildren(RichTextEdit)))
    _settle()
    editor = next(edit for edit in window.findChildren(RichTextEdit) if edit.isVisible())
    editor.setFocus()
    return editor


def _longest_wait(window: MainWindow, seconds: float) -> float:
    """The longest time in milliseconds in which the window's thread answered nothing."""
    longest, last = 0.0, time.perf_counter()
    beat = QTimer(window)
    beat.setInterval(1)

    def heard() -> None:
        nonlocal longest, last
        now = time.perf_counter()
        longest, last = max(longest, now - last), now

    beat.timeout.connect(heard)
    beat.start()
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.0005)
    beat.stop()
    beat.deleteLater()
    return longest * 1000


def _settle(seconds: float = 1.5) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.005)


def _until(there: Callable[[], bool]) -> None:
    end = time.perf_counter() + PATIENCE
    while not there():
        if time.perf_counter() > end:
            raise TookTooLong
        QApplication.processEvents()
        time.sleep(0.001)


def _rss() -> float:
    """Resident memory in megabytes."""
    import psutil

    return float(psutil.Process().memory_info().rss) / 1e6
