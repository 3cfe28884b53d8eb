"""One meeting's page: its head with the next step, its way, what is missing, and the tabs."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout

from bra_desktop.services.office import Office
from bra_desktop.services.papers.documents import MadeDocument
from bra_desktop.ui.layouts import box, column, frame, keep_place, row, rule
from bra_desktop.ui.meeting.agenda.versions import MeetingVersions
from bra_desktop.ui.meeting.head import MeetingHead
from bra_desktop.ui.meeting.keyboard_place import holds_keyboard, take_keyboard
from bra_desktop.ui.meeting.leading import lead
from bra_desktop.ui.meeting.offering import go_to_text, offered_by
from bra_desktop.ui.meeting.papers.copies import MeetingCopies
from bra_desktop.ui.meeting.papers.extracts import MeetingExtracts
from bra_desktop.ui.meeting.papers.mails import MeetingMails
from bra_desktop.ui.meeting.papers.prints import MeetingPrints
from bra_desktop.ui.meeting.presenter import Loaded, MeetingPresenter, first_kind
from bra_desktop.ui.meeting.sharing import MeetingSharing
from bra_desktop.ui.meeting.shown import agenda_word, called_words, document_word
from bra_desktop.ui.meeting.side import Side
from bra_desktop.ui.meeting.spelling import MeetingSpelling
from bra_desktop.ui.meeting.tab_stack import AGENDA, ANNEXES, DOCUMENT, PEOPLE, TABS, TITLES, TabStack
from bra_desktop.ui.pages import Page, PageContext
from bra_desktop.ui.planning_key import plan_by_key
from bra_desktop.ui.room import Room
from bra_desktop.ui.shared_screen import SharedScreen
from bra_desktop.ui.widgets.file_choice import MEETING_FILE, file_to_save
from bra_desktop.ui.widgets.question import ask
from bra_desktop.ui.widgets.tab_row import TabRow
from bra_desktop.ui.widgets.tabs import Tabs

Ask = Callable[[str, str, str, str], bool]
ChoosePlace = Callable[[str], Path | None]


class MeetingPage(Page):
    """`ask` puts a question in front (title, words, verb, icon); `choose_place` asks where a file goes."""

    def __init__(self, context: PageContext, office: Office) -> None:
        super().__init__(context)
        theme = context.theme
        self.ask: Ask = lambda title, words, act, icon: ask(theme, "meeting.question", title, words, act, icon, self)
        self.choose_place: ChoosePlace = lambda name: file_to_save(self, "Exportera mötesfil", name, MEETING_FILE)
        self._loaded: Loaded | None = None
        self._room, self._fresh = Room(), False
        self.presenter = MeetingPresenter(self.runner, office, self)
        self.to_text, road = partial(go_to_text, self), (self.runner, office, context.messages.offer_undo)
        self.prints, self.mails = MeetingPrints(self, context), MeetingMails(self, context, self.runner, office)
        self.copies, self.spelling = MeetingCopies(self, context, self.runner, office), MeetingSpelling(context)
        self.head = MeetingHead(theme, self)
        self.next_step, self.offered = self.head.next_step, partial(offered_by, self)
        self.parts = TabStack(theme, road, self.presenter, self.tell, self.spelling)
        self.extracts = self.parts.extracts = MeetingExtracts(self, context, self.runner, office)
        self.side = Side(context, road, self.presenter, self.spelling)
        self.versions, self.sharing = MeetingVersions(self, office), MeetingSharing(self)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        theme = self.context.theme
        self.tabs = Tabs("meeting.tabs", "Mötets delar", TITLES)
        self._bar = TabRow(theme, self.tabs, self.parts.bar)
        self._card = frame(column(theme, self._bar, rule(), (self.parts, 1), space=0, margin=1))
        self._body = keep_place(box(row(theme, (self._card, 5), (self.side, 3), space=12)))
        self._layout: QVBoxLayout = column(theme, self.head, (self._body, 1), space=10)
        self.setLayout(self._layout)
        self.wait()

    def _wire(self) -> None:
        parts, side = self.parts, self.side
        self.tabs.currentChanged.connect(self.show_tab)
        side.changed.connect(self._fit_side)
        side.keyboard_free.connect(self._take_keyboard)
        side.item_came.connect(lambda key: parts.agenda.table.choose(key))
        side.item_saved.connect(self.presenter.load)
        side.item_removed.connect(lambda: parts.agenda.remove())
        side.signing_wanted.connect(lambda key: self.context.go("adjustment", (self.presenter.ref, key)))
        side.annex_wanted.connect(lambda key: parts.annexes.add_files(key))
        side.later_wanted.connect(self._name_later)
        side.person_removed.connect(lambda row_id, name: parts.people.remove(row_id, name))
        side.register_asked.connect(lambda key: self.context.go("register", key))
        parts.item_opened.connect(side.open_item)
        parts.item_entered.connect(lambda: side.item.focus_title())
        parts.person_opened.connect(side.open_person)
        parts.person_entered.connect(lambda: side.person.focus_first())
        parts.officers_asked.connect(side.open_officers)
        parts.vacancy_opened.connect(lambda: self.context.go("register", self._loaded and self._loaded.forum_id))
        parts.undo_asked.connect(self.presenter.undo)
        parts.versions_asked.connect(self.show_versions)
        parts.whole_wanted.connect(self._show_whole)
        parts.copy_wanted.connect(self.copies.offer)
        parts.mail_wanted.connect(lambda kind: self.mails.open(self.presenter.ref, kind))
        parts.print_wanted.connect(self.prints.print_document)
        self.show_tab(AGENDA)
        self.head.preview.hear_in(self)
        plan_by_key(self)

    # ── the window's wishes ──────────────────────────────────────────────────────────────────
    def arrive(self, target: object = None) -> None:
        """target: the meeting's reference, or (reference, name of the tab or ``item/`` with the item's key)."""
        ref, tab = target if isinstance(target, tuple) else (target, "")
        self.sharing.screening.arrive()
        if tab.startswith("item/"):
            self.side.want_item(tab.removeprefix("item/"))
            tab = "agenda"
        if isinstance(ref, str) and ref and ref != self.presenter.ref:
            self.side.close_pane()
            self.tabs.setCurrentIndex(TABS.get(tab, AGENDA))
            self._fresh = True
            self.wait()
            self.presenter.open(ref)
        else:
            if tab in TABS:
                self.tabs.setCurrentIndex(TABS[tab])
            self.presenter.load()

    def here(self) -> tuple[str, str]:
        return self.presenter.ref, tuple(TABS)[self.tabs.currentIndex()]

    def save(self) -> None:
        self.parts.leave()
        self.side.save()

    def leave(self) -> None:
        self.parts.leave()
        self.side.close_pane()

    def areas_changed(self, areas: frozenset[str]) -> None:
        self.presenter.load()

    def set_room(self, room: Room) -> None:
        self._room = room
        self._layout.setContentsMargins(*(self.context.theme.px(length) for length in room.margin()))
        self.head.set_room(room)
        self._fit_side()

    # ── what the presenter shows ─────────────────────────────────────────────────────────────
    def show_meeting(self, loaded: Loaded) -> None:
        self._loaded = loaded
        SharedScreen.of(self.context.operations).follow((loaded.whole or loaded.view).content)
        self._body.show()
        self.head.show_meeting(loaded)
        self.tabs.set_title(AGENDA, agenda_word(loaded.view.content))
        self.tabs.set_title(DOCUMENT, document_word(loaded.view.content))
        content = loaded.view.content
        for at, held in ((AGENDA, content.items), (PEOPLE, content.participants), (ANNEXES, content.annexes)):
            self.tabs.set_count(at, len(held))
        self.spelling.follow(loaded)
        self.parts.show_meeting(loaded)
        self._bar.fit()
        self.side.show_meeting(loaded)
        self.versions.follow(loaded)
        if self._fresh and not self.tabs.hasFocus() and not holds_keyboard(self.side):
            self._take_keyboard()
        self._fresh = False

    def show_document(self, made: MadeDocument) -> None:
        self.parts.document.show_document(made)

    def tell(self, words: str) -> None:
        self.context.messages.finished(words)

    def offer_undo(self, words: str, change_set_id: str) -> None:
        self.context.messages.offer_undo(words, lambda: self.presenter.undo(change_set_id))

    def called(self, made: MadeDocument) -> None:
        """The notice is made. That it has been sent is for the user to know."""
        words = called_words(self._loaded.shown.notice_word if self._loaded else "")
        ref, mail = self.presenter.ref, f"{made.kind}_mail"
        self.context.messages.finished(words, "Öppna i e-post", lambda: self.mails.open(ref, mail))

    def locked(self) -> None:
        self.context.go("adjustment", self.presenter.ref)
        self.context.messages.finished("Protokollet är låst och lämnat till justering.")

    def show_tab(self, at: int) -> None:
        if at != DOCUMENT:
            self.parts.end_whole()
        was_within = holds_keyboard(self.parts)
        self.parts.show_tab(at)
        self._bar.fit()
        if was_within:
            self._take_keyboard()
        if at == DOCUMENT:
            self.parts.document.refresh()
        if (at != AGENDA and self.side.belongs_to_agenda()) or (at != PEOPLE and self.side.belongs_to_people()):
            self.side.close_pane()
        self.head.set_notice_shown(False)
        self.head.set_folded(at == DOCUMENT)

    def preview(self) -> None:
        """The document that is wanted at this point of the meeting's life."""
        if self._loaded is not None:
            self.tabs.setCurrentIndex(DOCUMENT)
            self.parts.document.show_kind(first_kind(self._loaded.view.content))

    def lead_to(self, place: str) -> None:
        """Goes to where a missing thing is mended."""
        if self._loaded is not None:
            lead(self, self._loaded, place)

    def open_details(self) -> None:
        self.side.open_details()

    def show_versions(self) -> None:
        self.versions.show(self.side.item_shown())

    def export(self) -> None:
        if (path := self.choose_place(f"{self.presenter.ref}.json")) is not None:
            self.presenter.export(path)

    # ── inside ───────────────────────────────────────────────────────────────────────────────
    def wait(self) -> None:
        """Nothing of another meeting, and nothing to press, stands here until the meeting has been read."""
        self._loaded = None
        self._body.hide()
        self.head.wait()

    def _show_whole(self, whole: bool) -> None:
        """A document has the page to itself, or the rest comes back."""
        self.head.setVisible(not whole)
        self._bar.setVisible(not whole)

    def _take_keyboard(self) -> None:
        take_keyboard(self.parts.currentWidget() or self.tabs, self.tabs)

    def _name_later(self, item_key: str) -> None:
        self.tabs.setCurrentIndex(ANNEXES)
        self.parts.annexes.add_later(item_key)

    def _fit_side(self) -> None:
        narrow, beside = self._room.narrow, self.side.is_open()
        self.parts.fit(narrow=narrow, beside=beside, low=self._room.low)
        self._card.setVisible(not (narrow and beside))
        self.side.set_narrow(narrow)
