"""Register: tabs for organisations, people, forums, phrases and the municipality."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from bra_desktop.services.office import Office
from bra_desktop.services.reading import ForumRow
from bra_desktop.ui.layouts import column
from bra_desktop.ui.pages import Page, PageContext
from bra_desktop.ui.register.forums import ForumInside, ForumsSection
from bra_desktop.ui.register.headings import HeadingsSection
from bra_desktop.ui.register.municipality import MunicipalitySection
from bra_desktop.ui.register.organisations import OrganisationsSection
from bra_desktop.ui.register.people import PeopleSection
from bra_desktop.ui.register.phrase_presenter import PhrasePresenter
from bra_desktop.ui.register.phrases import PhrasesSection
from bra_desktop.ui.register.presenter import Registered, RegisterPresenter
from bra_desktop.ui.register.section import Section
from bra_desktop.ui.room import Room
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.form_pane import LET_GO, UNSAVED_FORM
from bra_desktop.ui.widgets.page_head import PageHead
from bra_desktop.ui.widgets.tabs import Tabs

ORGANISATIONS, PEOPLE, FORUMS, PHRASES, MUNICIPALITY, INSIDE, SEATS, HEADINGS = range(8)
IN_FORUM = (INSIDE, SEATS, HEADINGS)
TARGETS = {
    "organisations": ORGANISATIONS,
    "people": PEOPLE,
    "forums": FORUMS,
    "phrases": PHRASES,
    "municipality": MUNICIPALITY,
}


@dataclass(frozen=True)
class Drafts:
    """What stands unsaved: by the place of its section, with the forum that is open."""

    typed: Mapping[int, Any]
    forum_id: str = ""


class RegisterPage(Page):
    """The button at the right adds to what is shown."""

    unsaved_words = UNSAVED_FORM

    def __init__(self, context: PageContext, office: Office) -> None:
        super().__init__(context)
        theme, memory = context.theme, context.memory
        self._presenter = presenter = RegisterPresenter(self.runner, office, self)
        self._registered: Registered | None = None
        self._forum: ForumRow | None = None
        self._drafts: Drafts | None = None
        self._target: object = None
        self._new = Button(theme, "register.new", "Ny organisation", "plain", "plus", "Öppnar formuläret", "Ctrl+N")
        self._head = PageHead(theme, "register", "Register", buttons=(self._new,))
        self._tabs = Tabs("register.tabs", "Register", ("Organisationer", "Personer", "Forum", "Fraser", "Kommunen"))
        self.organisations = OrganisationsSection(theme, presenter, memory)
        self.people = PeopleSection(theme, presenter, memory)
        self.forums = ForumsSection(theme, presenter, memory)
        self.phrases = PhrasesSection(theme, presenter, memory, PhrasePresenter(self.runner, office, self))
        self.municipality = MunicipalitySection(theme, presenter)
        self.inside = ForumInside(theme, presenter, memory)
        self._stack = QStackedWidget()
        for part in self._parts():
            self._stack.addWidget(part)
        self._layout: QVBoxLayout = column(theme, self._head, self._tabs, (self._stack, 1), space=10)
        self.setLayout(self._layout)
        self._tabs.currentChanged.connect(self._turn)
        self._tabs.tabBarClicked.connect(self._clicked)
        self._new.clicked.connect(self._add)
        self.forums.inside_asked.connect(self.open_forum)
        self.forums.headings_asked.connect(self._open_headings)
        self.inside.closed.connect(self._close_forum)
        self.inside.turned.connect(self._name_new)
        for place, keeper in self._keepers().items():
            keeper.let_go.connect(partial(self._offer_back, place))

    # ── the window's wishes ──────────────────────────────────────────────────────────────────
    def arrive(self, target: object = None) -> None:
        """target: a tab's name, the id of a person, an organisation or a forum, or ("certificates", person's id)."""
        if isinstance(target, str) and target in TARGETS:
            self._tabs.setCurrentIndex(TARGETS[str(target)])
        else:
            self._target = target
        self._presenter.load()

    def areas_changed(self, areas: frozenset[str]) -> None:
        self._presenter.load()

    def set_room(self, room: Room) -> None:
        self._layout.setContentsMargins(*(self.context.theme.px(length) for length in room.margin()))
        for part in self._parts():
            part.set_narrow(room.narrow)

    def unsaved(self) -> bool:
        return bool(self._typed())

    def draft(self) -> object:
        typed = self._typed()
        return Drafts(typed, self._forum.id if self._forum else "") if typed else None

    def take_up(self, draft: object) -> None:
        if isinstance(draft, Drafts):
            self._drafts = draft
            if self._registered is not None:
                self._take_up_now(self._registered)

    # ── what the presenter shows ─────────────────────────────────────────────────────────────
    def show_registered(self, registered: Registered) -> None:
        self._registered = registered
        for at, count in enumerate(registered.counts()):
            self._tabs.set_count(at, count)
        for part in (self.organisations, self.people, self.forums, self.phrases, self.municipality):
            part.show_registered(registered)
        if self._forum is not None:
            found = next((forum for forum in registered.forums if forum.id == self._forum.id), None)
            self._forum = found
            if found is not None:
                self.inside.show_forum(found, registered)
        target, self._target = self._target, None
        if isinstance(target, tuple):
            self._go_to(str(target[-1]), registered)
            self.people.show_certificates()
        elif target is not None:
            self._go_to(str(target), registered)
        self._take_up_now(registered)

    def told(self, words: str, change_set: str) -> None:
        if change_set:
            self.context.messages.offer_undo(words, lambda: self._presenter.undo(change_set))
        else:
            self.context.messages.finished(words)

    # ── inside ───────────────────────────────────────────────────────────────────────────────
    def _parts(self) -> tuple[Section[Any] | MunicipalitySection | ForumInside, ...]:
        return (self.organisations, self.people, self.forums, self.phrases, self.municipality, self.inside)

    def _keepers(self) -> dict[int, Section[Any] | MunicipalitySection | HeadingsSection]:
        """The forms by their place; three of them stand in a forum."""
        return {
            ORGANISATIONS: self.organisations,
            PEOPLE: self.people,
            FORUMS: self.forums,
            PHRASES: self.phrases,
            MUNICIPALITY: self.municipality,
            INSIDE: self.inside.memberships,
            SEATS: self.inside.seats,
            HEADINGS: self.inside.headings,
        }

    def _typed(self) -> dict[int, Any]:
        return {place: draft for place, keeper in self._keepers().items() if (draft := keeper.draft()) is not None}

    def _offer_back(self, place: int, draft: object) -> None:
        """A form was left with something typed in it: it can be had back."""
        left = Drafts({place: draft}, self._forum.id if self._forum else "")

        def have_back() -> None:
            self.context.go("register", None)
            self.take_up(left)

        self.context.messages.offer_undo(LET_GO, have_back)

    def _take_up_now(self, registered: Registered) -> None:
        drafts, self._drafts = self._drafts, None
        if drafts is None:
            return
        forum = next((one for one in registered.forums if one.id == drafts.forum_id), None)
        for place, draft in drafts.typed.items():
            if place in IN_FORUM:
                if forum is None:
                    continue
                self.open_forum(forum)
                self.inside.show_section(IN_FORUM.index(place))
            self._tabs.setCurrentIndex(FORUMS if place in IN_FORUM else place)
            self._keepers()[place].take_up(draft)

    def _go_to(self, target: str, registered: Registered) -> None:
        found: tuple[tuple[int, Section[Any], tuple[Any, ...]], ...] = (
            (ORGANISATIONS, self.organisations, registered.organisations),
            (PEOPLE, self.people, registered.people),
            (FORUMS, self.forums, registered.forums),
        )
        for at, section, rows in found:
            if any(getattr(one, "id", "") == target for one in rows):
                self._tabs.setCurrentIndex(at)
                section.table.table.choose(target)

    def _turn(self, at: int) -> None:
        self._stack.setCurrentIndex(at if at != FORUMS or self._forum is None else INSIDE)
        self._name_new()

    def _clicked(self, at: int) -> None:
        if at == FORUMS == self._tabs.currentIndex() and self._forum is not None:
            self._close_forum()

    def _section(self) -> Section[Any] | None:
        at = self._stack.currentIndex()
        sections: dict[int, Section[Any]] = {
            ORGANISATIONS: self.organisations,
            PEOPLE: self.people,
            FORUMS: self.forums,
            PHRASES: self.phrases,
        }
        return self.inside.section() if at == INSIDE else sections.get(at)

    def _name_new(self) -> None:
        section = self._section()
        self._new.setVisible(section is not None)
        if section is not None:
            self._new.set_words(section.words.new)

    def _add(self) -> None:
        section = self._section()
        if section is not None:
            section.open_new()

    def open_forum(self, forum: ForumRow) -> None:
        """Shows what is within one forum."""
        if self._registered is not None and (self._is_open(forum) or not self.inside.is_held()):
            self._forum = forum
            self.inside.show_forum(forum, self._registered)
            self._turn(FORUMS)
            self.inside.focus()

    def _open_headings(self, forum: ForumRow) -> None:
        self.open_forum(forum)
        if self._is_open(forum):
            self.inside.show_section(IN_FORUM.index(HEADINGS))
            self.inside.focus()

    def _is_open(self, forum: ForumRow) -> bool:
        return self._forum is not None and self._forum.id == forum.id

    def _close_forum(self) -> None:
        if self.inside.is_held():
            return
        self._forum = None
        self._turn(FORUMS)
        self.forums.table.table.setFocus()
