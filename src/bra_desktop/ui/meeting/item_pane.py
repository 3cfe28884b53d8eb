"""The pane that prepares an item: everything that can be written about it before the meeting. Saves by itself."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QFrame, QWidget

from bra_desktop.domain.content import ItemContent, ProposalContent
from bra_desktop.domain.kinds import ItemType
from bra_desktop.domain.text import TextDocument
from bra_desktop.services.reading import PersonRow
from bra_desktop.ui.autosave import Autosave
from bra_desktop.ui.layouts import STRETCH, box, column, frame, row, scroll
from bra_desktop.ui.meeting.agenda_tab import type_look
from bra_desktop.ui.meeting.clauses import Clauses
from bra_desktop.ui.meeting.edits import AgendaEdits
from bra_desktop.ui.meeting.lines import AgendaLine
from bra_desktop.ui.meeting.people_picker import PeoplePicker
from bra_desktop.ui.pages import PageContext
from bra_desktop.ui.rich_text.edit import RichTextEdit
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.fields import choice_field, text_field
from bra_desktop.ui.widgets.labels import label

WIDTH = 420
BASIS_HEIGHT = 130


class ItemPane(QFrame):
    """`closed` leaves it, `annex_wanted` asks for a file for the item, `saved` says that the disk has it."""

    closed = Signal()
    saved = Signal()
    removed = Signal()
    annex_wanted = Signal(str)
    signing_wanted = Signal(str)

    def __init__(self, context: PageContext, edits: AgendaEdits) -> None:
        super().__init__()
        theme = context.theme
        self._theme, self._edits = theme, edits
        self._item: ItemContent | None = None
        self._kept: dict[str, Any] = {}
        self._kept_basis = TextDocument()
        self._sent: tuple[dict[str, Any], TextDocument] = ({}, TextDocument())
        self._loading = False
        self._autosave = Autosave(edits.runner, self._snapshot, context.clock, self)
        self._autosave.told.connect(self._told)
        self._autosave.told.connect(context.told_saved)
        self._autosave.refused.connect(lambda error: context.messages.refuse(error.text))
        self._autosave.crashed.connect(context.operations.crashed)
        self.setProperty("look", "card")
        self.setMinimumWidth(theme.px(300))
        self._make_fields(theme)
        self._wire()

    def _make_fields(self, theme: Any) -> None:
        self._heading = label("", "h3", wrap=True)
        self._close = Button(theme, "item.close", "Stäng rutan", "quiet", "x", key="Esc")
        self._close.set_compact(True)
        self._title_field, self._title = text_field(theme, "item.title", "Rubrik")
        kinds = [(type_look(theme, kind).word, kind) for kind in ItemType]
        kind_field, self._kind = choice_field(theme, "item.type", "Slag", [(w, k.value) for w, k in kinds])
        dnr_field, self._dnr = text_field(theme, "item.dnr", "Dnr (frivilligt)", "t.ex. KS 2026/118")
        minutes, self._minutes = text_field(theme, "item.minutes", "Minuter", "t.ex. 10")
        self._minutes.setValidator(QIntValidator(0, 600, self))
        self._presenters = PeoplePicker(theme, "item.presenters", "Föredragande")
        self._basis = RichTextEdit(theme, "item.basis", "Underlag", lambda: str(uuid4()))
        self._basis.setMinimumHeight(theme.px(BASIS_HEIGHT))
        basis = frame(column(theme, self._basis, margin=1))
        self._proposals = Clauses(theme, "item.proposals")
        secret_field, self._secret = text_field(
            theme, "item.confidential", "Sekretessmarkering (frivilligt)", "kapitel och paragraf",
            "Vilket lagrum? Skriv kapitel och paragraf.",
        )  # fmt: skip
        self._annexes = label("", "caption", wrap=True)
        self._attach = Button(theme, "item.attach", "Lägg till handling…", "add", "paperclip")
        self._sign = Button(
            theme, "item.sign", "Till underskrifterna", "plain", "pen-line", "Paragrafen är justerad omedelbart"
        )
        self._remove = Button(theme, "item.remove", "Ta bort punkten", "quiet", "x", "Går att ångra")
        attach = row(theme, self._attach, STRETCH)
        fields = column(
            theme,
            row(theme, self._sign, STRETCH),
            self._title_field,
            row(theme, (kind_field, 1), (minutes, 1), space=12),
            dnr_field,
            self._with_label("Föredragande", self._presenters),
            self._with_label("Underlag", basis),
            self._with_label("Förslag till beslut", self._proposals),
            self._with_label("Handlingar", box(column(theme, self._annexes, attach, space=4))),
            secret_field,
            row(theme, self._remove, STRETCH),
            STRETCH,
            space=12,
            margin=(4, 6, 14, 6),
        )
        head = row(theme, (self._heading, 1), self._close, margin=(4, 0, 0, 0))
        self.setLayout(column(theme, head, (scroll(box(fields)), 1), space=6, margin=(12, 10, 6, 6)))

    def _with_label(self, words: str, widget: Any) -> Any:
        return box(column(self._theme, label(words, "strong"), widget, space=4))

    def _wire(self) -> None:
        for signal in (
            self._title.textEdited, self._dnr.textEdited, self._secret.textEdited, self._kind.activated,
            self._minutes.textEdited, self._presenters.edited, self._proposals.edited, self._basis.edited,
        ):  # fmt: skip
            signal.connect(self._touched)
        for editor in (self._title, self._dnr, self._secret, self._basis, self._minutes):
            self._autosave.watch(editor)
        self._close.clicked.connect(self.leave)
        self._close.clicked.connect(self.closed)
        self._remove.clicked.connect(self.removed)
        self._sign.clicked.connect(lambda: self.signing_wanted.emit(self.item_key()))
        self._attach.clicked.connect(lambda: self.annex_wanted.emit(self.item_key()))

    # ── what the page uses ───────────────────────────────────────────────────────────────────
    def item_key(self) -> str:
        return self._item.key if self._item else ""

    def show_item(
        self, line: AgendaLine, people: tuple[PersonRow, ...], annexes: str, *, locked: bool, adjusted: bool = False
    ) -> None:
        """Shows an item. What is being typed in the same one stays; only what stands beside the fields is renewed."""
        same = self.item_key() == line.key
        if not same:
            self.leave()
        self._item = line.item
        self._heading.setText(f"{line.number}  {line.title}")
        self._sign.setVisible(adjusted)
        self._annexes.setText(annexes or "Inga handlingar än.")
        self._lock(locked, line.item)
        if same and (self._has_focus() or not self._autosave.clean()):
            return
        self._load(line.item, people)

    def leave(self) -> None:
        """What is unsaved is saved now."""
        self._autosave.flush()
        if self._item is not None and not self._autosave.clean():
            # A save may be on its way already with less than what stands here now.
            self._edits.change(self._snapshot())
        self._item = None

    def focus_presenters(self) -> None:
        self._presenters.focus_field()

    def focus_title(self) -> None:
        self._title.setFocus()
        self._title.selectAll()

    # ── inside ───────────────────────────────────────────────────────────────────────────────
    def _load(self, item: ItemContent, people: tuple[PersonRow, ...]) -> None:
        self._loading = True
        self._title.setText(item.title)
        self._title_field.set_error("")
        self._kind.setCurrentIndex(self._kind.findData(item.type.value))
        self._dnr.setText(item.registry_number)
        self._minutes.setText(str(item.planned_minutes or ""))
        self._presenters.show_chosen(item.presenters, people)
        self._proposals.show_clauses([(p.key, p.text) for p in item.proposals])
        self._secret.setText(item.confidential)
        self._basis.show_text(item.basis)
        self._kept, self._kept_basis = self._values(), self._basis.text()
        self._sent = (self._kept, self._kept_basis)
        self._loading = False

    def _lock(self, locked: bool, item: ItemContent) -> None:
        for edit in (self._title, self._dnr, self._secret, self._basis, self._minutes):
            edit.setReadOnly(locked)
        for part in (self._presenters, self._proposals):
            part.set_read_only(locked)
        self._kind.setEnabled(not locked)
        self._attach.setVisible(not locked)
        self._remove.setVisible(not locked and item.paragraph is None)

    def _has_focus(self) -> bool:
        focused: QWidget | None = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _touched(self) -> None:
        if not self._loading and self._item is not None:
            empty = not self._title.text().strip()
            self._title_field.set_error("Skriv en rubrik, t.ex. Information från polisen." if empty else "")
            self._autosave.touched()

    def _values(self) -> dict[str, Any]:
        known = {p.key: p for p in self._item.proposals} if self._item else {}
        values: dict[str, Any] = {
            "type": ItemType(self._kind.currentData()),
            "registry_number": self._dnr.text().strip(),
            "planned_minutes": int(self._minutes.text() or 0) or None,
            "presenters": self._presenters.chosen(),
            "confidential": self._secret.text().strip(),
            "proposals": tuple(_proposal(known.get(key), key, text) for key, text in self._proposals.clauses()),
        }
        if title := self._title.text().strip():
            values["title"] = title
        return values

    def _snapshot(self) -> Callable[[], object]:
        if self._item is None:
            return lambda: None
        values, basis = self._values(), self._basis.text()
        changed = {name: value for name, value in values.items() if self._kept.get(name) != value}
        new_basis = basis if basis != self._kept_basis else None
        self._sent = (values, basis)
        return self._edits.save_item(self._item.key, changed, new_basis)

    def _told(self, _words: str, failing: bool) -> None:
        if self._autosave.clean() and not failing and self._item is not None:
            values, self._kept_basis = self._sent
            self._kept = {**self._kept, **values}
            self.saved.emit()


def _proposal(known: ProposalContent | None, key: str, text: str) -> ProposalContent:
    if known is None:
        return ProposalContent(key, text)
    return ProposalContent(known.key, text, known.kind, known.by)
