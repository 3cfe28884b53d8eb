"""The form in which a meeting is planned, beside the agenda that it will begin with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from bra_desktop.domain.swedish import plural
from bra_desktop.domain.swedish_dates import clock
from bra_desktop.services.preparing.planning import MeetingPlan
from bra_desktop.services.reading import ForumRow
from bra_desktop.ui.layouts import STRETCH, box, column, empty, row, scroll
from bra_desktop.ui.meetings.presenter import PlanForm, Suggested, start_of
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.card import Card
from bra_desktop.ui.widgets.date_field import DateField
from bra_desktop.ui.widgets.fields import Field, choice_field, text_field
from bra_desktop.ui.widgets.labels import label
from bra_desktop.ui.widgets.time_field import TimeField

Ask = Callable[[str, date], None]
TIMES, DAY = "tid", "datum"
"""Where a refusal points when the times of a meeting don't fit, or its day is none."""


@dataclass(frozen=True)
class Draft:
    """What stands in the form: the forum, and the text of each field from the top, right or wrong."""

    forum_id: str
    texts: tuple[str, ...]


class PlanPane(QWidget):
    """`wanted` hands over the plan, `cancelled` leaves the form. suggest: asks what the agenda begins with."""

    wanted = Signal(object)
    cancelled = Signal()

    def __init__(self, theme: Theme, suggest: Ask) -> None:
        super().__init__()
        self._theme, self._suggest = theme, suggest
        self._forums: tuple[ForumRow, ...] = ()
        self._suggested = Suggested()
        self._filled_place = ""
        self._begun: tuple[str, ...] = ("",) * 5
        self._asking = self._sends_then = self._bare = False
        forum_field, self._forum = choice_field(theme, "meetings.forum", "Forum", [])
        self._day = DateField(
            theme, "meetings.day", "Datum", "Skriv t.ex. 2027-03-04 eller 4/3, eller välj i kalendern."
        )
        self._starts = TimeField(theme, "meetings.starts", "Börjar")
        self._ends = TimeField(theme, "meetings.ends", "Slutar (frivilligt)", example="t.ex. 12.00")
        self._place_field, self._place = text_field(theme, "meetings.place", "Plats", "t.ex. Rådhuset, sal Almen")
        _, self._title = title = text_field(theme, "meetings.title", "Rubrik (frivilligt)", "t.ex. Extra möte")
        self._edits = (self._day.edit, self._starts.edit, self._ends.edit, self._place, self._title)
        self._plan = Button(theme, "meetings.plan", "Planera möte", "primary", "calendar-days", key="Ctrl+Return")
        cancel = Button(theme, "meetings.cancel", "Avbryt", tip="Går tillbaka till listan. Esc")
        self._wrong = label("", "caption", "late", wrap=True)
        self._agenda = column(theme, space=7)
        self._agenda_words = label("", "caption", wrap=True)
        times = row(theme, (self._starts, 1), (self._ends, 1), space=12)
        for field in (self._starts, self._ends):
            times.setAlignment(field, Qt.AlignmentFlag.AlignTop)  # what is wrong with one stands below it
        fields = column(
            theme, forum_field, self._day, times, self._place_field, title[0], STRETCH, space=12, margin=(2, 2, 10, 2)
        )
        act = row(theme, self._plan, cancel, STRETCH, margin=4)
        left = Card(theme, "Mötet", (scroll(box(fields)), 1), self._wrong, act)
        held = scroll(box(column(theme, self._agenda, STRETCH)))
        self._right = Card(theme, "Dagordningen börjar med", self._agenda_words, (held, 1))
        self.setLayout(row(theme, (left, 1), (self._right, 1), space=12))
        self._forum.currentIndexChanged.connect(self._forum_chosen)
        self._day.changed.connect(self._ask)
        self._plan.clicked.connect(self._plan_asked)
        for edit in self._edits:
            edit.returnPressed.connect(self._plan_asked)
        cancel.clicked.connect(self.cancelled)
        self._add_key()

    def _add_key(self) -> None:
        leave = QShortcut(QKeySequence("Esc"), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.cancelled)

    def show_form(self, form: PlanForm) -> None:
        """Begins anew with these forums."""
        self._day.today = lambda: form.today
        self._forums = form.forums
        self._forum.blockSignals(True)
        self._forum.clear()
        for forum in form.forums:
            self._forum.addItem(forum.name, forum.id)
        self._forum.blockSignals(False)
        for field in (self._day, self._starts, self._ends):
            field.set_value(None)
        self._begun = ("",) * 5
        self._title.clear()
        self._place.clear()
        self._filled_place = ""
        self.refuse("")
        self._forum_chosen(self._forum.currentIndex())
        self._forum.setFocus()

    def draft(self) -> Draft | None:
        """What is typed; None when the form is as the forum filled it."""
        texts = tuple(edit.text() for edit in self._edits)
        return None if texts == self._begun else Draft(str(self._forum.currentData()), texts)

    def take_up(self, draft: Draft) -> None:
        """Puts back what was typed in a form that has just begun."""
        self._forum.setCurrentIndex(max(0, self._forum.findData(draft.forum_id)))
        for edit, text in zip(self._edits, draft.texts, strict=True):
            edit.setText(text)
        self._day.read()
        self._ask()

    def set_narrow(self, narrow: bool) -> None:
        self._right.setVisible(not narrow)

    def withhold(self, on: bool) -> None:
        """Others see the screen: marked titles are left out of the agenda, or stand there again."""
        self._bare = on
        self._show_agenda()

    def show_suggested(self, suggested: Suggested) -> None:
        self._suggested = suggested
        self._show_agenda()
        self._asking = False
        if self._sends_then:
            self._sends_then = False
            self._send()
        count = plural(len(suggested.words), "punkt", "punkter", none="Inga")
        self._agenda_words.setText(f"{count} ur forumets mall och det som kommer tillbaka. Allt går att ändra sedan.")

    def _show_agenda(self) -> None:
        empty(self._agenda)
        for at, words in enumerate(self._suggested.bare if self._bare else self._suggested.words, 1):
            number = label(f"{at}", "strong")
            number.setFixedWidth(int(self._theme.metrics("body", True).horizontalAdvance("88")) + 1)
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            self._agenda.addWidget(box(row(self._theme, number, (label(words, wrap=True), 1), space=12)))

    def refuse(self, sentence: str, where: str = "") -> None:
        """What stopped the plan, said at the field that it names or above the button."""
        self._sends_then = False
        fields: dict[str, Field] = {TIMES: self._ends, DAY: self._day}
        field = fields.get(where)
        if field is not None:
            self._point_out(field, sentence)
            sentence = ""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self._plan.setEnabled(True)

    def _forum_chosen(self, at: int) -> None:
        if not 0 <= at < len(self._forums):
            self._wrong.setVisible(True)
            self._wrong.setText("Det finns inget forum än. Lägg till ett under Register.")
            self._plan.setEnabled(False)
            return
        forum = self._forums[at]
        if self._starts.edit.text() == self._begun[1]:
            self._starts.set_value(start_of(forum))
        if self._place.text() == self._filled_place:
            self._place.setText(forum.default_place)
            self._filled_place = forum.default_place
        usual = start_of(forum)
        self._begun = ("", clock(usual) if usual else "", "", self._filled_place, "")
        self._ask()

    def _ask(self) -> None:
        forum, day = self._forum.currentData(), self._day.value()
        if forum and day:
            self._asking = True
            self._suggest(forum, day)
        elif forum:
            self._suggested = Suggested()
            self._agenda_words.setText("Skriv dagen, så visas dagordningen här.")

    def _plan_asked(self) -> None:
        if self._plan.isEnabled():
            self._send()

    def _send(self) -> None:
        # What is typed in the field that has the keyboard has not been read yet.
        wrong = [one for one in (self._day, self._starts, self._ends) if not one.read()]
        if wrong:
            wrong[0].editor.setFocus()
            return
        day, starts = self._day.value(), self._starts.value()
        if day is None:
            self._point_out(self._day, "Skriv mötets dag, t.ex. 2027-03-04 eller 4/3.")
        elif starts is None:
            self._point_out(self._starts, "Skriv när mötet börjar, t.ex. 10.00.")
        elif self._asking:
            # The agenda is on its way; a meeting planned now would begin without it.
            self._sends_then = True
            self._plan.setEnabled(False)
        else:
            self._plan.setEnabled(False)
            self.wanted.emit(
                MeetingPlan(
                    forum_id=self._forum.currentData(),
                    day=day,
                    starts=starts,
                    ends=self._ends.value(),
                    place=self._place.text().strip(),
                    title=self._title.text().strip(),
                    items=self._suggested.items,
                )
            )

    def _point_out(self, field: Field, sentence: str) -> None:
        field.set_error(sentence)
        field.editor.setFocus()
