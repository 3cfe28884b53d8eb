"""What the key beside a message does, for a page where the same key has a meaning of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a window begins without a message
    from bra_desktop.ui.messages.message_kinds import MessageKinds


class Promising:
    """A part of the messages."""

    _made: MessageKinds | None

    def promised(self, key: str) -> Callable[[], None] | None:
        """What that key does by what can be read now, Ctrl+Z or Ctrl+Y; the same object as long as it is promised."""
        return self._made.undo.promised(key) if self._made is not None else None

    def keep_promise(self) -> None:
        """As if the link beside the key had been chosen."""
        if self._made is not None:
            self._made.undo.link_chosen.emit()
