"""What can be added to an item: a pill for each that has room, those asked for most first, and the rest in a menu."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from bra_desktop.domain.swedish import capital_first
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.menu_letters import MenuLetters
from bra_desktop.ui.widgets.pill_row import PillRow

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
FIRST = ("adjusters", "motion", "vote", "recusal", "reservation", "annex")
"""What is asked for most keeps its pill the longest."""


class Additions(PillRow):
    """`asked` names what is to be added. `instead` is the button that leads there while the row itself is hidden."""

    asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        pills = {name: Button(theme, f"live.add_{name}", words, "add", "plus", tip) for name, words, tip in ADDITIONS}
        more = Button(theme, "live.add_more", "mer", "add", "ellipsis", "Visar vad mer som kan läggas till")
        super().__init__(theme, pills, more)
        for name, pill in pills.items():
            pill.clicked.connect(lambda _on=False, name=name: self.asked.emit(name))
        tip = "Yrkande, omröstning och annat i ärendet"
        self.instead = Button(theme, "live.add_instead", "Lägg till", "quiet", "plus", tip)
        self.instead.hide()
        for one in (more, self.instead):
            one.clicked.connect(lambda _on=False, one=one: self.menu().popup(one.mapToGlobal(QPoint(0, one.height()))))
        self._election = self._notes = False
        self._buttons = (*pills.values(), more)
        self.show_offers(election=False, notes=False, locked=False)

    def show_offers(self, *, election: bool, notes: bool, locked: bool) -> None:
        """election: adjusters are chosen there. notes: nobody votes there."""
        self._election, self._notes = election, notes
        for pill in (*self._buttons, self.instead):
            pill.setEnabled(not locked)
        self.offer(self.offered(), FIRST)

    def offered(self) -> tuple[str, ...]:
        """What can be added here, in its order."""
        names = (name for name, *_ in ADDITIONS if name != "adjusters" or self._election)
        return tuple(name for name in names if not self._notes or name in WITHOUT_VOTES)

    def menu(self) -> QMenu:
        """What has no pill of its own, with its keys; everything while the row itself has no room."""
        menu = named(QMenu(self), "live.more_additions", "Mer att lägga till")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu, self.left_over() if self.instead.isHidden() else self.offered())
        MenuLetters(menu)
        return menu

    def whole_menu(self) -> QMenu:
        """Everything that can be added here; nothing where the item is locked."""
        menu = QMenu(self)
        self._fill(menu, self.offered() if self.instead.isEnabled() else ())
        return menu

    def _fill(self, menu: QMenu, wanted: Sequence[str]) -> None:
        for name, words, tip in ADDITIONS:
            if name in wanted:
                key = tip.rpartition(". ")[2]
                menu.addAction(f"{capital_first(words)}…\t{key}", partial(self.asked.emit, name))
