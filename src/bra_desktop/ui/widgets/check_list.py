"""A list in which any number of rows are marked: arrows go, space or a click marks. One stop for the Tab key."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme

MARKED, UNMARKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
ROW = 26


class CheckList(QListWidget):
    """`edited` says that somebody marked a row or took a mark away. The keys of rows are text."""

    edited = Signal()

    def __init__(self, theme: Theme, part: str, words: str) -> None:
        super().__init__()
        self._theme = theme
        named(self, part, words, "Mellanslag markerar")
        self.setProperty("look", "field")
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(lambda _item: self.edited.emit())

    def show_rows(self, rows: Iterable[tuple[str, str]], marked: Collection[str]) -> None:
        """The rows, key and words, with those marked; the keyboard stays on the row where it was."""
        at = self.currentRow()
        self.blockSignals(True)
        self.clear()
        for key, words in rows:
            item = QListWidgetItem(words, self)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(MARKED if key in marked else UNMARKED)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setToolTip(words)
            item.setSizeHint(QSize(0, self._theme.px(ROW)))
        if self.count():
            self.setCurrentRow(max(0, min(at, self.count() - 1)))
        self.blockSignals(False)

    def marked(self) -> tuple[str, ...]:
        """The keys of the marked rows, in their order."""
        rows = (self.item(at) for at in range(self.count()))
        return tuple(str(row.data(Qt.ItemDataRole.UserRole)) for row in rows if row.checkState() is MARKED)

    def mark(self, keys: Collection[str]) -> None:
        """Those rows and no others."""
        self.blockSignals(True)
        for at in range(self.count()):
            row = self.item(at)
            row.setCheckState(MARKED if row.data(Qt.ItemDataRole.UserRole) in keys else UNMARKED)
        self.blockSignals(False)
        self.edited.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the words marks too, not only one on the box."""
        item = self.itemAt(event.position().toPoint())
        before = item.checkState() if item else None
        super().mouseReleaseEvent(event)
        if item is not None and event.button() is Qt.MouseButton.LeftButton and item.checkState() is before:
            item.setCheckState(UNMARKED if before is MARKED else MARKED)
