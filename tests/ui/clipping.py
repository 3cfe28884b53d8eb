"""Finds words that a control has too little room for."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QRadioButton, QWidget

ROUNDING = 1
BUTTONS = (QPushButton, QCheckBox, QRadioButton)


def clipped(root: QWidget) -> list[str]:
    """Every label and button below root, of those that can be seen, that shows less than its words."""
    return [told for widget in root.findChildren(QWidget) if widget.isVisible() for told in _clipped(widget)]


def _clipped(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel) and widget.text() and widget.pixmap().isNull():
        room = widget.contentsRect()
        if widget.wordWrap():
            if widget.heightForWidth(widget.width()) > widget.height() + ROUNDING:
                yield _told(widget, widget.text(), "lines")
            longest = max(_words_of(widget), default=0)
        elif widget.textFormat() == Qt.TextFormat.PlainText or "<" not in widget.text():
            longest = widget.fontMetrics().horizontalAdvance(widget.text())
        else:
            longest = 0
        if longest > room.width() + ROUNDING:
            yield _told(widget, widget.text(), f"{longest} > {room.width()}")
    elif isinstance(widget, BUTTONS) and widget.text() and widget.sizeHint().width() > widget.width() + ROUNDING:
        yield _told(widget, widget.text(), f"{widget.sizeHint().width()} > {widget.width()}")
    if isinstance(widget, QPushButton | QComboBox) and widget.height() + ROUNDING < widget.minimumSizeHint().height():
        yield _told(widget, widget.accessibleName(), "height")


def _words_of(label: QLabel) -> list[int]:
    """The widths of the words that a wrapped label cannot break."""
    if "<" in label.text():
        return []
    return [label.fontMetrics().horizontalAdvance(word) for word in label.text().split()]


def _told(widget: QWidget, words: str, why: str) -> str:
    return f"{widget.objectName() or type(widget).__name__} {words!r}: {why}"
