"""An att-sats that is left without words: one that the key has emptied goes as the last step of that."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from bra_desktop.ui.live.item.decision_line import DecisionLine
from bra_desktop.ui.live.parts import LiveParts
from bra_desktop.ui.live.presenter import LivePresenter
from bra_desktop.ui.live.undoing.editor_marks import EditorMarks
from bra_desktop.ui.live.undoing.timeline import ADDED, Act


class LeftEmpty(QObject):
    """Then the key that does again brings it back, with all of its words. Any other is removed."""

    def __init__(
        self,
        desk: QObject,
        marks: EditorMarks,
        parts: LiveParts,
        presenter: LivePresenter,
        take_back: Callable[[Act], None],
    ) -> None:
        super().__init__(desk)
        self._marks, self._parts, self._presenter, self._take_back = marks, parts, presenter, take_back
        parts.item.decisions.emptied.connect(self._left)

    def _left(self, line: DecisionLine) -> None:
        act, marks = self._added(line), self._marks.of_line(line)
        if act is None or not marks.step(again=True):
            self._parts.item.decisions.take_away(line, quiet=True)
            return
        while marks.step(again=True):
            pass
        self._take_back(act)

    def _added(self, line: DecisionLine) -> Act | None:
        """That it was typed, in the item that is shown; None where that is no longer known."""
        scene = self._presenter.scene
        known = [a for a in self._presenter.timeline.done if a.words == ADDED and a.decision == line.saved_id]
        return next((a for a in known if a.decision and scene is not None and scene.shown == a.item), None)
