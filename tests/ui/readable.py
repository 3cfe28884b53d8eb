"""Everything that can be read on the screen, for tests about what must not be."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QAbstractListModel
from PySide6.QtWidgets import QAbstractItemView, QWidget

ROLES = (0, 3, 11, 256)  # display, tip, accessible text, and the rows' own


def readable(within: QWidget, counts: Callable[[QWidget], bool] = lambda _widget: True) -> str:
    """Every word in the widgets that count, in tables, tips and by a screen reader."""
    words: list[str] = []
    for widget in filter(counts, within.findChildren(QWidget)):
        words += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        for name in ("text", "toPlainText", "title", "currentText"):
            told = getattr(widget, name, None)
            with suppress(TypeError):  # a page's own, which tells it of something
                words.append(str(told()) if callable(told) else "")
        model = widget.model() if isinstance(widget, QAbstractItemView) else None
        for row in range(model.rowCount() if model else 0):
            for at in range(1 if isinstance(model, QAbstractListModel) else model.columnCount() if model else 0):
                index = model.index(row, at) if model else None
                words += [str(index.data(role)) for role in ROLES] if index else []
    return "\n".join(words)
