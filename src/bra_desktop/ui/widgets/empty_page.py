"""What an empty page says: what belongs here, and the button that fills it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bra_desktop.ui.layouts import STRETCH, column, row
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.labels import Glyph, label


class EmptyPage(QWidget):
    """An icon, a line, a sentence, and perhaps one filled button."""

    def __init__(self, theme: Theme, icon: str, title: str, words: str = "", button: QWidget | None = None) -> None:
        super().__init__()
        self.setAccessibleName(" ".join(filter(None, (title, words))))
        self.title, self.words = label(title, "h3", wrap=True), label(words, "caption", wrap=True)
        for line in (self.title, self.words):
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        if not words:
            self.words.hide()
        sign = row(theme, STRETCH, Glyph(theme, icon, "muted", 32), STRETCH)
        act = [row(theme, STRETCH, button, STRETCH, margin=4)] if button else []
        self.setLayout(column(theme, STRETCH, sign, self.title, self.words, *act, STRETCH, space=7, margin=12))
