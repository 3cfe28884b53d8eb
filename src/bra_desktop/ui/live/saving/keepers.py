"""What is typed, on its way to the disk. Made on the window's thread, then used by the writer thread alone.

All writes go through one thread in the order of their lane, so the revision that a keeper has seen last is the
newest when its next write runs, and two writes of the same text never change places.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bra_desktop.domain.kinds import DecisionKind
from bra_desktop.domain.text import TextDocument
from bra_desktop.services.live import decisions, minutes
from bra_desktop.services.live.minutes import Typed
from bra_desktop.services.office import Office
from bra_desktop.ui.live.wording import kind_of_words


class TextKeeper:
    """The text of one item."""

    def __init__(self, office: Office, item_id: str, stored: TextDocument, revision: int | None) -> None:
        self._office, self._item_id = office, item_id
        self._stored, self._revision = stored, revision

    @property
    def stored(self) -> TextDocument:
        """The text as it was last written."""
        return self._stored

    def write(self, text: TextDocument) -> Callable[[], Typed]:
        """The call that saves the text."""

        def save() -> Typed:
            saved = minutes.save_typed(self._office, self._item_id, text, self._stored, self._revision)
            self._stored, self._revision = text, saved.revision
            return saved

        return save


@dataclass(frozen=True)
class Decided:
    """An att-sats as it was written to the disk; no id when there was nothing to write."""

    id: str
    item: str
    text: str
    kind: DecisionKind


class DecisionKeeper:
    """One att-sats: added by the first write that has words, changed by the later ones.

    before: those that stand before it on the screen, on the disk or not; None for all there are. The window's thread
    sets it, and what is begun then goes by it.
    """

    before: tuple[DecisionKeeper, ...] | None = None

    def __init__(
        self,
        office: Office,
        item_id: str,
        decision_id: str = "",
        kind: DecisionKind = DecisionKind.OTHER,
        chosen: bool = False,
    ) -> None:
        """chosen: the kind has been said, so the words don't say it."""
        self._office, self._item_id = office, item_id
        self._decision_id, self._kind, self._removed = decision_id, kind, False
        self._chosen, self._read = chosen, DecisionKind.OTHER

    def write(self, text: str) -> Callable[[], Decided]:
        """The call that saves the words. Empty words leave what is there as it is."""
        before = self.before

        def save() -> Decided:
            written = bool(text.strip()) and not self._removed
            if written:
                self._save(text, before)
            known = self._decision_id if written else ""
            return Decided(known, self._item_id, decisions.without_att(text), self._kind)

        return save

    def choose(self, text: str, kind: DecisionKind, until: date | None) -> str:
        """Keeps what somebody has chosen that the att-sats does; from then on its words don't say so. Answers its id.

        Called on the writer thread.
        """
        self._kind, self._chosen = kind, True
        if self._removed:
            return ""
        if self._decision_id:
            decisions.change_decision(self._office, self._decision_id, text, kind, until)
        else:
            self._decision_id = decisions.add_decision(
                self._office, self._item_id, text, kind, until, place=_place_after(self.before)
            )
        return self._decision_id

    def remove(self) -> None:
        """Takes it away. Called on the writer thread."""
        self._removed = True
        if self._decision_id:
            decisions.remove_decision(self._office, self._decision_id)

    def move(self) -> Callable[[], None]:
        """The call that moves it to where it stands on the screen now."""
        before = self.before

        def move() -> None:
            place = _place_after(before)
            if self.on_disk() and place is not None:
                decisions.move_decision(self._office, self._decision_id, place)

        return move

    def on_disk(self) -> bool:
        """Asked on the writer thread."""
        return bool(self._decision_id) and not self._removed

    def _save(self, text: str, before: tuple[DecisionKeeper, ...] | None) -> None:
        read = kind_of_words(text)
        by_words = self._kind is self._read  # words that were half written say nothing when they go on otherwise
        another = not self._chosen and read is not self._kind and (read is not DecisionKind.OTHER or by_words)
        if another:
            self._kind = self._read = read
        if self._decision_id:
            decisions.change_decision(self._office, self._decision_id, text, self._kind if another else None)
        else:
            place = _place_after(before)
            self._decision_id = decisions.add_decision(self._office, self._item_id, text, self._kind, place=place)


def _place_after(before: tuple[DecisionKeeper, ...] | None) -> int | None:
    """The place from 0 on the disk: those that a full disk hasn't taken yet, or that are gone from it, don't count."""
    return None if before is None else sum(keeper.on_disk() for keeper in before)


@dataclass(frozen=True)
class TypedDecision:
    """An att-sats as it was typed last, with what saves it. place: from 0 among its item's. saved_id: none for one that
    has never been on the disk.
    """

    item: str
    keeper: DecisionKeeper
    words: str
    place: int
    saved_id: str
