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
    """On one line in the type `role` where there is room, else in the smaller type `folded`, on two lines if needed."""

    def __init__(self, theme: Theme, role: str, folded: str, least: int) -> None:
        super().__init__(role, least)
        self._theme, self._types, self._rows = theme, (role, folded), 1

    def whole_width(self, *, folded: bool = False) -> int:
        """Pixels that all the words take on one line in the one or the other type, however they stand now."""
        return ceil(self._theme.metrics(self._types[folded]).horizontalAdvance(self.text())) + 4

    def can_be_read(self, width: int, *, most: int) -> bool:
        """Whether all the words stand there in that width, on at most so many lines."""
        if self.whole_width() <= width:
            return True
        metrics, lines = self._theme.metrics(self._types[True]), [""]
        for word in self.text().split():
            longer = f"{lines[-1]} {word}".strip()
            if metrics.horizontalAdvance(longer) <= width - 4:
                lines[-1] = longer
            else:
                lines.append(word)
        return len(lines) <= most and all(metrics.horizontalAdvance(line) <= width - 4 for line in lines)

    def fold_into(self, width: int, *, most: int) -> None:
        """Takes the type and the lines, at most so many, that the words need in that width."""
        folds = self.whole_width() > width
        rows = most if folds and self.whole_width(folded=True) > width else 1
        retone(self, "type", self._types[folds])
        if rows != self._rows:
            self._rows = rows
            self.updateGeometry()

    def lines(self) -> tuple[str, ...]:
        """What can be read of the words, line by line."""
        metrics, words = self.fontMetrics(), self.text().split()
        first = words[:1] if self._rows > 1 else words
        while len(first) < len(words) and metrics.horizontalAdvance(" ".join(words[: len(first) + 1])) <= self.width():
            first = words[: len(first) + 1]
        shown = (" ".join(first), " ".join(words[len(first) :]))
        return tuple(metrics.elidedText(one, Qt.TextElideMode.ElideRight, self.width()) for one in shown if one)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), self.fontMetrics().lineSpacing() * self._rows) if self._rows > 1 else hint

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, side = QPainter(self), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(side), "\n".join(self.lines()))
