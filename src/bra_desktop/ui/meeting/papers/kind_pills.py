"""Which of the meeting's papers is shown: a pill for each that has room, and a menu of the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from bra_desktop.ui.meeting.papers.document_kinds import is_kept, item_of
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button, FilterPill
from bra_desktop.ui.widgets.pill_row import PillRow


class KindPills(PillRow):
    """`chosen` names the paper that is wanted by its key."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._made: dict[str, FilterPill] = {}
        more = Button(theme, "meeting.more_kinds", "mer", "filter", "ellipsis", "Visar fler dokument")
        super().__init__(theme, self._made, more, 8)
        more.clicked.connect(lambda: self.menu().popup(more.mapToGlobal(QPoint(0, more.height()))))

    def show_papers(self, papers: Mapping[str, str], chosen: str, first: Sequence[str]) -> None:
        """The papers that there are, their words by their keys, and the one that is shown. first: who gets room."""
        for key, words in papers.items():
            if key not in self._made:
                self._made[key] = self._pill(key, words)
            self._made[key].set_words(words)
        for key in [key for key in self._made if key not in papers and (is_kept(key) or item_of(key))]:
            self._made.pop(key).deleteLater()
        for key, pill in self._made.items():
            pill.setChecked(key == chosen)
        rest = {key: pill for key, pill in self._made.items() if key not in papers}
        self.arrange({**{key: self._made[key] for key in papers}, **rest})
        self.offer(list(papers), first)

    def menu(self) -> QMenu:
        """The papers that have no pill where there is little room."""
        menu = named(QMenu(self), "meeting.other_kinds", "Fler dokument")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key in self.left_over():
            menu.addAction(self._made[key].accessibleName(), partial(self.chosen.emit, key))
        return menu

    def _pill(self, key: str, words: str) -> FilterPill:
        part = key.replace("/", "_").replace("-", "_")
        pill = FilterPill(self._theme, f"meeting.kind_{part}", words)
        pill.clicked.connect(lambda _on=False: self.chosen.emit(key))
        return pill
