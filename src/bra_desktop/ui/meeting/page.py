"""One meeting's page: its head with the next step, its way, what is missing, and the tabs."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from bra_desktop.services.documents import MadeDocument
from bra_desktop.services.office import Office
from bra_desktop.ui.layouts import STRETCH, box, column, frame, row, rule
from bra_desktop.ui.meeting.after_lock import AfterLock
from bra_desktop.ui.meeting.agenda_tab import AgendaTab
from bra_desktop.ui.meeting.annex_tab import AnnexTab
from bra_desktop.ui.meeting.details_pane import DetailsPane
from bra_desktop.ui.meeting.document_tab import DocumentTab
from bra_desktop.ui.meeting.edits import AgendaEdits, AnnexEdits, PeopleEdits
from bra_desktop.ui.meeting.head import MeetingHead
from bra_desktop.ui.meeting.history_tab import HistoryTab
from bra_desktop.ui.meeting.item_pane import ItemPane
from bra_desktop.ui.meeting.keyboard_place import holds_keyboard, take_keyboard
from bra_desktop.ui.meeting.officers_pane import OfficersPane
from bra_desktop.ui.meeting.people_tab import PeopleTab
from bra_desktop.ui.meeting.person_pane import PersonPane
from bra_desktop.ui.meeting.places import Place, place_of
from bra_desktop.ui.meeting.presenter import Loaded, MeetingPresenter, first_kind
from bra_desktop.ui.meeting.shown import agenda_word
from bra_desktop.ui.meeting.side import Side
from bra_desktop.ui.pages import Page, PageContext
from bra_desktop.ui.room import Room
from bra_desktop.ui.widgets.file_choice import MEETING_FILE, file_to_save
from bra_desktop.ui.widgets.question import ask
from bra_desktop.ui.widgets.tabs import Tabs

AGENDA, PEOPLE, ANNEXES, DOCUMENT, HISTORY = range(5)
TABS = {"agenda": AGENDA, "people": PEOPLE, "annexes": ANNEXES, "document": DOCUMENT, "history": HISTORY}
TITLES = ("Dagordning", "Närvaro", "Handlingar", "Protokoll", "Historik")
Ask = Callable[[str, str, str, str], bool]


class MeetingPage(Page):
    """`ask` puts a question in front (title, words, verb, icon); `choose_place` asks where a file goes."""

    def __init__(self, context: PageContext, office: Office) -> None:
        super().__init__(context)
        theme = context.theme
        self.ask: Ask = lambda title, words, act, icon: ask(theme, "meeting.question", title, words, act, icon, self)
        self.choose_place: Callable[[str], Path | None] = lambda name: file_to_save(
            self, "Exportera mötesfil", name, MEETING_FILE
        )
        self._loaded: Loaded | None = None
        self._room, self._fresh = Room(), False
        self.presenter = MeetingPresenter(self.runner, office, self)
        road = (self.runner, office, context.messages.offer_undo)
        self.head = MeetingHead(theme, self)
        self.agenda = AgendaTab(theme, AgendaEdits(*road), self.tell)
        self.people = PeopleTab(theme, PeopleEdits(*road))
        self.annexes = AnnexTab(theme, AnnexEdits(*road), self.tell)
        self.document = DocumentTab(theme, self.presenter, AfterLock(theme, self.presenter))
        self.history = HistoryTab(theme)
        self.item = ItemPane(context, AgendaEdits(*road))
        self.details = DetailsPane(theme, self.presenter.change)
        self.person = PersonPane(theme, PeopleEdits(*road))
        self.officers = OfficersPane(theme, PeopleEdits(*road))
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        theme = self.context.theme
        self.tabs = Tabs("meeting.tabs", "Mötets delar", TITLES)
        self._stack = QStackedWidget()
        # Else the widest tab would decide for all of them, also beside a pane.
        self._stack.setMinimumWidth(theme.px(360))
        self._all = (self.agenda, self.people, self.annexes, self.document, self.history)
        self._tab_buttons = tuple(tab.buttons() for tab in self._all)
        for tab in self._all:
            self._stack.addWidget(tab)
        buttons = [button for held in self._tab_buttons for button in held]
        bar = box(row(theme, self.tabs, STRETCH, *buttons, space=6, margin=(10, 4, 10, 0)))
        self._card = frame(column(theme, bar, rule(), (self._stack, 1), space=0, margin=1))
        self.side = Side(theme, self.item, self.details, self.person, self.officers)
        body = row(theme, (self._card, 5), (self.side, 3), space=12)
        self._layout: QVBoxLayout = column(theme, self.head, (body, 1), space=10)
        self.setLayout(self._layout)

    def _wire(self) -> None:
        self.tabs.currentChanged.connect(self.show_tab)
        self.side.changed.connect(self._fit_side)
        self.side.item_came.connect(self.agenda.table.choose)
        self.agenda.item_opened.connect(self.side.open_item)
        self.people.person_opened.connect(self.side.open_person)
        self.agenda.table.row_opened.connect(lambda _line: self.item.focus_title())
        self.people.person_entered.connect(self.person.focus_first)
        self.side.keyboard_free.connect(self._take_keyboard)
        self.people.officers_asked.connect(self.side.open_officers)
        self.people.vacancy_opened.connect(
            lambda: self.context.go("register", self._loaded.forum_id if self._loaded else None)
        )
        self.person.removed.connect(self.people.remove)
        self.person.register_asked.connect(lambda key: self.context.go("register", key))
        self.item.saved.connect(self.presenter.load)
        self.item.removed.connect(self.agenda.remove)
        self.item.signing_wanted.connect(lambda key: self.context.go("adjustment", (self.presenter.ref, key)))
        self.item.annex_wanted.connect(self.annexes.add_files)
        self.item.later_wanted.connect(self._name_later)
        self.history.undo_asked.connect(self.presenter.undo)
        self.show_tab(AGENDA)

    # ── the window's wishes ──────────────────────────────────────────────────────────────────
    def arrive(self, target: object = None) -> None:
        """target: the meeting's reference, or (reference, name of the tab or ``item/`` with the item's key)."""
        ref, tab = target if isinstance(target, tuple) else (target, "")
        if tab.startswith("item/"):
            self.side.want_item(tab.removeprefix("item/"))
            tab = "agenda"
        if isinstance(ref, str) and ref and ref != self.presenter.ref:
            self.side.close_pane()
            self.tabs.setCurrentIndex(TABS.get(tab, AGENDA))
            self._fresh = True
            self.presenter.open(ref)
        else:
            if tab in TABS:
                self.tabs.setCurrentIndex(TABS[tab])
            self.presenter.load()

    def leave(self) -> None:
        self.annexes.leave()
        self.side.close_pane()

    def areas_changed(self, areas: frozenset[str]) -> None:
        self.presenter.load()

    def set_room(self, room: Room) -> None:
        self._room = room
        self._layout.setContentsMargins(*(self.context.theme.px(length) for length in room.margin()))
        self.head.set_room(room)
        self.annexes.set_narrow(room.narrow)
        self._fit_side()

    # ── what the presenter shows ─────────────────────────────────────────────────────────────
    def show_meeting(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self.head.show_meeting(loaded)
        self.tabs.set_title(AGENDA, agenda_word(loaded.view.content))
        for tab in self._all:
            tab.show_meeting(loaded)
        for at, tab in ((AGENDA, self.agenda), (PEOPLE, self.people), (ANNEXES, self.annexes)):
            self.tabs.set_count(at, tab.count())
        self.side.show_meeting(loaded)
        if self._fresh and not self.tabs.hasFocus() and not holds_keyboard(self.side):
            self._take_keyboard()
        self._fresh = False

    def show_document(self, made: MadeDocument) -> None:
        self.document.show_document(made)

    def tell(self, words: str) -> None:
        self.context.messages.finished(words)

    def offer_undo(self, words: str, change_set_id: str) -> None:
        self.context.messages.offer_undo(words, lambda: self.presenter.undo(change_set_id))

    def called(self, made: MadeDocument) -> None:
        """The notice is made. That it has been sent is for the user to know."""
        words = "Kallelsen är skapad och mötet är kallat. Spara den och skicka den till de kallade."
        self.context.messages.finished(words, "Spara som pdf…", lambda: self._save_notice(made))

    def locked(self) -> None:
        self.context.go("adjustment", self.presenter.ref)
        self.context.messages.finished("Protokollet är låst och lämnat till justering.")

    # ── going about on the page ──────────────────────────────────────────────────────────────
    def show_tab(self, at: int) -> None:
        was_within = holds_keyboard(self._stack)
        self._stack.setCurrentIndex(at)
        if was_within:
            self._take_keyboard()
        for number, held in enumerate(self._tab_buttons):
            for button in held:
                button.setVisible(number == at)
        if at == DOCUMENT:
            self.document.refresh()
        if (at != AGENDA and self.side.belongs_to_agenda()) or (at != PEOPLE and self.side.belongs_to_people()):
            self.side.close_pane()
        self.head.set_notice_shown(False)

    def preview(self) -> None:
        """The document that is wanted at this point of the meeting's life."""
        if self._loaded is not None:
            self.tabs.setCurrentIndex(DOCUMENT)
            self.document.show_kind(first_kind(self._loaded.view.content))

    def lead_to(self, place: str) -> None:
        """Goes to where a missing thing is mended."""
        if self._loaded is None:
            return
        where, item = place_of(place, self._loaded.view.content.state)
        ref = self.presenter.ref
        if where is Place.LIVE:
            self.context.go("live", ref)
        elif where is Place.ADJUSTMENT:
            self.context.go("adjustment", ref)
        elif where is Place.DETAILS:
            self.open_details()
        elif where is Place.PEOPLE:
            self.tabs.setCurrentIndex(PEOPLE)
        else:
            self.tabs.setCurrentIndex(AGENDA)
            if item:
                self.agenda.table.choose(item)
                self.side.open_item(item)
                self.item.focus_presenters()

    def open_details(self) -> None:
        self.side.open_details()

    def export(self) -> None:
        if (path := self.choose_place(f"{self.presenter.ref}.json")) is not None:
            self.presenter.export(path)

    # ── inside ───────────────────────────────────────────────────────────────────────────────
    def _save_notice(self, made: MadeDocument) -> None:
        if (path := self.document.choose_place(made.file_name)) is not None:
            self.presenter.save(made, path)

    def _take_keyboard(self) -> None:
        take_keyboard(self._all[self._stack.currentIndex()], self.tabs)

    def _name_later(self, item_key: str) -> None:
        self.tabs.setCurrentIndex(ANNEXES)
        self.annexes.add_later(item_key)

    def _fit_side(self) -> None:
        narrow, beside = self._room.narrow, self.side.is_open()
        for held in self._tab_buttons:
            for button in held:
                button.set_compact(narrow or beside)
        self.people.set_narrow(narrow or beside)
        self._card.setVisible(not (narrow and beside))
        self.side.set_narrow(narrow)
