"""A table as the house has them: declared columns, rows that breathe, copy as table, columns that give way."""

import html
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QItemSelection, QMimeData, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.row_delegate import PADDING, RowDelegate
from bra_desktop.ui.widgets.rows_model import Column, RowsModel

Row = TypeVar("Row")
ENOUGH = 420
"""What a column that takes what is left keeps before others grow."""
PLENTY = 720
"""As wide it is at least before the others take what is more: up to twice their width."""


class TableView(QTableView, Generic[Row]):
    """Tells the row that is chosen (or None) and the one that is opened by Enter or a double click."""

    row_chosen = Signal(object)
    row_opened = Signal(object)

    def __init__(self, theme: Theme, part: str, words: str, model: RowsModel[Row], row_height: float = 48) -> None:
        super().__init__()
        self._theme, self._rows, self._row_height = theme, model, row_height
        self._hidden: frozenset[str] = frozenset()
        self._wider: dict[str, float] = {}
        named(self, part, words)
        self.setModel(model)
        self.setItemDelegate(RowDelegate(theme, self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        self.doubleClicked.connect(self._open)
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        theme.changed.connect(self._resize_all)
        self._resize_all()

    # ── what the pages use ───────────────────────────────────────────────────────────────────
    def show_rows(self, rows: Iterable[Row]) -> None:
        """Shows these rows; what was chosen stays chosen when it is still there."""
        chosen = self.chosen_identity()
        self._rows.show_rows(rows)
        self.choose(chosen)

    def choose(self, identity: Hashable | None) -> bool:
        """Selects the row of that identity and scrolls to it; False when it isn't shown."""
        at = self._rows.position(identity) if identity is not None else -1
        if at < 0:
            self.clearSelection()
            return False
        self.selectRow(at)
        self.scrollTo(self._rows.index(at, 0))
        return True

    def chosen(self) -> Row | None:
        index = self._first()
        return self._rows.row_at(index) if index is not None else None

    def all_chosen(self) -> list[Row]:
        """From the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._rows.shown()[at] for at in rows]

    def chosen_identity(self) -> Hashable | None:
        index = self._first()
        return self._rows.identity_at(index.row()) if index is not None else None

    def hide_columns(self, keys: Iterable[str]) -> None:
        """Columns that the user doesn't want; those that give way for want of room are not counted here."""
        self._hidden = frozenset(keys)
        self._share_width()

    def widen(self, key: str, words: Iterable[str]) -> None:
        """A column is as wide as these bold words need, but never narrower than it says itself."""
        metrics = self._theme.metrics("body", True)
        across = max((metrics.horizontalAdvance(one) for one in words), default=0)
        self._wider[key] = (across + 1) / self._theme.scale + 2 * PADDING
        self._share_width()

    def _wants(self, column: Column[Row]) -> float:
        """The width of a column in units; 0 for one that takes what is left."""
        return max(column.width, self._wider.get(column.key, 0)) if column.width else 0

    def hidden_columns(self) -> frozenset[str]:
        return self._hidden

    def copy_as_table(self) -> None:
        """The chosen rows, or all, with headings: as tabs for a sheet and as a table for a document."""
        chosen = sorted({index.row() for index in self.selectionModel().selectedRows()})
        rows = [self._rows.shown()[at] for at in chosen] or list(self._rows.shown())
        columns = [c for at, c in enumerate(self._rows.columns) if not self.isColumnHidden(at)]
        lines = [[c.title for c in columns], *([c.cell(row).words() for c in columns] for row in rows)]
        data = QMimeData()
        data.setText("\n".join("\t".join(" ".join(text.split()) for text in line) for line in lines))
        body = "".join("<tr>" + "".join(f"<td>{html.escape(t)}</td>" for t in line) + "</tr>" for line in lines)
        data.setHtml(f"<table>{body}</table>")
        QGuiApplication.clipboard().setMimeData(data)

    # ── what Qt asks for ─────────────────────────────────────────────────────────────────────
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_as_table()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _first(self) -> QModelIndex | None:
        rows = self.selectionModel().selectedRows()
        return min(rows, key=lambda index: index.row()) if rows else None

    def _open(self, index: QModelIndex) -> None:
        self.row_opened.emit(self._rows.row_at(index))

    def _selection_changed(self, _now: QItemSelection, _before: QItemSelection) -> None:
        self.row_chosen.emit(self.chosen())

    def _resize_all(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.px(self._row_height))
        self.horizontalHeader().setMinimumSectionSize(self._theme.px(24))
        self._share_width()
        self.viewport().update()

    def _share_width(self) -> None:
        """Sets the widths, and drops the columns that say they can go, the most willing first."""
        theme, columns, header = self._theme, self._rows.columns, self.horizontalHeader()
        shown = [column for column in columns if column.key not in self._hidden]
        for column in sorted(shown, key=lambda c: -c.drop):
            needs = sum(theme.px(self._wants(c) or c.least) for c in shown)
            if needs <= self.viewport().width() or not column.drop:
                break
            shown.remove(column)
        spare = self.viewport().width() - sum(theme.px(self._wants(c) or max(c.least, ENOUGH)) for c in shown)
        wide = {}
        for column in (c for c in shown if c.width):
            grown = max(0, min(theme.px(max(0, column.most - self._wants(column))), spare))
            spare -= grown
            wide[column.key] = theme.px(self._wants(column)) + grown
        self._draw_near(shown, wide, spare)
        for at, column in enumerate(columns):
            self.setColumnHidden(at, column not in shown)
            fixed = QHeaderView.ResizeMode.Fixed if column.width else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(at, fixed)
            if column.width:
                header.resizeSection(at, wide.get(column.key, theme.px(self._wants(column))))

    def _draw_near(self, shown: list[Column[Row]], wide: dict[str, int], spare: int) -> None:
        """On a wide screen what stands right of the words comes nearer to them: it takes what they can't use."""
        stretched = [at for at, column in enumerate(shown) if not column.width]
        after = [c.key for c in shown[stretched[0] :] if c.width and not c.right] if stretched else []
        left = spare - self._theme.px(PLENTY - ENOUGH) * len(stretched)
        whole = sum(wide[key] for key in after)
        if left > 0 and whole:
            part = min(left, whole) / whole
            wide.update({key: wide[key] + int(wide[key] * part) for key in after})
