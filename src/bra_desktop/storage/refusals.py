"""What a trigger refuses, as data: SQLite's module writes it as SQL."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Event = Literal["INSERT", "UPDATE", "DELETE"]


@dataclass(frozen=True)
class Refusal:
    """An `event` on `table` is refused with the sentence `text` when the SQL condition `when` on OLD and NEW holds."""

    name: str
    table: str
    event: Event
    when: str
    text: str
