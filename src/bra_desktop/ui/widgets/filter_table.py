"""A table with its filter row: words to look for, pills, the column chooser, and a foot that says what is shown."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from bra_desktop.ui.layouts import STRETCH, box, column, frame, row, rule
from bra_desktop.ui.memory import Memory
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button, FilterPill
from bra_desktop.ui.widgets.labels import label
from bra_desktop.ui.widgets.rows_model import Column, RowsModel
from bra_desktop.ui.widgets.search_field import SearchField
from bra_desktop.ui.widgets.shy_bar import ShyBar
from bra_desktop.ui.widgets.table_view import TableView

Row = TypeVar("Row")
Accepts = Callable[[Row], bool]


class FilterTable(QWidget, Generic[Row]):
    """`table` is the view; rows come by `show_rows`. Hidden columns are remembered under the table's name.

    Where the filters leave no row it says so, with a way to see all; `cleared` asks the page to drop its own filters.
    """

    cleared = Signal()

    def __init__(
        self,
        theme: Theme,
        part: str,
        words: str,
        columns: Sequence[Column[Row]],
        identity: Callable[[Row], Hashable],
        memory: Memory,
        row_height: float = 48,
    ) -> None:
        super().__init__()
        self._theme, self._part, self._memory = theme, part, memory
        self._pills: list[tuple[FilterPill, Accepts[Row]]] = []
        self._accepts: Accepts[Row] | None = None
        self._count = 0
        self._counted: Callable[[int], str] = lambda count: f"{count} rader visas"
        self.model = RowsModel(columns, identity, self)
        self.table: TableView[Row] = TableView(theme, f"{part}.table", words, self.model, row_height)
        self.search = SearchField(theme, f"{part}.filter", "Filtrera i listan", icon="filter")
        self.search.textChanged.connect(self._refilter)
        self._chooser = Button(theme, f"{part}.columns", "Välj kolumner", "quiet", "columns-3")
        self._chooser.set_compact(True)
        self._chooser.clicked.connect(lambda: self._choose_columns(self._chooser.mapToGlobal(QPoint(0, 0))))
        self._bar = row(theme, (self.search, 50), STRETCH, self._chooser, space=6, margin=(12, 12, 12, 10))
        self._foot = label("", "caption")
        copies = label("Ctrl+C kopierar som tabell", "caption")
        foot = box(row(theme, self._foot, STRETCH, copies, margin=(12, 5, 12, 6)))
        self._shy = ShyBar(self._bar)
        self._nothing = self._make_nothing()
        self._nothing.hide()
        self.table.viewport().setLayout(column(theme, STRETCH, self._nothing, STRETCH))
        body = frame(column(theme, self._shy, rule(), (self.table, 1), rule(), foot, space=0, margin=1))
        self.setLayout(column(theme, body))
        header = self.table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda at: self._choose_columns(header.mapToGlobal(at)))
        self.table.hide_columns(filter(None, memory.recall(self._memory_key()).split(",")))

    def set_counted(self, words: Callable[[int], str]) -> None:
        """How the foot says the number of rows: "28 åtgärder visas, försenade först"."""
        self._counted = words
        self._tell_count()

    def add_pill(self, name: str, words: str, accepts: Accepts[Row]) -> FilterPill:
        """A pill that can be on; rows are shown that any pill which is on accepts. Nothing on shows all."""
        pill = FilterPill(self._theme, f"{self._part}.{name}", words, tip=f"Visar bara: {words.lower()}")
        pill.toggled.connect(self._refilter)
        self._pills.append((pill, accepts))
        self._bar.insertWidget(len(self._pills), pill, 0, Qt.AlignmentFlag.AlignVCenter)
        self._shy.shy.insert(len(self._shy.shy) - len(self._pills) + 1, pill)
        return pill

    def add_control(self, control: QWidget) -> None:
        """Another filter, such as a combo box; call `keep` when it changes."""
        self._bar.insertWidget(self._bar.count() - 2, control, 0, Qt.AlignmentFlag.AlignVCenter)
        self._shy.shy.insert(0, control)

    def keep(self, accepts: Accepts[Row] | None) -> None:
        """The page's own filter, beside words and pills."""
        self._accepts = accepts
        self._refilter()

    def show_rows(self, rows: Iterable[Row]) -> None:
        rows = tuple(rows)
        self._count = len(rows)
        self.table.show_rows(rows)
        for pill, accepts in self._pills:
            pill.set_count(sum(1 for one in rows if accepts(one)))
        self._shy.fit()
        self._tell_count()

    def clear_filters(self) -> None:
        """Shows every row."""
        self.search.clear()
        for pill, _accepts in self._pills:
            pill.setChecked(False)
        self.cleared.emit()
        self.table.setFocus()

    def _make_nothing(self) -> QWidget:
        theme, words = self._theme, "Inget i listan stämmer med filtret."
        show = Button(theme, f"{self._part}.show_all", "Visa alla", "link", tip="Tar bort alla filter")
        show.clicked.connect(self.clear_filters)
        return box(row(theme, STRETCH, label(words, "muted"), show, STRETCH, space=12))

    def _refilter(self) -> None:
        words = self.search.text().casefold().split()
        pills = [accepts for pill, accepts in self._pills if pill.isChecked()]
        chosen = self.table.chosen_identity()

        def accepted(one: Row) -> bool:
            if self._accepts is not None and not self._accepts(one):
                return False
            if pills and not any(accepts(one) for accepts in pills):
                return False
            text = self.model.words(one).casefold() if words else ""
            return all(word in text for word in words)

        self.model.keep(accepted)
        self.table.choose(chosen)
        self._tell_count()

    def _tell_count(self) -> None:
        shown = self.model.rowCount()
        self._foot.setText(self._counted(shown))
        self._nothing.setVisible(not shown and self._count > 0)

    def _choose_columns(self, at: QPoint) -> None:
        menu = named(QMenu(self), f"{self._part}.column_menu", "Kolumner")
        hidden = self.table.hidden_columns()
        for chosen in self.model.columns[1:]:
            action = menu.addAction(chosen.title or "Bilagor")
            action.setCheckable(True)
            action.setChecked(chosen.key not in hidden)
            action.toggled.connect(lambda shown, key=chosen.key: self.show_column(key, shown))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at + QPoint(0, self._chooser.height()))

    def show_column(self, key: str, shown: bool) -> None:
        """Shows or hides one column and remembers it."""
        hidden = self.table.hidden_columns() - {key} if shown else self.table.hidden_columns() | {key}
        self.table.hide_columns(hidden)
        self._memory.remember(self._memory_key(), ",".join(sorted(hidden)))

    def _memory_key(self) -> str:
        return f"columns.{self._part}"
