"""A copy of what stands in the window, in a file of the user's choice: for when the disk won't take it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.text import plain_text
from bra_desktop.ui.handing_out import write_out
from bra_desktop.ui.live.forms.form_draft import spoken
from bra_desktop.ui.live.forms.form_panel import FormPanel
from bra_desktop.ui.live.item.decision_box import DecisionBox
from bra_desktop.ui.live.item.minutes_card import MinutesCard
from bra_desktop.ui.live.saving.savers import Savers
from bra_desktop.ui.live.scene import Scene
from bra_desktop.ui.pages import Messages
from bra_desktop.ui.save_schedule import OFFER, TRYING
from bra_desktop.ui.widgets.file_choice import TEXT, file_to_save

KEPT = "Texten finns kvar här, och programmet försöker hela tiden."


class Copies:
    """`choose_place` is the box that asks where the copy goes."""

    def __init__(
        self,
        parent: QWidget,
        card: MinutesCard,
        decisions: DecisionBox,
        form: FormPanel,
        savers: Savers,
        messages: Messages,
    ) -> None:
        self._form = form
        self._card, self._decisions, self._savers, self._messages = card, decisions, savers, messages
        self.choose_place: Callable[[str], Path | None] = lambda name: file_to_save(
            parent, "Spara en kopia", name, TEXT
        )

    def told(self, words: str, failing: bool, scene: Scene | None) -> None:
        """What the saving says of itself; as long as it fails a copy is offered, from the first time on."""
        if failing:
            self._messages.saving(self._why(words.replace(f" {OFFER}", "")), True, OFFER, lambda: self.save(scene))

    def _why(self, words: str) -> str:
        trouble = self._savers.trouble().replace(" och försök igen", "")
        if not trouble or trouble in words:
            return words
        return " ".join(filter(None, ("" if words == TRYING else words, trouble, KEPT)))

    def save(self, scene: Scene | None) -> None:
        """Text and decisions of the shown item and the form that is open, as they stand here now, and texts of others
        that are not saved.
        """
        if scene is None:
            return
        what = scene.item_words()
        place = self.choose_place(f"{scene.content.ref} {what}.txt".replace("\u00a0", " "))
        if place is None:
            return
        decided = [f"att {line.edit.words()}" for line in self._decisions.lines if line.edit.words().strip()]
        form = self._form.form()
        typed = (form.title, *spoken(form, self._form.values())) if form is not None else ()
        words = [f"{what} {scene.item.title}", plain_text(self._card.editor.text()), *decided, *typed]
        for item, text in self._savers.unsaved_texts().items():
            if item != scene.shown:
                other = scene.at_item(item)
                words += [f"{other.item_words()} {other.item.title}", plain_text(text)]
        try:
            write_out(place, "\n\n".join(words).encode("utf-8"))
        except UserError as error:
            self._messages.refuse(error.text, OFFER, lambda: self.save(scene))
        else:
            self._messages.finished(f"En kopia är sparad i {place.name}.")
