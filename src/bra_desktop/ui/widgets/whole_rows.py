"""A list whose last row in sight is whole: half a name at its foot looks like a fault."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QListWidget


class WholeRows(QObject):
    """Leaves what is over of the height of a list with rows of one height empty, below them."""

    def __init__(self, rows: QListWidget) -> None:
        super().__init__(rows)
        self._rows, self._over = rows, 0
        rows.installEventFilter(self)
        rows.model().rowsInserted.connect(self._fit)
        rows.model().rowsRemoved.connect(self._fit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        rows, row = self._rows, self._rows.sizeHintForRow(0)
        room = rows.height() - 2 * rows.frameWidth()
        over = room % row if 0 < row <= room < row * rows.count() else 0
        if over != self._over:
            self._over = over
            rows.setViewportMargins(0, 0, 0, over)
