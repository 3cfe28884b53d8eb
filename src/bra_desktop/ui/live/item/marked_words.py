"""Words of the shown item that are marked as confidential: offered by name, and hidden at once where others see."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt

from bra_desktop.domain.confidentiality import grounds_of, has_marked
from bra_desktop.domain.text import TextDocument
from bra_desktop.services.live.minutes import Typed
from bra_desktop.ui.live.item.decision_line import AGREED, DECIDED, DecisionEdit
from bra_desktop.ui.live.item.minutes_card import MinutesCard
from bra_desktop.ui.live.item.text_desk import TextDesk
from bra_desktop.ui.live.presenter import LivePresenter
from bra_desktop.ui.live.saving.savers import Savers, text_key
from bra_desktop.ui.pages import Messages
from bra_desktop.ui.rich_text.edit import RichTextEdit
from bra_desktop.ui.rich_text.passage_ground import GroundDesk, pop_up_grounds
from bra_desktop.ui.rich_text.passage_language import pop_up_languages

NOT_ALONE = "går inte att sekretessmarkera för sig. Märk ärendet i ”Ärendets uppgifter…”."
NOTHING = "Ställ markören i ett ord eller markera flera ord i texten, så kan"


class MarkedWords(QObject):
    """Follows what is saved of the texts: the meeting is read anew when an item has got its first mark or another."""

    def __init__(self, card: MinutesCard, texts: TextDesk, savers: Savers, messages: Messages) -> None:
        super().__init__(card)
        self._editor, self._texts, self._savers, self._messages = card.editor, texts, savers, messages
        self._presenter: LivePresenter | None = None
        GroundDesk(card.editor, self._used).marked.connect(self._marked)
        savers.saved.connect(self._saved)

    def lead(self, presenter: LivePresenter) -> None:
        """Whose meeting it is."""
        self._presenter = presenter

    def ask(self) -> None:
        """The grounds for the selected words, at the caret; of words in an att-sats why there are none."""
        focused = self._editor.window().focusWidget()
        if isinstance(focused, DecisionEdit) and focused.textCursor().hasSelection():
            scene = self._presenter.scene if self._presenter is not None else None
            where = AGREED if scene is not None and scene.notes else DECIDED
            self._messages.refuse(f"Ord i en {where} {NOT_ALONE}")
            return
        self._pop_up(pop_up_grounds, "de sekretessmarkeras")

    def ask_language(self) -> None:
        """The languages for the selected words, at the caret."""
        self._pop_up(pop_up_languages, "språket väljas")

    def _pop_up(self, show: Callable[[RichTextEdit], bool], may: str) -> None:
        self._editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not show(self._editor):
            self._messages.refuse(f"{NOTHING} {may}.")

    def _used(self) -> tuple[str, ...]:
        """Of what may be seen now: the ground of an item that is hidden is hidden, too."""
        scene = self._presenter.scene if self._presenter is not None else None
        return grounds_of(scene.content) if scene is not None else ()

    def _marked(self) -> None:
        self._savers.flush(text_key(self._texts.shown))

    def _saved(self, key: str, answer: object) -> None:
        scene = self._presenter.scene if self._presenter is not None else None
        keeper = self._savers.keepers.get(key.removeprefix(text_key("")))
        if self._presenter is None or scene is None or keeper is None or not isinstance(answer, Typed):
            return
        known = [item.text for item in scene.view.content.items if text_key(item.key) == key]
        if any(_marks(text) != _marks(keeper.stored) for text in known):
            self._presenter.saved()


def _marks(text: TextDocument) -> tuple[bool, tuple[str, ...]]:
    return has_marked(text), grounds_of(text)
