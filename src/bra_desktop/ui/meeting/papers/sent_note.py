"""The line above a paper that is shown as it was sent, when the meeting is another now."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bra_desktop.domain.swedish import lower_first
from bra_desktop.services.papers.documents import MadeDocument
from bra_desktop.services.papers.sent import SentDocument
from bra_desktop.ui.layouts import column
from bra_desktop.ui.meeting.papers.document_kinds import changed_words, paper_of
from bra_desktop.ui.meeting.presenter import Loaded
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.note_bar import NoteBar


class SentNote(QWidget):
    """`wanted` names the paper that tells what is new."""

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._instead = ""
        self.bar = NoteBar(theme, "meeting.changed", "attention", closable=False)
        self.bar.link_chosen.connect(lambda: self.wanted.emit(self._instead))
        self.setLayout(column(theme, self.bar, margin=(14, 8, 14, 8)))
        self.hide()

    def tell_of(self, loaded: Loaded, made: MadeDocument, papers: Mapping[str, str]) -> None:
        """Shown where there is something to say. papers: what there is to be shown, by key."""
        paper = paper_of(loaded, made.kind)
        if paper is None or not isinstance(made, SentDocument) or not made.changed:
            self.hide()
            return
        words, self._instead = changed_words(loaded, paper)
        self.bar.show_note(words, f"Visa {lower_first(papers[self._instead].partition(',')[0])}")
        self.show()
