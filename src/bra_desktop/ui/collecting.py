"""Looks for unreachable cycles on the window's thread alone.

Python looks for them in whichever thread happens to make an object, so one that saves could destroy a widget that lies
in a cycle. Qt's objects may be destroyed in their own thread only: the timer of one destroyed elsewhere stays behind,
and ends the process when it fires.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 1000
"""Milliseconds."""


class Collecting(QObject):
    """From now on, as long as its parent lives; what has been loaded so far stays and is not looked at."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.timeout.connect(collect_what_is_due)
        self._timer.start(EVERY)


def collect_what_is_due() -> None:
    """What Python would have done by itself by now: the young each time, the old as seldom as it does."""
    due = [count > limit for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)]
    for generation in (2, 1, 0):
        if due[generation]:
            gc.collect(generation)
            break
