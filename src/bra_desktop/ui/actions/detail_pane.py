"""Beside the list: what is known of the chosen action, and how it hangs together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bra_desktop.domain.confidentiality import NOT_ON_SCREEN
from bra_desktop.domain.swedish import listing, plural
from bra_desktop.domain.swedish_dates import long_date
from bra_desktop.ui.actions.chain_of import Station
from bra_desktop.ui.actions.lines import ActionLine
from bra_desktop.ui.layouts import STRETCH, box, column, row, rule
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.card import DetailPane
from bra_desktop.ui.widgets.chain import Chain, Link
from bra_desktop.ui.widgets.chip import Chip
from bra_desktop.ui.widgets.labels import Glyph, label, retone

ANSWERS, CHANGES = "Skriver in vad en ansvarig har svarat", "Ändrar text, ansvarig, dag och mål"
ANSWER_KEY, CHANGE_KEY = "Ctrl+R", "F2"
CHOOSE_FIRST = "Välj ansvarig under Ändra först."
SHOW_FIRST = f"{NOT_ON_SCREEN} F4 visar det igen."


class Fact(QWidget):
    """An icon and what it stands for; hidden when there is nothing to say."""

    def __init__(self, theme: Theme, icon: str, meaning: str) -> None:
        super().__init__()
        self._meaning = meaning
        self._words: QLabel = label("", wrap=True)
        sign: QVBoxLayout = column(theme, Glyph(theme, icon), STRETCH, margin=(0, 2, 0, 0))
        self.setLayout(row(theme, sign, (self._words, 1), space=6))

    def tell(self, words: str) -> None:
        self._words.setText(words)
        self._words.setAccessibleName(f"{self._meaning}: {words}")
        self.setVisible(bool(words))

    def words(self) -> str:
        return self._words.text()


class ActionPane(DetailPane):
    """`answer_asked` and `change_asked` open their forms, `meeting_asked` leads to the meeting that is chosen."""

    answer_asked = Signal()
    change_asked = Signal()
    closed = Signal()
    meeting_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.chip = Chip(theme, theme.status("action", "ongoing"))
        self._near, self._text = label("", "caption"), label("", "h3", wrap=True)
        self._who = Fact(theme, "building-2", "Ansvariga")
        self._contact = Fact(theme, "users", "Kontakt")
        self._goal = Fact(theme, "target", "Mål")
        self._note = Fact(theme, "info", "Anteckning")
        self.chain = Chain(theme, "actions.chain")
        close = Button(theme, "actions.close_pane", "Stäng", "quiet", "x", tip="Stänger rutan. Esc")
        close.set_compact(True)
        self.answer = Button(
            theme, "actions.answer", "Skriv in svar", "primary", "message-square",
            ANSWERS, ANSWER_KEY,
        )  # fmt: skip
        self.change = Button(theme, "actions.change", "Ändra", "plain", "pencil", CHANGES, CHANGE_KEY)
        head = row(theme, self.chip, self._near, STRETCH, close, space=8)
        super().__init__(
            theme, box(head), self._text, self._who, self._contact, self._goal, self._note, 2, rule(), 2,
            label("Så hänger det ihop", "overline"), self.chain, buttons=(self.answer, self.change),
        )  # fmt: skip
        self.setAccessibleName("Vald åtgärd")
        self.answer.clicked.connect(self.answer_asked)
        self.change.clicked.connect(self.change_asked)
        close.clicked.connect(self.closed)
        self.chain.chosen.connect(lambda key: self.meeting_asked.emit(str(key)) if key else None)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.closed)

    def show_action(self, line: ActionLine, way: Sequence[Station]) -> None:
        action = line.row
        self.chip.show_status(self._theme.status("action", line.status))
        near = f"med {plural(line.late_by, 'dag', 'dagar')}" if line.late else line.due_near
        self._near.setText(near)
        self._near.setToolTip(long_date(line.due) if line.due else "")
        retone(self._near, "tone", "late" if line.late else "")
        self._text.setText(line.text)
        self._who.tell("" if line.withheld else _who(line))
        self._contact.tell(line.contact)
        self._goal.tell(f"Mål: {action.goal}" if action.goal else "")
        self._note.tell(SHOW_FIRST if line.withheld else action.note)
        self._offer(line)
        self.chain.show_links([Link(s.icon, s.title, s.line, s.state, s.meeting or None) for s in way])

    def _offer(self, line: ActionLine) -> None:
        """The forms that can be opened now, and in the tips why another can't."""
        first = SHOW_FIRST if line.withheld else CHOOSE_FIRST
        self.answer.setEnabled(bool(line.responsible))
        self.answer.setToolTip(f"{ANSWERS}. {ANSWER_KEY}" if line.responsible else first)
        self.change.setEnabled(not line.withheld)
        self.change.setToolTip(SHOW_FIRST if line.withheld else f"{CHANGES}. {CHANGE_KEY}")

    def texts(self) -> str:
        """What the pane says, for those who look for words in it."""
        return " ".join(one.text() for one in self.findChildren(QLabel) if one.isVisibleTo(self))


def _who(line: ActionLine) -> str:
    action = line.row
    if action.everybody and not action.responsible:
        return "Alla"
    if not action.responsible_names:
        return "Ansvarig saknas"
    known = dict(zip(action.responsible, action.responsible_names, strict=False))
    lead = known.get(action.lead_id or "")
    return listing(action.responsible_names) + (f". {lead} håller ihop." if lead and len(known) > 1 else "")
