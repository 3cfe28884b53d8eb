"""What the three signs give, said in the toolbar of the text while there is room to say so."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bra_desktop.ui.layouts import STRETCH, box, row
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.labels import key_cap, label

SIGNS = (("/", "fras"), ("@", "person"), ("!", "åtgärd"))
TIP = "Skriv / och några bokstäver för en fras, @ för ett namn och ! först på en rad för en åtgärd."


class SignHints(QWidget):
    """Takes the room that is left over, and asks for none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        parts = [part for sign, words in SIGNS for part in (key_cap(sign), label(words, "caption"))]
        self._inner = box(row(theme, *parts, space=4))
        self.setLayout(row(theme, STRETCH, self._inner))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setToolTip(TIP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._inner.setVisible(self.width() >= self._inner.sizeHint().width())
