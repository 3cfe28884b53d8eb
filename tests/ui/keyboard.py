"""Typing and finding as a person does, with letters that pytest-qt's own typing can't send."""

from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

Kind = TypeVar("Kind", bound=QWidget)
NONE = Qt.KeyboardModifier.NoModifier


def type_text(widget: QWidget, text: str) -> None:
    """Sends each letter as a press and a release."""
    for letter in text:
        key = Qt.Key.Key_Space if letter == " " else Qt.Key(0)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, key, NONE, letter))


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, text: str = "") -> None:
    """Presses and releases one key."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers, text))


def part(root: QWidget, kind: type[Kind], name: str) -> Kind:
    """The control of that name; fails the test when it isn't there."""
    found = root.findChild(kind, name)
    assert found is not None, name
    return found


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Clicks with the left button, in the middle when no place is named."""
    place = widget.rect().center() if at is None else at
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, place)
