"""Att-satser that were undone: done again, each has the steps that were taken in it before it went."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout

from bra_desktop.domain.content import DecisionContent
from bra_desktop.ui.live.item.decision_line import DecisionLine

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
        for line in self._lines:
            if line.saved_id == decision.key and line.says(decision.text):
                self._lines.remove(line)
                line.edit.blockSignals(False)
                return line
        return None

    def forget(self) -> None:
        """Another item is shown."""
        for line in self._lines:
            line.deleteLater()
        self._lines.clear()
