"""Organisations: förvaltningar, companies, authorities and associations that take part and answer for actions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bra_desktop.domain.printable import name_words
from bra_desktop.domain.register import Organisation
from bra_desktop.domain.swedish import EMPTY, plural
from bra_desktop.services.reading import OrganisationRow
from bra_desktop.ui.memory import Memory
from bra_desktop.ui.register.presenter import Registered, RegisterPresenter
from bra_desktop.ui.register.section import Section, SectionWords
from bra_desktop.ui.register.words import KINDS
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.entries import CheckEntry, ChoiceEntry, TextEntry
from bra_desktop.ui.widgets.filter_table import FilterTable
from bra_desktop.ui.widgets.form_pane import FormPane
from bra_desktop.ui.widgets.rows_model import Cell, Column

PART = "register.organisations"


class OrganisationsSection(Section[OrganisationRow]):
    """The table of organisations and the form of one."""

    kind = Organisation
    words = SectionWords(
        new="Ny organisation",
        save="Spara organisation",
        added="Organisationen är tillagd.",
        changed="Organisationen är ändrad.",
        removed="Organisationen är borttagen.",
        empty="Inga organisationer än",
        about="Här samlas förvaltningar, bolag, polis och andra som deltar och svarar för åtgärder.",
        icon="building-2",
    )

    def __init__(self, theme: Theme, presenter: RegisterPresenter, memory: Memory) -> None:
        self._people: dict[str, int] = {}
        table = FilterTable[OrganisationRow](
            theme, PART, "Organisationer",
            (
                Column("name", "Namn", lambda o: Cell(o.name, o.email)),
                Column("short", "Kortnamn", lambda o: Cell(o.short_name or EMPTY, o.code), 165, drop=1),
                Column("kind", "Slag", lambda o: Cell(KINDS[o.kind]), 140, drop=2),
                Column(
                    "people", "Personer", lambda o: Cell(str(self._people.get(o.id, 0))), 82, right=True,
                    order=lambda o: self._people.get(o.id, 0), drop=4,
                ),
                Column("sheets", "Ark", lambda o: Cell("Får ark" if o.receives_sheets else EMPTY), 76, drop=3),
            ),
            lambda o: o.id, memory,
        )  # fmt: skip
        form = FormPane(
            theme, f"{PART}_form",
            (
                TextEntry(theme, f"{PART}_form", "name", "Namn", "t.ex. Samhällsbyggnadsförvaltningen",
                          needs="Skriv ett namn, t.ex. Samhällsbyggnadsförvaltningen.", places=("namn",),
                          minds=name_words),
                TextEntry(theme, f"{PART}_form", "short_name", "Kortnamn (frivilligt)", "t.ex. Samhällsbyggnad",
                          "Står i tabeller och ark."),
                TextEntry(theme, f"{PART}_form", "code", "Kod (frivilligt)", "t.ex. SBF"),
                ChoiceEntry(theme, f"{PART}_form", "kind", "Slag", [(words, key) for key, words in KINDS.items()]),
                TextEntry(theme, f"{PART}_form", "email", "E-post (frivilligt)", "t.ex. registrator@almby.example"),
                CheckEntry(theme, f"{PART}_form", "receives_sheets", "Får uppföljningsark"),
            ),
        )  # fmt: skip
        super().__init__(theme, PART, presenter, table, form)
        table.set_counted(lambda n: f"{plural(n, 'organisation', 'organisationer', none='Inga')} visas")

    def rows(self, registered: Registered) -> Sequence[OrganisationRow]:
        self._people.clear()
        for person in registered.people:
            if person.organisation_id:
                self._people[person.organisation_id] = self._people.get(person.organisation_id, 0) + 1
        return registered.organisations

    def title(self, row: OrganisationRow) -> str:
        return row.name

    def values(self, row: OrganisationRow | None) -> Mapping[str, Any]:
        return {
            "name": row.name if row else "",
            "short_name": row.short_name if row else "",
            "code": row.code if row else "",
            "kind": row.kind if row else next(iter(KINDS)),
            "email": row.email if row else "",
            "receives_sheets": row.receives_sheets if row else True,
        }
