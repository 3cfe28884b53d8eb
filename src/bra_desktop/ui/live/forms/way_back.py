"""Where the keyboard was when a form was opened, so that it is there again when the form has gone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from shiboken6 import isValid

from bra_desktop.ui.live.parts import LiveParts

BY_KEY = Qt.FocusReason.ShortcutFocusReason


class WayBack:
    """Of places where one goes on writing or choosing. A button that opened a form has done what it is for."""

    def __init__(self, parts: LiveParts) -> None:
        self._parts = parts
        self._hand: QWidget | None = None

    def remember(self) -> None:
        """A form is about to be opened. One that takes another's place leads back to where that one was opened."""
        hand: QWidget | None = self._parts.strip.window().focusWidget()
        if hand is None or not self._parts.form.isAncestorOf(hand):
            self._hand = hand

    def go(self) -> bool:
        """Whether there is a way back, which is then taken; it leads there once."""
        hand, self._hand = self._hand, None
        if hand is None or not isValid(hand) or isinstance(hand, QAbstractButton):
            return False
        if hand is self._parts.attendance.list:
            self._parts.sides.lead_to_attendance()
            return True
        if not hand.isVisible() or not any(part.isAncestorOf(hand) for part in self._places()):
            return False
        hand.setFocus(BY_KEY)
        return hand.hasFocus()

    def _places(self) -> tuple[QWidget, ...]:
        parts = self._parts
        return parts.item, parts.agenda, parts.attendance, parts.actions, parts.notes
