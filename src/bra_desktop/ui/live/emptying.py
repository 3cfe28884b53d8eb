"""Taking everything out of a layout before it is filled anew."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout


def empty(layout: QLayout) -> None:
    """Removes the layout's widgets; they are gone from the screen at once."""
    for place in reversed(range(layout.count())):
        item = layout.takeAt(place)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
