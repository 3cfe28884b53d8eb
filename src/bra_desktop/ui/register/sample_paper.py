"""A sample paper of several pages, as wide as there is room for, with the heading that is being worded in sight."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bra_desktop.ui.theme.theme import Theme

LINE_ENDS = "\n\r\u23ce"
"""How the search shows the end of a line."""


class SamplePaper(QWidget):
    """`mark` says which words are to be marked and in sight; the paper is read when it is first drawn."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._words = theme, ""
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self.setMinimumHeight(180)
        self._going = QTimer(self)
        self._going.setSingleShot(True)
        self._going.setInterval(0)
        self._going.timeout.connect(self._go)
        theme.changed.connect(self._colour)

    def mark(self, words: str) -> None:
        """The words that the heading has now."""
        self._words = words
        if self.is_drawn():
            self._found.setSearchString(words)
            self._going.start()

    def marked(self) -> int:
        """In how many places the words are found."""
        return self._found.rowCount(self._found.index(-1, 0)) if self.is_drawn() else 0

    def draw(self, pdf: bytes) -> None:
        if not self.is_drawn():
            self._prepare()
        place = self._view.verticalScrollBar().value()
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self._view.verticalScrollBar().setValue(place)
        self._found.setSearchString("")
        self.mark(self._words)

    def is_drawn(self) -> bool:
        return hasattr(self, "_view")

    def _prepare(self) -> None:
        from PySide6.QtPdf import QPdfDocument, QPdfSearchModel  # only where there is a paper to draw

        from bra_desktop.ui.widgets.pdf_places import MarkedPages

        self._buffer, self._document = QBuffer(self), QPdfDocument(self)
        self._found = QPdfSearchModel(self)
        self._found.setDocument(self._document)
        self._found.countChanged.connect(self._going.start)
        self._view = MarkedPages(self._document, self._found, self)
        self._view.setAccessibleName("Exempel på dokument")
        self._inside.addWidget(self._view)
        self._colour()

    def _colour(self) -> None:
        if self.is_drawn():
            ground = self._view.palette()
            ground.setColor(QPalette.ColorRole.Dark, self._theme.colour("sunken"))
            self._view.setPalette(ground)

    def _go(self) -> None:
        if not self.marked():
            return
        self._view.show_found(next((n for n in range(self.marked()) if self._heads_a_line(n)), 0))

    def _heads_a_line(self, at: int) -> bool:
        """Whether what was found begins a line and is no part of a word: a heading, not the same word in a text."""
        link = self._found.resultAtIndex(at)
        before, after = link.contextBefore()[-1:], link.contextAfter()[:1]
        return (not before or before in LINE_ENDS) and not after.isalpha()
