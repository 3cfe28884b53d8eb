"""The form over the list of people: somebody of the register, or somebody new to it, is put on the list."""

from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import Capacity
from bra_desktop.domain.register import Person
from bra_desktop.domain.swedish import capital_first
from bra_desktop.services.register import NameTaken
from bra_desktop.ui.layouts import box, column, row
from bra_desktop.ui.meeting.people.people_lines import CAPACITIES
from bra_desktop.ui.meeting.people.people_picker import PersonCombo
from bra_desktop.ui.meeting.presenter import Loaded
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.fields import Field, choice_field
from bra_desktop.ui.widgets.labels import label

OFFERED = (Capacity.GUEST, Capacity.OFFICIAL, Capacity.CO_OPTED, Capacity.SUBSTITUTE, Capacity.MEMBER)


class PeopleForm(QWidget):
    """`chosen` tells the person's id, the capacity and the note; `written` a new person and the same.

    The last of `written` is whether somebody else may have that name. What was typed stays until `done`.
    """

    chosen = Signal(str, object, str)
    written = Signal(object, object, str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.person = PersonCombo("meeting.guest", "Person", "Sök i registret eller skriv ett nytt namn", free=True)
        self._who = Field(theme, "meeting.guest", "Person", self.person)
        kinds: list[tuple[str, object]] = [(capital_first(CAPACITIES[one]), one.value) for one in OFFERED]
        capacity, self.capacity = choice_field(theme, "meeting.guest_capacity", "Deltar som", kinds)
        self.note = QLineEdit()
        self.note.setPlaceholderText("t.ex. inbjuden till punkt 4")
        note = Field(theme, "meeting.guest_note", "Anteckning (frivilligt)", self.note)
        self._act = Button(theme, "meeting.guest_add", "Lägg till", "plain", "plus")
        self._act.clicked.connect(lambda: self.send())
        self.keep_both = Button(
            theme, "meeting.guest_keep_both", "Behåll båda", "plain", "users", "Läggs till, fast någon annan heter så"
        )
        self.keep_both.hide()
        self.keep_both.clicked.connect(lambda: self.send(keep_both=True))
        self.title = named(QLineEdit(), "meeting.guest_title", "Titel")
        self.title.setPlaceholderText("Titel, t.ex. rektor")
        self.organisation = named(QComboBox(), "meeting.guest_organisation", "Organisation")
        self.organisation.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.organisation.setMinimumContentsLength(16)
        self._new = box(
            row(
                theme, label("Ny i registret:", "strong"), (self.title, 1), (self.organisation, 1),
                label("Utan organisation går bra.", "caption"), self.keep_both, space=8,
            )
        )  # fmt: skip
        self._new.hide()
        act = box(column(theme, label(" ", "strong"), self._act, space=3))
        first = row(theme, (self._who, 3), (capacity, 2), (note, 3), act, space=12)
        for part in (self._who, capacity, note, act):  # a long refusal under one of them moves none of the others
            first.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(theme, first, self._new, space=8, margin=(14, 10, 14, 10)))
        self.person.editTextChanged.connect(self._look_up)
        field = self.person.lineEdit()
        if field is not None:
            field.returnPressed.connect(lambda: self.send())

    def show_meeting(self, loaded: Loaded) -> None:
        typed = self.person.currentText()
        self.person.show_people(loaded.people, [p.person for p in loaded.view.content.participants])
        self.person.setEditText(typed)
        kept = self.organisation.currentData()
        self.organisation.clear()
        self.organisation.addItem("Ingen organisation", "")
        for one in loaded.organisations:
            self.organisation.addItem(one.name, one.id)
        self.organisation.setCurrentIndex(max(0, self.organisation.findData(kept)))

    def send(self, *, keep_both: bool = False) -> None:
        """Hands over the one that stands in the field, once; an empty field is said to be so."""
        if not self._act.isEnabled():
            return
        name = " ".join(self.person.currentText().split())
        capacity, note = Capacity(self.capacity.currentData()), self.note.text().strip()
        if not name:
            self._who.set_error("Välj någon ur Register, eller skriv ett nytt namn.")
            return
        self._act.setEnabled(False)
        if person_id := self.person.person_id():
            self.chosen.emit(person_id, capacity, note)
        else:
            organisation = str(self.organisation.currentData() or "") or None
            new = Person(id=str(uuid4()), name=name, title=self.title.text().strip(), organisation_id=organisation)
            self.written.emit(new, capacity, note, keep_both)

    def done(self) -> None:
        """The person is on the list: the next one can be written."""
        self._act.setEnabled(True)
        self.person.setEditText("")
        self.title.clear()
        self.note.clear()
        self.person.setFocus()

    def refuse(self, error: UserError) -> None:
        """Says it at the name; whoever shares her name with somebody can be kept as well."""
        self._act.setEnabled(True)
        if isinstance(error, NameTaken):
            self._who.set_error(f"{error.fact} Är det någon annan väljer du Behåll båda.")
            self._new.show()
            self.keep_both.show()
            self.keep_both.setFocus()
        else:
            self._who.set_error(error.text)

    def _look_up(self, text: str) -> None:
        self._who.set_error("")
        self.keep_both.hide()
        words = text.strip().casefold()
        begun = any(words in self.person.itemText(at).casefold() for at in range(self.person.count()))
        self._new.setVisible(bool(words) and not begun)
