"""Avsluta mötet: asks what is missing, leads to each place, and hands on what was not dealt with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from bra_desktop.domain.errors import Missing
from bra_desktop.services.live.left_open import LeftOpen
from bra_desktop.services.preparing import carrying
from bra_desktop.services.preparing.carrying import Unreached
from bra_desktop.ui.live.closing.closing_lines import ClosingList, carried_words, closing_list, unsent_words
from bra_desktop.ui.live.closing.leading import Leading
from bra_desktop.ui.live.duties import missing_officer
from bra_desktop.ui.live.parts import LiveParts
from bra_desktop.ui.live.presenter import AskedToClose

if TYPE_CHECKING:
    from bra_desktop.ui.live.acts import LiveActs


class ClosingDesk:
    """Reads the list anew whenever the meeting has changed behind it.

    leading: the ways to what is missing. left_closed: what follows when one that was left has been closed.
    """

    def __init__(self, parts: LiveParts, acts: LiveActs) -> None:
        self._parts, self._acts = parts, acts
        self.leading = Leading(parts, acts)
        self._unreached = Unreached((), None, ())
        self._arriving = ("", "")
        self._all_there: Callable[[], None] | None = None
        self._left: LeftOpen | None = None
        self.left_closed: Callable[[str, Unreached], None] = lambda _ref, _left: None
        parts.closing.carried.connect(self._carry_over)
        parts.closing.place_chosen.connect(self.leading.go_to)

    def ask(self) -> None:
        """What is missing, read when all that was typed is on the disk."""
        self._acts.presenter.unless_left(lambda: self.ask_at(None))

    def ask_at(self, left: LeftOpen | None) -> None:
        """The same of a meeting that is closed at the clock time at which it was left; None for now."""
        scene = self._acts.presenter.scene
        if scene is None or not scene.running:
            return
        self._left = left
        self._parts.texts.settle()
        self._parts.savers.flush()
        self._acts.presenter.ask_closing(self._show)

    def close(self) -> None:
        """What was asked about is done."""
        if self._left is not None:
            self._acts.presenter.close_meeting(self._left.at, self.left_closed)
        else:
            self._acts.presenter.close_meeting()

    def follow(self) -> None:
        """The meeting has been read anew."""
        ref, place = self._arriving
        scene = self._acts.presenter.scene
        if place and scene is not None and scene.content.ref == ref:
            self._arriving = ("", "")
            self.leading.go_to(place)
        if self._all_there is not None and scene is not None and not missing_officer(scene):
            there, self._all_there = self._all_there, None
            there()
        if self._parts.closing.isVisible():
            self._acts.presenter.ask_closing(self._follow)

    def arrive(self, target: object) -> str:
        """The meeting that the page is opened for; with a place in it that is led to once it has been read."""
        ref, place = target if isinstance(target, tuple) else (target or "", "")
        self._arriving = (str(ref), str(place))
        return str(ref)

    def await_officers(self, all_there: Callable[[], None]) -> None:
        """The roll lacks somebody: all_there is called when it no longer does. The keyboard stays with the words."""
        self._all_there = all_there

    # ── inside ───────────────────────────────────────────────────────────────────────────────
    def _with_left(self, listed: ClosingList) -> ClosingList:
        """What stands in forms and nowhere else is missing in the protocol, too."""
        left = self._acts.left_forms.left()
        told = tuple(
            Missing(unsent_words(self._acts.left_forms.told_title(draft)), f"form/{draft.key}") for draft in left
        )
        return replace(listed, gaps=told + listed.gaps)

    def _show(self, read: AskedToClose) -> None:
        self._parts.put_away()
        self._parts.closing.open(self._list(read))

    def _follow(self, read: AskedToClose) -> None:
        if self._parts.closing.isVisible():
            self._parts.closing.follow(self._list(read))

    def _list(self, read: AskedToClose) -> ClosingList:
        content, self._unreached, opened, self.leading.triggers = read
        scene, at = self._acts.presenter.scene, self._acts.presenter.office.local_now()
        shared = scene is not None and scene.shared
        triggers, left = self.leading.triggers, self._left
        told = closing_list(content, self._unreached, opened, triggers, at=at, shared=shared, left=left)
        return self._with_left(told)

    def _carry_over(self) -> None:
        """The list stays: the items are told as handed on."""
        scene = self._acts.presenter.scene
        if scene is not None:
            ref, words = scene.content.ref, carried_words(self._unreached)
            self._acts.presenter.act_with_undo(lambda office: carrying.carry_over(office, ref), words)
