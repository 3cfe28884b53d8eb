"""A table model made of declared columns and frozen rows; sorts and filters by itself, in Swedish order."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bra_desktop.domain.swedish import sort_key
from bra_desktop.ui.theme.tokens import StatusLook

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
CELL = Qt.ItemDataRole.UserRole + 1
NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Cell:
    """What stands in a cell: words and perhaps a second line in caption size, or a chip; an icon before the words."""

    text: str = ""
    sub: str = ""
    chip: StatusLook | None = None
    icon: str = ""
    tone: str = "text"
    bold: bool = False

    def words(self) -> str:
        """All of it as one text, for screen readers, filters and the clipboard."""
        return ", ".join(filter(None, (self.chip.word if self.chip else "", self.text, self.sub)))


STRETCH_NEEDS = 200
"""What a column without a width of its own needs, unless it says otherwise."""


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: where its cell comes from and how it is ordered.

    width in units, 0 takes what is left; others are dropped before that is less than `least`. most: so wide it grows
    where those that take what is left have more than enough. `order` gives a number, date or text; without it the
    words decide.
    drop: columns with the highest figure go first when room is short, 0 always stays.
    """

    key: str
    title: str
    cell: Callable[[Row], Cell]
    width: float = 0
    right: bool = False
    order: Callable[[Row], Any] | None = None
    drop: int = 0
    least: float = STRETCH_NEEDS
    most: float = 0

    def sort_key(self, row: Row) -> tuple[bool, Any]:
        """Empty values stand last in ascending order."""
        value = self.order(row) if self.order else self.cell(row).words()
        if value is None or value == "":
            return (True, ())
        return (False, sort_key(value) if isinstance(value, str) else value)


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Rows are frozen and known by their identity, so that the chosen one stays chosen when they come anew."""

    def __init__(
        self, columns: Sequence[Column[Row]], identity: Callable[[Row], Hashable], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._identity = identity
        self._all: tuple[Row, ...] = ()
        self._shown: list[Row] = []
        self._accepts: Callable[[Row], bool] | None = None
        self._sorted_by, self._order = -1, Qt.SortOrder.AscendingOrder

    # ── what the pages use ───────────────────────────────────────────────────────────────────
    def show_rows(self, rows: Iterable[Row]) -> None:
        self.beginResetModel()
        self._all = tuple(rows)
        self._arrange()
        self.endResetModel()

    def keep(self, accepts: Callable[[Row], bool] | None) -> None:
        """Shows only the rows that are accepted; None shows all."""
        self.beginResetModel()
        self._accepts = accepts
        self._arrange()
        self.endResetModel()

    def row_at(self, index: Index) -> Row:
        return self._shown[index.row()]

    def shown(self) -> tuple[Row, ...]:
        return tuple(self._shown)

    def identity_at(self, row: int) -> Hashable:
        return self._identity(self._shown[row])

    def position(self, identity: Hashable) -> int:
        """The place of the row in the list as it is shown, or -1 when it isn't there."""
        return next((at for at, row in enumerate(self._shown) if self._identity(row) == identity), -1)

    def words(self, row: Row) -> str:
        return " ".join(column.cell(row).words() for column in self.columns)

    # ── what Qt asks for ─────────────────────────────────────────────────────────────────────
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == CELL:
            return column.cell(self._shown[index.row()])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.cell(self._shown[index.row()]).words()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.columns[section])
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Column -1 gives the order in which the rows came."""
        if (column, order) == (self._sorted_by, self._order):
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        known = [(self._identity(self._shown[index.row()]), index.column()) for index in before]
        self._sorted_by, self._order = column, order
        self._arrange()
        places = {self._identity(row): at for at, row in enumerate(self._shown)}
        self.changePersistentIndexList(before, [self.index(places[one], where) for one, where in known])
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        shown = [row for row in self._all if self._accepts is None or self._accepts(row)]
        if self._sorted_by >= 0:
            descending = self._order == Qt.SortOrder.DescendingOrder
            shown.sort(key=self.columns[self._sorted_by].sort_key, reverse=descending)
        self._shown = shown


def _alignment(column: Column[Any]) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
