"""What was written in a text that has left the editor can be undone when it is shown again."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextDocument

from bra_desktop.domain.text import TextDocument
from bra_desktop.ui.rich_text.edit import RichTextEdit

MOST = 10


class KeptDocuments(QObject):
    """The editor's documents of the texts that were left last, by key, each with its steps to undo."""

    def __init__(self, editor: RichTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._kept: dict[str, tuple[QTextDocument, TextDocument]] = {}

    def leave(self, key: str) -> None:
        """The text that stands in the editor goes. Where nothing can be undone there is nothing to keep."""
        document = self._editor.document()
        if document.isUndoAvailable() or document.isRedoAvailable():
            text = self._editor.text()
            self._editor.begin_document()
            self._kept[key] = document, text
            for oldest in list(self._kept)[:-MOST]:
                self._drop(oldest)

    def show(self, key: str, text: TextDocument) -> bool:
        """Shows the text as it was left; False if it isn't known, or has become another one since."""
        known = self._kept.get(key)
        if known is None:
            return False
        if known[1] != text:
            self._drop(key)
            return False
        del self._kept[key]
        self._editor.show_document(known[0])
        return True

    def forget(self) -> None:
        """They look otherwise than the editor does now."""
        for key in list(self._kept):
            self._drop(key)

    def _drop(self, key: str) -> None:
        document, _text = self._kept.pop(key)
        document.deleteLater()
