"""Where a message may lie over a page: where it covers the least of what a person needs."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox)
TEXTS = (QTextEdit, QPlainTextEdit)
CONTROL_WEIGHT, TEXT_WEIGHT = 1000, 1
ROWS = 5
"""How many bars' height above the foot are tried."""

Needed = tuple[QRect, int]


def needed_in(page: QWidget) -> list[Needed]:
    """What of a page a person may want to reach, in the page's own coordinates, and how much it weighs."""
    found: list[Needed] = []
    focused = QApplication.focusWidget()
    for widget in page.findChildren(QWidget):
        if not widget.isVisibleTo(page) or not widget.isEnabled() or not isinstance(widget, (*CONTROLS, *TEXTS)):
            continue
        seen = widget.visibleRegion().boundingRect()
        if not seen.isEmpty():
            heavy = isinstance(widget, CONTROLS) or widget is focused
            place = QRect(widget.mapTo(page, seen.topLeft()), seen.size())
            found.append((place, CONTROL_WEIGHT if heavy else TEXT_WEIGHT))
    return found


def place_for(size: QSize, room: QRect, needed: Iterable[Needed], gap: int) -> QRect:
    """The place in the room that covers the least: the foot first, from the right, then further up."""
    things = list(needed)

    def covered(place: QRect) -> int:
        return sum(
            weight * common.width() * common.height()
            for rect, weight in things
            if not (common := rect.intersected(place)).isEmpty()
        )

    width = min(size.width(), room.width())
    middle = room.left() + (room.width() - width) // 2
    lefts = (room.right() + 1 - width, room.left(), middle)
    bottoms = [room.bottom() + 1 - size.height() - row * (size.height() + gap) for row in range(ROWS)]
    spots = [QRect(QPoint(left, top), QSize(width, size.height())) for top in bottoms for left in lefts]
    return min((spot for spot in spots if spot.top() >= room.top()), key=covered, default=spots[0])
