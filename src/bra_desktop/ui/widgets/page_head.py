"""The head of a page: way back, title, a muted line, what is missing, and at the right the one next step."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bra_desktop.ui.layouts import STRETCH, box, column, row
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.theme.tokens import StatusLook
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.chip import Chip
from bra_desktop.ui.widgets.labels import ElidedLabel, Glyph, label

TITLE = 280
"""Units of the design that a title keeps, whatever stands beside it."""


class PageHead(QWidget):
    """`back` and `missing_asked` tell what was chosen; buttons are given, the filled one last."""

    back = Signal()
    missing_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        page: str,
        title: str,
        *,
        parent_title: str = "",
        trail: str = "",
        beside: QWidget | None = None,
        buttons: Sequence[QWidget] = (),
    ) -> None:
        """page: the first part of the object names. parent_title: where the link back leads, trail what follows it.

        beside: a control next to the title, such as the ways of showing a list.
        """
        super().__init__()
        self._theme = theme
        self.title = ElidedLabel(title, "h1")
        self._trail_words = ElidedLabel("", "caption")
        self._beside, self._below = ElidedLabel("", "muted"), label("", "muted")
        self._below.setMinimumWidth(1)  # a long line gives way to the buttons rather than widen the window
        self._chip = Chip(theme, StatusLook("", "neutral"))
        self._sign = Glyph(theme, "info", "attention")
        self._missing = Button(theme, f"{page}.missing", "Saknas", "link", tip="Visar vad som saknas")
        self._missing.clicked.connect(self.missing_asked)
        left = [self._trail(page, parent_title, trail)] if parent_title else []
        near = [beside] if beside else []
        # Under a way back there is room for the chip, and the title keeps its line to itself.
        chip = [] if parent_title else [self._chip]
        names = row(theme, self.title, *near, *chip, self._beside, STRETCH, space=12)
        self._left = column(theme, *left, names, self._below, space=2)
        self.setLayout(row(theme, (self._left, 1), self._sign, self._missing, *buttons, space=8))
        self.set_lines()
        self.set_missing("")
        self.set_chip(None)

    def set_title(self, title: str) -> None:
        """What stands beside it gives way before the title does."""
        self.title.setText(title)
        self.title.setMinimumWidth(min(self.title.sizeHint().width(), self._theme.px(TITLE)))

    def set_lines(self, beside: str = "", below: str = "") -> None:
        """The muted line beside the title, or the one below it."""
        for widget, text in ((self._beside, beside), (self._below, below)):
            widget.setText(text)
            widget.setVisible(bool(text))

    def set_missing(self, words: str) -> None:
        """What stands in the way of the next step: "2 saker saknas". Empty hides it."""
        self._missing.set_words(words or "Saknas")
        self._missing.setVisible(bool(words))
        self._sign.setVisible(bool(words))

    def set_chip(self, look: StatusLook | None) -> None:
        self._chip.setVisible(look is not None)
        if look is not None:
            self._chip.show_status(look)

    def _trail(self, page: str, parent_title: str, trail: str) -> QWidget:
        link = Button(self._theme, f"{page}.back", parent_title, "link", tip=f"Går tillbaka till {parent_title}")
        link.clicked.connect(self.back)
        self._trail_sign = Glyph(self._theme, "chevron-right", size=12)
        self.set_trail(trail)
        layout: QHBoxLayout = row(
            self._theme, link, self._trail_sign, self._trail_words, 4, self._chip, STRETCH, space=4
        )
        return box(layout)

    def set_trail(self, words: str) -> None:
        """What follows the link back, such as the forum of the meeting; nothing as long as it isn't known."""
        self._trail_words.setText(words)
        self._trail_sign.setVisible(bool(words))
