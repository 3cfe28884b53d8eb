"""Acts on their way to be undone or done again: one that is refused stays where it was, and can be tried anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bra_desktop.services import undoing
from bra_desktop.services.office import Office
from bra_desktop.ui.live.parts import LiveParts
from bra_desktop.ui.live.presenter import LivePresenter
from bra_desktop.ui.live.undoing.editor_marks import EditorMarks
from bra_desktop.ui.live.undoing.timeline import Act


class Reversals:
    """What never can be undone any more is told once and leaves; what is refused for now keeps its place."""

    def __init__(self, page: QWidget, parts: LiveParts, presenter: LivePresenter, marks: EditorMarks) -> None:
        self._page, self._parts, self._presenter, self._marks = page, parts, presenter, marks
        self._under_way: list[Act] = []

    def do(self, act: Act, then: Callable[[Act | None], None]) -> None:
        """One act of undoing; of a text that others' words would overwrite, the words on their way come first."""
        if self._is_under_way(act):
            return
        parts, lost = self._parts, list[Act]()
        self._under_way.append(act)
        if act.writes_text:
            parts.item.minutes.set_locked(True)
        parts.texts.settle()
        parts.savers.flush()

        def attempt(office: Office) -> object:
            try:
                return act.undo(office)
            except undoing.FOR_GOOD:
                lost.append(act)
                raise

        def done(reverse: Act | None) -> None:
            self._let_go(act)
            then(reverse)
            if act.writes_text:
                parts.texts.read_anew(fresh=False)
                for line in parts.item.decisions.lines:
                    line.written_over = True

        def ended() -> None:
            if not self._is_under_way(act):
                return
            self._under_way = [one for one in self._under_way if one is not act]
            if lost:
                self._let_go(act)
            if act.writes_text:
                parts.texts.read_anew(fresh=False)

        self._lead_to(act)
        self._presenter.reverse(replace(act, undo=attempt), done)
        self._presenter.when_written(ended)

    def _let_go(self, act: Act) -> None:
        self._under_way = [one for one in self._under_way if one is not act]
        self._presenter.timeline.drop(act)
        self._marks.drop(act)

    def _is_under_way(self, act: Act) -> bool:
        return any(one is act for one in self._under_way)

    def _lead_to(self, act: Act) -> None:
        """Shows the item where it was done; a list beside the text that has the keyboard keeps it."""
        if not act.in_item or not act.item or act.touched:
            return
        hand: QWidget | None = self._page.window().focusWidget()
        self._presenter.turn_to(act.item)
        if hand is not None and self._page.isAncestorOf(hand) and not self._parts.item.isAncestorOf(hand):
            hand.setFocus(Qt.FocusReason.OtherFocusReason)
