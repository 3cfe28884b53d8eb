"""How high the decisions are where the page cannot spare what they need."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from bra_desktop.ui.theme.theme import Theme

GAP, NARROWEST = 12, 200
"""Units that are empty above and below the link; pixels."""


def height_for(theme: Theme, needed: int, most: int, last: QPushButton | None) -> int:
    """In pixels. last: the link that adds, where it stands last; a strip of it, which its key does too, says nothing,
    so that the text has that room.
    """
    link = 0 if last is None or last.isHidden() else last.sizeHint().height() + theme.px(GAP)
    return needed - link if 0 < needed - most < link else min(needed, most)


def wrapped_height(part: QWidget, width: int) -> int:
    """In pixels: how high the part is when its words are broken at that width."""
    wrapped = part.heightForWidth(max(NARROWEST, width))
    return wrapped if wrapped >= 0 else part.sizeHint().height()
