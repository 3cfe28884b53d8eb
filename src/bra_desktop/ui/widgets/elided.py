"""Words on a line, or on two, that end in … when they are too many; the whole stands in the tip."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.labels import retone


class ElidedLabel(QLabel):
    """Takes the room that is left, down to `least` pixels."""

    def __init__(self, role: str, least: int) -> None:
        super().__init__()
        self._least = least
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def setText(self, words: str) -> None:
        super().setText(words)
        self.setToolTip(words)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 4, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), words)


class FoldedLabel(ElidedLabel):
    """On one line in the type `role` where there is room, else on two in the smaller type `folded`."""

    def __init__(self, theme: Theme, role: str, folded: str, least: int) -> None:
        super().__init__(role, least)
        self._theme, self._types, self._folds = theme, (role, folded), False

    def whole_width(self) -> int:
        """Pixels that all the words take on one line, also while they stand on two."""
        return ceil(self._theme.metrics(self._types[0]).horizontalAdvance(self.text())) + 4

    def fold(self, folds: bool) -> None:
        """Breaks the words in two lines, or no longer."""
        if folds != self._folds:
            self._folds = folds
            retone(self, "type", self._types[folds])
            self.updateGeometry()

    def lines(self) -> tuple[str, ...]:
        """What can be read of the words, line by line."""
        metrics, words = self.fontMetrics(), self.text().split()
        first = words[:1]
        while self._folds and len(first) < len(words):
            if metrics.horizontalAdvance(" ".join(words[: len(first) + 1])) > self.width():
                break
            first = words[: len(first) + 1]
        shown = (" ".join(first), " ".join(words[len(first) :])) if self._folds else (self.text(),)
        return tuple(metrics.elidedText(one, Qt.TextElideMode.ElideRight, self.width()) for one in shown if one)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if not self._folds:
            return hint
        return QSize(hint.width(), self.fontMetrics().lineSpacing() * 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._folds:
            super().paintEvent(event)
            return
        painter, side = QPainter(self), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(side), "\n".join(self.lines()))
