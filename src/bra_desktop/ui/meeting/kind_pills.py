"""Which of the meeting's documents is shown: a pill for each that has room, and a menu of the others."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from bra_desktop.services.preparing.supplements import SUPPLEMENT
from bra_desktop.ui.meeting.document_kinds import KINDS
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button, FilterPill
from bra_desktop.ui.widgets.pill_row import PillRow


class KindPills(PillRow):
    """`chosen` names the document that is wanted."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        self._made = {kind: FilterPill(theme, f"meeting.kind_{kind}", words) for kind, words in KINDS.items()}
        more = Button(theme, "meeting.more_kinds", "mer", "filter", "ellipsis", "Visar fler dokument")
        super().__init__(theme, self._made, more, 8)
        for kind, pill in self._made.items():
            pill.clicked.connect(lambda _on=False, kind=kind: self.chosen.emit(kind))
        more.clicked.connect(lambda: self.menu().popup(more.mapToGlobal(QPoint(0, more.height()))))

    def number_supplement(self, number: int) -> None:
        """The next supplement to the notice is that one."""
        self._made[SUPPLEMENT].set_words(f"{KINDS[SUPPLEMENT]} {number}")

    def mark(self, chosen: str, there: Collection[str]) -> None:
        """The document that is shown, which always has its pill, and those that there are."""
        for kind, pill in self._made.items():
            pill.setChecked(kind == chosen)
        self.offer([kind for kind in KINDS if kind in there], (chosen,))

    def menu(self) -> QMenu:
        """The documents that have no pill where there is little room."""
        menu = named(QMenu(self), "meeting.other_kinds", "Fler dokument")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind in self.left_over():
            menu.addAction(self._made[kind].accessibleName(), partial(self.chosen.emit, kind))
        return menu
