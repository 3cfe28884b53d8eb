"""What the window remembers between days for one user: chosen columns, theme, scale. Given from outside."""

from __future__ import annotations

from typing import Protocol


class Memory(Protocol):
    """A store of short texts. The real one lies with the settings; `Brief` below lasts as long as the window."""

    def recall(self, key: str) -> str:
        """What was remembered, or an empty text."""
        ...

    def remember(self, key: str, value: str) -> None: ...


class Brief:
    """A memory that ends with the program: for the first start, before there is a place to keep anything."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    def recall(self, key: str) -> str:
        return self._kept.get(key, "")

    def remember(self, key: str, value: str) -> None:
        self._kept[key] = value
