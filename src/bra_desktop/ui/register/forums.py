"""Forums: the list with each one's settings, and within a forum its memberships, seats and headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.domain.register import Forum
from bra_desktop.domain.swedish import plural
from bra_desktop.services.reading import ForumRow
from bra_desktop.ui.layouts import STRETCH, box, column, row
from bra_desktop.ui.memory import Memory
from bra_desktop.ui.register.decision_years import DecisionYears
from bra_desktop.ui.register.forum_form import ForumForm
from bra_desktop.ui.register.headings import HeadingsSection
from bra_desktop.ui.register.memberships import MembershipsSection
from bra_desktop.ui.register.presenter import Registered, RegisterPresenter
from bra_desktop.ui.register.seats import SeatsSection
from bra_desktop.ui.register.section import Section, SectionWords
from bra_desktop.ui.register.words import PROFILES
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.filter_table import FilterTable
from bra_desktop.ui.widgets.labels import label
from bra_desktop.ui.widgets.rows_model import Cell, Column
from bra_desktop.ui.widgets.tabs import Segments

PART = "register.forums"


class ForumsSection(Section[ForumRow]):
    """`inside_asked` opens the forum of that row: its memberships and seats; `headings_asked` its headings."""

    inside_asked = Signal(object)
    headings_asked = Signal(object)
    kind = Forum
    words = SectionWords(
        new="Nytt forum",
        save="Spara forum",
        added="Forumet är tillagt.",
        changed="Forumet är ändrat.",
        removed="Forumet är borttaget.",
        empty="Inga forum än",
        about="Här samlas rådet, arbetsutskottet, EST-gruppen och andra som har möten.",
        icon="list",
    )

    def __init__(self, theme: Theme, presenter: RegisterPresenter, memory: Memory) -> None:
        self._counts: dict[str, tuple[int, int, int]] = {}
        table = FilterTable[ForumRow](
            theme, PART, "Forum",
            (
                Column("name", "Namn", lambda f: Cell(f.name, f.short_name)),
                Column("profile", "Dokument", lambda f: Cell(PROFILES[f.profile]), 210, drop=1),
                Column("members", "Uppdrag", lambda f: self._count(f.id, 0), 100, right=True, drop=3),
                Column("seats", "Platser", self._seats_cell, 110, right=True, drop=2),
            ),
            lambda f: f.id, memory,
        )  # fmt: skip
        inside = Button(
            theme, "register.open_forum", "Visa uppdrag och platser", "plain", "users", "Öppnar forumet. Enter i listan"
        )
        headings = Button(
            theme, "register.forum_headings", "Rubriker på papper", "plain", "file-text",
            "Forumets egna ord i kallelse, protokoll och utdrag"
        )  # fmt: skip
        self.decisions = DecisionYears(theme, presenter)
        ways = column(
            theme, row(theme, inside, STRETCH), row(theme, headings, STRETCH), row(theme, self.decisions, STRETCH),
            space=6,
        )  # fmt: skip
        self._inside = box(ways)
        form = ForumForm(theme, self._inside)
        self._forum_form = form
        super().__init__(theme, PART, presenter, table, form)
        inside.clicked.connect(self.ask_inside)
        headings.clicked.connect(self.ask_headings)
        table.set_counted(lambda n: f"{n} forum visas" if n else "Inga forum visas")

    def rows(self, registered: Registered) -> Sequence[ForumRow]:
        for forum in registered.forums:
            seats = registered.seats.get(forum.id, ())
            members = [m for m in registered.memberships_of(forum.id) if registered.in_force(m)]
            self._counts[forum.id] = (len(members), len(seats), sum(1 for seat in seats if not seat.holders))
        return registered.forums

    def title(self, row: ForumRow) -> str:
        return row.name

    def offer(self, registered: Registered, row: ForumRow | None) -> None:
        self._forum_form.offer(registered)
        self._inside.setVisible(row is not None)
        self.decisions.show_forum(row, decides=row is not None and row.profile is not DocumentProfile.NOTES)

    def values(self, row: ForumRow | None) -> Mapping[str, Any]:
        return self._forum_form.values_of(row)

    def open_row(self, row: ForumRow) -> None:
        self.inside_asked.emit(row)

    def ask_inside(self) -> None:
        """Leads into the chosen forum, or the first."""
        self.choose_one()
        if self.row is not None:
            self.inside_asked.emit(self.row)

    def ask_headings(self) -> None:
        """Leads to the headings of the chosen forum, or the first."""
        self.choose_one()
        if self.row is not None:
            self.headings_asked.emit(self.row)

    def choose_one(self) -> None:
        """The first forum, where none is chosen."""
        forums = self.registered.forums if self.registered is not None else ()
        if self.row is None and forums and self.table.table.choose(forums[0].id):
            self.row = forums[0]
            self._begin(self.row, focus=False)

    def _count(self, forum_id: str, at: int) -> Cell:
        return Cell(str(self._counts.get(forum_id, (0, 0, 0))[at]))

    def _seats_cell(self, forum: ForumRow) -> Cell:
        _members, seats, vacant = self._counts.get(forum.id, (0, 0, 0))
        return Cell(str(seats), plural(vacant, "vakant", "vakanta") if vacant else "")


class ForumInside(QWidget):
    """One forum: its memberships, its seats and its own headings. `closed` leads back to the list."""

    closed = Signal()
    turned = Signal()

    def __init__(self, theme: Theme, presenter: RegisterPresenter, memory: Memory) -> None:
        super().__init__()
        self.memberships = MembershipsSection(theme, presenter, memory)
        self.seats = SeatsSection(theme, presenter, memory)
        self.headings = HeadingsSection(theme, presenter)
        self._name, self._about = label("", "h2"), label("", "muted")
        back = Button(
            theme, "register.back_to_forums", "Alla forum", "link", "chevron-left", "Går tillbaka till listan"
        )
        self._ways = Segments(
            theme, "register.inside", "Visa",
            (("memberships", "Uppdrag"), ("seats", "Platser"), ("headings", "Rubriker")),
        )  # fmt: skip
        self._stack = QStackedWidget()
        for part in (self.memberships, self.seats, self.headings):
            self._stack.addWidget(part)
        head = row(theme, back, self._name, self._about, STRETCH, self._ways, space=12)
        self.setLayout(column(theme, box(head), (self._stack, 1), space=8))
        back.clicked.connect(self.closed)
        self._ways.changed.connect(self._turn)

    def show_forum(self, forum: ForumRow, registered: Registered) -> None:
        self._name.setText(forum.name)
        self._about.setText(PROFILES[forum.profile])
        for section in (self.memberships, self.seats):
            if section.forum_id != forum.id:
                section.close_form()
            section.forum_id = forum.id
            section.show_registered(registered)
        self.headings.show_forum(forum)

    def show_section(self, at: int) -> None:
        """Turns to the memberships, the seats or the headings."""
        self._ways.choose(at)

    def is_held(self) -> bool:
        """Whether something typed in any of them has to be saved or left first; then it is shown and says so."""
        held = (self.memberships.is_held, self.seats.is_held, self.headings.is_held)
        for at, is_held in enumerate(held):
            if is_held():
                self.show_section(at)
                return True
        return False

    def section(self) -> MembershipsSection | SeatsSection | None:
        """The one that is shown, None for the headings."""
        return (self.memberships, self.seats, None)[self._ways.chosen()]

    def focus(self) -> None:
        """To the list that is shown, or to the first heading."""
        section = self.section()
        if section is not None:
            section.table.table.setFocus()
        else:
            self.headings.focus_first()

    def set_narrow(self, narrow: bool) -> None:
        self._about.setVisible(not narrow)
        self.memberships.set_narrow(narrow)
        self.seats.set_narrow(narrow)

    def _turn(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        self.turned.emit()
