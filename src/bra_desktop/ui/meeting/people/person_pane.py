"""The pane for one row of the list: as what somebody takes part, on which seat, with whom, and a note."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame

from bra_desktop.domain.content import MeetingContent, ParticipantContent
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import ROLE_WORDS, Capacity, Role
from bra_desktop.domain.swedish import VACANT, capital_first, listing
from bra_desktop.ui.layouts import STRETCH, box, column, row, scroll
from bra_desktop.ui.meeting.edits import PeopleEdits, Refused
from bra_desktop.ui.meeting.people.people_lines import CAPACITIES, seat_words
from bra_desktop.ui.meeting.people.people_picker import PersonCombo
from bra_desktop.ui.meeting.presenter import Loaded
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.fields import Field, choice_field, text_field
from bra_desktop.ui.widgets.labels import label

NO_OFFICE = "Ingen särskild"
SEVERAL = "Olika under mötet (ändras i Mötesläge, Närvaro)"
FOLLOWING = {Capacity.SUBSTITUTE: Role.SUBSTITUTE, Capacity.CO_OPTED: Role.CO_OPTED}
"""The role that goes with a capacity, where somebody has no office in the forum."""


class PersonPane(QFrame):
    """Each choice is saved at once. `register_asked` leads to the person in the register."""

    closed = Signal()
    removed = Signal(str, str)
    register_asked = Signal(str)

    def __init__(self, theme: Theme, edits: PeopleEdits) -> None:
        super().__init__()
        self._theme, self._edits = theme, edits
        self._row_id = ""
        self._who = ParticipantContent("")
        self.setProperty("look", "card")
        self.setMinimumWidth(theme.px(300))
        self._name = label("", "h3", wrap=True)
        self._about = label("", "caption", wrap=True)
        self._make_fields(theme)
        close = Button(theme, "person.close", "Stäng rutan", "quiet", "x", key="Esc")
        close.set_compact(True)
        close.clicked.connect(self.closed)
        self._remove = Button(theme, "person.remove", "Ta bort ur listan", "quiet", "x", "Går att ångra")
        self._remove.clicked.connect(lambda: self.removed.emit(self._row_id, self._name.text()))
        to_register = Button(
            theme, "person.register", "Visa i Register", "link", tip="Namn, titel, organisation, parti"
        )
        to_register.clicked.connect(lambda: self.register_asked.emit(self._who.person))
        body = column(
            theme, row(theme, (self._about, 1), to_register),
            row(theme, (self._capacity_field, 1), (self._role_field, 1), space=12), self._seat_field,
            self._serves_field, self._shares_field, self._note_field, row(theme, self._remove, STRETCH), STRETCH,
            space=12, margin=(4, 2, 14, 6),
        )  # fmt: skip
        head = row(theme, (self._name, 1), close, margin=(4, 0, 0, 0))
        self.setLayout(column(theme, head, (scroll(box(body)), 1), space=6, margin=(12, 10, 6, 6)))

    def _make_fields(self, theme: Theme) -> None:
        capacities: list[tuple[str, object]] = [(capital_first(words), one.value) for one, words in CAPACITIES.items()]
        self._capacity_field, self._capacity = choice_field(theme, "person.capacity", "Deltar som", capacities)
        roles: list[tuple[str, object]] = [
            (NO_OFFICE if one is Role.MEMBER else capital_first(ROLE_WORDS[one]), one.value) for one in Role
        ]
        self._role_field, self._role = choice_field(theme, "person.role", "Uppdrag i forumet", roles)
        self._seat_field, self._seat = choice_field(
            theme, "person.seat", "Plats", [], "Vem som innehar en plats ändras i Register, under forumet."
        )
        self._serves_field, self._serves = choice_field(
            theme, "person.serves", "Tjänstgör för", [], "Utan plats är ersättaren närvarande utan att tjänstgöra."
        )
        self._shares = PersonCombo("person.shares", "Delar rad med (frivilligt)", "Sök i registret")
        self._alone = Button(theme, "person.alone", "Ta bort", "quiet", "x", "Raden gäller en person igen")
        self._alone.set_compact(True)
        self._shares_field = Field(
            theme, "person.shares", "Delar rad med (frivilligt)", self._shares,
            "Två som växlar om en plats står på samma rad i protokollet.", self._alone,
        )  # fmt: skip
        self._note_field, self._note = text_field(
            theme,
            "person.note",
            "Anteckning (frivilligt)",
            "t.ex. inbjuden till punkt 4",
            "Hos en ledamot blir den en fotnot i protokollet. Skäl till frånvaro skrivs inte.",
        )
        for combo in (self._capacity, self._role, self._seat, self._serves):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(8)
        self._capacity.activated.connect(self._keep_capacity)
        self._role.activated.connect(self._keep_role)
        self._seat.activated.connect(self._keep_seat)
        self._serves.activated.connect(self._keep_serving)
        self._shares.activated.connect(self._keep_sharing)
        self._shares.unknown.connect(self._shares_field.set_error)
        self._alone.clicked.connect(lambda: self._share(None))
        self._note.editingFinished.connect(self._keep_note)

    # ── what the page uses ───────────────────────────────────────────────────────────────────
    def person_id(self) -> str:
        return self._who.person

    def show_person(self, loaded: Loaded, person_id: str) -> bool:
        """False when the person isn't on the list any more."""
        content = loaded.view.content
        who = next((p for p in content.participants if p.person == person_id), None)
        if who is None:
            return False
        if who.person != self._who.person:
            self._keep_note()
        same, self._who, self._row_id = who.person == self._who.person, who, loaded.roll.participants[person_id]
        person = content.person(who.person)
        organisation = content.organisation(person.organisation).name if person.organisation else "utan organisation"
        self._name.setText(person.name)
        self._about.setText(", ".join(filter(None, (person.title, organisation, person.party))))
        self._capacity.setCurrentIndex(self._capacity.findData(who.capacity.value))
        self._role.setCurrentIndex(self._role.findData(who.role.value))
        self._fill_seats(content)
        self._shares.show_people(loaded.people, (who.person,))
        self._shares.choose(who.together_with)
        if not (same and self._note.hasFocus()):
            self._note.setText(who.note)
        for field in (self._capacity_field, self._seat_field, self._serves_field, self._shares_field, self._note_field):
            field.set_error("")
        self._lock(locked=bool(loaded.shown.locked))
        return True

    def focus_first(self) -> None:
        self._capacity.setFocus()

    def keep(self) -> None:
        """What is typed is saved now."""
        self._keep_note()

    def leave(self) -> None:
        """What is unsaved is saved now."""
        self._keep_note()
        self._who, self._row_id = ParticipantContent(""), ""

    # ── inside ───────────────────────────────────────────────────────────────────────────────
    def _fill_seats(self, content: MeetingContent) -> None:
        who = self._who
        for combo, none, chosen in (
            (self._seat, "Ingen egen plats", who.seat), (self._serves, "Tjänstgör inte", who.serves_for),
        ):  # fmt: skip
            combo.clear()
            combo.addItem(none, "")
            for seat in content.seats:
                holders = listing(content.person(key).name for key in seat.holders) or VACANT.lower()
                combo.addItem(f"{seat_words(content, seat)}: {holders}", seat.key)
            combo.setCurrentIndex(max(0, combo.findData(chosen)))
        if who.services:
            self._serves.addItem(SEVERAL, SEVERAL)
            self._serves.setCurrentIndex(self._serves.findData(SEVERAL))
        self._seat_field.setVisible(who.capacity is Capacity.MEMBER and bool(content.seats))
        self._serves_field.setVisible(who.capacity is Capacity.SUBSTITUTE and bool(content.seats))
        self._alone.setVisible(bool(who.together_with))

    def _lock(self, *, locked: bool) -> None:
        for field in (
            self._capacity_field, self._role_field, self._seat_field, self._serves_field, self._shares_field,
            self._note_field,
        ):  # fmt: skip
            field.set_read_only(locked)
        if self._who.services:
            self._serves_field.set_read_only(True)
        self._shares_field.setVisible(not locked or bool(self._who.together_with))
        self._note_field.setVisible(not locked or bool(self._who.note))
        self._remove.setVisible(not locked)
        self._alone.setVisible(not locked and bool(self._who.together_with))

    @staticmethod
    def _at(field: Field) -> Refused:
        def refused(error: UserError) -> None:
            field.set_error(error.text)

        return refused

    def _keep_capacity(self) -> None:
        capacity = Capacity(self._capacity.currentData())
        values: dict[str, object] = {"capacity": capacity}
        if self._who.role in (Role.MEMBER, Role.SUBSTITUTE, Role.CO_OPTED):
            values["role"] = FOLLOWING.get(capacity, Role.MEMBER)
        self._edits.change_row(self._row_id, values, self._at(self._capacity_field))

    def _keep_role(self) -> None:
        role = Role(self._role.currentData())
        self._edits.change_row(self._row_id, {"role": role}, self._at(self._role_field))

    def _keep_seat(self) -> None:
        seat = str(self._seat.currentData() or "") or None
        self._edits.change_row(self._row_id, {"seat_id": seat}, self._at(self._seat_field))

    def _keep_serving(self) -> None:
        seat = str(self._serves.currentData() or "") or None
        self._edits.serve_for(self._row_id, seat, self._at(self._serves_field))

    def _keep_sharing(self) -> None:
        if person := self._shares.person_id():
            self._share(person)

    def _share(self, person: str | None) -> None:
        self._edits.share_row(self._row_id, person, self._at(self._shares_field))

    def _keep_note(self) -> None:
        note = self._note.text().strip()
        if self._row_id and note != self._who.note and not self._note.isReadOnly():
            self._edits.set_note(self._row_id, note, self._at(self._note_field))
