"""Who takes over from the first start."""

from __future__ import annotations

from typing import Protocol

from bra_desktop.domain.errors import UserError
from bra_desktop.ui.desk import Seated


class Reception(Protocol):
    """Who takes over once it is known with which data the window works."""

    def take_over(self, seated: Seated) -> None: ...
    def turn_away(self, error: UserError) -> None: ...
