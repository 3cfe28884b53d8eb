"""An annex that is written out: its text, and the lines on which the parties of an agreement sign."""

from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from bra_desktop.domain.content import AnnexContent, PartySignatureContent
from bra_desktop.domain.text import TextDocument
from bra_desktop.ui.layouts import STRETCH, column, frame, row, take_out
from bra_desktop.ui.meeting.agenda.text_tools import text_tools
from bra_desktop.ui.naming import named
from bra_desktop.ui.rich_text.edit import RichTextEdit
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.date_field import DateField
from bra_desktop.ui.widgets.fields import text_field
from bra_desktop.ui.widgets.labels import label
from bra_desktop.ui.widgets.read_only import set_read_only

LINES = 220


class _Party:
    """One party's line: who, as what, for whom, and the day."""

    def __init__(self, theme: Theme, number: int, at: int, known: PartySignatureContent) -> None:
        part = f"annex.party_{number}"
        self.name = self._line(f"{part}_name", f"Part {at}: namn", "Namn", known.name)
        self.title = self._line(f"{part}_title", f"Part {at}: titel", "Titel", known.title)
        self.organisation = self._line(f"{part}_organisation", f"Part {at}: för", "För", known.organisation)
        self.day = DateField(theme, f"{part}_day", "Underskrivet (frivilligt)")
        self.day.set_value(known.signed_on)
        self.remove = Button(theme, f"{part}_remove", "Ta bort parten", "quiet", "x")
        self.remove.set_compact(True)
        first = row(theme, (self.name, 1), self.remove, space=4)
        inner = column(theme, first, self.title, self.organisation, self.day, space=6, margin=(8, 8, 8, 8))
        self.plane = frame(inner, "sunken")

    @staticmethod
    def _line(part: str, words: str, example: str, value: str) -> QLineEdit:
        edit = named(QLineEdit(value), part, words)
        edit.setPlaceholderText(example)
        return edit

    def set_read_only(self, read_only: bool) -> None:
        for edit in (self.name, self.title, self.organisation):
            set_read_only(edit, read_only)
        self.day.set_read_only(read_only)

    def content(self) -> PartySignatureContent:
        words = (self.name.text().strip(), self.title.text().strip(), self.organisation.text().strip())
        return PartySignatureContent(*words, signed_on=self.day.value())


class AnnexText(QWidget):
    """`kept` hands over the values that were changed, when Spara texten is chosen."""

    kept = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._made = theme, 0
        self._parties: list[_Party] = []
        self._begun: dict[str, object] = {}
        self.editor = RichTextEdit(theme, "annex.text", "Text", lambda: str(uuid4()))
        self.editor.setMinimumHeight(theme.px(LINES))
        self._bar = text_tools(theme, "annex", self.editor)
        self._party_lines = column(theme, space=6)
        self._add = Button(theme, "annex.add_party", "Lägg till part som skriver under", "add", "plus")
        self._add.clicked.connect(lambda: self._put(PartySignatureContent("")).name.setFocus())
        self._place_field, self._place = text_field(
            theme, "annex.place", "Ort för underskrift (frivilligt)", "t.ex. Almby"
        )
        self.save = Button(theme, "annex.save_text", "Spara texten", "plain", "check", key="Ctrl+S")
        self.save.clicked.connect(self.send)
        self._heading = label("Parter", "strong")
        card = frame(column(theme, self._bar, self.editor, space=0, margin=1))
        self.setLayout(
            column(
                theme, label("Text", "strong"), card, self._heading, self._party_lines,
                row(theme, self._add, STRETCH), self._place_field, row(theme, self.save, STRETCH), space=8,
            )
        )  # fmt: skip

    def show_annex(self, annex: AnnexContent, *, may: bool) -> None:
        self.editor.show_text(annex.text)
        set_read_only(self.editor, not may)
        self._place.setText(annex.signed_at_place)
        self._place_field.set_read_only(not may)
        self._place_field.setVisible(may or bool(annex.signed_at_place))
        for party in list(self._parties):
            self._drop(party)
        for signature in annex.signatures:
            self._put(signature)
        for party in self._parties:
            party.set_read_only(not may)
        self._heading.setVisible(may or bool(self._parties))
        for widget in (self._bar, self._add, self.save, *(party.remove for party in self._parties)):
            widget.setVisible(may)
        self._begun = self._now()

    def values(self) -> dict[str, object]:
        """What has been changed since the annex was shown."""
        return {name: value for name, value in self._now().items() if self._begun.get(name) != value}

    def _now(self) -> dict[str, object]:
        parties = tuple(one for party in self._parties if (one := party.content()).name or one.organisation)
        text = self.editor.text()
        place = self._place.text().strip()
        return {"text": text if text else TextDocument(), "signatures": parties, "signed_at_place": place}

    def send(self) -> None:
        """Keeps what has been changed."""
        if any(party.day.error() for party in self._parties):
            return
        if values := self.values():
            self._begun = self._now()
            self.kept.emit(values)

    def _put(self, signature: PartySignatureContent) -> _Party:
        self._made += 1
        party = _Party(self._theme, self._made, len(self._parties) + 1, signature)
        party.remove.clicked.connect(lambda: self._drop(party))
        self._parties.append(party)
        self._party_lines.addWidget(party.plane)
        return party

    def _drop(self, party: _Party) -> None:
        self._parties.remove(party)
        take_out(self._party_lines, party.plane)
