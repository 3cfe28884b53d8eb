"""Chips of what belongs to the decisions of an item, as votes and reservations."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from bra_desktop.ui.live.wording import PartChip
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button


def part_chips(theme: Theme, parts: Sequence[PartChip], opened: Callable[[str, str], None]) -> list[Button]:
    """opened: takes the field and the key of the one that is pressed."""
    return [_chip(theme, number, part, opened) for number, part in enumerate(parts)]


def _chip(theme: Theme, number: int, part: PartChip, opened: Callable[[str, str], None]) -> Button:
    chip = Button(theme, f"live.part_{number}", part.words, "part", part.icon, tip="Ändra eller ta bort")
    press = partial(opened, part.field, part.key)
    chip.clicked.connect(lambda: press())
    return chip
