"""Keeps on the disk what is typed in the form of a correction, until it has been added or taken away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from bra_desktop.services.adjusted.correction_drafts import CorrectionDraft, correction_begun, keep_correction
from bra_desktop.services.office import Office
from bra_desktop.ui.autosave import Autosave
from bra_desktop.ui.running import Runner

Read = Callable[[], CorrectionDraft]
Fill = Callable[[CorrectionDraft], None]


class CorrectionKeeper(QObject):
    """read: what stands in the form. fill: puts what was begun there before."""

    def __init__(self, read: Read, fill: Fill, runner: Runner, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._read, self._fill, self._runner, self._office = read, fill, runner, office
        self._meeting, self._filled = "", CorrectionDraft()
        self._autosave = Autosave(runner, self._snapshot, office.local_now, self)

    def turn_to(self, meeting: str) -> None:
        """Another meeting is shown, by its id: what stands in the form is saved, and what was begun there read."""
        if meeting == self._meeting:
            return
        self.flush()
        self._meeting = meeting
        self._put(CorrectionDraft())
        office = self._office

        def answer(begun: CorrectionDraft) -> None:
            if meeting == self._meeting and self._read().is_empty() and not begun.is_empty():
                self._put(begun)

        self._runner.write(lambda: correction_begun(office, meeting), answer, refused=lambda _error: None)

    def typed(self) -> None:
        """Something was written in the form."""
        if self._meeting and self._read() != self._filled:
            self._autosave.touched()

    def flush(self) -> None:
        """Begins to save at once what is unsaved."""
        self._autosave.flush()

    def clean(self) -> bool:
        """Whether all of it is on the disk."""
        return self._autosave.clean()

    def _put(self, draft: CorrectionDraft) -> None:
        self._filled = draft
        self._fill(draft)

    def _snapshot(self) -> Callable[[], None]:
        office, meeting, draft = self._office, self._meeting, self._read()
        self._filled = draft
        return lambda: keep_correction(office, meeting, draft)
