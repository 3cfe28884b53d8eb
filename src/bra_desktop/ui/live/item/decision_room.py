"""How high the decisions are where the page cannot spare what they need."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

GAP = 6


def height_for(needed: int, most: int, last: QPushButton | None) -> int:
    """In pixels. last: the link that adds, where it stands last; a strip of it, which its key does too, says nothing,
    so that the text has that room.
    """
    link = 0 if last is None or last.isHidden() else last.sizeHint().height() + GAP
    return needed - link if 0 < needed - most < link else min(needed, most)
