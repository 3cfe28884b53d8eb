"""Memberships of a forum: who is what, on which seat, from when to when. History is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import Role
from bra_desktop.domain.register import Membership
from bra_desktop.domain.swedish import EMPTY, name_sort_key, plural
from bra_desktop.services.reading import MembershipRow, PersonRow, SeatRow
from bra_desktop.services.register import NEW_SEAT
from bra_desktop.ui.layouts import STRETCH, box
from bra_desktop.ui.layouts import row as in_row
from bra_desktop.ui.memory import Memory
from bra_desktop.ui.register.presenter import Registered, RegisterPresenter
from bra_desktop.ui.register.section import Section, SectionWords
from bra_desktop.ui.register.words import ROLES, holders_words, period_words, seat_words
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.entries import ChoiceEntry, DateEntry, TextEntry, told_when
from bra_desktop.ui.widgets.filter_table import FilterTable
from bra_desktop.ui.widgets.form_pane import FormPane
from bra_desktop.ui.widgets.rows_model import Cell, Column
from bra_desktop.ui.widgets.several_entry import Chosen, SeveralEntry

PART = "register.memberships"
ON_A_SEAT = (Role.MEMBER, Role.CHAIR, Role.VICE_CHAIR)
ORDER = tuple(Role)
SEAT_HELP = "En ny plats läggs till för personens parti eller organisation. Två på samma plats växlar om den."
SUBSTITUTE_HELP = "Platserna kommer till när ledamöterna läggs till."


class MembershipsSection(Section[MembershipRow]):
    """Those of one forum. Ended ones are shown when they are asked for."""

    kind = Membership
    words = SectionWords(
        new="Nytt uppdrag",
        save="Spara uppdrag",
        added="Uppdraget är tillagt.",
        changed="Uppdraget är ändrat.",
        removed="Uppdraget är borttaget.",
        empty="Inga uppdrag i forumet än",
        about="Här står vem som är ordförande, ledamot, ersättare och sekreterare, och under vilken tid.",
        icon="users",
    )

    def __init__(self, theme: Theme, presenter: RegisterPresenter, memory: Memory) -> None:
        self.forum_id = ""
        self._seats: dict[str, str] = {}
        self._today = date.min
        self._proposed = NEW_SEAT
        table = FilterTable[MembershipRow](theme, PART, "Uppdrag", self._columns(), lambda m: m.id, memory)
        part = f"{PART}_form"
        self._person = ChoiceEntry(theme, part, "person_id", "Person", search=True)
        self._role = ChoiceEntry(theme, part, "role", "Uppdrag", [(words, role) for role, words in ROLES.items()])
        self._seat = ChoiceEntry(theme, part, "seat_id", "Plats", help_words=SEAT_HELP)
        self._for = SeveralEntry(theme, part, "substitutes_for", "Ersätter på platserna", SUBSTITUTE_HELP)
        self._last = DateEntry(
            theme, part, "valid_to", "Sista dag (frivilligt)", "Uppdraget finns kvar i historiken.",
            places=("period",),
        )  # fmt: skip
        self._end = Button(
            theme, "register.end_membership", "Avsluta i dag", "plain", "calendar-clock",
            "Gör i dag till sista dag. Uppdraget finns kvar i historiken",
        )  # fmt: skip
        entries = (
            self._person, self._role, self._seat, self._for,
            DateEntry(theme, part, "valid_from", "Första dag (frivilligt)"), self._last,
            TextEntry(theme, part, "note", "Anteckning (frivilligt)", "t.ex. vald av kommunfullmäktige"),
        )  # fmt: skip
        form = FormPane(theme, part, entries, below=(box(in_row(theme, self._end, STRETCH)),))
        super().__init__(theme, PART, presenter, table, form)
        self._end.clicked.connect(self.end_today)
        table.set_counted(lambda n: f"{plural(n, 'uppdrag', 'uppdrag', none='Inga')} visas")
        table.add_pill("current", "Gällande", lambda m: not self._ended(m)).setChecked(True)
        table.add_pill("ended", "Avslutade", self._ended)
        told_when(self._role, self._fit_role)
        told_when(self._person, self._propose_seat)
        if (line := self._person.combo.lineEdit()) is not None:
            line.editingFinished.connect(self._propose_seat)

    def _columns(self) -> tuple[Column[MembershipRow], ...]:
        return (
            Column("person", "Person", lambda m: Cell(m.person, m.title), order=lambda m: name_sort_key(m.person)),
            Column("role", "Uppdrag", self._role_cell, 230, order=lambda m: ORDER.index(m.role)),
            Column("seat", "Plats", self._seat_cell, drop=2, least=230),
            Column("period", "Tid", self._period_cell, 200, order=lambda m: m.valid_from or date.min, drop=1),
        )

    def rows(self, registered: Registered) -> Sequence[MembershipRow]:
        self._today = registered.today
        self._seats = {seat.id: seat_words(seat) for seat in registered.seats.get(self.forum_id, ())}
        return sorted(registered.memberships_of(self.forum_id), key=self._place)

    def title(self, row: MembershipRow) -> str:
        return f"{row.person}, {ROLES[row.role].lower()}"

    def offer(self, registered: Registered, row: MembershipRow | None) -> None:
        self._person.offer([(", ".join(filter(None, (p.name, p.title))), p.id) for p in registered.people])
        seats = registered.seats.get(self.forum_id, ())
        open_seats = [
            s for s in seats if s.valid_to is None or s.valid_to >= self._today or (row and s.id == row.seat_id)
        ]
        vacant_first = sorted(open_seats, key=lambda s: bool(s.holders))
        known = [(f"{seat_words(s)}: {holders_words(s)}", s.id) for s in vacant_first]
        self._seat.offer([("Ny plats", NEW_SEAT), *known, ("Ingen plats", None)])
        self._proposed = NEW_SEAT
        self._for.offer([(f"{seat_words(s)}: {holders_words(s)}", s.id) for s in seats])

    def values(self, row: MembershipRow | None) -> Mapping[str, Any]:
        return {
            "person_id": row.person_id if row else None,
            "role": row.role if row else Role.MEMBER,
            "seat_id": row.seat_id if row else NEW_SEAT,
            "substitutes_for": Chosen(row.substitutes_for if row else ()),
            "valid_from": row.valid_from if row else self._today,
            "valid_to": row.valid_to if row else None,
            "note": row.note if row else "",
        }

    def to_keep(self, values: dict[str, Any]) -> Mapping[str, Any]:
        kept = dict(values)
        chosen: Chosen = kept.get("substitutes_for", Chosen())
        kept["substitutes_for"] = chosen.keys if kept["role"] is Role.SUBSTITUTE else ()
        kept["seat_id"] = kept.get("seat_id") if kept["role"] in ON_A_SEAT else None
        if self.row is None and self.registered is not None:
            kept["forum_id"] = self.forum_id
            kept["position"] = len(self.registered.memberships_of(self.forum_id))
        return kept

    def _send(self, values: dict[str, Any]) -> None:
        if not values["person_id"]:
            refusal = "Välj en person. Den som inte finns läggs till under Personer."
            self.form.refuse(UserError(refusal, where="person_id"))
            return
        super()._send(values)

    def _begin(self, row: MembershipRow | None, *, focus: bool) -> None:
        super()._begin(row, focus=focus)
        self._fit_role()
        self._end.setVisible(row is not None and not self._ended(row))

    def _fit_role(self) -> None:
        role = self._role.chosen()
        self._seat.widget.setVisible(role in ON_A_SEAT)
        self._for.widget.setVisible(role is Role.SUBSTITUTE)

    def _propose_seat(self) -> None:
        """The vacant seat of the person's party or organisation, until another is chosen by hand."""
        if self.registered is None or self.row is not None or self._seat.chosen() != self._proposed:
            return
        try:
            chosen = self._person.read()
        except ValueError:
            return
        person = next((p for p in self.registered.people if p.id == chosen), None)
        vacant = [s for s in self.registered.seats.get(self.forum_id, ()) if not s.holders and s.valid_to is None]
        fits = [s.id for s in vacant if person is not None and _is_for(s, person)]
        self._proposed = fits[0] if fits else NEW_SEAT
        self._seat.show(self._proposed)

    def _ended(self, row: MembershipRow) -> bool:
        return row.valid_to is not None and row.valid_to < self._today

    def _place(self, row: MembershipRow) -> tuple[bool, int, object]:
        first = (Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER, Role.SUBSTITUTE)
        rank = first.index(row.role) if row.role in first else len(first)
        return (self._ended(row), rank, name_sort_key(row.person))

    def _role_cell(self, row: MembershipRow) -> Cell:
        return Cell(ROLES[row.role], row.note)

    def _seat_cell(self, row: MembershipRow) -> Cell:
        if row.substitutes_for:
            names = [self._seats.get(key, "") for key in row.substitutes_for]
            if len(names) > 1:
                return Cell(f"för {len(names)} platser", ", ".join(names))
            return Cell(f"för {names[0]}")
        return Cell(self._seats.get(row.seat_id or "", EMPTY))

    def _period_cell(self, row: MembershipRow) -> Cell:
        ended = self._ended(row)
        return Cell(period_words(row.valid_from, row.valid_to), "avslutat" if ended else "")


def _is_for(seat: SeatRow, person: PersonRow) -> bool:
    if seat.party or person.party:
        return seat.party.casefold() == person.party.casefold()
    return seat.organisation_id is not None and seat.organisation_id == person.organisation_id
