"""People: those who take part, with their duties and their registered certificates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.printable import name_words
from bra_desktop.domain.register import Person
from bra_desktop.domain.swedish import EMPTY, name_sort_key, plural
from bra_desktop.services.reading import PersonRow
from bra_desktop.services.register import NameTaken
from bra_desktop.ui.layouts import STRETCH, box, column, empty, row, rule
from bra_desktop.ui.memory import Memory
from bra_desktop.ui.register.certificate_forms import IssueForm, RegisterForm
from bra_desktop.ui.register.presenter import Registered, RegisterPresenter
from bra_desktop.ui.register.section import Section, SectionWords
from bra_desktop.ui.register.words import ROLES, period_words
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.entries import ChoiceEntry, Entry, TextEntry
from bra_desktop.ui.widgets.filter_table import FilterTable
from bra_desktop.ui.widgets.form_pane import FormPane
from bra_desktop.ui.widgets.labels import label
from bra_desktop.ui.widgets.rows_model import Cell, Column

PART = "register.people"


class PeopleSection(Section[PersonRow]):
    """The table of people, the form of one, and the forms for certificates."""

    kind = Person
    words = SectionWords(
        new="Ny person",
        save="Spara person",
        added="Personen är tillagd.",
        changed="Personen är ändrad.",
        removed="Personen är borttagen ur registret.",
        empty="Inga personer än",
        about="Här samlas alla som deltar i möten, håller ihop åtgärder eller skriver under.",
        icon="users",
    )

    def __init__(self, theme: Theme, presenter: RegisterPresenter, memory: Memory) -> None:
        self._duties_of: dict[str, str] = {}
        table = FilterTable[PersonRow](
            theme, PART, "Personer",
            (
                Column("name", "Namn", lambda p: Cell(p.name, p.title), 230, order=lambda p: name_sort_key(p.name)),
                Column("organisation", "Organisation", _organisation, drop=1),
                Column("duties", "Uppdrag", lambda p: Cell(self._duties_of.get(p.id, EMPTY)), drop=3),
                Column("email", "E-post", lambda p: Cell(p.email or EMPTY, p.phone), 260, drop=2),
            ),
            lambda p: p.id, memory,
        )  # fmt: skip
        entries = self._entries(theme)
        self._certificates = column(theme, space=3)
        self._duties = column(theme, space=3)
        self._add_certificate = Button(
            theme, "register.add_certificate", "Registrera certifikat…", "plain", "file-badge",
            "Registrerar ett certifikat som personen har",
        )  # fmt: skip
        self._issue = Button(
            theme, "register.issue_certificate", "Utfärda certifikat…", "plain", "stamp",
            "Utfärdar ett från kommunens egen utfärdare",
        )  # fmt: skip
        self._known = self._known_of(theme)
        self.keep_both = Button(
            theme, "register.keep_both", "Behåll båda", "plain", "users", "Sparar, fast någon annan heter så",
        )  # fmt: skip
        self.keep_both.hide()
        if (below := entries[0].widget.layout()) is not None:
            below.addWidget(self.keep_both)
        form = FormPane(theme, f"{PART}_form", entries, below=(self._known,))
        self.register_form = RegisterForm(theme, presenter, self.kept)
        self.issue_form = IssueForm(theme, presenter, self.kept)
        super().__init__(theme, PART, presenter, table, form, (self.register_form, self.issue_form))
        table.set_counted(lambda n: f"{plural(n, 'person', 'personer', none='Inga')} visas")
        for pane in (self.register_form, self.issue_form):
            pane.cancelled.connect(self._back)
        self.keep_both.clicked.connect(self._send_both)
        self._add_certificate.clicked.connect(lambda: self._open(self.register_form))
        self._issue.clicked.connect(lambda: self._open(self.issue_form))

    def show_certificates(self) -> None:
        """Leads to the certificates of the person who has been chosen."""
        row = self.table.table.chosen()
        if row is None:
            return
        if not self.is_held():
            self.open_row(row)
        self._issue.setFocus()
        self.form.show_below(self._issue)

    def refused(self, error: UserError) -> None:
        """Who has the name already is said at it, with the choice to keep both."""
        taken = isinstance(error, NameTaken)
        if isinstance(error, NameTaken):
            error = UserError(f"{error.fact} Är det någon annan väljer du Behåll båda.", error.where)
        super().refused(error)
        self.keep_both.setVisible(taken)

    def rows(self, registered: Registered) -> Sequence[PersonRow]:
        self._duties_of.clear()
        for m in registered.memberships:
            if registered.in_force(m):
                said = f"{registered.forum_words(m.forum_id)}: {ROLES[m.role].lower()}"
                self._duties_of[m.person_id] = ", ".join(filter(None, (self._duties_of.get(m.person_id, ""), said)))
        return registered.people

    def title(self, row: PersonRow) -> str:
        return row.name

    def offer(self, registered: Registered, row: PersonRow | None) -> None:
        self.keep_both.hide()
        self._organisation.offer([(o.name, o.id) for o in registered.organisations])
        self._known.setVisible(row is not None)
        if row is None:
            return
        valid = [
            f"Gäller {period_words(c.valid_from, c.valid_to)}"
            if c.valid_to >= registered.today
            else f"Gällde till {c.valid_to.isoformat()}"
            for c in registered.certificates
            if c.person_id == row.id
        ]
        _fill(self._certificates, valid or ["Inget certifikat är registrerat."])
        held = [
            f"{registered.forum_words(m.forum_id)}: {ROLES[m.role].lower()}, {period_words(m.valid_from, m.valid_to)}"
            for m in registered.memberships
            if m.person_id == row.id
        ]
        _fill(self._duties, held or ["Inga uppdrag. De läggs till under Forum."])

    def values(self, row: PersonRow | None) -> Mapping[str, Any]:
        names = ("name", "title", "organisation_id", "party", "email", "phone")
        return {name: getattr(row, name) if row else None for name in names}

    def _entries(self, theme: Theme) -> tuple[Entry, ...]:
        part = f"{PART}_form"
        self._organisation = ChoiceEntry(theme, part, "organisation_id", "Organisation (frivilligt)", search=True)
        return (
            TextEntry(theme, part, "name", "Namn", "t.ex. Eva Lind", needs="Skriv ett namn, t.ex. Eva Lind.",
                      places=("namn",), minds=name_words),
            TextEntry(theme, part, "title", "Titel (frivilligt)", "t.ex. kommunpolis"),
            self._organisation,
            TextEntry(theme, part, "party", "Parti (frivilligt)", help_words="Bara för förtroendevalda."),
            TextEntry(theme, part, "email", "E-post (frivilligt)", "t.ex. eva.lind@almby.example"),
            TextEntry(theme, part, "phone", "Telefon (frivilligt)"),
        )  # fmt: skip

    def _known_of(self, theme: Theme) -> QWidget:
        return box(
            column(
                theme, rule(), label("Certifikat för underskrift", "overline"), self._certificates,
                row(theme, self._add_certificate, STRETCH), row(theme, self._issue, STRETCH), 4,
                rule(), label("Uppdrag", "overline"), self._duties, space=6,
            )
        )  # fmt: skip

    def _send_both(self) -> None:
        values = self.form.read()
        if values is not None:
            self.keep_both.hide()
            self.send(values, keep_both=True)

    def _open(self, pane: RegisterForm | IssueForm) -> None:
        if self.row is not None and not self.is_held():
            self.both.open(pane)
            pane.begin_for(self.row)

    def _back(self) -> None:
        if self.row is not None:
            self.both.open(self.form)
        else:
            self.both.close_side()


def _fill(layout: Any, lines: Sequence[str]) -> None:
    empty(layout)
    for words in lines:
        layout.addWidget(label(words, "caption", wrap=True))


def _organisation(person: PersonRow) -> Cell:
    return Cell(person.organisation or EMPTY, person.party)
