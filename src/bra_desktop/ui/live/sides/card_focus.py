"""A card whose border shows the keyboard: a ring round the list in it would lie over its heading and its foot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QWidget

from bra_desktop.ui.theme.ring import NO_RING
from bra_desktop.ui.widgets.labels import retone


class CardFocus(QObject):
    """The card follows the keyboard of one control in it, which wears no ring."""

    def __init__(self, card: QFrame, control: QWidget) -> None:
        super().__init__(card)
        self._card = card
        control.setProperty(NO_RING, True)
        control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            retone(self._card, "look", "card-focus" if event.type() == QEvent.Type.FocusIn else "card")
        return False
