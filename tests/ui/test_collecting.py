"""Cycles are looked for on the window's thread alone, and there they are found."""

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from bra_desktop.ui.collecting import Collecting


class Knot:
    """Holds itself."""

    def __init__(self) -> None:
        self.itself = self


def test_no_other_thread_takes_away_what_lies_in_a_cycle(qtbot: QtBot) -> None:
    parent = QObject()
    Collecting(parent)
    knot = weakref.ref(Knot())
    threads = [threading.Thread(target=lambda: [Knot() for _ in range(5_000)]) for _ in range(2)]
    for thread in threads:
        thread.start()
        thread.join()
    assert knot() is not None
    assert not gc.isenabled()


def test_what_lies_in_a_cycle_is_taken_away_in_time(qtbot: QtBot) -> None:
    parent = QObject()
    Collecting(parent)
    knots = [weakref.ref(Knot()) for _ in range(5_000)]
    qtbot.waitUntil(lambda: not any(knot() for knot in knots))
