"""Åtgärder: the list, late first, and beside it what is known of the chosen one and its forms."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from bra_desktop.services.office import Office
from bra_desktop.ui.actions.around_list import ActionsHead, nothing_yet
from bra_desktop.ui.actions.chain_of import stations
from bra_desktop.ui.actions.detail_pane import ActionPane
from bra_desktop.ui.actions.form_desk import FormDesk
from bra_desktop.ui.actions.lines import ActionLine
from bra_desktop.ui.actions.presenter import ActionsPresenter, Listed, leaving
from bra_desktop.ui.actions.sharing import ActionsSharing
from bra_desktop.ui.actions.sheets_flow import SheetsFlow
from bra_desktop.ui.actions.sheets_pane import SheetsPane
from bra_desktop.ui.actions.table import ActionsTable
from bra_desktop.ui.layouts import column
from bra_desktop.ui.pages import Page, PageContext
from bra_desktop.ui.room import Room
from bra_desktop.ui.widgets.form_pane import LET_GO, UNSAVED_FORM
from bra_desktop.ui.widgets.rows_model import RowsModel
from bra_desktop.ui.widgets.side_by_side import SideBySide
from bra_desktop.ui.widgets.table_view import TableView

LIST, EMPTY = 0, 1
SHEETS = "sheets"
"""The target that opens the making of sheets."""


class ActionsPage(Page):
    """`sheets` is the making of follow-up sheets, which is asked where they are to lie."""

    unsaved_words = UNSAVED_FORM

    def __init__(self, context: PageContext, office: Office) -> None:
        super().__init__(context)
        theme = context.theme
        self._presenter = ActionsPresenter(self.runner, office, self)
        self._listed: Listed | None = None
        self._target: object = None
        self._line: ActionLine | None = None
        self._head = ActionsHead(theme)
        self._table = ActionsTable(theme, context.memory)
        self._pane, self._forms = ActionPane(theme), FormDesk(theme, self._presenter)
        self._sheets = SheetsPane(theme)
        self.sheets = SheetsFlow(self._sheets, self._presenter, context.messages, self._back)
        panes = (self._pane, self._forms.answer, self._forms.form, self._sheets)
        self._forms.side = self._both = SideBySide(theme, self._table, *panes)
        self._sharing = ActionsSharing(self, self._forms)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._both)
        self._stack.addWidget(nothing_yet(theme, lambda: self._open_form(None)))
        self._layout: QVBoxLayout = column(theme, self._head, (self._stack, 1), space=12)
        self.setLayout(self._layout)
        self._connect()

    # ── the window's wishes ──────────────────────────────────────────────────────────────────
    def arrive(self, target: object = None) -> None:
        """target: "late", "sheets", the id of an organisation or of an action, or nothing."""
        self._sharing.screening.arrive()
        self._target = target
        self._presenter.load()

    def areas_changed(self, areas: frozenset[str]) -> None:
        self._presenter.load()

    def set_room(self, room: Room) -> None:
        self._layout.setContentsMargins(*(self.context.theme.px(length) for length in room.margin()))
        self._both.set_narrow(room.narrow)

    def unsaved(self) -> bool:
        return self.draft() is not None

    def draft(self) -> object:
        return self._forms.draft() or self._forms.kept()

    def take_up(self, draft: object) -> None:
        self._forms.keep_for_later(draft)
        self._take_up_now()

    def table(self) -> RowsModel[ActionLine]:
        """The rows as they are shown."""
        return self._table.model

    def view(self) -> TableView[ActionLine]:
        """The table itself."""
        return self._table.table

    def filters(self) -> ActionsTable:
        """The table with its filter row and column chooser."""
        return self._table

    # ── what the presenter shows ─────────────────────────────────────────────────────────────
    def show_list(self, listed: Listed) -> None:
        self._listed = listed = self._sharing.as_seen(listed)
        self._table.show_list(listed)
        form_open = self._both.pane() not in (None, self._pane)
        self._stack.setCurrentIndex(LIST if listed.lines or form_open else EMPTY)
        target, self._target = self._target, None
        if target is not None:
            self._go_to(str(target), listed)
        elif not form_open:
            self._chosen(self._table.table.chosen())
        self._take_up_now()

    def kept(self, words: str, change_set: str, action_id: str) -> None:
        """Something was written: back to the action, with the way to undo it."""
        self._forms.done()
        self._both.close_side()
        self._target = action_id or None
        if change_set:
            self.context.messages.offer_undo(words, lambda: self._presenter.undo(change_set))
        else:
            self.context.messages.finished(words)
        self._presenter.load()

    def told(self, words: str) -> None:
        self.context.messages.finished(words)

    # ── inside ───────────────────────────────────────────────────────────────────────────────
    def _connect(self) -> None:
        self._head.new.clicked.connect(lambda: self._open_form(None))
        self._head.sheets.clicked.connect(self._open_sheets)
        self._table.table.row_chosen.connect(self._row_chosen)
        self._table.table.row_opened.connect(self._opened)
        self._table.table.clicked.connect(lambda _at: self._row_chosen(self.view().chosen(), by_click=True))
        self._pane.closed.connect(self._close)
        self._pane.answer_asked.connect(self._open_answer)
        self._pane.change_asked.connect(lambda: self._open_form(self._line))
        self._pane.meeting_asked.connect(lambda ref: self.context.go("meeting", ref))
        self._forms.answer.cancelled.connect(self._let_go)
        self._forms.form.cancelled.connect(self._let_go)
        self._sheets.places_asked.connect(self._show_numbers)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._table.search.setFocus)

    def _go_to(self, target: str, listed: Listed) -> None:
        """Filters to what is late or an organisation's, or selects the action of that id.

        What has been opened while the list was on its way, and what is typed in a form, stays open.
        """
        if self._forms.is_held():
            return
        if self._both.pane() is not self._sheets:
            self._both.close_side()
        if target == SHEETS:
            self._open_sheets()
        elif target == "late":
            self._table.only("late")
        elif any(o.id == target for o in listed.organisations):
            self._table.only("open", organisation=target)
        elif (line := next((x for x in listed.lines if x.id == target), None)) is not None:
            self._table.reveal(line)
            self._chosen(line)

    def _row_chosen(self, line: ActionLine | None, by_click: bool = False) -> None:
        # Where there is room for one of them only, the list stays until a row is clicked or opened by Enter.
        if self._both.pane() in (None, self._pane) and (by_click or not self._both.narrow):
            self._chosen(line)

    def _chosen(self, line: ActionLine | None) -> None:
        self._line = line
        if line is None or self._listed is None:
            self._both.close_side()
            return
        names = self._listed.names()
        self._pane.show_action(line, stations(line, names, self._listed.coming(line), self._listed.today))
        if self._both.isVisibleTo(self):
            self._both.open(self._pane)

    def _opened(self, line: ActionLine) -> None:
        self._chosen(line)
        self._pane.answer.setFocus()

    def _close(self) -> None:
        self._line = None
        self._table.table.clearSelection()
        self._both.close_side()
        self._table.table.setFocus()

    def _back(self) -> None:
        """From a form to what it was about."""
        if self._line is not None and self._table.table.chosen_identity() == self._line.id:
            self._both.open(self._pane)
        else:
            self._both.close_side()
        self._table.table.setFocus()
        if self._listed is not None and not self._listed.lines:
            self._stack.setCurrentIndex(EMPTY)

    def _let_go(self) -> None:
        """Leaves the form; what was typed in it can be had back."""
        draft = self._forms.draft()
        self._forms.done()
        self._back()
        if draft is not None:
            self.context.messages.offer_undo(LET_GO, lambda: self._have_back(draft))

    def _have_back(self, draft: object) -> None:
        self.context.go("actions", None)
        self.take_up(draft)

    def _take_up_now(self) -> None:
        if self._listed is not None and self._forms.can_take_up(self._listed):
            self._line = self._forms.line_kept(self._listed)
            if self._line is not None:
                self._table.reveal(self._line)
            self._forms.take_up(self._line, self._listed)

    def _open_answer(self) -> None:
        if self._line is not None and self._listed is not None and not self._forms.is_held():
            self._forms.open_answer(self._line, self._listed)

    def _open_form(self, line: ActionLine | None) -> None:
        if self._listed is not None and not self._forms.is_held():
            self._line = line
            self._stack.setCurrentIndex(LIST)
            self._forms.open_form(line, self._listed)

    def _open_sheets(self) -> None:
        if self._sharing.whole is None:
            self._target = SHEETS
        elif not self._forms.is_held():
            self._stack.setCurrentIndex(LIST)
            self._both.open(self._sheets)
            self.sheets.begin(leaving(self._sharing.whole))

    def _show_numbers(self) -> None:
        if self._sharing.whole is not None:
            self._table.only_these(leaving(self._sharing.whole).numbers)
