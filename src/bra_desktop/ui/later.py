"""Something that is done after a while, unless whom it concerns has gone by then."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def later(owner: QObject, milliseconds: int, act: Callable[[], object]) -> None:
    """As QTimer.singleShot with a receiver, which in PySide 6.11.3 keeps the act for good when the receiver goes
    first: a bound method then holds a whole page.
    """
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.timeout.connect(act)
    timer.timeout.connect(timer.deleteLater)
    timer.start(milliseconds)
