"""A § that is locked for good in the meeting: what is missing is said first, all of it, and then it is asked about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject

from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.numbering import in_sentence
from bra_desktop.ui.live.parts import LiveParts
from bra_desktop.ui.live.presenter import LivePresenter
from bra_desktop.ui.pages import PageContext


class Asking(Protocol):
    """What the desk needs of the acts."""

    ask_lock: Callable[[str], bool]
    """Puts the question that it is given, and answers whether the § is to be locked."""
    tell_lock: Callable[[], bool]
    """Whether it is locked already; then that has been said."""


class LockDesk(QObject):
    """Asks through the acts. It goes with the item's pane, and with it what it has been told of."""

    def __init__(self, parts: LiveParts, presenter: LivePresenter, context: PageContext, acts: Asking) -> None:
        super().__init__(parts.item)
        self._parts, self._presenter, self._context, self._acts = parts, presenter, context, acts
        self._refused: tuple[str, str] | None = None
        self._said = frozenset[str]()
        self._saying = False
        context.operations.refused.connect(self._something_else)
        context.operations.changed.connect(self._follow)
        parts.savers.saved.connect(self._follow)

    def lock(self) -> None:
        """Reads what is missing when all that was typed is on the disk."""
        if self._acts.tell_lock():
            return
        self._parts.texts.settle()
        self._parts.savers.flush()
        scene = self._presenter.scene
        if scene is not None:
            self._presenter.ask_lock(scene.shown, lambda refusal: self._answered(scene.shown, refusal))

    def _follow(self, *_what: object) -> None:
        """Something was changed: what was missing and is there now is no longer said, where it still is."""
        if self._refused is not None and self._said.isdisjoint(self._context.messages.words()):
            self._refused = None
        elif self._refused is not None:
            item = self._refused[0]
            self._presenter.ask_lock(item, lambda refusal: self._mended(item, refusal))

    def _answered(self, item: str, refusal: RuleBroken | None) -> None:
        scene = self._presenter.scene
        if refusal is not None:
            self._refuse(item, refusal)
        elif scene is not None and scene.shown == item:
            self._context.messages.written()
            self._refused = None
            if self._acts.ask_lock(f"Justera {in_sentence(scene.content.forum, scene.item)} omedelbart?"):
                self._presenter.adjust_now()

    def _mended(self, item: str, refusal: RuleBroken | None) -> None:
        if self._refused is None or self._refused[0] != item:
            return
        if refusal is None:
            self._refused = None
            self._context.messages.written()
        elif refusal.text != self._refused[1]:
            self._refuse(item, refusal)

    def _refuse(self, item: str, refusal: RuleBroken) -> None:
        before = self._context.messages.words()
        self._saying = True
        self._context.operations.refused.emit(refusal)
        self._saying = False
        self._refused = item, refusal.text
        self._said = frozenset(self._context.messages.words()).difference(before) or self._said

    def _something_else(self, _error: object) -> None:
        """What is said now is another refusal, which is not ours to take away."""
        if not self._saying:
            self._refused = None
