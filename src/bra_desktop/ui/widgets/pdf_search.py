"""Looking for words in a document: page by page, so that it is known when all of it has been searched."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtPdf import QPdfDocument, QPdfSearchModel


class PdfSearch(QObject):
    """Qt's own search takes a tenth of a second for each page and never says that it is done.

    It is asked for one page at each round of the event loop instead. `changed` tells that more is known.
    """

    changed = Signal()

    def __init__(self, document: QPdfDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self.model = QPdfSearchModel(self)
        self.model.setDocument(document)
        self._next, self._words = 0, ""
        self._rounds = QTimer(self)
        self._rounds.timeout.connect(self._one_page)

    def look_for(self, words: str) -> None:
        """Begins anew; for nothing where there are no words."""
        self._words = words
        self.model.setSearchString(words)
        self._next = 0
        if words:
            self._rounds.start(0)
        else:
            self._rounds.stop()
        self.changed.emit()

    def again(self) -> None:
        """The document is another one; the words are the same."""
        if self._words:
            self.model.setSearchString("")
            self.look_for(self._words)

    def hits(self) -> int:
        """So many as are known as yet."""
        return self.model.rowCount(self.model.index(-1, 0))

    def is_searching(self) -> bool:
        return self._rounds.isActive()

    def words(self, hit: int = -1) -> str:
        """What is said of it beside the field; ``hit`` is the one that was gone to, from 0."""
        count = self.hits()
        if not self._words:
            return ""
        if self.is_searching():
            return f"Söker… {count}" if count else "Söker…"
        if count > 1 and hit >= 0:
            return f"{hit + 1} av {count}"
        return "1 träff" if count == 1 else f"{count or 'Inga'} träffar"

    def _one_page(self) -> None:
        if self._next < self._document.pageCount():
            self.model.resultsOnPage(self._next)
            self._next += 1
        if self._next >= self._document.pageCount():
            self._rounds.stop()
        self.changed.emit()
