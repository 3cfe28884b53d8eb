"""A vote by name: one line per member, and one key per vote."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from bra_desktop.domain.kinds import BALLOT_WORDS, Ballot
from bra_desktop.ui.layouts import box, row
from bra_desktop.ui.live.forms.form import RollLine
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.labels import label

KEYS = {
    Qt.Key.Key_J: Ballot.YES,
    Qt.Key.Key_N: Ballot.NO,
    Qt.Key.Key_A: Ballot.ABSTAIN,
    Qt.Key.Key_F: Ballot.ABSENT,
}
COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
FEWEST = 4
"""Lines that it shows at least, where the form has to be scrolled anyhow."""
REST = Qt.Key.Key_Odiaeresis
ORDER = (Ballot.YES, Ballot.NO, Ballot.ABSTAIN)


class RollList(QListWidget):
    """J, N, A and F vote and go on to the next; space goes through the votes."""

    changed = Signal()

    def __init__(self, lines: tuple[RollLine, ...]) -> None:
        super().__init__()
        self._lines = list(lines)
        named(self, "live.form_roll", "Röster")
        self.setProperty("look", "field")
        for line in lines:
            item = QListWidgetItem(self._words(line))
            if not line.votes:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            self.addItem(item)
        self.setCurrentRow(next((n for n, line in enumerate(lines) if line.votes), 0))
        self.fit(0)

    def fit(self, less: int) -> None:
        """As high as its lines, or that many pixels less, but never so low that it can't be followed."""
        row = max(1, self.sizeHintForRow(0))
        rows = max(self.count() - ceil(max(0, less) / row), min(FEWEST, self.count()))
        self.setFixedHeight(row * rows + 2 * self.frameWidth())

    def lines(self) -> tuple[RollLine, ...]:
        return tuple(self._lines)

    def totals(self) -> str:
        """8 ja, 2 nej, 1 avstår. When all have voted and the votes are equal, what decides."""
        count = {b: sum(line.choice is b for line in self._lines) for b in Ballot}
        parts = [f"{number} {BALLOT_WORDS[b].lower()}" for b, number in count.items() if number]
        missing = sum(line.choice is None for line in self._lines)
        if missing:
            return ", ".join((*parts, f"{missing} {'röst' if missing == 1 else 'röster'} saknas"))
        tied = count[Ballot.YES] == count[Ballot.NO]
        return ". ".join((", ".join(parts), self._deciding())) if tied and parts else ", ".join(parts)

    def fill_rest(self) -> None:
        """Ja for all who take part and have not been given a vote."""
        for at, line in enumerate(self._lines):
            if line.choice is None:
                self._give(at, Ballot.YES)

    def to_missing(self) -> None:
        """The first who takes part and has not been given a vote; she is in sight then."""
        missing = (at for at, line in enumerate(self._lines) if line.votes and line.choice is None)
        self.setCurrentRow(next(missing, self.currentRow()))

    def _deciding(self) -> str:
        chair = next((line for line in self._lines if line.casts and line.choice in (Ballot.YES, Ballot.NO)), None)
        if chair is None or chair.choice is None:
            return "Lika: ange utslagsröst eller lottens utfall ovan."
        return f"Lika: ordförandens utslagsröst ({chair.name}) är {BALLOT_WORDS[chair.choice].lower()}."

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Whoever the next letter is about stays in sight when what is said of the form takes room."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at, key = self.currentRow(), Qt.Key(event.key())
        if event.modifiers() & COMMANDS and (key in KEYS or key in (REST, Qt.Key.Key_Space)):
            event.ignore()  # a command of another place that was pressed here votes for nobody
        elif key == REST:
            self.fill_rest()
        elif not 0 <= at < len(self._lines) or not (key in KEYS or key == Qt.Key.Key_Space):
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space:
            now = self._lines[at].choice
            self._give(at, ORDER[(ORDER.index(now) + 1 if now in ORDER else 0) % len(ORDER)])
        else:
            self._give(at, KEYS[key])
            self._go_on(at)

    def _give(self, at: int, choice: Ballot) -> None:
        if self._lines[at].votes:
            self._lines[at] = replace(self._lines[at], choice=choice)
            self.item(at).setText(self._words(self._lines[at]))
            self.changed.emit()

    def _go_on(self, at: int) -> None:
        later = (n for n in range(at + 1, len(self._lines)) if self._lines[n].votes)
        self.setCurrentRow(next(later, at))

    def _words(self, line: RollLine) -> str:
        return f"{line.name} – {BALLOT_WORDS[line.choice].lower() if line.choice is not None else 'ingen röst än'}"


def roll_foot(theme: Theme, roll: RollList) -> QWidget:
    """The count, which follows the votes, and the button that gives the rest of them."""
    count = label(roll.totals(), "strong", wrap=True)
    rest = Button(theme, "live.form_roll_rest", "Övriga: ja", "plain", tip="Ja för alla utan röst. Ö")
    rest.clicked.connect(roll.fill_rest)

    def follow() -> None:
        count.setText(roll.totals())
        rest.setEnabled(any(line.choice is None for line in roll.lines()))

    roll.changed.connect(follow)
    follow()
    return box(row(theme, (count, 1), rest, space=8))
