"""A save that was refused is told until it is saved after all. What else was refused is not mended by typing on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from bra_desktop.domain.errors import UserError
from bra_desktop.ui.live.saving.savers import Savers
from bra_desktop.ui.pages import Messages


class RefusedSaves(QObject):
    """Goes with the page that tells it; the savers stay."""

    def __init__(self, page: QObject, savers: Savers, tell: Callable[[UserError], None], messages: Messages) -> None:
        super().__init__(page)
        self._tell, self._messages, self._told = tell, messages, False
        savers.refused.connect(self._refused)
        savers.saved.connect(self._saved)

    def _refused(self, error: UserError) -> None:
        self._told = True
        self._tell(error)

    def _saved(self, _key: str, _answer: object) -> None:
        if self._told:
            self._told = False
            self._messages.written()
