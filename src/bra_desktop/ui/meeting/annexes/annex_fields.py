"""What is said about an annex, as fields from top to bottom. Each is kept when the keyboard leaves it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QWidget

from bra_desktop.domain.content import AnnexContent
from bra_desktop.ui.layouts import STRETCH, column, row
from bra_desktop.ui.meeting.agenda.lines import AnnexLine
from bra_desktop.ui.meeting.annexes.annex_text import AnnexText
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.elided_combo import ElidedCombo
from bra_desktop.ui.widgets.fields import Field, text_field
from bra_desktop.ui.widgets.labels import label

MOST = 9999


class AnnexFields(QWidget):
    """`changed` tells new values by their fields' names, `moved` the item that the annex belongs to (or None)."""

    changed = Signal(object)
    moved = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._line: AnnexLine | None = None
        self.title_field, self.title = text_field(theme, "annex.title", "Rubrik")
        self.number_field, self.number = text_field(theme, "annex.number", "Nummer", "utan")
        origin, self._origin = text_field(theme, "annex.origin", "Kommer från (frivilligt)", "t.ex. Polisen")
        dnr, self._dnr = text_field(theme, "annex.dnr", "Dnr (frivilligt)", "t.ex. KS 2026/118")
        self._item = ElidedCombo()
        belongs = Field(theme, "annex.item", "Hör till", self._item)
        secret, self._secret = text_field(
            theme, "annex.confidential", "Sekretessmarkering (frivilligt)", "",
            "Vilket lagrum? Skriv kapitel och paragraf.",
        )  # fmt: skip
        self._later = named(QCheckBox("Kommer senare"), "annex.later", "Kommer senare")
        self._pages_field, self._pages = text_field(
            theme, "annex.pages", "Antal sidor på papper (frivilligt)", "t.ex. 4"
        )
        for edit in (self.number, self._pages):
            edit.setValidator(QIntValidator(0, MOST, self))
        self.text = AnnexText(theme)
        self._file = label("", "caption", wrap=True)
        self.save = Button(theme, "annex.save", "Spara fil…", "plain", "download", "Sparar en kopia av filen")
        self.replace = Button(theme, "annex.replace", "Byt fil…", "quiet", "upload", "Lägger en ny fil i stället")
        self.drop = Button(theme, "annex.remove", "Ta bort handlingen", "quiet", "x", "Går att ångra")
        self._free = (origin, dnr, secret)
        self._fields = (self.title_field, self.number_field, belongs, *self._free, self._pages_field)
        self._wire()
        names = row(theme, (self.number_field, 1), (self.title_field, 3), space=12)
        files = row(theme, self.save, self.replace, STRETCH)
        self.setLayout(
            column(
                theme, names, belongs, origin, dnr, self._later, self._file, files, self._pages_field, self.text,
                secret, row(theme, self.drop, STRETCH), STRETCH, space=10, margin=(14, 12, 14, 10),
            )
        )  # fmt: skip

    def _wire(self) -> None:
        self._words = (
            (self.title, "title"), (self._origin, "origin"), (self._dnr, "registry_number"),
            (self._secret, "confidential"),
        )  # fmt: skip
        for edit, name in self._words:
            edit.editingFinished.connect(lambda edit=edit, name=name: self._keep(name, edit.text().strip()))
        self._later.clicked.connect(lambda on: self._keep("later", on))
        self._pages.editingFinished.connect(lambda: self._keep("pages", int(self._pages.text() or 0) or None))
        self.number.editingFinished.connect(self._keep_number)
        self._item.activated.connect(lambda _at: self.moved.emit(self._item.currentData() or None))
        self.text.kept.connect(self.changed)

    def show_items(self, items: Sequence[tuple[str, str]]) -> None:
        """The items that an annex can belong to: (words, key) each. The one that is chosen stays chosen."""
        offered = [("Hela mötet", ""), *items]
        if offered == [(self._item.itemText(at), self._item.itemData(at)) for at in range(self._item.count())]:
            return
        chosen = self._item.currentData()
        self._item.blockSignals(True)
        self._item.clear()
        for words, key in offered:
            self._item.addItem(words, key)
        self._item.setCurrentIndex(max(0, self._item.findData(chosen)))
        self._item.blockSignals(False)

    def turn_to(self, line: AnnexLine | None) -> bool:
        """Whether what stands in the fields is to be renewed: not while somebody types about the same annex."""
        if self._line is not None and (line is None or line.key != self._line.key):
            self.text.send()  # what was written in the one that is left
        same = self._line is not None and line is not None and line.key == self._line.key
        self._line = line
        self.setEnabled(line is not None)
        return line is not None and not (same and self._is_edited())

    def show_annex(self, line: AnnexLine, annex: AnnexContent, *, may: bool) -> None:
        words = (line.title, line.origin, line.registry_number, line.confidential)
        for (edit, _name), value in zip(self._words, words, strict=True):
            edit.setText(value)
        for edit, value in ((self.number, line.number), (self._pages, str(line.pages or ""))):
            edit.setText(value)
        for field in self._fields:
            field.set_read_only(not may)
        for field, value in zip(self._free, (line.origin, line.registry_number, line.confidential), strict=True):
            field.setVisible(may or bool(value))
        for field in (self.title_field, self.number_field):
            field.set_error("")
        self._later.setChecked(line.later)
        self._later.setEnabled(may)
        self._later.setVisible(may or line.later)
        self._item.setCurrentIndex(max(0, self._item.findData(line.item_key)))
        self._file.setText(line.file_name or line.file)
        self.text.show_annex(annex, may=may)
        self.text.setVisible(not line.file_name and not line.pages)
        self._pages_field.setVisible(not line.file_name and not line.text and (may or bool(line.pages)))
        self.save.setVisible(bool(line.digest))
        self.replace.setVisible(may)
        self.drop.setVisible(may)

    def _is_edited(self) -> bool:
        focused: QWidget | None = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _keep(self, name: str, value: object) -> None:
        if self._line is None or value == getattr(self._line, name):
            return
        if name == "title":
            self.title_field.set_error("" if value else "Skriv vad handlingen heter, t.ex. Lägesbild november.")
        if name != "title" or value:
            self.changed.emit({name: value})

    def _keep_number(self) -> None:
        number = self.number.text().strip()
        if self._line is not None and number != self._line.number:
            self.number_field.set_error("")
            self.changed.emit({"number": int(number) if number else None})
