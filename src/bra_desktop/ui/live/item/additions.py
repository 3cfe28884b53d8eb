"""What can be added to an item: a pill for each; without room those asked for most, and the rest in a menu."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from bra_desktop.domain.swedish import capital_first
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.flow_layout import FlowLayout

ADDITIONS = (
    ("adjusters", "justerare", "Utser dem som justerar protokollet. Ctrl+Skift+U"),
    ("motion", "yrkande", "Lägger till ett yrkande. Ctrl+Skift+Y"),
    ("proposition", "beslutsgång", "Vad ordföranden frågar och vad en röst betyder. Ctrl+Skift+G"),
    ("vote", "omröstning", "Begär omröstning. Ctrl+Skift+O"),
    (
        "reservation",
        "reservation",
        "Den som var med och beslutade anmäler att hen inte står bakom beslutet. Ctrl+Skift+R",
    ),
    ("recusal", "jäv", "Personen deltar inte i ärendet och lämnar rummet. Ctrl+Skift+J"),
    ("statement", "anteckning", "En kort synpunkt i protokollet. Ctrl+Skift+P"),
    ("annex", "bilaga", "Bifogar en fil, ett papper eller en text till ärendet. Ctrl+Skift+B"),
    ("dispatch", "skickas till", "Säger vem som får beslutet. Ctrl+Skift+S"),
)
WITHOUT_VOTES = ("recusal", "annex", "dispatch")
FIRST = ("motion", "vote", "recusal")
FIRST_AT_ELECTION = ("adjusters", "motion", "vote")


class Additions(QWidget):
    """`asked` names what is to be added."""

    asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._election = self._notes = self._narrow = False
        flow = FlowLayout(theme.px(6))
        self._pills = {name: self._pill(theme, name, words, tip) for name, words, tip in ADDITIONS}
        self._more = Button(theme, "live.add_more", "mer", "add", "ellipsis", "Visar vad mer som kan läggas till")
        self._more.clicked.connect(lambda: self.menu().popup(self._more.mapToGlobal(QPoint(0, self._more.height()))))
        for pill in (*self._pills.values(), self._more):
            flow.addWidget(pill)
        self.setLayout(flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._show()

    def show_offers(self, *, election: bool, notes: bool, locked: bool) -> None:
        """election: adjusters are chosen there. notes: nobody votes there."""
        self._election, self._notes = election, notes
        for pill in (*self._pills.values(), self._more):
            pill.setEnabled(not locked)
        self._show()

    def set_narrow(self, narrow: bool) -> None:
        """Without room they stand in one row, so that the text keeps its lines."""
        self._narrow = narrow
        self._show()

    def offered(self) -> tuple[str, ...]:
        """What can be added here, in its order."""
        names = (name for name, *_ in ADDITIONS if name != "adjusters" or self._election)
        return tuple(name for name in names if not self._notes or name in WITHOUT_VOTES)

    def menu(self) -> QMenu:
        """What has no pill of its own, with its keys."""
        menu = named(QMenu(self), "live.more_additions", "Mer att lägga till")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = self._first()
        for name, words, tip in ADDITIONS:
            if name in self.offered() and name not in shown:
                key = tip.rpartition(". ")[2]
                menu.addAction(f"{capital_first(words)}…\t{key}", partial(self.asked.emit, name))
        return menu

    def _first(self) -> tuple[str, ...]:
        if not self._narrow or self._notes:
            return self.offered()
        return FIRST_AT_ELECTION if self._election else FIRST

    def _show(self) -> None:
        shown = self._first()
        for name, pill in self._pills.items():
            pill.setVisible(name in shown)
        self._more.setVisible(len(shown) < len(self.offered()))

    def _pill(self, theme: Theme, name: str, words: str, tip: str) -> Button:
        pill = Button(theme, f"live.add_{name}", words, "add", "plus", tip=tip)
        pill.clicked.connect(lambda: self.asked.emit(name))
        return pill
