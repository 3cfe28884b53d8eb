"""Whether others see this computer's screen. Every page that could show what is confidential asks, and follows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from bra_desktop.domain.confidentiality import screen_words
from bra_desktop.domain.content import MeetingContent
from bra_desktop.ui.operations import Operations

SHARED_WORDS = "Skärmen delas. Det som är sekretessmarkerat är dolt, liksom dina stödanteckningar."
STILL_WORDS = (
    "Programmet avbröts medan skärmen delades, så den räknas fortfarande som delad. Det som är sekretessmarkerat är "
    "dolt, liksom dina stödanteckningar."
)
KEY = "F4"


class SharedScreen(QObject):
    """Belongs to the road to the database, not to a page: another page, or one that is built anew, hides as much.

    `changed`: the screen is shared from now on, or no longer. The window hears it first and says so.
    ``take_back``: takes away what the window has said, which may be about what has been marked since.
    """

    changed = Signal(bool)

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations)
        self._operations = operations
        self.on = self.goes_on = False
        self.take_back: Callable[[], None] = lambda: None
        self._content: MeetingContent | None = None

    @classmethod
    def of(cls, operations: Operations) -> SharedScreen:
        """The one that belongs to the road."""
        found = operations.findChild(cls)
        return found if isinstance(found, cls) else cls(operations)

    def follow(self, content: MeetingContent) -> None:
        """The meeting that is shown, with all that is hidden of it: a message may be about any of its items."""
        self._content = content

    def told(self, words: str) -> str:
        """A message as it may be said now."""
        return screen_words(self._content, words) if self.on and self._content is not None else words

    def go_on(self) -> None:
        """The program ended while the screen was shared, and has been started again."""
        if not self.on:
            self.goes_on = True
            self._be(True)

    def words(self) -> str:
        """What the window says of it."""
        return STILL_WORDS if self.goes_on else SHARED_WORDS

    def toggle(self) -> None:
        """Hides what is confidential at once, or shows it again."""
        self.goes_on = False
        self._be(not self.on)

    def _be(self, on: bool) -> None:
        self.on = self._operations.shared = on
        self._operations.screen_shared.emit(self.on)
        self.changed.emit(self.on)
