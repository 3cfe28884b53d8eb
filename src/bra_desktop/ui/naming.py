"""Names for controls: an object name that tests find, and an accessible name that a screen reader says."""

from __future__ import annotations

import re
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from bra_desktop.ui.calm_wheel import calm_wheel, is_turned_by_wheel

PATTERN = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)+")
AnyWidget = TypeVar("AnyWidget", bound=QWidget)


def named(widget: AnyWidget, part: str, words: str = "", description: str = "") -> AnyWidget:
    """Gives the control its name `page.part` and the words that a screen reader says. Raises ValueError on others.

    Every control of a page passes here, so this is also where the wheel is kept from changing it unasked.
    """
    if not PATTERN.fullmatch(part):
        raise ValueError(f"{part!r} is not of the form page.part")
    widget.setObjectName(part)
    if words:
        widget.setAccessibleName(words)
    if description:
        widget.setAccessibleDescription(description)
    if is_turned_by_wheel(widget):
        calm_wheel(widget)
    return widget
