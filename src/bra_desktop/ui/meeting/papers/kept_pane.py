"""The extracts that were handed out, to whom and when, beside the one that is shown as it was."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem

from bra_desktop.domain.swedish_dates import date_in_text
from bra_desktop.services.papers.documents import file_name
from bra_desktop.services.papers.sent import KeptPaper
from bra_desktop.ui.layouts import column, row, rule
from bra_desktop.ui.meeting.papers.document_kinds import EXTRACT, HANDED_OUT_WORDS, extracts_of
from bra_desktop.ui.meeting.papers.extract_pane import WIDTH
from bra_desktop.ui.meeting.presenter import Loaded
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.labels import label

KEY = Qt.ItemDataRole.UserRole


class KeptPane(QFrame):
    """`chosen`: another one is to be shown."""

    chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.rows: QListWidget = named(QListWidget(), "meeting.handed_out", HANDED_OUT_WORDS, "Visar utdraget")
        self.rows.setProperty("look", "field")
        self.rows.setWordWrap(True)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.currentRowChanged.connect(lambda _at: self.chosen.emit())
        words = label("Visas och skrivs ut precis som de lämnades ut, det senaste överst.", "caption", wrap=True)
        inner = column(
            theme, label(HANDED_OUT_WORDS, "strong"), words, (self.rows, 1), space=8, margin=(16, 12, 16, 12)
        )
        self.setLayout(row(theme, rule(vertical=True), (inner, 1), space=0))
        self.setFixedWidth(theme.px(WIDTH))

    def show_meeting(self, loaded: Loaded) -> None:
        """What was chosen stays chosen, else the latest is."""
        papers, before = extracts_of(loaded.view), self.key()
        begins = f"{file_name(loaded.view.content, EXTRACT).removesuffix('.pdf')} "
        self.rows.blockSignals(True)
        self.rows.clear()
        for paper in papers:
            item = QListWidgetItem(_words(paper, begins))
            item.setData(KEY, paper.key)
            item.setToolTip(paper.words)
            self.rows.addItem(item)
        keys = [paper.key for paper in papers]
        self.rows.setCurrentRow(keys.index(before) if before in keys else 0 if keys else -1)
        self.rows.blockSignals(False)

    def key(self) -> str:
        """The key of the paper that is chosen, empty for none."""
        return str(self.rows.currentItem().data(KEY)) if self.rows.currentRow() >= 0 else ""


def _words(paper: KeptPaper, begins: str) -> str:
    """The §§ with the day, and the recipient on a line of its own."""
    name, _to, of_name = paper.words.removeprefix(begins).partition(" till ")
    return f"{name}, {date_in_text(paper.made_on)}\n{paper.row.recipient or of_name}".rstrip()
