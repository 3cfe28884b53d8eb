"""A form beside a list: heading, entries that scroll, what is wrong, and its buttons always in sight."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from bra_desktop.domain.errors import UserError
from bra_desktop.ui.later import later
from bra_desktop.ui.layouts import STRETCH, box, column, row, rule, scroll
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.entries import Entry, LineEntry
from bra_desktop.ui.widgets.labels import label

EDITED = "Du har ändrat något här. Spara eller avbryt först."
UNSAVED_FORM = "Formuläret är ifyllt men inte sparat. Spara eller avbryt det först."
SAVES = "Sparar. Enter i ett fält på en rad, annars Ctrl+Enter"
LET_GO = "Det du skrev i formuläret är inte sparat."
SETTLED = 40
"""Milliseconds until what was shown has its height: a wrapped line asks for it in several rounds of layout."""


class FormPane(QFrame):
    """`wanted` hands over the values by name, `cancelled` closes, `remove_asked` takes the thing away."""

    wanted = Signal(object)
    cancelled = Signal()
    remove_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        part: str,
        entries: Sequence[Entry],
        act: str = "Spara",
        below: Sequence[QWidget] = (),
        above: Sequence[QWidget] = (),
        closable: bool = True,
    ) -> None:
        """Above and below: what else stands in the form, before and after its entries. closable: can be shut."""
        super().__init__()
        self.entries = tuple(entries)
        self._begun: list[Any] | None = None
        self.setProperty("look", "card")
        self.setAccessibleName("Formulär")
        self._title = label("", "h3", wrap=True)
        close = Button(theme, f"{part}.close", "Stäng", "quiet", "x", tip="Stänger utan att spara. Esc")
        close.set_compact(True)
        self._wrong = label("", "caption", "late", wrap=True)
        self._act = Button(theme, f"{part}.save", act, "primary", tip=SAVES)
        cancel = Button(theme, f"{part}.cancel", "Avbryt", tip="Stänger utan att spara. Esc")
        self._remove = Button(theme, f"{part}.remove", "Ta bort", "quiet", "x", tip="Tar bort; går att ångra")
        if not closable:
            close.hide()
            cancel.hide()
        self._remove.setVisible(False)
        head = row(theme, (self._title, 1), close, margin=(16, 12, 8, 4))
        widgets = [entry.widget for entry in self.entries]
        self._body = scroll(box(column(theme, *above, *widgets, *below, STRETCH, space=10, margin=(16, 6, 14, 10))))
        buttons = row(theme, self._act, cancel, STRETCH, self._remove, space=6)
        foot = box(column(theme, self._wrong, buttons, space=6, margin=(16, 8, 8, 10)))
        self.setLayout(column(theme, box(head), (self._body, 1), rule(), foot, space=0, margin=1))
        self._act.clicked.connect(self.send)
        cancel.clicked.connect(self.cancelled)
        close.clicked.connect(self.cancelled)
        self._remove.clicked.connect(self.remove_asked)
        self._add_keys()

    def begin(self, title: str, values: Mapping[str, Any], *, removable: bool = False, focus: bool = True) -> None:
        """Fills the form anew and, with ``focus``, begins in its first field."""
        self._title.setText(title)
        self._remove.setVisible(removable)
        self._clear_errors()
        for entry in self.entries:
            if entry.name in values:
                entry.show(values[entry.name])
        self._begun = self._raw()
        if focus:
            self.focus_first()

    def show_below(self, widget: QWidget) -> None:
        """Scrolls to something that stands in the form, once it has its place."""
        later(widget, SETTLED, lambda: self._body.ensureWidgetVisible(widget))

    def focus_first(self) -> None:
        first = next((entry for entry in self.entries if entry.name), None)
        if first is not None:
            first.focus()

    def edited(self) -> bool:
        """Whether something has been typed since it was filled."""
        return self._begun is not None and self._raw() != self._begun

    def draft(self) -> dict[str, Any] | None:
        """What stands in an edited form, for `take_up`; None when nothing would be lost."""
        return {entry.name: entry.typed() for entry in self.entries if entry.name} if self.edited() else None

    def take_up(self, draft: Mapping[str, Any]) -> None:
        """Puts back what was typed in a form that has been begun for the same thing."""
        for entry in self.entries:
            if entry.name in draft:
                entry.retype(draft[entry.name])

    def name_act(self, words: str) -> None:
        """What the button says that hands the values over: the verb, and what it is done to."""
        self._act.set_words(words)

    def title(self) -> str:
        return self._title.text()

    def entry(self, name: str) -> Entry:
        """Raises KeyError for a name that isn't there."""
        return {entry.name: entry for entry in self.entries}[name]

    def read(self) -> dict[str, Any] | None:
        """The values, or None after what is wrong has been said at the fields."""
        self._clear_errors()
        values: dict[str, Any] = {}
        wrong: list[Entry] = []
        for entry in self.entries:
            if not entry.name or not entry.widget.isVisibleTo(self):
                continue
            try:
                values[entry.name] = entry.read()
            except ValueError as error:
                entry.set_error(str(error))
                wrong.append(entry)
        if wrong:
            self._lead_to(wrong[0])
            return None
        return values

    def send(self) -> None:
        """Hands the values over; once, however often it is asked before there is an answer."""
        if not self._act.isEnabled():
            return
        values = self.read()
        if values is not None:
            self._act.setEnabled(False)
            self.wanted.emit(values)

    def done(self) -> None:
        """What was sent has been kept."""
        self._act.setEnabled(True)
        self._begun = None

    def refuse(self, error: UserError) -> None:
        """Says the refusal at the field it is about, else above the buttons."""
        self._act.setEnabled(True)
        found = next((entry for entry in self.entries if error.where and error.where in entry.places), None)
        if found is not None:
            found.set_error(error.text)
            self._lead_to(found)
        else:
            self._wrong.setText(error.text)
            self._wrong.setVisible(True)

    def _lead_to(self, entry: Entry) -> None:
        """The keyboard goes to the field, and what is wrong is said in sight below it."""
        entry.focus()
        self.show_below(entry.widget)

    def _add_keys(self) -> None:
        for keys, act_on in (("Ctrl+Return", self.send), ("Ctrl+Enter", self.send), ("Esc", self.cancelled.emit)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act_on)
        for entry in self.entries:
            if isinstance(entry, LineEntry):
                entry.edit.returnPressed.connect(self.send)

    def _raw(self) -> list[Any]:
        found: list[Any] = []
        for entry in self.entries:
            try:
                found.append(entry.read())
            except ValueError as wrong:
                found.append(str(wrong))
        return found

    def _clear_errors(self) -> None:
        self._act.setEnabled(True)
        self._wrong.setVisible(False)
        for entry in self.entries:
            entry.set_error("")
