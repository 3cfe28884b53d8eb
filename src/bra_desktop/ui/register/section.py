"""A part of the register: its table, the form beside it, and what it says while it is empty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from bra_desktop.domain.entity import Entity
from bra_desktop.domain.errors import UserError
from bra_desktop.services.reading import MembershipRow, SeatRow
from bra_desktop.ui.layouts import column
from bra_desktop.ui.register.presenter import Registered, RegisterPresenter
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.empty_page import EmptyPage
from bra_desktop.ui.widgets.filter_table import FilterTable
from bra_desktop.ui.widgets.form_pane import EDITED, FormPane
from bra_desktop.ui.widgets.side_by_side import SideBySide

LIST, EMPTY = 0, 1


class HasId(Protocol):
    """What every row of the register has."""

    @property
    def id(self) -> str: ...


Row = TypeVar("Row", bound=HasId)


@dataclass(frozen=True)
class SectionWords:
    """What a section says: of the whole, of a new one, of what has happened, and while it is empty."""

    new: str
    save: str
    added: str
    changed: str
    removed: str
    empty: str
    about: str
    icon: str


@dataclass(frozen=True)
class Draft:
    """What stands unsaved in a section's form: the thing it is about (empty for a new one), and what is typed."""

    row_id: str
    typed: Mapping[str, Any]


class Section(QWidget, Generic[Row]):
    """Subclasses say which rows there are, what stands in the form, and what kind of thing is kept.

    `let_go` says that a form was left with something typed in it, and hands that over.
    """

    let_go = Signal(object)
    kind: type[Entity]
    words: SectionWords

    def __init__(
        self, theme: Theme, part: str, presenter: RegisterPresenter, table: FilterTable[Row], form: FormPane,
        panes: Sequence[QWidget] = (),
    ) -> None:  # fmt: skip
        super().__init__()
        self.theme, self.part, self.presenter, self.table, self.form = theme, part, presenter, table, form
        self.registered: Registered | None = None
        self.row: Row | None = None
        self._wanted_row = ""
        self._wants_new = False
        self._draft: Draft | None = None
        self.both = SideBySide(theme, table, form, *panes, width=380)
        self._fill = Button(theme, f"{part}.first", self.words.new, "primary", "plus")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.both)
        self._stack.addWidget(EmptyPage(theme, self.words.icon, self.words.empty, self.words.about, self._fill))
        self.setLayout(column(theme, (self._stack, 1)))
        table.table.setMinimumWidth(theme.px(200))
        table.table.row_chosen.connect(self._row_chosen)
        table.table.clicked.connect(lambda _at: self._clicked())
        table.table.row_opened.connect(self.open_row)
        self._fill.clicked.connect(self.open_new)
        form.name_act(self.words.save)
        form.wanted.connect(self._send)
        form.cancelled.connect(self._cancel)
        form.remove_asked.connect(self._remove)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(table.search.setFocus)

    # ── what subclasses say ──────────────────────────────────────────────────────────────────
    def rows(self, registered: Registered) -> Sequence[Row]:
        raise NotImplementedError

    def offer(self, registered: Registered, row: Row | None) -> None:
        """Puts what can be chosen into the form before it is filled."""

    def values(self, row: Row | None) -> Mapping[str, Any]:
        raise NotImplementedError

    def title(self, row: Row) -> str:
        raise NotImplementedError

    def to_keep(self, values: dict[str, Any]) -> Mapping[str, Any]:
        """The form's values as the object has them."""
        return values

    # ── what the page uses ───────────────────────────────────────────────────────────────────
    def show_registered(self, registered: Registered) -> None:
        self.registered = registered
        rows = self.rows(registered)
        self.table.show_rows(rows)
        busy = self.both.pane() is not None and (self.row is None or self.form.edited())
        self._stack.setCurrentIndex(LIST if rows or busy else EMPTY)
        if self._wanted_row:
            wanted, self._wanted_row = self._wanted_row, ""
            if self.table.table.choose(wanted):
                self._chosen(self.table.table.chosen())
        elif not busy and self.both.pane() is self.form:
            self._chosen(self.table.table.chosen())
        self._take_up_now()
        if self._wants_new:
            self.open_new()

    def open_new(self) -> None:
        """Opens an empty form, at once or when the rows have come."""
        self._wants_new = self.registered is None
        if self.registered is not None and not self.is_held():
            self.row = None
            self.table.table.clearSelection()
            self._stack.setCurrentIndex(LIST)
            self._begin(None, focus=True)

    def draft(self) -> Draft | None:
        """What is typed in the open form, None when nothing would be lost."""
        typed = self.form.draft() if self.both.pane() is self.form else None
        return None if typed is None else Draft(self.row.id if self.row is not None else "", typed)

    def take_up(self, draft: Draft) -> None:
        """Opens the form with what was typed, as soon as the rows are there."""
        self._draft = draft
        self._take_up_now()

    def is_held(self) -> bool:
        """Whether something typed has to be saved or left first; then the form says so."""
        held = self.draft() is not None
        if held:
            self.form.refuse(UserError(EDITED))
        return held

    def open_row(self, row: Row) -> None:
        self._chosen(row)
        self.form.focus_first()

    def close_form(self) -> None:
        self.row = None
        self.both.close_side()
        self.form.begin("", {}, focus=False)
        self.table.table.clearSelection()
        self.table.table.setFocus()
        if self.registered is not None and not self.rows(self.registered):
            self._stack.setCurrentIndex(EMPTY)

    def set_narrow(self, narrow: bool) -> None:
        self.both.set_narrow(narrow)

    def end_today(self) -> None:
        """Ends the chosen membership or seat; what else is typed has to be saved or left first."""
        if self.registered is not None and isinstance(self.row, MembershipRow | SeatRow) and not self.is_held():
            self.presenter.end(self.row, self.registered.today, self.kept, self.form.refuse)

    # ── inside ───────────────────────────────────────────────────────────────────────────────
    def kept(self, row_id: str) -> None:
        """What was sent is on the disk; the list that comes next shows it."""
        self.form.done()
        self._wanted_row = row_id
        self.both.close_side()
        self.row = None
        self.table.table.setFocus()  # the field that had the keyboard is gone
        self.presenter.load()

    def _cancel(self) -> None:
        draft = self.draft()
        self.close_form()
        if draft is not None:
            self.let_go.emit(draft)

    def _take_up_now(self) -> None:
        draft, registered = self._draft, self.registered
        if draft is None or registered is None:
            return
        self._draft = None
        self.row = next((row for row in self.rows(registered) if row.id == draft.row_id), None)
        self._stack.setCurrentIndex(LIST)
        self._begin(self.row, focus=True)
        self.form.take_up(draft.typed)

    def _begin(self, row: Row | None, *, focus: bool) -> None:
        if self.registered is None:
            return
        self.both.open(self.form)
        self.offer(self.registered, row)
        title = self.title(row) if row is not None else self.words.new
        self.form.begin(title, self.values(row), removable=row is not None, focus=focus)

    def _row_chosen(self, row: Row | None) -> None:
        # Where there is room for one of them only, the list stays until a row is clicked or opened by Enter.
        if not self.both.narrow:
            self._chosen(row)

    def _clicked(self) -> None:
        if self.both.narrow:
            self._chosen(self.table.table.chosen())

    def _chosen(self, row: Row | None) -> None:
        open_form = self.both.pane() is self.form
        if open_form and self.form.edited():
            if row is None or self.row is None or row.id != self.row.id:
                self.is_held()
            return
        if row is None:
            if self.row is not None:
                self.row = None
                self.both.close_side()
            return
        self.row = row
        self._begin(row, focus=False)

    def _send(self, values: dict[str, Any]) -> None:
        self.send(values)

    def send(self, values: dict[str, Any], *, keep_both: bool = False) -> None:
        words = self.words.added if self.row is None else self.words.changed
        kept, refused = self.kept, self.refused
        self.presenter.save(self.kind, self.row, self.to_keep(values), words, kept, refused, keep_both=keep_both)

    def refused(self, error: UserError) -> None:
        """What was typed was not kept: it is said at its field."""
        self.form.refuse(error)

    def _remove(self) -> None:
        if self.row is not None:
            self.presenter.remove(self.kind, self.row, self.words.removed, self.kept, self.form.refuse)
