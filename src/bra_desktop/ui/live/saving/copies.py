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

ELSEWHERE = "Ärende som inte finns på mötets dagordning"
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
        """Text and decisions of the shown item and the form that is open, as they stand here now, and of other items
        the texts and decisions that are not saved.
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
        words += self._unsaved_elsewhere(scene)
        try:
            write_out(place, "\n\n".join(words).encode("utf-8"))
        except UserError as error:
            self._messages.refuse(error.text, OFFER, lambda: self.save(scene))
        else:
            self._messages.finished(f"En kopia är sparad i {place.name}.")

    def _unsaved_elsewhere(self, scene: Scene) -> list[str]:
        """Below the words for its item each, in the order of the agenda; last what is of no item in it."""
        texts, words = self._savers.unsaved_texts(), list[str]()
        agenda = [item.key for item in scene.content.items]
        typed = [*texts, *(one.item for one in self._savers.decisions.values())]
        for key in dict.fromkeys([*agenda, *typed]):
            decided = sorted(self._savers.unsaved_decisions(key).values(), key=lambda one: one.place)
            if (key == scene.shown and not scene.withheld) or not (decided or key in texts):
                continue
            other = scene.at_item(key)
            words.append(f"{other.item_words()} {other.item.title}" if key in agenda else ELSEWHERE)
            words += [plain_text(texts[key])] if key in texts else []
            words += [f"att {one.words}" for one in decided]
        return words
