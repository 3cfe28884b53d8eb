"""How many are there, and whether that is enough, as a button: the strip's figures where there is no room for words."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy

from bra_desktop.ui.layouts import column, row
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.labels import Glyph, label, retone


class PeopleButton(Button):
    """Two lines beside a sign: 11 av 15, and below it whether that is enough, with a warning where it is not."""

    def __init__(self, theme: Theme) -> None:
        self._count, self._quorum = label("", "strong"), label("", "caption")
        self._sign = Glyph(theme, "users", "text", 18)
        super().__init__(theme, "live.people", "", "plain", tip="Visar närvaron. F8")
        for part in (self._count, self._quorum, self._sign):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        words = column(theme, self._count, self._quorum, space=0)
        self.setLayout(row(theme, self._sign, words, space=8, margin=(12, 2, 12, 2)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_count(self, present: str, quorum: str, *, quorate: bool, counts: bool = True) -> None:
        """present: 11 av 15 närvarande · quorum: beslutsfört, minst 8; empty where nothing is decided. counts: whether
        these are figures, or one sentence in their place.
        """
        self._count.setText(present.removesuffix(" närvarande"))
        self._quorum.setText(quorum.partition(",")[0])
        self._quorum.setVisible(bool(quorum))
        retone(self._quorum, "tone", ("done" if quorate else "late") if counts else "muted")
        self._sign.show_icon("users" if quorate else "triangle-alert", "text" if quorate else "late")
        self.setAccessibleName((", " if counts else " ").join(filter(None, (present, quorum))))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Of the words in it: a button's own hint knows none of them."""
        inner = self.layout()
        return inner.sizeHint() if inner is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
