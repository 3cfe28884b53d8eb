"""Möten: all meetings in a table with filters, the form that plans one, and the way in for meeting files."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.swedish import plural
from bra_desktop.services.meeting_file.meeting_files import Imported
from bra_desktop.services.office import Office
from bra_desktop.ui.layouts import STRETCH, box, column, row
from bra_desktop.ui.meetings.chosen import ChosenMeetings
from bra_desktop.ui.meetings.plan_pane import Draft, PlanPane
from bra_desktop.ui.meetings.presenter import Listed, MeetingLine, MeetingsPresenter, PlanForm, Suggested
from bra_desktop.ui.pages import Page, PageContext
from bra_desktop.ui.room import Room
from bra_desktop.ui.saving_extracts import ExtractSaver
from bra_desktop.ui.shared_bar import Screening
from bra_desktop.ui.widgets.buttons import Button, FilterPill
from bra_desktop.ui.widgets.empty_page import EmptyPage
from bra_desktop.ui.widgets.file_choice import MEETING_FILE, file_to_open
from bra_desktop.ui.widgets.filter_table import FilterTable
from bra_desktop.ui.widgets.form_pane import LET_GO, UNSAVED_FORM
from bra_desktop.ui.widgets.page_head import PageHead
from bra_desktop.ui.widgets.question import ask
from bra_desktop.ui.widgets.rows_model import Cell, Column

LIST, FORM, EMPTY = 0, 1, 2


class MeetingsPage(Page):
    """The list, the form or what an empty list says. `choose_file` asks for a meeting file, `ask` puts a question."""

    unsaved_words = UNSAVED_FORM
    plans_by_key = True

    def __init__(self, context: PageContext, office: Office) -> None:
        super().__init__(context)
        theme = context.theme
        self.choose_file: Callable[[], Path | None] = lambda: file_to_open(self, "Läs in mötesfil", MEETING_FILE)
        self.ask: Callable[[str, str, str, str], bool] = lambda title, words, act, icon: ask(
            theme, "meetings.question", title, words, act, icon, self
        )
        self._presenter = MeetingsPresenter(self.runner, office, self, context.operations.long_write.emit)
        read = Button(theme, "meetings.read_in", "Läs in mötesfil…", "plain", "upload", "Läser in ett möte ur en fil")
        self._new = Button(theme, "meetings.new", "Planera möte", "primary", "plus", "Öppnar formuläret", "Ctrl+N")
        saver = ExtractSaver(self, context, self.runner, office)
        self.chosen = ChosenMeetings(theme, lambda *words: self.ask(*words), self._presenter.archive, saver)
        buttons = (self.chosen.extracts, self.chosen.archive, read, self._new)
        self._head = PageHead(theme, "meetings", "Möten", buttons=buttons)
        self._table = self._make_table()
        self._forum_pills: dict[str, FilterPill] = {}
        self._draft: Draft | None = None
        self._is_here = False
        self._forums = row(theme, STRETCH, space=6)
        self._forum_row = box(self._forums)
        listed = column(theme, self._forum_row, (self._table, 1), space=8)
        self._form = PlanPane(theme, self._presenter.suggest)
        self._form.wanted.connect(lambda plan: self._presenter.plan(plan, self._refused))
        self._form.cancelled.connect(self._let_go)
        self._stack = QStackedWidget()
        for widget in (box(listed), self._form, self._nothing()):
            self._stack.addWidget(widget)
        self._screening = Screening(self, self._form.withhold)
        self._layout: QVBoxLayout = column(theme, self._head, (self._stack, 1), space=12)
        self.setLayout(self._layout)
        self._new.clicked.connect(self._presenter.open_form)
        self._table.table.row_chosen.connect(lambda _line: self._offer_chosen())
        read.clicked.connect(self._read_file)

    # ── the window's wishes ──────────────────────────────────────────────────────────────────
    def arrive(self, target: object = None) -> None:
        was_here, self._is_here = self._is_here, True
        self._screening.arrive()
        if was_here and target is None and self._stack.currentIndex() == FORM:
            self._let_go()  # who asks for the list from within the form wants to leave it
        self._presenter.load()
        if target == "plan":
            self._presenter.open_form()

    def leave(self) -> None:
        self._is_here = False
        super().leave()

    def areas_changed(self, areas: frozenset[str]) -> None:
        self._presenter.load()

    def set_room(self, room: Room) -> None:
        self._layout.setContentsMargins(*(self.context.theme.px(length) for length in room.margin()))
        self._forum_row.setVisible(not room.narrow)
        self._form.set_narrow(room.narrow)

    def unsaved(self) -> bool:
        return self.draft() is not None

    def draft(self) -> Draft | None:
        return self._form.draft() if self._stack.currentIndex() == FORM else None

    def take_up(self, draft: object) -> None:
        if isinstance(draft, Draft):
            self._draft = draft
            self._presenter.open_form()

    # ── what the presenter shows ─────────────────────────────────────────────────────────────
    def show_list(self, listed: Listed) -> None:
        self._show_forums(listed.forums)
        self._table.show_rows(listed.lines)
        if self._stack.currentIndex() != FORM:
            self._stack.setCurrentIndex(LIST if listed.lines else EMPTY)
            self._new.setVisible(bool(listed.lines))  # the empty page has the button itself
        self._keep()
        self._offer_chosen()

    def show_form(self, form: PlanForm) -> None:
        if self.unsaved():  # asked for again from the palette or from Översikt: what is typed stays
            return
        self._stack.setCurrentIndex(FORM)
        self._offer_chosen()
        self._new.setVisible(False)
        self._head.set_title("Planera möte")
        self._form.show_form(form)
        if self._draft is not None:
            draft, self._draft = self._draft, None
            self._form.take_up(draft)

    def show_suggested(self, suggested: Suggested) -> None:
        self._form.show_suggested(suggested)

    def planned(self, ref: str) -> None:
        self._back_to_list()
        self.context.go("meeting", ref)
        self.context.messages.finished("Mötet är planerat. Dagordningen är förberedd efter forumets mall.")

    def read_in(self, imported: Imported) -> None:
        said = "Mötesfilen är inläst." if imported.changed else "Mötesfilen var redan inläst. Inget har ändrats."
        words = " ".join(filter(None, (said, imported.remark)))
        self.context.messages.finished(words, "Öppna mötet", lambda: self.context.go("meeting", imported.ref))
        self._presenter.load()

    def tell(self, words: str) -> None:
        self.context.messages.finished(words)

    # ── inside ───────────────────────────────────────────────────────────────────────────────
    def _make_table(self) -> FilterTable[MeetingLine]:
        theme = self.context.theme
        columns = (
            Column[MeetingLine](
                "day", "Datum", lambda m: Cell(m.day.isoformat(), m.day_words), 128, order=lambda m: m.day
            ),
            Column[MeetingLine]("forum", "Forum", lambda m: Cell(m.forum, m.title or m.clock)),
            Column[MeetingLine]("place", "Plats", lambda m: Cell(m.place or "–"), 210, drop=3),
            Column[MeetingLine](
                "state", "Läge", lambda m: Cell(chip=theme.status("meeting", m.state.value)), 128,
                order=lambda m: m.state.value,
            ),
            Column[MeetingLine]("sections", "Paragrafer", lambda m: Cell(m.paragraphs or "–"), 110, drop=2),
            Column[MeetingLine](
                "step", "Nästa steg", lambda m: Cell(m.step or "–", tone="text" if m.step else "muted"), 210, drop=1
            ),
        )  # fmt: skip
        table: FilterTable[MeetingLine] = FilterTable(
            theme, "meetings", "Möten", columns, lambda m: m.ref, self.context.memory
        )
        table.add_pill("coming", "Kommande", lambda m: m.coming)
        table.add_pill("held", "Hållna", lambda m: m.held)
        table.add_pill("to_archive", "Att arkivera", lambda m: m.can_be_archived)
        table.set_counted(
            lambda n: f"{plural(n, 'möte', 'möten')} visas, de kommande först" if n else "Inga möten visas"
        )
        table.table.row_opened.connect(lambda line: self.context.go("meeting", line.ref))
        table.cleared.connect(self._keep_every_forum)
        return table

    def _offer_chosen(self) -> None:
        self.chosen.offer(self._table.table.all_chosen(), shown=self._stack.currentIndex() == LIST)

    def _show_forums(self, forums: tuple[tuple[str, int], ...]) -> None:
        for name, count in forums:
            if name not in self._forum_pills:
                part = f"meetings.forum_{len(self._forum_pills)}"
                pill = FilterPill(self.context.theme, part, name, count, tip=f"Visar bara möten i {name}")
                pill.toggled.connect(self._keep)
                self._forum_pills[name] = pill
                self._forums.insertWidget(self._forums.count() - 1, pill)
            self._forum_pills[name].set_count(count)

    def _keep(self) -> None:
        chosen = {name for name, pill in self._forum_pills.items() if pill.isChecked()}
        self._table.keep((lambda line: line.forum_short in chosen) if chosen else None)

    def _keep_every_forum(self) -> None:
        for pill in self._forum_pills.values():
            pill.setChecked(False)

    def _nothing(self) -> QWidget:
        button = Button(self.context.theme, "meetings.first", "Planera möte", "primary", "plus", key="Ctrl+N")
        button.clicked.connect(self._presenter.open_form)
        words = "Här samlas rådets möten. Börja med att planera nästa."
        return EmptyPage(self.context.theme, "calendar-days", "Inga möten än", words, button)

    def _let_go(self) -> None:
        """Leaves the form; what was typed in it can be had back."""
        draft = self.draft()
        self._back_to_list()
        if draft is not None:
            self.context.messages.offer_undo(LET_GO, lambda: self._have_back(draft))

    def _have_back(self, draft: Draft) -> None:
        self.context.go("meetings", None)
        self.take_up(draft)

    def _back_to_list(self) -> None:
        self._stack.setCurrentIndex(LIST)
        self._new.setVisible(True)
        self._head.set_title("Möten")
        self._presenter.load()

    def _refused(self, error: UserError) -> None:
        self._form.refuse(error.text, error.where)

    def _read_file(self) -> None:
        path = self.choose_file()
        if path is not None:
            self._presenter.read_file(path)
