"""The menu of a table's row: by the right button on it, or by the menu key for the row that is chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QTableView

from bra_desktop.ui.naming import named


class RowMenu(QObject):
    """The row is chosen first; ``fill`` then puts in what can be done with it. Nothing to do, no menu."""

    def __init__(self, table: QTableView, part: str, words: str, fill: Callable[[QMenu], None]) -> None:
        super().__init__(table)
        self._table, self._part, self._words, self._fill = table, part, words, fill
        table.installEventFilter(self)
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QContextMenuEvent):
            return super().eventFilter(watched, event)
        table, by_key = self._table, event.reason() == QContextMenuEvent.Reason.Keyboard
        view = table.viewport()
        index = table.currentIndex() if by_key else table.indexAt(view.mapFromGlobal(event.globalPos()))
        if index.isValid():
            table.selectRow(index.row())
            below = table.visualRect(index).bottomLeft()
            self._open(view.mapToGlobal(below) if by_key else event.globalPos())
        return True

    def _open(self, at: QPoint) -> None:
        menu = named(QMenu(self._table), self._part, self._words)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu)
        if menu.isEmpty():
            menu.deleteLater()
        else:
            menu.popup(at)
