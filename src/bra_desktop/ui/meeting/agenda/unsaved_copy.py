"""A copy of what is typed in an item's pane, in a file of the user's choice: for when the disk won't take it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.text import plain_text
from bra_desktop.ui.autosave import Autosave
from bra_desktop.ui.handing_out import write_out
from bra_desktop.ui.meeting.agenda.item_fields import ItemFields
from bra_desktop.ui.pages import PageContext
from bra_desktop.ui.save_schedule import OFFER
from bra_desktop.ui.widgets.file_choice import TEXT, file_to_save


class UnsavedCopy:
    """`choose_place` is the box that asks where the copy goes."""

    def __init__(self, pane: QWidget, context: PageContext, fields: ItemFields, autosave: Autosave) -> None:
        self._context, self._fields, self._autosave = context, fields, autosave
        self.choose_place: Callable[[str], Path | None] = lambda name: file_to_save(pane, "Spara en kopia", name, TEXT)
        autosave.told.connect(self._told)

    def save(self) -> None:
        """What stands in the pane now, in words."""
        number = self._fields.number.text().strip()
        place = self.choose_place(f"Punkt {number}.txt" if number else "Punkten.txt")
        if place is None:
            return
        try:
            write_out(place, "\n\n".join(self._words()).encode("utf-8"))
        except UserError as error:
            self._context.messages.refuse(error.text, OFFER, self.save)
        else:
            self._context.messages.finished(f"En kopia är sparad i {place.name}.")

    def _told(self, words: str, failing: bool) -> None:
        self._context.told_saved(words, failing)
        if failing:
            said = words.replace(f" {OFFER}", "")
            trouble = self._autosave.trouble()
            why = trouble if trouble and trouble not in said else ""
            self._context.messages.saving(" ".join(filter(None, (said, why))), True, OFFER, self.save)

    def _words(self) -> list[str]:
        fields = self._fields
        told = (("Dnr", fields.dnr), ("Avsnitt", fields.group), ("Minuter", fields.minutes))
        proposals = [f"att {one.text}" for one in fields.proposals.proposals()]
        words = [
            " ".join(filter(None, (fields.number.text().strip(), fields.title.text().strip()))),
            *(f"{name}: {edit.text().strip()}" for name, edit in told if edit.text().strip()),
            plain_text(fields.text()),
            *(["Förslag till beslut", *proposals] if proposals else []),
        ]
        secret = fields.secret.text().strip()
        return [one for one in (*words, f"Sekretessmarkering: {secret}" if secret else "") if one]
