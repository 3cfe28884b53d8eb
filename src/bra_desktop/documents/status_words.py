"""How something stands, told by a table's column ”Status” or ”Läge”: the word gets the same shape as in a list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from bra_desktop.domain.swedish import NBSP

Status = Literal["", "done", "ongoing", "waiting", "late", "not_started", "cancelled"]

_COLUMNS = ("status", "läge")
_WORDS: dict[str, Status] = {
    "klar": "done",
    "klart": "done",
    "pågår": "ongoing",
    "väntar": "waiting",
    "försenad": "late",
    "försenat": "late",
    "ej påbörjad": "not_started",
    "ej påbörjat": "not_started",
    "inte påbörjad": "not_started",
    "inte påbörjat": "not_started",
    "avbruten": "cancelled",
    "avbrutet": "cancelled",
}


def status_column(titles: Iterable[str]) -> int | None:
    """Which of the columns tells how things stand."""
    return next((n for n, title in enumerate(titles) if title.strip().casefold() in _COLUMNS), None)


def status_of(words: str) -> Status:
    """What a cell's first words say: ”pågår, 84 procent i tid” is ongoing; nothing for any other word."""
    said = f"{words.replace(NBSP, ' ').strip().casefold()} "
    return next(
        (status for word, status in _WORDS.items() if said.startswith(word) and not said[len(word)].isalpha()), ""
    )
