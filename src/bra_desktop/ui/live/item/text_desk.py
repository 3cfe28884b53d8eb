"""The texts of a meeting's items while they are written: which one is shown, and what of them is unsaved."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from bra_desktop.domain.text import TextDocument
from bra_desktop.services.live.minutes import Typed
from bra_desktop.services.office import Office
from bra_desktop.ui.live.item.minutes_card import MinutesCard
from bra_desktop.ui.live.saving.keepers import TextKeeper
from bra_desktop.ui.live.saving.savers import Savers, text_key
from bra_desktop.ui.live.scene import Scene
from bra_desktop.ui.memory import Memory

CARET = "live.caret"
CARET_AFTER = 400
"""Milliseconds from the first move of the caret until its place is remembered, as with words."""


class TextDesk:
    """What has been typed here is always newer than what was read from the disk.

    withheld: something else stands on the screen in its place.
    """

    def __init__(self, office: Office, card: MinutesCard, savers: Savers, memory: Memory) -> None:
        self._office, self._card, self._savers, self._memory = office, card, savers, memory
        self._texts, self._keepers = savers.texts, savers.keepers
        self._revisions: dict[str, int] = {}
        self.shown = ""
        self.withheld = False
        self._written_over, self._fresh = "", False
        self._place: int | None = None
        self._other_places: dict[str, int] = {}
        self._left_at: dict[str, int] = {}
        self._caret_due = QTimer(card)
        self._caret_due.setSingleShot(True)
        self._caret_due.setInterval(CARET_AFTER)
        self._caret_due.timeout.connect(self.remember_place)
        card.editor.cursorPositionChanged.connect(self._caret_moved)
        card.editor.edited.connect(self._typed)
        card.left.connect(lambda: self._savers.flush(text_key(self.shown)))

    def forget(self) -> None:
        """The disk knows best."""
        self.withheld = False
        self._savers.forget_saved_texts()
        self._revisions.clear()
        self.shown, self._written_over, self._fresh, self._place = "", "", False, None

    def come_back(self) -> None:
        """The page is entered anew. What was written in the text that was shown can be undone where it still stands."""
        left = "" if self.withheld else self.shown or self._written_over
        self.forget()
        self._written_over = left

    def read_anew(self, *, fresh: bool, moved: int = 0) -> None:
        """The shown text is being written over, by something that can be undone. fresh: not by undoing that.

        moved: by how much the caret has other words before it then. What is undone gives it back its place.
        """
        left, place = ("" if self.withheld else self.shown) or self._written_over, self._place
        if self.shown and left:
            before = self._card.place()
            place = before + moved if fresh else self._other_places.get(left, before)
            self._other_places[left] = before
        self.forget()
        self._written_over, self._fresh, self._place = left, fresh, place

    def show(self, scene: Scene) -> bool:
        """Another item: the old one's text is taken and saved at once, the new one's is there without waiting.

        Tells whether what was written in it before it was left can be undone.
        """
        self.settle()
        left, fresh = self.shown or self._written_over, self._fresh
        again = self._place if left == scene.shown else None
        self._written_over, self._fresh, self._place = "", False, None
        if left and not self.withheld:
            if left == self.shown:
                self._left_at[left] = self._card.place()
            self._card.kept.leave(left)
        key, item = scene.shown, scene.item
        kept, _, place = self._memory.recall(CARET).partition(":")
        self.shown, self.withheld = key, scene.withheld
        if self.withheld:  # what stands there instead is never taken for the text
            self._card.show_text(item.text, item.basis, locked=True)
            return False
        if key not in self._keepers:
            self._keepers[key] = TextKeeper(self._office, key, item.text, scene.view.revisions.get(key))
        text, locked = self._texts.get(key, item.text), bool(scene.locked)
        back = self._card.show_text(text, item.basis, locked=locked, key=key, fresh=fresh)
        last = self._card.editor.document().characterCount()
        known = int(place) if kept == key and place.isdecimal() else self._left_at.get(key, last)
        self._card.set_place(known if again is None else again)
        return back

    def remember_place(self) -> None:
        """The shown item and the caret's place in it are known to the next start, however this one ends."""
        self._caret_due.stop()
        if self.shown and not self.withheld:
            self._memory.jot(CARET, f"{self.shown}:{self._card.place()}")

    def last_item(self) -> str:
        """The item that was shown last on this computer."""
        return self._memory.recall(CARET).partition(":")[0]

    def settle(self) -> None:
        """What is unsaved of the shown text is taken now and saved at once; the caret's place is remembered."""
        if self._caret_due.isActive():
            self.remember_place()
        keeper = self._keepers.get(self.shown)
        if keeper is None or self.withheld:
            return
        key = text_key(self.shown)
        if self._savers.clean(key) and self.shown not in self._revisions:
            return
        text = self._card.editor.text()
        self._texts[self.shown] = text
        self._savers.settle(key, lambda: keeper.write(text))
        self._savers.flush(key)

    def saved(self, key: str, answer: Typed) -> None:
        self._revisions[key.removeprefix("text/")] = answer.revision

    def written(self, scene: Scene) -> TextDocument:
        """The shown text as it was last written here, else as it was read."""
        keeper = self._keepers.get(scene.shown)
        return keeper.stored if keeper is not None and not scene.withheld else scene.item.text

    def revision(self, scene: Scene) -> int:
        """How many times the shown item has been written, as far as is known."""
        return max(self._revisions.get(scene.shown, 0), scene.view.revisions.get(scene.shown, 0))

    def keeper(self, item: str) -> TextKeeper:
        """What saves an item's text. Raises KeyError for one that has not been shown."""
        return self._keepers[item]

    def _caret_moved(self) -> None:
        if not self._caret_due.isActive():
            self._caret_due.start()

    def _typed(self) -> None:
        keeper, editor = self._keepers.get(self.shown), self._card.editor
        if keeper is not None and not self.withheld:
            self._savers.typed(text_key(self.shown), lambda: keeper.write(editor.text()))
