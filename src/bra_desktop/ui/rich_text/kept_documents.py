"""What was written in a text that has left the editor can be undone when it is shown again."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextDocument

from bra_desktop.domain.text import TextDocument
from bra_desktop.ui.rich_text.edit import RichTextEdit

MOST = 10


class KeptDocuments(QObject):
    """The editor's documents of the texts that were left last, each with its steps to undo.

    A text that was written over, as by taking a version back, is left too: undoing that shows it as it stood.
    """

    def __init__(self, editor: RichTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._kept: list[tuple[str, QTextDocument, TextDocument]] = []

    def leave(self, key: str) -> None:
        """The text that stands in the editor goes. Where nothing can be undone there is nothing to keep."""
        document = self._editor.document()
        if document.isUndoAvailable() or document.isRedoAvailable():
            text = self._editor.text()
            self._editor.begin_document()
            self._kept.append((key, document, text))
            for oldest in self._kept[:-MOST]:
                self._drop(oldest)

    def show(self, key: str, text: TextDocument, *, last: bool = False) -> bool:
        """Shows the text as it was left; False if it isn't known like that. last: only if it was left just now."""
        for kept in reversed(self._kept[-1:] if last else self._kept):
            if kept[0] == key and kept[2] == text:
                self._kept.remove(kept)
                self._editor.show_document(kept[1])
                return True
        return False

    def forget(self) -> None:
        """They look otherwise than the editor does now."""
        for kept in list(self._kept):
            self._drop(kept)

    def _drop(self, kept: tuple[str, QTextDocument, TextDocument]) -> None:
        self._kept.remove(kept)
        kept[1].deleteLater()
