"""Everything that is being typed, each thing with an autosave of its own, until it is on the disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from bra_desktop.domain.text import TextDocument
from bra_desktop.ui.autosave import Autosave, Write
from bra_desktop.ui.live.saving.keepers import Decided, DecisionKeeper, TextKeeper, TypedDecision
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.save_schedule import ALL_SAVED

Snapshot = Callable[[], Write]


def text_key(item: str) -> str:
    """The key of an item's text."""
    return f"text/{item}"


class Savers(QObject):
    """Belongs to the road to the database, not to the page: what could not be saved is tried again after the page
    has gone, and a page that is built anew finds it here.

    told: the words for the status line, and whether anything is failing. saved: the key and what the call answered.
    texts and keepers: the texts of items as they were last written here, and what saves them, by item.
    decisions: the att-satser that were typed and are not on the disk as they stand, by key.
    """

    told = Signal(str, bool)
    saved = Signal(str, object)
    refused = Signal(object)

    def __init__(self, operations: Operations, clock: Callable[[], datetime]) -> None:
        super().__init__(operations)
        self._clock, self._operations = clock, operations
        self._runner = operations.for_page(self)
        operations.long_write.connect(self.flush)
        self._all: dict[str, Autosave] = {}
        self._snapshots: dict[str, Snapshot] = {}
        self._said = ALL_SAVED
        self.texts: dict[str, TextDocument] = {}
        self.keepers: dict[str, TextKeeper] = {}
        self.decisions: dict[str, TypedDecision] = {}

    @classmethod
    def of(cls, operations: Operations, clock: Callable[[], datetime]) -> Savers:
        """The one that belongs to the road."""
        found = operations.findChild(cls)
        return found if isinstance(found, cls) else cls(operations, clock)

    def typed(self, key: str, snapshot: Snapshot) -> None:
        """Something was typed under that key; snapshot takes what stands there when the save begins."""
        self._snapshots[key] = snapshot
        self._autosave(key).touched()

    def forget_saved_texts(self) -> None:
        """The disk knows best about every text but those that it hasn't got yet."""
        for item in [item for item in self.keepers if self.clean(text_key(item))]:
            self.keepers.pop(item)
            self.texts.pop(item, None)

    def settle(self, key: str, snapshot: Snapshot) -> None:
        """Another snapshot for what is unsaved: the text is leaving the screen."""
        if key in self._snapshots:
            self._snapshots[key] = snapshot

    def flush(self, key: str = "") -> None:
        """Begins to save at once what is unsaved: one thing, or everything."""
        for name, autosave in self._all.items():
            if not key or name == key:
                autosave.flush()

    def clean(self, key: str = "") -> bool:
        """Whether that, or everything, is on the disk."""
        return all(autosave.clean() for name, autosave in self._all.items() if not key or name == key)

    def failing(self) -> bool:
        return any(autosave.failing() for autosave in self._all.values())

    def words(self) -> str:
        """What the status line says: Sparat 10.47.12, or what is being done about it."""
        failing = next((a.words() for a in self._all.values() if a.failing()), "")
        waiting = "" if self.clean() else "Sparar…"
        return failing or waiting or self._said

    def trouble(self) -> str:
        """What the disk says, as a sentence; empty when nothing fails or nobody knows."""
        return next(filter(None, (autosave.trouble() for autosave in self._all.values())), "")

    def unsaved_texts(self) -> dict[str, TextDocument]:
        """The texts of items that are not on the disk, as they were when another item was shown."""
        return {item: text for item, text in self.texts.items() if not self.clean(text_key(item))}

    def unsaved_decisions(self, item: str) -> dict[str, TypedDecision]:
        """The att-satser of that item that have words and are not on the disk as they stand, by key."""
        typed = {key: one for key, one in self.decisions.items() if one.item == item and one.words.strip()}
        return {key: one for key, one in typed.items() if not self.clean(key)}

    def arranged(self, lines: Iterable[tuple[str, DecisionKeeper]]) -> None:
        """Att-satser of an item stand on the screen in that order, each with its key and what saves it: so they stand
        on the disk too, whichever gets there first.
        """
        before: tuple[DecisionKeeper, ...] = ()
        for place, (key, keeper) in enumerate(lines):
            keeper.before, before = before, (*before, keeper)
            if key in self.decisions:
                self.decisions[key] = replace(self.decisions[key], place=place)

    def _autosave(self, key: str) -> Autosave:
        if key not in self._all:
            made = Autosave(self._runner, lambda: self._snapshots[key](), self._clock, self)
            made.told.connect(lambda words, _failing: self._tell(words))
            made.saved.connect(lambda answer: self._saved(key, answer))
            made.refused.connect(self.refused)
            made.crashed.connect(self._operations.crashed)
            self._all[key] = made
        return self._all[key]

    def _saved(self, key: str, answer: object) -> None:
        if self.clean(key):
            self.decisions.pop(key, None)
        elif isinstance(answer, Decided) and key in self.decisions:
            self.decisions[key] = replace(self.decisions[key], saved_id=answer.id)
        self.saved.emit(key, answer)

    def _tell(self, words: str) -> None:
        if words.startswith("Sparat"):
            self._said = words
        self.told.emit(self.words(), self.failing())
