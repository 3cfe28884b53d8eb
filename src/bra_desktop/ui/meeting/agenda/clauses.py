"""Proposed decisions: for each att-sats its words, what it does, and who proposes it."""

import re
from collections.abc import Sequence
from uuid import uuid4

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from bra_desktop.domain.content import ProposalContent
from bra_desktop.domain.kinds import DECISION_KIND_WORDS, DecisionKind
from bra_desktop.domain.swedish import capital_first
from bra_desktop.ui.layouts import STRETCH, column, row, take_out
from bra_desktop.ui.live.wording import kind_of_words
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.elided_combo import ElidedCombo
from bra_desktop.ui.widgets.labels import label
from bra_desktop.ui.widgets.plain_words import words_of
from bra_desktop.ui.widgets.read_only import set_read_only

LEAST, MOST = 2, 6
MARGIN = 6
NEW = (Qt.Modifier.CTRL | Qt.Key.Key_Return).toCombined(), (Qt.Modifier.CTRL | Qt.Key.Key_Enter).toCombined()
KINDS = tuple(DECISION_KIND_WORDS)
_ORDINARY = re.compile(r"[^\S\xa0\u202f]+")
"""White space, apart from the hard spaces that hold their words together."""


class _Words(QPlainTextEdit):
    """As high as its words, from two lines to six; what is longer scrolls. `wants_new`: Ctrl+Enter asks for another."""

    wants_new = Signal()

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(text)
        self._air = 2 * theme.px(MARGIN)
        self.document().setDocumentMargin(theme.px(MARGIN))
        self.textChanged.connect(self._fit)
        self._fit()

    def event(self, event: QEvent) -> bool:
        asks = isinstance(event, QKeyEvent) and event.keyCombination().toCombined() in NEW
        if not asks or self.isReadOnly():
            return super().event(event)
        if event.type() == QEvent.Type.KeyPress:
            self.wants_new.emit()
        event.accept()  # or the key would go on to the page
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        block, lines = self.document().begin(), 0
        while block.isValid():
            lines += max(1, block.layout().lineCount())
            block = block.next()
        # Half a line more than the words need: the last one would else ask for a scroll bar.
        shown = min(max(lines, LEAST), MOST) + 0.5
        self.setFixedHeight(round(self.fontMetrics().lineSpacing() * shown) + self._air)


class Clause(QWidget):
    """One att-sats. What it does follows its first words until somebody has chosen it."""

    def __init__(self, theme: Theme, part: str, number: int, known: ProposalContent, *, notes: bool = False) -> None:
        """``notes``: nothing is decided there, so it has no word att before it."""
        super().__init__()
        one, this = ("Förslag", "förslaget") if notes else ("Att-sats", "att-satsen")
        self._key, self._chosen = known.key, known.kind is not DecisionKind.OTHER
        self.words = named(_Words(theme, known.text), f"{part}_words", f"{one} {number}")
        self.words.setTabChangesFocus(True)
        self.words.setPlaceholderText("t.ex. notera informationen till protokollet")
        self.words.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.kind = named(ElidedCombo(), f"{part}_kind", f"{one} {number} innebär")
        for kind in KINDS:
            self.kind.addItem(capital_first(DECISION_KIND_WORDS[kind]), kind.value)
        self.kind.setCurrentIndex(KINDS.index(known.kind))
        self.by = named(QLineEdit(known.by), f"{part}_by", f"{one} {number} föreslås av")
        self.by.setToolTip("Vem som föreslår beslutet, t.ex. arbetsutskottet")
        self.by.setPlaceholderText("Föreslås av")
        self.remove = Button(theme, f"{part}_remove", f"Ta bort {this}", "quiet", "x")
        self.remove.set_compact(True)
        att = label("" if notes else "att", "strong")
        under = row(theme, (self.kind, 2), (self.by, 3), space=6)
        beside = column(theme, self.words, under, space=4)
        ends = (column(theme, 4, att, STRETCH, space=0), (beside, 1), column(theme, self.remove, STRETCH, space=0))
        self.setLayout(row(theme, *ends, space=6))
        self.words.textChanged.connect(self._follow_words)
        self.kind.activated.connect(self._choose)

    def stops(self) -> list[QWidget]:
        """Where Tab comes to, in order."""
        return [self.words, self.kind, self.by, self.remove]

    def proposal(self) -> ProposalContent:
        text = without_att(words_of(self.words))
        return ProposalContent(self._key, text, KINDS[self.kind.currentIndex()], self.by.text().strip())

    def set_read_only(self, locked: bool) -> None:
        for part in (self.words, self.by, self.kind):
            set_read_only(part, locked)
        self.by.setVisible(not locked or bool(self.by.text().strip()))
        self.remove.setVisible(not locked)

    def _follow_words(self) -> None:
        if not self._chosen:
            self.kind.setCurrentIndex(KINDS.index(kind_of_words(words_of(self.words))))

    def _choose(self) -> None:
        self._chosen = True


class Clauses(QWidget):
    """`edited` says that something was typed, chosen, added or taken away; `line_made` hands over a new line."""

    edited = Signal()
    line_made = Signal(object)

    def __init__(self, theme: Theme, part: str) -> None:
        super().__init__()
        self._theme, self._part, self._made, self._notes = theme, part, 0, False
        self.lines: list[Clause] = []
        self._column = column(theme, space=8)
        self.add = Button(theme, f"{part}.add", "Lägg till att-sats", "add", "plus")
        self.add.clicked.connect(self._add_empty)
        self.setLayout(column(theme, self._column, row(theme, self.add, STRETCH), space=6))

    def show_proposals(self, proposals: Sequence[ProposalContent], *, notes: bool = False) -> None:
        """Says nothing. ``notes``: in the words of a meeting where nothing is decided."""
        self._notes = notes
        self.add.set_words("Lägg till förslag" if notes else "Lägg till att-sats")
        for line in self.lines:
            take_out(self._column, line)
        self.lines.clear()
        for proposal in proposals:
            self._put(proposal)

    def proposals(self) -> tuple[ProposalContent, ...]:
        """Empty ones and the word att are left out."""
        return tuple(one for line in self.lines if (one := line.proposal()).text)

    def set_read_only(self, locked: bool) -> None:
        self.add.setVisible(not locked)
        for line in self.lines:
            line.set_read_only(locked)

    def _put(self, proposal: ProposalContent) -> Clause:
        self._made += 1
        line = Clause(
            self._theme, f"{self._part}.clause_{self._made}", len(self.lines) + 1, proposal, notes=self._notes
        )
        self.lines.append(line)
        self._column.addWidget(line)
        line.words.textChanged.connect(self.edited)
        line.kind.activated.connect(self.edited)
        line.by.textEdited.connect(self.edited)
        line.remove.clicked.connect(lambda: self._remove(line))
        line.words.wants_new.connect(self._add_empty)
        self.line_made.emit(line)
        return line

    def stops(self) -> list[QWidget]:
        """Where Tab comes to, in order."""
        return [*(stop for line in self.lines for stop in line.stops()), self.add]

    def _add_empty(self) -> None:
        if self.lines and not self.lines[-1].proposal().text:
            self.lines[-1].words.setFocus()
            return
        line = self._put(ProposalContent(str(uuid4()), "", by=self.lines[-1].proposal().by if self.lines else ""))
        line.words.setFocus()

    def _remove(self, line: Clause) -> None:
        self.lines.remove(line)
        take_out(self._column, line)
        self.edited.emit()


def without_att(text: str) -> str:
    """An att-sats on one line, without its first word."""
    words = _ORDINARY.sub(" ", text).strip(" ")
    return words[4:] if words[:4].lower() == "att " else words
