"""The forms of Åtgärder: an organisation's answer, and the action itself."""

from __future__ import annotations

from datetime import date
from typing import Any

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import ACTION_STATUS_WORDS, ActionStatus
from bra_desktop.domain.swedish import capital_first, sort_key
from bra_desktop.domain.swedish_dates import long_date
from bra_desktop.ui.actions.lines import ActionLine
from bra_desktop.ui.actions.presenter import Listed, due_of
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.entries import CheckEntry, ChoiceEntry, LongEntry, TextEntry, told_when
from bra_desktop.ui.widgets.form_pane import FormPane
from bra_desktop.ui.widgets.labels import label
from bra_desktop.ui.widgets.several_entry import Chosen, SeveralEntry

STATUSES = [(capital_first(ACTION_STATUS_WORDS[status]), status) for status in ActionStatus]
DUE_HELP = "Datum eller ord: 31/1, nästa möte, om två veckor."


class DueEntry(TextEntry):
    """A day in words; what it means is said below as soon as it is understood."""

    def __init__(self, theme: Theme, part: str, name: str, words: str) -> None:
        super().__init__(theme, part, name, words, "t.ex. 31/1 eller nästa möte", DUE_HELP, places=("datum",))
        self.today = date.min
        self.coming: date | None = None
        self._meaning = label("", "caption", wrap=True)
        layout = self.field.layout()
        if layout is not None:
            layout.addWidget(self._meaning)
        self.edit.textChanged.connect(self._told)

    def based_on(self, today: date, coming: date | None) -> None:
        """What the words are counted from, and the day of "nästa möte"."""
        self.today, self.coming = today, coming

    def _told(self, text: str) -> None:
        try:
            day = due_of(text, self.today, self.coming, None) if self.today > date.min else None
        except UserError:
            day = None
        if self.field.error():
            self.field.set_error("")
        self._meaning.setText(f"Det blir {long_date(day)}." if day else "")
        self._meaning.setVisible(day is not None)


class AnswerForm(FormPane):
    """What one organisation has answered. What it has answered before stands there when it is chosen."""

    def __init__(self, theme: Theme) -> None:
        part = "actions.answer_form"
        self._who = ChoiceEntry(theme, part, "organisation", "Svar från")
        self._status = ChoiceEntry(theme, part, "status", "Läge", STATUSES)
        self._comment = LongEntry(theme, part, "comment", "Kommentar (frivilligt)", lines=4)
        self._due = DueEntry(theme, part, "new_due", "Nytt datum (frivilligt)")
        self._due.places = (*self._due.places, "due")
        self._about = label("", "muted", wrap=True)
        super().__init__(
            theme,
            part,
            (self._who, self._status, self._comment, self._due),
            "Spara svar",
            above=(self._about,),
        )
        self._line: ActionLine | None = None
        told_when(self._who, self._fill)

    def begin_for(self, line: ActionLine, listed: Listed) -> None:
        coming, names = listed.coming(line), listed.names()
        asked = line.row.responsible or tuple(sorted(line.responsible, key=lambda k: sort_key(names.get(k, ""))))
        given = {answer.organisation_id for answer in line.row.answers}
        self._line = line
        self._due.based_on(listed.today, coming.day if coming else None)
        self._who.offer([(f"{names[k]} (har svarat)" if k in given else names[k], k) for k in asked if k in names])
        first = next((k for k in asked if k not in given and k in names), asked[0] if asked else None)
        self.begin("Skriv in svar", {"organisation": first, **_said_by(line, first)})
        self._about.setText(f"Gäller: {line.text}")

    def _fill(self) -> None:
        if self._line is not None:
            said = _said_by(self._line, self._who.chosen())
            for entry in (self._status, self._comment, self._due):
                entry.show(said[entry.name])


def _said_by(line: ActionLine, organisation: str | None) -> dict[str, Any]:
    """What the organisation has answered before, as the form has it."""
    kept = next((answer for answer in line.row.answers if answer.organisation_id == organisation), None)
    return {
        "status": kept.status if kept else ActionStatus.ONGOING,
        "comment": kept.comment if kept else "",
        "new_due": kept.new_due.isoformat() if kept and kept.new_due else "",
    }


class ActionForm(FormPane):
    """A new action, or one that is changed."""

    def __init__(self, theme: Theme) -> None:
        part = "actions.form"
        self._responsible = SeveralEntry(theme, part, "responsible", "Ansvariga", with_lead=True)
        self._contact = ChoiceEntry(theme, part, "contact_id", "Kontakt (frivilligt)", search=True)
        self._due = DueEntry(theme, part, "due", "Senast")
        self._focus = ChoiceEntry(theme, part, "focus_area", "Fokusområde (frivilligt)", search=True, free=True)
        field = self._focus.combo.lineEdit()
        if field is not None:
            field.setPlaceholderText("t.ex. Trygg station")
        super().__init__(
            theme, part,
            (
                LongEntry(theme, part, "text", "Åtgärd", "t.ex. Byt armaturer i gångtunneln", places=("åtgärd",)),
                self._responsible,
                CheckEntry(theme, part, "everybody", "Alla som får ark är ansvariga"),
                self._contact, self._due,
                ChoiceEntry(theme, part, "status", "Läge", STATUSES),
                TextEntry(theme, part, "goal", "Mål (frivilligt)", "t.ex. högst 5 larm i månaden"),
                self._focus,
                LongEntry(theme, part, "note", "Anteckning (frivilligt)", lines=2),
            ),
        )  # fmt: skip

    def begin_for(self, line: ActionLine | None, listed: Listed) -> None:
        """None begins a new one."""
        coming = listed.coming(line) if line else None
        self._due.based_on(listed.today, coming.day if coming else None)
        self._responsible.offer([(o.name, o.id) for o in listed.organisations])
        self._contact.offer([(", ".join(filter(None, (p.name, p.title))), p.id) for p in listed.people])
        areas = sorted({x.row.focus_area for x in listed.lines if x.row.focus_area}, key=sort_key)
        self._focus.offer([(area, area) for area in areas])
        row = line.row if line else None
        self.begin(
            "Ändra åtgärden" if row else "Ny åtgärd",
            {
                "text": row.text if row else "",
                "responsible": Chosen(row.responsible, row.lead_id) if row else Chosen(),
                "everybody": row.everybody if row else False,
                "contact_id": row.contact_id if row else None,
                "due": row.due.isoformat() if row and row.due else "",
                "status": row.status if row else ActionStatus.NOT_STARTED,
                "goal": row.goal if row else "",
                "focus_area": row.focus_area if row else "",
                "note": row.note if row else "",
            },
            removable=row is not None,
        )

    def read(self) -> dict[str, Any] | None:
        values = super().read()
        if values is not None:
            chosen = values["responsible"]
            values["responsible"], values["lead_id"] = chosen.keys, chosen.lead
        return values
