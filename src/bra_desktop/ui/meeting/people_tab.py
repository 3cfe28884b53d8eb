"""The tab Deltagare: who is called, what they answered, who leads and writes, and afterwards who was there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from bra_desktop.domain.kinds import Capacity, Duty, Reply
from bra_desktop.domain.officers import named
from bra_desktop.ui.layouts import STRETCH, box, column, row, rule
from bra_desktop.ui.meeting.edits import PeopleEdits
from bra_desktop.ui.meeting.lines import BEFORE, CAPACITIES, REPLIES, PersonLine, forecast, people_lines
from bra_desktop.ui.meeting.people_picker import PersonCombo
from bra_desktop.ui.meeting.presenter import Loaded
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.theme.tokens import StatusLook
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.fields import Field, choice_field
from bra_desktop.ui.widgets.labels import Glyph, label
from bra_desktop.ui.widgets.rows_model import Cell, Column, RowsModel
from bra_desktop.ui.widgets.table_keys import TableKeys
from bra_desktop.ui.widgets.table_view import TableView

LOOKS = {
    Reply.NONE: StatusLook(REPLIES[Reply.NONE], "neutral", "circle-dashed"),
    Reply.COMING: StatusLook(REPLIES[Reply.COMING], "done", "check"),
    Reply.PREVENTED: StatusLook(REPLIES[Reply.PREVENTED], "attention", "circle-x"),
    Reply.SUBSTITUTE_CALLED: StatusLook(REPLIES[Reply.SUBSTITUTE_CALLED], "primary", "users"),
}
THERE = StatusLook("Närvarande", "done", "check")
AWAY = StatusLook("Frånvarande", "neutral", "minus")


class PeopleTab(QWidget):
    """`live_asked`: attendance is changed in Mötesläge, where the clock is."""

    live_asked = Signal()

    def __init__(self, theme: Theme, edits: PeopleEdits) -> None:
        super().__init__()
        self._theme, self._edits = theme, edits
        self._loaded: Loaded | None = None
        self.model: RowsModel[PersonLine] = RowsModel(self._columns(), lambda line: line.person_id, self)
        self.table: TableView[PersonLine] = TableView(theme, "meeting.people", "Deltagare", self.model, 42)
        self.add = Button(theme, "meeting.add_person", "Lägg till deltagare", "plain", "plus")
        self.add.setCheckable(True)
        self.add.toggled.connect(self._show_form)
        self._forecast = label("", "caption", wrap=True)
        self._sign = Glyph(theme, "users", "muted")
        self._form = self._make_form()
        self._replies = self._make_replies()
        self._duties = self._make_duties()
        foot = box(column(theme, self._duties, self._replies, space=8, margin=(14, 8, 14, 10)))
        line = box(row(theme, self._sign, (self._forecast, 1), margin=(14, 6, 14, 6)))
        self.setLayout(column(theme, self._form, line, rule(), (self.table, 1), rule(), foot, space=0))
        self.table.row_chosen.connect(lambda _line: self._tell_chosen())
        TableKeys(self.table, {"Delete": self._remove_chosen})

    def buttons(self) -> tuple[Button, ...]:
        return (self.add,)

    def show_meeting(self, loaded: Loaded) -> None:
        self._loaded = loaded
        content, may = loaded.view.content, not loaded.shown.locked
        before = content.state in BEFORE
        self.table.show_rows(people_lines(content, loaded.roll))
        words = forecast(content)
        self._forecast.setText(words or "Närvaron ändras i mötesläget, där klockan går.")
        self._replies.setVisible(may and before)
        self._duties.setVisible(may)
        self.add.setEnabled(may)
        if not may:
            self.add.setChecked(False)
        on_list = [p.person for p in content.participants]
        self._guest.show_people(loaded.people, on_list)
        for duty, combo in self._duty_combos.items():
            there = [p for p in loaded.people if p.id in on_list]
            combo.show_people(there)
            combo.choose(next((o.person for o in named(content, duty) if not o.from_item and not o.to_item), ""))
        self._tell_chosen()

    def set_narrow(self, narrow: bool) -> None:
        """Without words on the buttons; they stay as tips."""
        for button in (*self._reply_buttons, self._remove):
            button.set_compact(narrow)
        for combo in self._duty_combos.values():
            combo.setMinimumContentsLength(14 if narrow else 26)

    def count(self) -> int:
        return len(self._loaded.view.content.participants) if self._loaded else 0

    # ── inside ───────────────────────────────────────────────────────────────────────────────
    def _columns(self) -> tuple[Column[PersonLine], ...]:
        def answer(line: PersonLine) -> Cell:
            if line.presence:
                return Cell(chip=THERE if line.was_there else AWAY)
            return Cell(chip=LOOKS[line.reply])

        def presence(line: PersonLine) -> Cell:
            said = line.presence if line.presence.lower() not in ("närvarande", "frånvarande") else ""
            return Cell(said or "–", tone="text" if said else "muted")

        return (
            Column("name", "Namn", lambda p: Cell(p.name, p.sub)),
            Column("role", "Roll", lambda p: Cell(p.role), 190, drop=1),
            Column("seat", "Plats", lambda p: Cell(p.seat or "–", tone="text" if p.seat else "muted"), 200, drop=3),
            Column("reply", "Svar och närvaro", answer, 156),
            Column("presence", "Tid på mötet", presence, 170, drop=2),
        )

    def _make_replies(self) -> QWidget:
        theme = self._theme
        self._chosen = label("", "strong")
        buttons = []
        for answer, words in REPLIES.items():
            part = f"meeting.reply_{answer.value or 'none'}"
            tip = f"Svaret på kallelsen: {words.lower()}"
            button = Button(theme, part, words, "plain", LOOKS[answer].icon, tip)
            button.clicked.connect(lambda _on=False, answer=answer: self._reply(answer))
            buttons.append(button)
        self._reply_buttons = buttons
        self._remove = Button(theme, "meeting.remove_person", "Ta bort ur listan", "quiet", "x", "Går att ångra")
        self._remove.clicked.connect(self._remove_chosen)
        return box(row(theme, self._chosen, *buttons[1:], buttons[0], STRETCH, self._remove, space=8))

    def _make_duties(self) -> QWidget:
        theme = self._theme
        self._duty_combos: dict[Duty, PersonCombo] = {}
        parts: list[QWidget] = []
        for duty, words in ((Duty.PRESIDE, "Leder mötet"), (Duty.MINUTES, "För protokollet")):
            combo = PersonCombo(f"meeting.duty_{duty.value}", words, "Ingen angiven")
            combo.setMinimumContentsLength(26)
            combo.activated.connect(lambda _at, duty=duty: self._appoint(duty))
            self._duty_combos[duty] = combo
            parts += [label(words, "muted"), combo]
        return box(row(theme, *parts, STRETCH, space=8))

    def _make_form(self) -> QWidget:
        theme = self._theme
        self._guest = PersonCombo("meeting.guest", "Person", "Sök i registret")
        who = Field(theme, "meeting.guest", "Person", self._guest)
        wanted = (Capacity.GUEST, Capacity.OFFICIAL, Capacity.CO_OPTED, Capacity.SUBSTITUTE, Capacity.MEMBER)
        capacity, self._capacity = choice_field(
            theme, "meeting.guest_capacity", "Deltar som", [(CAPACITIES[one], one.value) for one in wanted]
        )
        self._note = QLineEdit()
        self._note.setPlaceholderText("t.ex. inbjuden till punkt 4")
        note = Field(theme, "meeting.guest_note", "Anteckning (frivilligt)", self._note)
        act = Button(theme, "meeting.guest_add", "Lägg till", "plain", "plus")
        act.clicked.connect(self._add_guest)
        form = box(row(theme, (who, 3), (capacity, 2), (note, 3), act, space=12, margin=(14, 10, 14, 10)))
        form.hide()
        return form

    def _show_form(self, on: bool) -> None:
        self._form.setVisible(on)
        if on:
            self._guest.setFocus()

    def _add_guest(self) -> None:
        person = self._guest.person_id()
        if person and self._loaded:
            capacity = Capacity(self._capacity.currentData())
            self._edits.add(self._loaded.shown.ref, person, capacity, self._note.text().strip())
            self._note.clear()
            self._guest.setFocus()

    def _appoint(self, duty: Duty) -> None:
        person = self._duty_combos[duty].person_id()
        if person and self._loaded:
            self._edits.appoint(self._loaded.shown.ref, duty, person)

    def _lines(self) -> list[PersonLine]:
        rows = self.table.selectionModel().selectedRows()
        return [self.model.row_at(index) for index in rows]

    def _reply(self, answer: Reply) -> None:
        chosen = tuple(line.participant_id for line in self._lines() if line.participant_id)
        if chosen:
            self._edits.reply(chosen, answer)

    def _remove_chosen(self) -> None:
        line = self.table.chosen()
        if line is not None and line.participant_id:
            self._edits.remove(line.participant_id, line.name)

    def _tell_chosen(self) -> None:
        lines = self._lines()
        words = lines[0].name if len(lines) == 1 else f"{len(lines)} valda" if lines else "Välj en person i listan"
        self._chosen.setText(words)
        for button in (*self._reply_buttons, self._remove):
            button.setEnabled(bool(lines))
