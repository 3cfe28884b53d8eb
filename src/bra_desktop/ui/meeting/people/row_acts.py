"""What is done to the chosen rows of the list of people: the answer to the notice, changing a row, removing it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bra_desktop.domain.kinds import Reply
from bra_desktop.ui.meeting.people.people_lines import REPLIES
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.theme.tokens import StatusLook
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.flow_layout import FlowLayout
from bra_desktop.ui.widgets.labels import label

LOOKS = {
    Reply.NONE: StatusLook(REPLIES[Reply.NONE], "neutral", "circle-dashed"),
    Reply.COMING: StatusLook(REPLIES[Reply.COMING], "done", "check"),
    Reply.PREVENTED: StatusLook(REPLIES[Reply.PREVENTED], "attention", "circle-x"),
    Reply.SUBSTITUTE_CALLED: StatusLook(REPLIES[Reply.SUBSTITUTE_CALLED], "primary", "users"),
}

REPLY_KEYS = {Reply.COMING: "K", Reply.PREVENTED: "F", Reply.SUBSTITUTE_CALLED: "E", Reply.NONE: "I"}
REPLY_HINT = "Svar: K kommer, F förhinder, E ersättare kallad, I inget svar. Mellanslag byter."


class RowActs(QWidget):
    """On as many lines as the words need. `officers_asked`: from where the window is narrow."""

    replied = Signal(object)
    change_asked = Signal()
    remove_asked = Signal()
    officers_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._chosen, self._answers, self._alone = label("", "strong"), False, False
        self._replies = [self._reply(theme, answer) for answer in (*list(REPLIES)[1:], next(iter(REPLIES)))]
        change = Button(theme, "meeting.change_person", "Ändra raden", "quiet", "pencil", "Plats, delad rad m.m.")
        change.clicked.connect(lambda: self.change_asked.emit())
        remove = Button(theme, "meeting.remove_person", "Ta bort ur listan", "quiet", "x", "Går att ångra")
        remove.clicked.connect(lambda: self.remove_asked.emit())
        self._short = Button(
            theme, "meeting.officers_short", "Uppdrag på mötet", "quiet", "pen-line", "Vem som leder, skriver, justerar"
        )
        self._short.clicked.connect(lambda: self.officers_asked.emit())
        self._short.hide()
        self._acts = (*self._replies, change, remove)
        self._chosen.setMinimumHeight(change.sizeHint().height())
        lines = FlowLayout(theme.px(8))
        self._hint = label(REPLY_HINT, "caption")
        self._hint.setMinimumHeight(change.sizeHint().height())
        for widget in (self._chosen, *self._acts, self._short, self._hint):
            lines.addWidget(widget)
        self.setLayout(lines)

    def tell(self, words: str, *, may: bool) -> None:
        """Whom it is done to. may: whether anything can be done to it."""
        self._chosen.setText(words)
        for button in self._acts:
            button.setEnabled(may)

    def show_replies(self, shown: bool) -> None:
        self._answers = shown
        for part in self._replies:
            part.setVisible(shown)
        self._fit_hint()

    def shows_replies(self) -> bool:
        """Whether the notice can be answered now."""
        return self._answers and not self.isHidden()

    def set_alone(self, alone: bool) -> None:
        """In a narrow window there is a button for who leads and adjusts, and the line of the keys goes to the list."""
        self._alone = alone
        self._short.setVisible(alone)
        self._fit_hint()

    def _fit_hint(self) -> None:
        self._hint.setVisible(self._answers and not self._alone)

    def _reply(self, theme: Theme, answer: Reply) -> Button:
        words = REPLIES[answer]
        part = f"meeting.reply_{answer.value or 'none'}"
        button = Button(
            theme,
            part,
            words,
            "plain",
            LOOKS[answer].icon,
            f"Svaret på kallelsen: {words.lower()}. {REPLY_KEYS[answer]}",
        )
        button.clicked.connect(partial(self._replied, answer))
        return button

    def _replied(self, answer: Reply, _on: bool = False) -> None:
        self.replied.emit(answer)
