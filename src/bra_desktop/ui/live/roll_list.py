"""A vote by name: one line per member, and one key per vote."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from bra_desktop.domain.kinds import BALLOT_WORDS, Ballot
from bra_desktop.ui.live.form import RollLine
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme

KEYS = {
    Qt.Key.Key_J: Ballot.YES,
    Qt.Key.Key_N: Ballot.NO,
    Qt.Key.Key_A: Ballot.ABSTAIN,
    Qt.Key.Key_F: Ballot.ABSENT,
}
ORDER = (Ballot.YES, Ballot.NO, Ballot.ABSTAIN)


class RollList(QListWidget):
    """J, N, A and F vote and go on to the next; space goes through the votes."""

    changed = Signal()

    def __init__(self, theme: Theme, lines: tuple[RollLine, ...]) -> None:
        super().__init__()
        self._lines = list(lines)
        named(self, "live.form_roll", "Röster")
        for line in lines:
            item = QListWidgetItem(self._words(line))
            if not line.votes:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            self.addItem(item)
        self.setCurrentRow(next((n for n, line in enumerate(lines) if line.votes), 0))
        self.setMinimumHeight(theme.px(110))
        self.setMaximumHeight(theme.px(230))

    def lines(self) -> tuple[RollLine, ...]:
        return tuple(self._lines)

    def totals(self) -> str:
        """8 ja, 2 nej, 1 avstår."""
        count = {b: sum(line.choice is b for line in self._lines) for b in Ballot}
        return ", ".join(f"{number} {BALLOT_WORDS[b].lower()}" for b, number in count.items() if number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self.currentRow(), Qt.Key(event.key())
        if not 0 <= row < len(self._lines) or not (key in KEYS or key == Qt.Key.Key_Space):
            super().keyPressEvent(event)
            return
        line = self._lines[row]
        if key == Qt.Key.Key_Space:
            at = ORDER.index(line.choice) if line.choice in ORDER else -1
            self._give(row, ORDER[(at + 1) % len(ORDER)])
        else:
            self._give(row, KEYS[key])
            self._go_on(row)

    def _give(self, row: int, choice: Ballot) -> None:
        if self._lines[row].votes:
            self._lines[row] = replace(self._lines[row], choice=choice)
            self.item(row).setText(self._words(self._lines[row]))
            self.changed.emit()

    def _go_on(self, row: int) -> None:
        later = (n for n in range(row + 1, len(self._lines)) if self._lines[n].votes)
        self.setCurrentRow(next(later, row))

    def _words(self, line: RollLine) -> str:
        return f"{line.name} – {BALLOT_WORDS[line.choice].lower()}"
