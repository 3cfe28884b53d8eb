"""A way that can be chosen: an icon, a name, a sentence, with a radio sign; the chosen one has a frame of its own."""

from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton

from bra_desktop.ui.layouts import column, row
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.labels import Glyph, label, retone


class ChoiceRow(QFrame):
    """Its radio button belongs to a group that the owner gives; the whole row can be clicked."""

    def __init__(self, theme: Theme, part: str, words: str, below: str, icon: str, group: QButtonGroup) -> None:
        super().__init__()
        self.button = named(QRadioButton(), part, words, below)
        group.addButton(self.button)
        self.setProperty("look", "choice")
        text = column(theme, label(words, "strong"), label(below, "caption", wrap=True), space=1)
        sign = Glyph(theme, icon, "primary", 20)
        self.setLayout(row(theme, self.button, sign, (text, 1), space=10, margin=(12, 7, 12, 7)))
        self.button.toggled.connect(lambda on: retone(self, "look", "choice-on" if on else "choice"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.button.click()
