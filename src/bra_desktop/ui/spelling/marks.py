"""Wavy lines under wrong words, in what is seen of a text and only when the keys rest a moment."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from bra_desktop.domain.spelling import Spelled, words_to_check
from bra_desktop.ui.rich_text.edit import RichTextEdit
from bra_desktop.ui.rich_text.formats import LANGUAGE
from bra_desktop.ui.spelling.checker import Checker
from bra_desktop.ui.spelling.overlays import Editor, Overlays
from bra_desktop.ui.theme.theme import Theme

PAUSE = 250
"""Milliseconds without a key before the words are looked at."""
LAYER = "spelling"
MOST_BLOCKS = 300


class SpellingMarks(QObject):
    """Watches one editor. The word that is being written is left in peace until the caret leaves it."""

    def __init__(self, editor: Editor, checker: Checker, theme: Theme) -> None:
        super().__init__(editor)
        self._editor, self.checker, self._theme = editor, checker, theme
        self._overlays = Overlays.of(editor)
        self._typed_at = -1
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.look)
        changed = editor.changed_at if isinstance(editor, RichTextEdit) else editor.document().contentsChange
        changed.connect(self._typed)
        editor.cursorPositionChanged.connect(self._timer.start)
        editor.verticalScrollBar().valueChanged.connect(self._timer.start)
        editor.viewport().installEventFilter(self)
        checker.changed.connect(self._timer.start)
        self._timer.start()

    def look(self) -> None:
        """Marks what is wrong in what is seen."""
        if not self._editor.isVisible() or self._editor.isReadOnly():
            self._overlays.put(LAYER, [], QTextCharFormat())
            return
        seen = list(self._seen())
        wrong = self.checker.wrong(word.text for _, word in seen)
        document = self._editor.document()
        self._overlays.put(
            LAYER,
            [
                (start, start + len(word.text))
                for start, word in seen
                if word.text in wrong and not self._is_foreign(QTextCursor(document), start)
            ],
            self._form(),
        )

    def word_at(self, position: int) -> tuple[int, Spelled] | None:
        """The word at a place of the text, and where it begins; None for what isn't asked about."""
        block = self._editor.document().findBlock(position)
        for word in words_to_check(block.text()):
            if word.start <= position - block.position() <= word.end:
                return block.position() + word.start, word
        return None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._timer.start()
        return False

    def _typed(self, place: int, removed: int, added: int) -> None:
        self._typed_at = place + added if added + removed == 1 else -1
        self._timer.start()

    def _seen(self) -> Iterator[tuple[int, Spelled]]:
        view = self._editor.viewport()
        block = self._editor.cursorForPosition(QPoint(0, 0)).block()
        last = self._editor.cursorForPosition(QPoint(view.width(), view.height())).block().blockNumber()
        caret = self._editor.textCursor().position()
        for _ in range(MOST_BLOCKS):
            if not block.isValid() or block.blockNumber() > last:
                return
            yield from self._words(block, caret)
            block = block.next()

    def _words(self, block: QTextBlock, caret: int) -> Iterator[tuple[int, Spelled]]:
        for word in words_to_check(block.text()):
            start = block.position() + word.start
            written = caret == self._typed_at and start <= caret <= start + len(word.text)
            if not written:
                yield start, word

    def _is_foreign(self, cursor: QTextCursor, start: int) -> bool:
        cursor.setPosition(start + 1)
        return bool(cursor.charFormat().property(LANGUAGE))

    def _form(self) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(self._theme.colour("late"))
        return form
