"""The pane that prepares an item: everything that can be written about it before the meeting. Saves by itself."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from bra_desktop.domain.content import ItemContent
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.text import TextDocument
from bra_desktop.services.reading import PersonRow
from bra_desktop.ui.autosave import Autosave
from bra_desktop.ui.layouts import STRETCH, box, column, row, scroll
from bra_desktop.ui.meeting.agenda.item_fields import ItemFields
from bra_desktop.ui.meeting.agenda.lines import AgendaLine
from bra_desktop.ui.meeting.agenda.unsaved_copy import UnsavedCopy
from bra_desktop.ui.meeting.edits import AgendaEdits
from bra_desktop.ui.meeting.spelling import MeetingSpelling
from bra_desktop.ui.pages import PageContext
from bra_desktop.ui.rich_text.pictures import PictureDesk
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.labels import label


class ItemPane(QFrame):
    """`closed` leaves it, `annex_wanted` asks for a file for the item, `saved` says that the disk has it.

    `later_wanted` asks for an annex without a file yet.
    """

    closed = Signal()
    saved = Signal()
    removed = Signal()
    annex_wanted = Signal(str)
    later_wanted = Signal(str)
    signing_wanted = Signal(str)

    def __init__(self, context: PageContext, edits: AgendaEdits, spelling: MeetingSpelling) -> None:
        super().__init__()
        theme = context.theme
        self._edits = edits
        self._item: ItemContent | None = None
        self._kept: dict[str, Any] = {}
        self._kept_basis = TextDocument()
        self._sent: tuple[dict[str, Any], TextDocument] = ({}, TextDocument())
        self._autosave = Autosave(edits.runner, self._snapshot, context.clock, self)
        self._autosave.told.connect(self._told)
        self._refuse: Callable[[str], None] = context.messages.refuse
        self._autosave.saved.connect(lambda words: self._refuse(words) if words else None)
        self._autosave.refused.connect(lambda error: self._refuse(error.text))
        self._autosave.crashed.connect(context.operations.crashed)
        self.setProperty("look", "card")
        self.setMinimumWidth(theme.px(300))
        self._heading = label("", "h3", wrap=True)
        self._close = Button(theme, "item.close", "Stäng rutan", "quiet", "x", key="Esc")
        self._close.set_compact(True)
        self.fields = ItemFields(theme)
        self.copy = UnsavedCopy(self, context, self.fields, self._autosave)
        self._sign = Button(
            theme, "item.sign", "Till underskrifterna", "plain", "pen-line", "Paragrafen ska justeras omedelbart"
        )
        self._remove = Button(theme, "item.remove", "Ta bort punkten", "quiet", "x", "Går att ångra")
        body = column(
            theme, row(theme, self._sign, STRETCH), self.fields, row(theme, self._remove, STRETCH), STRETCH,
            space=12, margin=(4, 6, 14, 6),
        )  # fmt: skip
        head = row(theme, (self._heading, 1), self._close, margin=(4, 0, 0, 0))
        self.setLayout(column(theme, head, (scroll(box(body)), 1), space=6, margin=(12, 10, 6, 6)))
        PictureDesk(self.fields.basis, edits.runner, edits.office)
        spelling.watch(self.fields.basis)
        self.fields.proposals.line_made.connect(lambda line: spelling.watch(line.words))
        self._wire()

    def _wire(self) -> None:
        self.fields.edited.connect(self._touched)
        self.fields.number_typed.connect(self._keep_number)
        for editor in self.fields.editors():
            self._autosave.watch(editor)
        self._close.clicked.connect(self.leave)
        self._close.clicked.connect(self.closed)
        self._remove.clicked.connect(self.removed)
        self._sign.clicked.connect(lambda: self.signing_wanted.emit(self.item_key()))
        self.fields.attach.clicked.connect(lambda: self.annex_wanted.emit(self.item_key()))
        self.fields.later.clicked.connect(lambda: self.later_wanted.emit(self.item_key()))

    # ── what the page uses ───────────────────────────────────────────────────────────────────
    def item_key(self) -> str:
        return self._item.key if self._item else ""

    def show_item(
        self,
        line: AgendaLine,
        people: tuple[PersonRow, ...],
        annexes: str,
        groups: Iterable[str] = (),
        *,
        locked: bool,
        adjusted: bool = False,
        notes: bool = False,
    ) -> None:
        """Shows an item. What is being typed in the same one stays; only what stands beside the fields is renewed."""
        same = self.item_key() == line.key
        if not same:
            self.leave()
        self._item = line.item
        self._heading.setText("  ".join(filter(None, (line.number, line.title))))
        self._sign.setVisible(adjusted)
        self.fields.annexes.setText(annexes or "Inga handlingar än.")
        self._remove.setVisible(not locked and line.item.paragraph is None)
        if same and (self._has_focus() or not self._autosave.clean()):
            self.fields.lock(locked)
            self.fields.show_number(line.item.agenda_number)
            return
        self.fields.load(line.item, people, groups, notes=notes)
        self.fields.lock(locked)
        self._kept, self._kept_basis = self.fields.values(), self.fields.text()
        self._sent = (self._kept, self._kept_basis)

    def keep(self) -> None:
        """What is typed is saved now, and goes on being written."""
        self._autosave.flush()

    def leave(self) -> None:
        """What is unsaved is saved now."""
        self._autosave.flush()
        if self._item is not None and not self._autosave.clean():
            # A save may be on its way already with less than what stands here now.
            self._edits.change(self._snapshot())
        self._item = None

    def focus_presenters(self) -> None:
        self.fields.presenters.focus_field()

    def focus_title(self) -> None:
        self.fields.title.setFocus()
        if self.fields.title.isReadOnly():
            self.fields.title.home(False)
        else:
            self.fields.title.selectAll()

    # ── inside ───────────────────────────────────────────────────────────────────────────────
    def _has_focus(self) -> bool:
        focused: QWidget | None = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _touched(self) -> None:
        if self._item is not None:
            self._autosave.touched()

    def _keep_number(self, number: str) -> None:
        item = self._item
        if item is None:
            return

        def refused(error: UserError) -> None:
            if self.item_key() == item.key:
                self.fields.tell_number(error.text)
            else:
                stays = f"{item.title} behåller nummer {item.agenda_number}." if item.agenda_number else ""
                self._refuse(f"{error.text} {stays}".strip())

        self._edits.set_number(item.key, number, refused)

    def _snapshot(self) -> Callable[[], object]:
        if self._item is None:
            return lambda: None
        values, basis = self.fields.values(), self.fields.text()
        changed = {name: value for name, value in values.items() if self._kept.get(name) != value}
        new_basis = basis if basis != self._kept_basis else None
        self._sent = (values, basis)
        return self._edits.save_item(self._item.key, changed, new_basis, self._kept.get("confidential", ""))

    def _told(self, _words: str, failing: bool) -> None:
        if self._autosave.clean() and not failing and self._item is not None:
            values, self._kept_basis = self._sent
            self._kept = {**self._kept, **values}
            self.saved.emit()
