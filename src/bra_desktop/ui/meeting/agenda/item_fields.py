"""Everything that can be written about an item before the meeting, as fields from top to bottom. Knows no saving."""

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCompleter, QLabel, QScrollArea, QWidget

from bra_desktop.domain.carry_over import item_kind_word
from bra_desktop.domain.content import ItemContent
from bra_desktop.domain.kinds import ITEM_TYPE_WORDS, ItemType, item_type_word
from bra_desktop.domain.text import TextDocument
from bra_desktop.services.reading import PersonRow
from bra_desktop.ui.layouts import box, column, frame, row
from bra_desktop.ui.meeting.agenda.clauses import Clauses
from bra_desktop.ui.meeting.agenda.text_tools import text_tools
from bra_desktop.ui.meeting.people.people_picker import PeoplePicker
from bra_desktop.ui.rich_text.edit import RichTextEdit
from bra_desktop.ui.tab_order import tab_after
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.fields import choice_field, text_field
from bra_desktop.ui.widgets.labels import label, retone
from bra_desktop.ui.widgets.read_only import set_read_only

BASIS_HEIGHT = 130
LONGEST = 600
NUMBER_TIP = (
    "Hela tal följer ordningen när punkter läggs till eller flyttas. Ett eget nummer, t.ex. 5.1, behålls. "
    "Tomt: punkten har inget nummer, t.ex. en paus."
)
GROUP_TIP = "Punkter i följd med samma avsnitt står under en rubrik. De som följer utan avsnitt får en egen rubrik."


class ItemFields(QWidget):
    """`edited` says that something was changed that saves by itself; `number_typed` that the number is ready."""

    edited = Signal()
    number_typed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._loading, self._number_was = theme, False, ""
        self.title_field, self.title = text_field(theme, "item.title", "Rubrik")
        self.number_field, self.number = text_field(theme, "item.number", "Nummer", "utan")
        kinds: list[tuple[str, object]] = [(words, kind.value) for kind, words in ITEM_TYPE_WORDS.items()]
        self._kind_field, self.kind = choice_field(theme, "item.type", "Slag", kinds)
        self._minutes_field, self.minutes = text_field(theme, "item.minutes", "Minuter", "t.ex. 10")
        self.minutes.setValidator(QIntValidator(0, LONGEST, self))
        self._dnr_field, self.dnr = text_field(theme, "item.dnr", "Dnr (frivilligt)", "t.ex. KS 2026/118")
        self._group_field, self.group = text_field(theme, "item.group", "Avsnitt (frivilligt)", "t.ex. Kartläggning")
        self.group.setToolTip(GROUP_TIP)
        self.presenters = PeoplePicker(theme, "item.presenters", "Föredragande")
        self.basis = RichTextEdit(theme, "item.basis", "Underlag", lambda: str(uuid4()))
        self.basis.setMinimumHeight(theme.px(BASIS_HEIGHT))
        self._tools = text_tools(theme, "item", self.basis)
        self.proposals = Clauses(theme, "item.proposals")
        self._secret_field, self.secret = text_field(
            theme, "item.confidential", "Sekretessmarkering (frivilligt)", "kapitel och paragraf",
            "Vilket lagrum? Skriv kapitel och paragraf.",
        )  # fmt: skip
        self.annexes = label("", "caption", wrap=True)
        self.attach = Button(theme, "item.attach", "Lägg till handling…", "add", "paperclip")
        self.later = Button(
            theme, "item.later", "Handling kommer senare", "add", "clock", "Står i kallelsen; filen läggs till sedan"
        )
        held = column(theme, self.annexes, self.attach, self.later, space=4)
        for button in (self.attach, self.later):
            held.setAlignment(button, Qt.AlignmentFlag.AlignLeft)
        self._make_parts()
        numbers = row(theme, (self.number_field, 3), (self._kind_field, 6), (self._minutes_field, 3), space=12)
        others = row(theme, (self._dnr_field, 1), (self._group_field, 1), space=12)
        self.setLayout(
            column(
                theme, self.title_field, numbers, self._number_wrong, others,
                self._presenters_part, self._basis_part, self._proposals_part, self._under("Handlingar", box(held)),
                self._secret_field, space=12,
            )
        )  # fmt: skip
        self._wire()

    def _make_parts(self) -> None:
        self._number_wrong = label("", "caption", "late", wrap=True)
        self._number_wrong.setObjectName("item.number_wrong")
        self._number_wrong.hide()
        self._plane = frame(column(self._theme, self._tools, self.basis, space=0, margin=1))
        self._presenters_part = self._under("Föredragande", self.presenters)
        self._basis_part = self._under("Underlag", self._plane)
        self._proposals_head = label("Förslag till beslut", "strong")
        self._proposals_part = self._under(self._proposals_head, self.proposals)

    def _under(self, head: QLabel | str, widget: QWidget) -> QWidget:
        head = label(head, "strong") if isinstance(head, str) else head
        return box(column(self._theme, head, widget, space=4))

    def _wire(self) -> None:
        self.number.setToolTip(NUMBER_TIP)
        for signal in (
            self.title.textEdited, self.dnr.textEdited, self.group.textEdited, self.secret.textEdited,
            self.kind.activated, self.minutes.textEdited, self.presenters.edited, self.proposals.edited,
            self.basis.edited,
        ):  # fmt: skip
            signal.connect(self._touched)
        self.number.editingFinished.connect(self._number_done)
        self.number.textEdited.connect(lambda _text: self.tell_number(""))
        self.presenters.edited.connect(self._order)
        self.proposals.line_made.connect(lambda _line: self._order())
        self.basis.cursorPositionChanged.connect(self._show_caret)

    def editors(self) -> tuple[QWidget, ...]:
        """Those that save at once when the keyboard leaves them."""
        return (self.title, self.dnr, self.group, self.secret, self.basis, self.minutes)

    def load(
        self, item: ItemContent, people: tuple[PersonRow, ...], groups: Iterable[str], *, notes: bool = False
    ) -> None:
        """Shows an item; says nothing. groups: those that the meeting has already. notes: nothing is decided there."""
        self._loading = True
        self.title.setText(item.title)
        self.title_field.set_error("")
        self.tell_number("")
        self.show_number(item.agenda_number)
        self._speak_of(notes)
        at = self.kind.findData(item.type.value)
        self.kind.setItemText(at, item_kind_word(item, notes=notes))
        self.kind.setCurrentIndex(at)
        self.dnr.setText(item.registry_number)
        self.group.setText(item.group)
        completer = QCompleter(sorted(set(groups)), self.group)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.group.setCompleter(completer)
        self.minutes.setText(str(item.planned_minutes or ""))
        self.presenters.show_chosen(item.presenters, people)
        self.proposals.show_proposals(item.proposals, notes=notes)
        self.secret.setText(item.confidential)
        self.basis.show_text(item.basis)
        self._loading = False
        self._order()

    def _speak_of(self, notes: bool) -> None:
        self._proposals_head.setText(f"Förslag till {'överenskommelse' if notes else 'beslut'}")
        for at in range(self.kind.count()):
            self.kind.setItemText(at, item_type_word(ItemType(self.kind.itemData(at)), notes=notes))

    def show_number(self, number: str) -> None:
        """The number as it is kept, while nobody is typing another and none that was refused is still to be mended."""
        if not self.number.hasFocus() and not self._number_wrong.text():
            self._number_was = number
            self.number.setText(number)

    def tell_number(self, wrong: str) -> None:
        """What is wrong with the number that was typed, over the whole width; empty when nothing is."""
        self._number_wrong.setText(wrong)
        self._number_wrong.setVisible(bool(wrong))
        self.number.setAccessibleDescription(wrong or NUMBER_TIP)
        retone(self.number, "state", "wrong" if wrong else "")

    def _order(self) -> None:
        """Tab goes from top to bottom, also to what was made later."""
        stops = [*self.presenters.stops(), self.basis, *self.proposals.stops(), self.attach, self.later, self.secret]
        tab_after(self.group, stops)

    def _show_caret(self) -> None:
        """The pane follows the caret while somebody writes."""
        area: QWidget | None = self
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        inner = area.widget() if area is not None else None
        if area is not None and inner is not None and self.basis.hasFocus():
            caret = self.basis.cursorRect()
            at = self.basis.viewport().mapTo(inner, caret.bottomLeft())
            area.ensureVisible(at.x(), at.y(), 0, caret.height() + self._theme.px(8))

    def values(self) -> dict[str, Any]:
        """All but the number and the basis; no title where it is empty."""
        values: dict[str, Any] = {
            "type": ItemType(self.kind.currentData()),
            "registry_number": self.dnr.text().strip(),
            "group": self.group.text().strip(),
            "planned_minutes": int(self.minutes.text() or 0) or None,
            "presenters": self.presenters.chosen(),
            "confidential": self.secret.text().strip(),
            "proposals": self.proposals.proposals(),
        }
        if title := self.title.text().strip():
            values["title"] = title
        return values

    def text(self) -> TextDocument:
        """The basis."""
        return self.basis.text()

    def lock(self, locked: bool) -> None:
        """Shows what is locked as plain words, without the fields that nothing has been written in."""
        for field in (self.title_field, self.number_field, self._kind_field):
            field.set_read_only(locked)
        for field, edit in (
            (self._minutes_field, self.minutes), (self._dnr_field, self.dnr), (self._group_field, self.group),
            (self._secret_field, self.secret),
        ):  # fmt: skip
            field.set_read_only(locked)
            field.setVisible(not locked or bool(edit.text().strip()))
        set_read_only(self.basis, locked)
        retone(self._plane, "look", "" if locked else "card")
        self.presenters.set_read_only(locked)
        self.proposals.set_read_only(locked)
        self._presenters_part.setVisible(not locked or bool(self.presenters.chosen()))
        self._basis_part.setVisible(not locked or bool(self.basis.text()))
        self._proposals_part.setVisible(not locked or bool(self.proposals.lines))
        for part in (self.attach, self.later, self._tools):
            part.setVisible(not locked)

    def _touched(self) -> None:
        if not self._loading:
            empty = not self.title.text().strip()
            self.title_field.set_error("Skriv en rubrik, t.ex. Information från polisen." if empty else "")
            self.edited.emit()

    def _number_done(self) -> None:
        number = self.number.text().strip()
        if number != self._number_was and not self.number.isReadOnly():
            self._number_was = number
            self.number_typed.emit(number)
