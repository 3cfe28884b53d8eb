"""The list of those who sign and the card in which one of them does, in the room that there is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout

from bra_desktop.ui.adjustment.cards import SignersCard
from bra_desktop.ui.adjustment.ways_card import WaysCard
from bra_desktop.ui.layouts import box, column, scroll
from bra_desktop.ui.theme.theme import Theme

WIDE, LEAST = 335, 150
"""The width of both, with their scroll bar, and the least height of the list, in units."""


class SigningColumn(QScrollArea):
    """The list scrolls above the card, so that its filled button stands in sight. With little room the card is first,
    and both scroll as one: two scrolling parts in each other are hard to use.
    """

    def __init__(self, theme: Theme, signers: SignersCard, ways: WaysCard) -> None:
        super().__init__()
        self._theme, self._signers, self._ways = theme, signers, ways
        self._low = False
        self.people = scroll(signers)
        ways.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._parts: QVBoxLayout = column(theme, (self.people, 1), ways, space=12)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(box(self._parts))
        self.setMinimumWidth(theme.px(WIDE))
        signers.laid_out.connect(self._fit)
        self._fit()

    def set_low(self, low: bool) -> None:
        self._low = low
        self._parts.insertWidget(0 if low else 1, self._ways)
        self._fit()

    def _fit(self) -> None:
        px, never = self._theme.px, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.people.setVerticalScrollBarPolicy(never if self._low else Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.people.setMinimumHeight(self._signers.needs(px(WIDE)) if self._low else px(LEAST))
