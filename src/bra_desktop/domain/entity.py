"""What every kept object has in common."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(eq=False, kw_only=True)
class Entity:
    """An object with an identity of its own.

    ``id`` is a UUID as text, given by the caller. ``revision`` counts the change sets that touched the object.
    ``created_at``, ``changed_at`` and ``deleted_at`` are UTC; a deleted object stays and can be brought back.
    """

    id: str
    revision: int = 0
    created_at: datetime | None = None
    changed_at: datetime | None = None
    deleted_at: datetime | None = None
