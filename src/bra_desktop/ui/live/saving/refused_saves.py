"""A save that was refused or has failed is told until it is saved after all. Typing on mends nothing else."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from bra_desktop.domain.errors import UserError
from bra_desktop.ui.live.saving.savers import Savers
from bra_desktop.ui.pages import Messages, Page


class RefusedSaves(QObject):
    """Goes with the page that tells it; the savers stay."""

    def __init__(self, page: Page, savers: Savers, tell: Callable[[UserError], None], messages: Messages) -> None:
        super().__init__(page)
        self._tell, self._messages, self._told = tell, messages, False
        self._page, self._savers, self._failed = page, savers, False
        savers.refused.connect(self._refused)
        savers.saved.connect(self._saved)
        savers.told.connect(self._followed)

    def _refused(self, error: UserError) -> None:
        self._told = True
        self._tell(error)

    def _saved(self, _key: str, _answer: object) -> None:
        if self._told:
            self._told = False
            self._messages.written()

    def _followed(self, _words: str, failing: bool) -> None:
        """What couldn't be saved is on the disk: whoever was kept from closing the window needn't be any more."""
        if self._failed and self._savers.clean():
            self._failed = False
            if self._page.unsaved_words in self._messages.words():
                self._messages.written()
        self._failed = self._failed or failing
