"""A meeting's page while others see the screen: says so, hides what is confidential, and lets F4 show it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from bra_desktop.ui.shared_screen import KEY, SHARED_WORDS, SharedScreen
from bra_desktop.ui.widgets.note_bar import NoteBar

if TYPE_CHECKING:
    from bra_desktop.ui.meeting.page import MeetingPage


class MeetingSharing(QObject):
    """`bar` says that the screen is shared, as long as it is."""

    def __init__(self, page: MeetingPage) -> None:
        super().__init__(page)
        self._page, self._hides = page, False
        self._screen = SharedScreen.of(page.context.operations)
        self._screen.changed.connect(self._changed)
        self.bar = NoteBar(page.context.theme, "meeting.shared", "attention", closable=False)
        self.bar.show_note(SHARED_WORDS, "Visa igen", aside=KEY, icon="eye")
        self.bar.link_chosen.connect(self._screen.toggle)
        self.bar.hide()
        QShortcut(QKeySequence(KEY), page).activated.connect(self._screen.toggle)

    def arrive(self) -> None:
        """The page is shown: the screen may have come to be shared since it was shown last."""
        if self._hides == self._screen.on:
            return
        self._hides = self._screen.on
        page = self._page
        page.side.close_pane()  # what is typed there is saved, and nobody writes on half an item
        page.parts.leave()
        page.versions.leave()
        page.wait()
        self.bar.setVisible(self._hides)
        page.presenter.share_screen(self._hides)

    def _changed(self, _on: bool) -> None:
        if self._page.isVisible():
            self.arrive()
