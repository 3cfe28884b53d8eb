"""One appointment: who, from which item to which, and why."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit

from bra_desktop.domain.content import OfficerContent
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import Duty
from bra_desktop.services.reading import PersonRow
from bra_desktop.ui.layouts import column, row
from bra_desktop.ui.meeting.people.people_picker import PersonCombo
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.elided_combo import ElidedCombo
from bra_desktop.ui.widgets.labels import label, retone
from bra_desktop.ui.widgets.read_only import set_read_only

Items = Sequence[tuple[str, str]]
"""(words, key) of each item, in the order in which they are taken up."""


class OfficerRow(QFrame):
    """`edited` says that somebody was chosen or something else changed, `dropped` that the row is to go.

    `officer_id` is empty until the appointment has been kept.
    """

    edited = Signal()
    dropped = Signal()

    def __init__(self, theme: Theme, number: int, duty: Duty, words: str) -> None:
        super().__init__()
        part = f"officers.{duty.value}_{number}"
        self.duty, self.officer_id = duty, ""
        self._known = OfficerContent(duty, "")
        self.setProperty("look", "sunken")
        self.person = PersonCombo(f"{part}_person", words, "Välj person")
        self.person.setMinimumContentsLength(10)
        self.remove = Button(theme, f"{part}_remove", "Ta bort", "quiet", "x", "Tar bort uppdraget; går att ångra")
        self.remove.set_compact(True)
        self.start = named(ElidedCombo(), f"{part}_from", f"{words} från")
        self.end = named(ElidedCombo(), f"{part}_to", f"{words} till och med")
        self.reason = named(QLineEdit(), f"{part}_reason", f"{words}: skäl")
        example = "Skäl, om någon ersätts, t.ex. Per Alm har förhinder"
        self.reason.setPlaceholderText(example if duty is Duty.ADJUST else "Skäl (frivilligt), t.ex. jäv")
        self._wrong = label("", "caption", "late", wrap=True)
        self._wrong.hide()
        span = row(theme, label("från", "caption"), (self.start, 1), label("t.o.m.", "caption"), (self.end, 1), space=6)
        top = row(theme, (self.person, 1), self.remove, space=4)
        self.setLayout(column(theme, top, span, self.reason, self._wrong, space=6, margin=(8, 8, 8, 8)))
        for combo in (self.person, self.start, self.end):
            combo.activated.connect(self._changed)
        self.person.unknown.connect(self._tell)
        self.reason.editingFinished.connect(self._changed)
        self.remove.clicked.connect(self.dropped)

    def show_officer(self, told: OfficerContent, people: Sequence[PersonRow], items: Items, *, may: bool) -> None:
        """As it is kept. What is being typed stays."""
        self._known = told
        self.person.show_people(people)
        self.person.choose(told.person)
        for combo, first, key in ((self.start, "början", told.from_item), (self.end, "slutet", told.to_item)):
            combo.clear()
            combo.addItem(first, "")
            for words, item in items:
                combo.addItem(words, item)
            combo.setCurrentIndex(max(0, combo.findData(key)))
        if not self.reason.hasFocus():
            self.reason.setText(told.reason)
        for part in (self.person, self.start, self.end):
            set_read_only(part, not may)
        # Somebody who has the duty from beginning to end stands in for nobody.
        self.reason.setVisible(self.duty is Duty.ADJUST or bool(told.from_item or told.to_item or told.reason))
        set_read_only(self.reason, not may)
        self.remove.setVisible(may)
        self.refuse(None)

    def told(self) -> OfficerContent:
        """As it stands in the fields."""
        return OfficerContent(
            self.duty,
            self.person.person_id(),
            str(self.start.currentData() or ""),
            str(self.end.currentData() or ""),
            self.reason.text().strip(),
        )

    def refuse(self, error: UserError | None) -> None:
        """What stopped the change, said in the row."""
        self._tell(error.text if error else "")

    def _tell(self, words: str) -> None:
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))
        retone(self.person, "state", "wrong" if words else "")

    def _changed(self) -> None:
        told = self.told()
        if told.person and told != self._known:
            self.edited.emit()
