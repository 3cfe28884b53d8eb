"""Choosing people from the register: those chosen as pills that can be taken away, and a field that finds more."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from bra_desktop.domain.swedish import quoted
from bra_desktop.services.reading import PersonRow
from bra_desktop.ui.layouts import STRETCH, box, column, empty, row
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.labels import label
from bra_desktop.ui.widgets.typed_names import fitting, which_words


class PersonCombo(QComboBox):
    """The people of the register; typing finds them. `person_id` is empty while nobody is chosen.

    A part of a name that fits one alone chooses her. `unknown` tells a sentence about one that fits nobody, or
    several; empty when all is well again. free: other names are taken as they are.
    """

    unknown = Signal(str)

    def __init__(self, part: str, words: str, empty: str, *, free: bool = False) -> None:
        super().__init__()
        named(self, part, words)
        self._empty = empty
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        completer = self.completer()
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        field = self.lineEdit()
        if field is not None:
            field.setPlaceholderText(empty)
            named(field, f"{part}_field", words)
            if not free:
                field.editingFinished.connect(self._settle)
                field.textEdited.connect(lambda _text: self.unknown.emit(""))

    def show_people(self, people: Sequence[PersonRow], without: Sequence[str] = ()) -> None:
        self.blockSignals(True)
        self.clear()
        for person in people:
            if person.id not in without:
                self.addItem(", ".join(filter(None, (person.name, person.title or person.organisation))), person.id)
        self.setCurrentIndex(-1)
        self.blockSignals(False)

    def person_id(self) -> str:
        at = self.findText(self.currentText())
        return str(self.itemData(at)) if at >= 0 else ""

    def choose(self, person_id: str) -> None:
        self.blockSignals(True)
        self.setCurrentIndex(self.findData(person_id))
        self.blockSignals(False)
        field = self.lineEdit()
        if field is not None:
            field.setCursorPosition(0)

    def _settle(self) -> None:
        text = " ".join(self.currentText().split()).casefold()
        if (field := self.lineEdit()) is not None:
            field.setCursorPosition(0)  # a long name is read from its beginning
        if not text or self.person_id():
            return
        rows = [self.itemText(at) for at in range(self.count())]
        exact = fitting(rows, text)
        near = exact or [at for at, row in enumerate(rows) if text in row.casefold()]
        if len(near) == 1:
            self.setCurrentIndex(near[0])
            self.activated.emit(near[0])
        elif exact:
            self.unknown.emit(which_words(rows, self.currentText()))
        elif near:
            self.unknown.emit(f"{quoted(self.currentText())} kan vara flera. Välj i listan.")
        else:
            self.unknown.emit(f"{quoted(self.currentText())} finns inte i Register. Lägg till personen där först.")


class PeoplePicker(QWidget):
    """`edited` says that somebody was added or taken away."""

    edited = Signal()

    def __init__(self, theme: Theme, part: str, words: str) -> None:
        super().__init__()
        self._theme, self._part = theme, part
        self._people: dict[str, PersonRow] = {}
        self._chosen: list[str] = []
        self._locked = False
        self._pills = column(theme, space=2)
        self._combo = PersonCombo(f"{part}.find", f"Lägg till {words.lower()}", "Sök i registret")
        self._combo.activated.connect(self._take)
        self._wrong = label("", "caption", "late", wrap=True)
        self._tell("")
        self._combo.unknown.connect(self._tell)
        self.setLayout(column(theme, self._pills, self._combo, self._wrong, space=4))

    def show_chosen(self, chosen: Sequence[str], people: Sequence[PersonRow]) -> None:
        self._people = {person.id: person for person in people}
        self._chosen = list(chosen)
        self._refresh()

    def chosen(self) -> tuple[str, ...]:
        return tuple(self._chosen)

    def set_read_only(self, locked: bool) -> None:
        self._locked = locked
        self._refresh()

    def stops(self) -> list[QWidget]:
        """Where Tab comes to, in order: those who are chosen, and the field."""
        return [*self.findChildren(Button), self._combo]

    def focus_field(self) -> None:
        self._combo.setFocus()

    def add(self, person_id: str) -> None:
        """Adds somebody who isn't there yet."""
        if person_id and person_id not in self._chosen:
            self._chosen.append(person_id)
            self._refresh()
            self.edited.emit()

    def _take(self, _at: int) -> None:
        self.add(self._combo.person_id())
        self._combo.setFocus()

    def _tell(self, words: str) -> None:
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))

    def _remove(self, person_id: str) -> None:
        self._chosen.remove(person_id)
        self._refresh()
        self.edited.emit()

    def _refresh(self) -> None:
        empty(self._pills)
        for at, person_id in enumerate(self._chosen):
            person = self._people.get(person_id)
            name = person.name if person else "Borttagen ur registret"
            remove = Button(self._theme, f"{self._part}.remove_{at}", f"Ta bort {name}", "quiet", "x")
            remove.set_compact(True)
            remove.setVisible(not self._locked)
            remove.clicked.connect(lambda _on=False, one=person_id: self._remove(one))
            about = label(person.title or person.organisation if person else "", "caption")
            self._pills.addWidget(box(row(self._theme, label(name), about, STRETCH, remove, space=8)))
        self._combo.setVisible(not self._locked)
        self._combo.show_people(list(self._people.values()), self._chosen)
