"""Seats of a forum: for whom each is, who holds it today, and who may serve it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bra_desktop.domain.register import Seat
from bra_desktop.domain.swedish import EMPTY, plural
from bra_desktop.services.reading import SeatRow
from bra_desktop.ui.layouts import STRETCH, box
from bra_desktop.ui.layouts import row as in_row
from bra_desktop.ui.memory import Memory
from bra_desktop.ui.register.presenter import Registered, RegisterPresenter
from bra_desktop.ui.register.section import Section, SectionWords
from bra_desktop.ui.register.words import holders_words, period_words, seat_words
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.entries import ChoiceEntry, DateEntry, NumberEntry, TextEntry
from bra_desktop.ui.widgets.filter_table import FilterTable
from bra_desktop.ui.widgets.form_pane import FormPane
from bra_desktop.ui.widgets.rows_model import Cell, Column

PART = "register.seats"


class SeatsSection(Section[SeatRow]):
    """Those of one forum, in the order of the attendance list."""

    kind = Seat
    words = SectionWords(
        new="Ny plats",
        save="Spara plats",
        added="Platsen är tillagd.",
        changed="Platsen är ändrad.",
        removed="Platsen är borttagen.",
        empty="Inga platser i forumet än",
        about="En plats finns för en organisation eller ett parti. Beslutsförheten räknas på platserna.",
        icon="users",
    )

    def __init__(self, theme: Theme, presenter: RegisterPresenter, memory: Memory) -> None:
        self.forum_id = ""
        self._substitutes: dict[str, str] = {}
        table = FilterTable[SeatRow](
            theme, PART, "Platser",
            (
                Column("position", "Nr", lambda s: Cell(str(s.position)), 52, right=True, order=lambda s: s.position),
                Column("for", "För", lambda s: Cell(seat_words(s), s.party if s.label else "")),
                Column("holders", "Innehas av", _holders, 240),
                Column(
                    "substitutes", "Ersättare", lambda s: Cell(self._substitutes.get(s.id, EMPTY)), 220, drop=1
                ),
                Column(
                    "period", "Tid", self._period, 180,
                    order=lambda s: s.valid_from or date.min, drop=2,
                ),
            ),
            lambda s: s.id, memory,
        )  # fmt: skip
        part = f"{PART}_form"
        self._organisation = ChoiceEntry(theme, part, "organisation_id", "Organisation (frivilligt)", search=True)
        self._end = Button(
            theme, "register.end_seat", "Avsluta i dag", "plain", "calendar-clock",
            "Gör i dag till sista dag. Möten som har varit behåller platsen",
        )  # fmt: skip
        entries = (
            self._organisation,
            TextEntry(theme, part, "party", "Parti (frivilligt)"),
            TextEntry(theme, part, "label", "Platsens namn (frivilligt)", "t.ex. Näringslivets plats"),
            NumberEntry(theme, part, "position", "Nummer i listan", least=1),
            DateEntry(theme, part, "valid_from", "Första dag (frivilligt)"),
            DateEntry(theme, part, "valid_to", "Sista dag (frivilligt)", places=("period",)),
        )
        below = box(in_row(theme, self._end, STRETCH))
        super().__init__(theme, PART, presenter, table, FormPane(theme, part, entries, below=(below,)))
        self._end.clicked.connect(self.end_today)
        table.set_counted(lambda n: f"{plural(n, 'plats', 'platser', none='Inga')} visas")
        table.add_pill("vacant", "Vakanta", lambda s: not s.holders and not self._ended(s))
        table.add_pill("ended", "Avslutade", self._ended)

    def rows(self, registered: Registered) -> Sequence[SeatRow]:
        self._substitutes = {}
        for m in registered.memberships_of(self.forum_id):
            for key in m.substitutes_for if registered.in_force(m) else ():
                self._substitutes[key] = ", ".join(filter(None, (self._substitutes.get(key, ""), m.person)))
        return sorted(registered.seats.get(self.forum_id, ()), key=lambda s: (self._ended(s), s.position))

    def _begin(self, row: SeatRow | None, *, focus: bool) -> None:
        super()._begin(row, focus=focus)
        self._end.setVisible(row is not None and not self._ended(row))

    def _period(self, seat: SeatRow) -> Cell:
        return Cell(period_words(seat.valid_from, seat.valid_to), "avslutad" if self._ended(seat) else "")

    def _ended(self, seat: SeatRow) -> bool:
        today = self.registered.today if self.registered else date.min
        return seat.valid_to is not None and seat.valid_to < today

    def title(self, row: SeatRow) -> str:
        return f"Plats {row.position}: {seat_words(row)}"

    def offer(self, registered: Registered, row: SeatRow | None) -> None:
        self._organisation.offer([(o.name, o.id) for o in registered.organisations])

    def values(self, row: SeatRow | None) -> Mapping[str, Any]:
        names = ("organisation_id", "party", "label", "valid_from", "valid_to")
        values: dict[str, Any] = {name: getattr(row, name) if row else None for name in names}
        known = self.registered.seats.get(self.forum_id, ()) if self.registered else ()
        values["position"] = row.position if row else max((s.position for s in known), default=0) + 1
        return values

    def to_keep(self, values: dict[str, Any]) -> Mapping[str, Any]:
        return {**values, "forum_id": self.forum_id} if self.row is None else values


def _holders(seat: SeatRow) -> Cell:
    return Cell(holders_words(seat), tone="text" if seat.holders else "attention")
