"""A meeting's page while others see the screen: what is confidential is hidden until F4 shows it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bra_desktop.ui.shared_bar import Screening

if TYPE_CHECKING:
    from bra_desktop.ui.meeting.page import MeetingPage


class MeetingSharing(QObject):
    """Puts away what is open, and has the page told anew."""

    def __init__(self, page: MeetingPage) -> None:
        super().__init__(page)
        self._page = page
        self.screening = Screening(page, self._follow)

    def _follow(self, hides: bool) -> None:
        page = self._page
        page.side.close_pane()  # what is typed there is saved, and nobody writes on half an item
        page.parts.leave()
        page.versions.leave()
        page.wait()
        page.presenter.share_screen(hides)
