"""Keys that do something with the chosen row of a table, such as Delete; they hold only while the table has focus."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTableView


class TableKeys(QObject):
    """keys: a key as it is written ("Alt+Up"), and what it does."""

    def __init__(self, table: QTableView, keys: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(table)
        self._acts = {QKeySequence(key).toString(): act for key, act in keys.items()}
        table.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            act = self._acts.get(QKeySequence(event.keyCombination()).toString())
            if act is not None:
                act()
                return True
        return super().eventFilter(watched, event)
