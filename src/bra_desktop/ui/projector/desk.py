"""Minds the projector for Mötesläge: which item it shows, and what of it the person has chosen to show."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bra_desktop.domain.content import MeetingContent
from bra_desktop.ui.memory import Memory
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.projector.screens import mirrored
from bra_desktop.ui.projector.slide import Slide, meeting_slide, slide_of
from bra_desktop.ui.projector.window import ProjectorWindow, places
from bra_desktop.ui.theme.theme import Theme

VOTES, DARK = "projector.votes", "projector.dark"
NO, YES = "nej", "ja"


class ProjectorDesk(QObject):
    """Belongs to the road to the database, not to the page: a page that is built anew finds the window open.

    `changed`: it was opened or closed. The item that goes on is shown; another one only when it is held there.
    """

    changed = Signal(bool)

    def __init__(self, operations: Operations, theme: Theme, memory: Memory) -> None:
        super().__init__(operations)
        self._theme, self._memory = theme, memory
        self._window: ProjectorWindow | None = None
        self._content: MeetingContent | None = None
        self._typed: Mapping[str, str] = {}
        self._ongoing = self.held = ""
        operations.stopping.connect(self.close)

    @classmethod
    def of(cls, operations: Operations, theme: Theme, memory: Memory) -> ProjectorDesk:
        """The one that belongs to the road."""
        found = operations.findChild(cls)
        return found if isinstance(found, cls) else cls(operations, theme, memory)

    # ── the window ───────────────────────────────────────────────────────────────────────────
    @property
    def window(self) -> ProjectorWindow | None:
        return self._window

    def is_open(self) -> bool:
        return self._window is not None

    def toggle(self, beside: QWidget) -> None:
        """Opens it on another screen than that window's, or closes it."""
        if self._window is not None:
            self.close()
            return
        self._window = ProjectorWindow(self._theme, self._memory, beside.window())
        self._window.closed.connect(self._gone)
        self._window.view.set_dark(self.is_dark())
        self._show()
        self._window.open()
        self.changed.emit(True)

    def close(self) -> None:
        if self._window is not None:
            self._window.close()

    def is_alone(self) -> bool:
        """Whether it has to share the program's own screen."""
        return self._window is not None and self._window.alone()

    def is_mirrored(self) -> bool:
        return mirrored(places())

    def to_next_screen(self) -> None:
        if self._window is not None:
            self._window.to_next_screen()

    # ── what is shown ────────────────────────────────────────────────────────────────────────
    def follow(self, content: MeetingContent, ongoing: str, typed: Mapping[str, str]) -> None:
        """The meeting as it is now; ongoing: the item that goes on; typed: newer words of decisions, by key."""
        if ongoing != self._ongoing or self.held not in {item.key for item in content.items}:
            self.held = ""
        self._content, self._ongoing, self._typed = content, ongoing, typed
        self._show()

    def rest(self) -> None:
        """Nobody minds it: what is changed elsewhere would not be followed, so the meeting's name alone is shown."""
        self._typed = {}
        if self._window is not None and self._content is not None:
            self._window.view.show_slide(meeting_slide(self._content))

    def hold(self, key: str) -> None:
        """Shows that item until the next one is taken up; empty goes back to the one that goes on."""
        self.held = key
        self._show()

    def shows_votes(self) -> bool:
        return self._memory.recall(VOTES) != NO

    def show_votes(self, on: bool) -> None:
        self._memory.remember(VOTES, YES if on else NO)
        self._show()

    def is_dark(self) -> bool:
        """Chosen apart from the program's own look: a dark room wants a dark slide."""
        return self._memory.recall(DARK) == YES

    def set_dark(self, on: bool) -> None:
        self._memory.remember(DARK, YES if on else NO)
        if self._window is not None:
            self._window.view.set_dark(on)

    def slide(self) -> Slide | None:
        """What the room sees; None when the window is closed."""
        return self._window.view.slide() if self._window is not None else None

    def _show(self) -> None:
        """Nothing is made while nobody sees it."""
        if self._window is not None and self._content is not None:
            key = self.held or self._ongoing
            made = slide_of(self._content, key, typed=self._typed, votes=self.shows_votes())
            self._window.view.show_slide(made)

    def _gone(self) -> None:
        if self._window is not None:
            self._window.deleteLater()
            self._window = None
            self.changed.emit(False)
