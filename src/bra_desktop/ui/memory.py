"""What the window remembers between days for one user: chosen columns, theme, scale. Given from outside."""

from __future__ import annotations

from typing import Protocol


class Memory(Protocol):
    """A store of short texts, which lies with the settings."""

    def recall(self, key: str) -> str:
        """What was remembered, or an empty text."""
        ...

    def remember(self, key: str, value: str) -> None: ...

    def jot(self, key: str, value: str) -> None:
        """Remembers what changes while somebody types; at once, and never a hindrance."""
        ...
