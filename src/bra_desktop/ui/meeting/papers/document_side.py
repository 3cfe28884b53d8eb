"""What stands beside a paper that is read: corrections and the public notice, or what chooses an extract."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bra_desktop.domain.extracts import Choice
from bra_desktop.ui.layouts import row
from bra_desktop.ui.meeting.papers.after_lock import AfterLock
from bra_desktop.ui.meeting.papers.document_kinds import EXTRACT, HANDED_OUT
from bra_desktop.ui.meeting.presenter import Loaded
from bra_desktop.ui.theme.theme import Theme

if TYPE_CHECKING:
    from bra_desktop.ui.meeting.papers.extract_pane import ExtractPane
    from bra_desktop.ui.meeting.papers.kept_pane import KeptPane


class DocumentSide(QWidget):
    """`chosen`: another extract is wanted. The panes that choose are built when they are first asked for."""

    chosen = Signal()

    def __init__(self, theme: Theme, after: AfterLock) -> None:
        super().__init__()
        self._theme, self.after = theme, after
        self._loaded: Loaded | None = None
        self.extract: ExtractPane | None = None
        self.kept: KeptPane | None = None
        # The corrections hide themselves; a box of their own lets them, whichever paper is read.
        self._after = QWidget()
        self._after.setLayout(row(theme, after, space=0))
        self._panes = row(theme, self._after, space=0)
        self.setLayout(self._panes)

    def show_meeting(self, loaded: Loaded) -> None:
        self._loaded = loaded
        for pane in (self.after, self.extract, self.kept):
            if pane is not None:
                pane.show_meeting(loaded)

    def show_for(self, kind: str) -> None:
        """What belongs beside that paper."""
        if kind == EXTRACT and self.extract is None:
            self.extract = self._extract_pane()
        if kind == HANDED_OUT and self.kept is None:
            self.kept = self._kept_pane()
        self.after.show_for(kind)
        self._after.setVisible(kind not in (EXTRACT, HANDED_OUT))
        for pane, of in ((self.extract, EXTRACT), (self.kept, HANDED_OUT)):
            if pane is not None:
                pane.setVisible(kind == of)

    def choice(self, kind: str) -> Choice | None:
        """What is chosen of an extract that is made; None for every other paper."""
        return self.extract.choice() if self.extract is not None and kind == EXTRACT else None

    def key(self, kind: str) -> str:
        """The key of the paper that is wanted: the chosen one of several, else the kind itself."""
        return self.kept.key() if self.kept is not None and kind == HANDED_OUT else kind

    def _extract_pane(self) -> ExtractPane:
        from bra_desktop.ui.meeting.papers.extract_pane import ExtractPane

        pane = ExtractPane(self._theme)
        pane.chosen.connect(self.chosen)
        self._take_in(pane)
        return pane

    def _kept_pane(self) -> KeptPane:
        from bra_desktop.ui.meeting.papers.kept_pane import KeptPane

        pane = KeptPane(self._theme)
        pane.chosen.connect(self.chosen)
        self._take_in(pane)
        return pane

    def _take_in(self, pane: ExtractPane | KeptPane) -> None:
        if self._loaded is not None:
            pane.show_meeting(self._loaded)
        self._panes.addWidget(pane)
