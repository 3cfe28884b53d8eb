"""Åtgärder while others see the screen: what is confidential is hidden until F4 shows it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bra_desktop.ui.actions.form_desk import FormDesk
from bra_desktop.ui.actions.presenter import Listed
from bra_desktop.ui.actions.screened import screened
from bra_desktop.ui.shared_bar import Screening
from bra_desktop.ui.widgets.form_pane import UNSAVED_FORM

if TYPE_CHECKING:
    from bra_desktop.ui.actions.page import ActionsPage

HIDDEN_FORM = "Ett ifyllt formulär är dolt och inte sparat. F4 visar det igen; spara eller avbryt det sedan."


class ActionsSharing(QObject):
    """`whole` is the list with nothing taken from it."""

    def __init__(self, page: ActionsPage, forms: FormDesk) -> None:
        super().__init__(page)
        self._page, self._forms = page, forms
        self.whole: Listed | None = None
        self.screening = Screening(page, self._follow)

    def as_seen(self, listed: Listed) -> Listed:
        """What has been read, as it may be seen now. A form that may not be seen is put away."""
        self.whole = listed
        self._page.unsaved_words = UNSAVED_FORM
        if not self.screening.hides:
            return listed
        self._forms.put_away(listed.withheld)
        if self._forms.kept() is not None:
            self._page.unsaved_words = HIDDEN_FORM
        return screened(listed)

    def _follow(self, _hides: bool) -> None:
        if self.whole is not None:
            self._page.show_list(self.whole)
