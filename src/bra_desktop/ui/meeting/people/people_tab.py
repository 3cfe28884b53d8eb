"""The tab Närvaro: who is called, what they answered, who leads and writes, and afterwards who was there."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from bra_desktop.domain.kinds import Capacity, Duty, Reply
from bra_desktop.domain.officers import named
from bra_desktop.domain.register import Person
from bra_desktop.domain.swedish import capital_first
from bra_desktop.ui.layouts import STRETCH, box, column, row, rule
from bra_desktop.ui.meeting.agenda.lines import BEFORE
from bra_desktop.ui.meeting.edits import PeopleEdits
from bra_desktop.ui.meeting.people.people_form import PeopleForm
from bra_desktop.ui.meeting.people.people_lines import PersonLine, forecast, officers_words, people_lines
from bra_desktop.ui.meeting.people.people_picker import PersonCombo
from bra_desktop.ui.meeting.people.row_acts import LOOKS, REPLY_HINT, REPLY_KEYS, RowActs
from bra_desktop.ui.meeting.presenter import Loaded
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.theme.tokens import StatusLook
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.labels import Glyph, label, retone
from bra_desktop.ui.widgets.read_only import set_read_only
from bra_desktop.ui.widgets.rows_model import Cell, Column, RowsModel
from bra_desktop.ui.widgets.table_keys import TableKeys
from bra_desktop.ui.widgets.table_view import TableView

THERE = StatusLook("Närvarande", "done", "check")
AWAY = StatusLook("Frånvarande", "neutral", "minus")
WIDEST = 320
"""A person and a title."""
SEVERAL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class PeopleTab(QWidget):
    """`person_opened` tells the person whose row is to be changed, `officers_asked` that the duties are.

    `person_entered`: by a key or a double click, so that the keyboard goes into the pane.

    `vacancy_opened`: a vacant seat, which is filled in the register.
    """

    person_opened = Signal(str)
    person_entered = Signal()
    officers_asked = Signal()
    vacancy_opened = Signal()

    def __init__(self, theme: Theme, edits: PeopleEdits) -> None:
        super().__init__()
        self._theme, self._edits = theme, edits
        self._loaded: Loaded | None = None
        self._narrow = self._alone = False
        self.model: RowsModel[PersonLine] = RowsModel(_columns(), lambda line: line.key, self)
        self.table: TableView[PersonLine] = TableView(theme, "meeting.people", "Närvaro", self.model, 42)
        self.add = Button(theme, "meeting.add_person", "Lägg till person", "plain", "plus")
        self.add.setCheckable(True)
        self.form = PeopleForm(theme)
        self.form.hide()
        self._forecast = label("", "caption", wrap=True)
        self._replies = RowActs(theme)
        self._duties = self._make_duties()
        self._foot = box(column(theme, self._duties, self._officers, self._replies, space=8, margin=(14, 8, 14, 10)))
        self._line = box(row(theme, Glyph(theme, "users", "muted"), (self._forecast, 1), margin=(14, 6, 14, 6)))
        self.setLayout(column(theme, self.form, self._line, rule(), (self.table, 1), rule(), self._foot, space=0))
        self._wire()

    def _wire(self) -> None:
        self.add.toggled.connect(self._show_form)
        self.form.chosen.connect(self._add)
        self.form.written.connect(self._add_unknown)
        self.table.row_chosen.connect(lambda _line: self._tell_chosen())
        self.table.row_opened.connect(self._open)
        self.table.clicked.connect(self._clicked)
        self._replies.replied.connect(self._reply)
        self._replies.change_asked.connect(lambda: self._open(self.table.chosen()))
        self._replies.remove_asked.connect(self._remove_chosen)
        self._replies.officers_asked.connect(self.officers_asked)
        answers = {key: partial(self._reply, answer) for answer, key in REPLY_KEYS.items()}
        TableKeys(self.table, {"Delete": self._remove_chosen, "Space": self._next_reply, **answers})

    def buttons(self) -> tuple[Button, ...]:
        return (self.add,)

    def show_meeting(self, loaded: Loaded) -> None:
        self._loaded = loaded
        content, may = loaded.view.content, not loaded.shown.locked
        self.table.show_rows(people_lines(content, loaded.roll))
        self._forecast.setText(forecast(content) or "Närvaron ändras i mötesläget, där klockan går.")
        self._line.setVisible(may)
        self._all_duties.set_icon("pen-line" if may else "eye")
        self._replies.setVisible(may)
        self._fit_duties()
        self._replies.show_replies(content.state in BEFORE)
        self.add.setEnabled(may)
        self.table.setToolTip(
            f"Enter ändrar raden. Delete tar bort den ur listan. {REPLY_HINT}" if may else "Enter visar raden."
        )
        if not may:
            self.add.setChecked(False)
        self.form.show_meeting(loaded)
        on_list = {p.person for p in content.participants}
        there = [p for p in loaded.people if p.id in on_list]
        for duty, combo in self._duty_combos.items():
            whole = next((o.person for o in named(content, duty) if not o.from_item and not o.to_item), "")
            combo.show_people(there)
            combo.choose(whole)
            field = combo.lineEdit()
            if field is not None:
                field.setPlaceholderText("Byter under mötet" if named(content, duty) else "Ingen angiven")
            set_read_only(combo, not may and bool(whole))
            combo.setEnabled(may)
            if not may and whole:
                combo.setEditText(content.person(whole).name)  # all of it, where a title would end in the middle
        self._tell_unknown("")
        self._tell_chosen()

    def set_narrow(self, narrow: bool, *, alone: bool = False) -> None:
        """What is done to a row stands on as many lines as it needs. alone: the window is narrow, with no pane beside.

        Then the duties have but a button, for the sake of the list, which tells who has them.
        """
        self._alone = alone
        self._replies.set_alone(alone)
        self._fit_duties()
        for combo in self._duty_combos.values():
            combo.setMinimumContentsLength(10 if narrow else 20)
            combo.setMaximumWidth(self._theme.px(WIDEST))
        self._all_duties.set_compact(narrow)
        self._narrow = narrow
        self._fit_foot()

    def remove(self, participant_id: str, name: str) -> None:
        """Takes somebody off the list, with a way back."""
        self._edits.remove(participant_id, name)

    # ── inside ───────────────────────────────────────────────────────────────────────────────
    def _make_duties(self) -> QWidget:
        theme = self._theme
        self._officers = label("", "caption", wrap=True)
        self._duty_combos: dict[Duty, PersonCombo] = {}
        parts: list[QWidget | tuple[QWidget, int]] = []
        for duty, words in ((Duty.PRESIDE, "Leder mötet"), (Duty.MINUTES, "För protokollet")):
            combo = PersonCombo(f"meeting.duty_{duty.value}", words, "Ingen angiven")
            combo.activated.connect(lambda _at, duty=duty: self._appoint(duty))
            combo.unknown.connect(self._tell_unknown)
            self._duty_combos[duty] = combo
            parts += [label(words, "muted"), (combo, 9)]
        tip = "Justerare, och den som leder eller skriver under en del av mötet"
        self._all_duties = Button(theme, "meeting.officers", "Justerare och byten", "plain", "pen-line", tip)
        self._all_duties.clicked.connect(self.officers_asked)
        return box(row(theme, *parts, 8, STRETCH, self._all_duties, space=8))

    def _ref(self) -> str:
        return self._loaded.shown.ref if self._loaded else ""

    def _add(self, person: str, capacity: Capacity, note: str) -> None:
        self._edits.add(self._ref(), person, capacity, note, self.form.done, self.form.refuse)

    def _add_unknown(self, person: Person, capacity: Capacity, note: str, keep_both: bool) -> None:
        form = self.form
        self._edits.add_unknown(self._ref(), person, capacity, note, form.done, form.refuse, keep_both=keep_both)

    def _show_form(self, on: bool) -> None:
        self.form.setVisible(on)
        self._fit_foot()
        if on:
            self.form.person.setFocus()

    def _fit_duties(self) -> None:
        locked = self._loaded is not None and bool(self._loaded.shown.locked)
        self._duties.setVisible(locked or not self._alone)

    def _fit_foot(self) -> None:
        """Where room is short the foot gives way to the form."""
        self._foot.setVisible(not (self._narrow and self.add.isChecked()))

    def _open(self, line: object) -> None:
        if isinstance(line, PersonLine) and line.person_id:
            self.person_opened.emit(line.person_id)
            self.person_entered.emit()
        elif isinstance(line, PersonLine):
            self.vacancy_opened.emit()

    def _clicked(self, index: QModelIndex) -> None:
        """A click opens the row, but not while several are being chosen."""
        line = self.model.row_at(index)
        if line.person_id and not QApplication.keyboardModifiers() & SEVERAL:
            self.person_opened.emit(line.person_id)

    def _tell_unknown(self, words: str) -> None:
        """Said where the duties are told; those come back when all is well."""
        told = officers_words(self._loaded.view.content) if self._loaded else ""
        retone(self._officers, "tone", "late" if words else "")
        self._officers.setText(words or told)
        self._officers.setVisible(bool(words or told))

    def _appoint(self, duty: Duty) -> None:
        person = self._duty_combos[duty].person_id()
        if person and self._loaded:
            self._edits.appoint(self._loaded.shown.ref, duty, person)

    def _lines(self) -> list[PersonLine]:
        rows = self.table.selectionModel().selectedRows()
        return [line for index in rows if (line := self.model.row_at(index)).participant_id]

    def _reply(self, answer: Reply) -> None:
        chosen = tuple(line.participant_id for line in self._lines())
        if chosen and self._replies.shows_replies():
            self._edits.reply(chosen, answer)

    def _next_reply(self) -> None:
        """The answer after the one that the first of the chosen has, round and round."""
        if self._replies.shows_replies() and (lines := self._lines()):
            self._edits.next_reply(self._ref(), tuple(line.participant_id for line in lines))

    def _remove_chosen(self) -> None:
        line = self.table.chosen()
        if line is not None and line.participant_id and self._loaded is not None and not self._loaded.shown.locked:
            self.remove(line.participant_id, line.name)

    def _tell_chosen(self) -> None:
        lines = self._lines()
        words = lines[0].name if len(lines) == 1 else f"{len(lines)} valda" if lines else "Välj en person i listan"
        if not lines and self.table.chosen() is not None:
            words = "Vakant plats. Enter visar forumets platser i Register."
        self._replies.tell(words, may=bool(lines))


def _columns() -> tuple[Column[PersonLine], ...]:
    def answer(line: PersonLine) -> Cell:
        if not line.person_id:
            return Cell("–", tone="muted")
        if line.presence:
            return Cell(chip=THERE if line.was_there else AWAY)
        return Cell(chip=LOOKS[line.reply])

    def presence(line: PersonLine) -> Cell:
        said = line.presence if line.presence.lower() not in ("närvarande", "frånvarande") else ""
        return Cell(said or "–", tone="text" if said else "muted")

    def role(line: PersonLine) -> Cell:
        office = line.role.removesuffix(f", {line.duties}") if line.duties else line.role
        return Cell(office, capital_first(line.duties))

    def name(line: PersonLine) -> Cell:
        return Cell(line.name, line.sub, tone="text" if line.person_id else "muted")

    return (
        Column("name", "Namn", name, order=lambda p: p.by_name),
        Column("role", "Roll", role, 170, drop=1, most=210),
        Column(
            "seat", "Plats", lambda p: Cell(p.seat or "–", tone="text" if p.seat else "muted"), 150, drop=3, most=170
        ),
        Column("reply", "Svar och närvaro", answer, 156),
        Column("presence", "Tid på mötet", presence, 150, drop=2, most=240),
    )
