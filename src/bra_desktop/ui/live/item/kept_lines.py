"""Att-satser that left the screen: back again, each has the steps that were taken in it before it went."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QLayout

from bra_desktop.domain.content import DecisionContent
from bra_desktop.ui.live.item.decision_line import DecisionLine
from bra_desktop.ui.live.saving.keepers import DecisionKeeper, TypedDecision

Make = Callable[[DecisionKeeper, str, str, str], DecisionLine]
"""Makes a line: what saves it, its id on the disk, its words, and its key."""

MOST = 10


class KeptLines:
    """Lines of the shown item that have left the screen, the last ones."""

    def __init__(self) -> None:
        self._lines: list[DecisionLine] = []

    def leave(self, layout: QLayout, line: DecisionLine) -> None:
        """Takes the line out of the layout and from the screen; in memory it stays while it is one of the last."""
        layout.removeWidget(line)
        line.hide()
        self._lines.append(line)
        for oldest in self._lines[:-MOST]:
            self._lines.remove(oldest)
            oldest.deleteLater()

    def back(self, decision: DecisionContent) -> DecisionLine | None:
        """The line of that att-sats, if it is known and has its words."""
        return self._take(lambda line: line.saved_id == decision.key and line.says(decision.text))

    def beside(
        self,
        shown: Sequence[DecisionLine],
        unsaved: Mapping[str, TypedDecision],
        on_disk: Sequence[DecisionContent],
        make: Make,
    ) -> list[tuple[int, DecisionLine]]:
        """The shown lines, and those that left the screen while the disk hasn't got them as they stand, with places.

        unsaved: by key. One that is not on_disk any more has been taken away there.
        """
        here, there = {line.key for line in shown}, {"", *(decision.key for decision in on_disk)}
        left = {key: one for key, one in unsaved.items() if key not in here and one.saved_id in there}
        return [*enumerate(shown), *((one.place, self._again(key, one, make)) for key, one in left.items())]

    def _again(self, key: str, one: TypedDecision, make: Make) -> DecisionLine:
        return self._take(lambda line: line.key == key) or make(one.keeper, one.saved_id, one.words, key)

    def _take(self, is_it: Callable[[DecisionLine], bool]) -> DecisionLine | None:
        line = next(filter(is_it, self._lines), None)
        if line is not None:
            self._lines.remove(line)
            line.edit.blockSignals(False)
        return line

    def forget(self) -> None:
        """Another item is shown."""
        for line in self._lines:
            line.deleteLater()
        self._lines.clear()
