"""What is painted over a text without being part of it: wavy lines, words that were found; a layer for each."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from bra_desktop.ui.rich_text.edit import RichTextEdit

Editor = QTextEdit | QPlainTextEdit
"""Where somebody writes, with or without marks and lists."""


class Overlays(QObject):
    """Belongs to the editor, which itself knows only one list for all."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._layers: dict[str, list[QTextEdit.ExtraSelection]] = {}
        if isinstance(editor, RichTextEdit):
            editor.turned.connect(self._turned)

    @classmethod
    def of(cls, editor: Editor) -> Overlays:
        """Those of the editor."""
        found = editor.findChild(cls)
        return found if isinstance(found, cls) else cls(editor)

    def put(self, layer: str, places: list[tuple[int, int]], form: QTextCharFormat) -> None:
        """Paints the places, from and to, in that form, instead of what the layer had before."""
        made = []
        for start, end in places:
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self._editor.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor, selection.format = cursor, form
            made.append(selection)
        if made or self._layers.get(layer):
            self._layers[layer] = made
            self._editor.setExtraSelections([one for layer in self._layers.values() for one in layer])

    def _turned(self) -> None:
        """What was painted lay over another document."""
        self._layers.clear()
        self._editor.setExtraSelections([])

    def places(self, layer: str) -> list[tuple[int, int]]:
        """Where the layer's places are now; they move with the text."""
        cursors = [selection.cursor for selection in self._layers.get(layer, [])]
        return [(cursor.selectionStart(), cursor.selectionEnd()) for cursor in cursors]
