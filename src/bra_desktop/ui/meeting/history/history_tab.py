"""The tab Historik: what was done, when and by whose hand, and undoing where nothing has moved on since."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bra_desktop.domain.swedish_dates import clock_with_seconds, day_and_month
from bra_desktop.ui.layouts import STRETCH, box, column, row, rule
from bra_desktop.ui.meeting.history.history_lines import HistoryLine
from bra_desktop.ui.meeting.presenter import Loaded
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.labels import label
from bra_desktop.ui.widgets.rows_model import Cell, Column, RowsModel
from bra_desktop.ui.widgets.table_view import TableView


class HistoryTab(QWidget):
    """`undo_asked` tells the change set to undo, `versions_asked` wants to see how the texts of items have been."""

    undo_asked = Signal(str)
    versions_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        columns = (
            Column[HistoryLine](
                "when", "När", lambda h: Cell(day_and_month(h.at.date()), f"kl. {clock_with_seconds(h.at.time())}"), 150
            ),
            Column[HistoryLine]("what", "Vad", lambda h: Cell(h.what, h.more)),
            Column[HistoryLine]("who", "Infört av", lambda h: Cell(h.who), 220),
        )
        self.model: RowsModel[HistoryLine] = RowsModel(columns, lambda line: line.id, self)
        self.table: TableView[HistoryLine] = TableView(theme, "meeting.history", "Historik", self.model, 44)
        self.table.setSortingEnabled(False)
        self.undo = Button(theme, "meeting.undo_change", "Ångra ändringen", "plain", "undo-2")
        self.versions = Button(
            theme, "meeting.versions", "Ärendenas versioner", "quiet", "clock",
            "Hur texten i varje ärende har varit, och vad som skiljer. Ctrl+Skift+H",
        )  # fmt: skip
        self.versions.clicked.connect(lambda: self.versions_asked.emit())
        self._words = label("", "caption")
        foot = box(row(theme, self.undo, self._words, STRETCH, self.versions, space=12, margin=(14, 8, 14, 10)))
        self.setLayout(column(theme, (self.table, 1), rule(), foot, space=0))
        self.table.row_chosen.connect(self._chosen)
        self.undo.clicked.connect(self._undo)
        self._locked = False
        self._chosen(None)

    def buttons(self) -> tuple[Button, ...]:
        return ()

    def show_meeting(self, loaded: Loaded) -> None:
        self._locked = bool(loaded.shown.locked)
        self.table.show_rows(loaded.history)
        self._chosen(self.table.chosen())

    def _chosen(self, line: HistoryLine | None) -> None:
        self.undo.setEnabled(line is not None and line.can_undo and not self._locked)
        if self._locked:
            words = "Mötet är låst, så inget kan ångras."
        elif line is None:
            words = "Välj en rad för att ångra den."
        else:
            words = "" if line.can_undo else "Ändringen är redan ångrad."
        self._words.setText(words)

    def _undo(self) -> None:
        line = self.table.chosen()
        if line is not None:
            self.undo_asked.emit(line.id)
