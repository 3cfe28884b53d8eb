"""Keys that do something with the chosen row of a table, such as Delete; they hold only while the table has focus.

Who comes to such a table by keys has a row chosen from the start, and sees which one the keys are about.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTableView

REASON = Qt.FocusReason
BY_KEYS = frozenset({REASON.TabFocusReason, REASON.BacktabFocusReason, REASON.ShortcutFocusReason})


class TableKeys(QObject):
    """keys: a key as it is written ("Alt+Up"), and what it does."""

    def __init__(self, table: QTableView, keys: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(table)
        self._acts = {QKeySequence(key).toString(): act for key, act in keys.items()}
        self._table = table
        table.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            act = self._acts.get(QKeySequence(event.keyCombination()).toString())
            if act is not None:
                act()
                return True
        if isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() in BY_KEYS:
            self._choose_first()
        return super().eventFilter(watched, event)

    def _choose_first(self) -> None:
        if not self._table.selectionModel().hasSelection() and self._table.model().rowCount():
            self._table.selectRow(max(0, self._table.currentIndex().row()))
