"""What differs between two texts: words that went are struck, words that came are underlined and bold."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit

from bra_desktop.domain.word_difference import Change, Line, Piece
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme

INDENT = 22
TONES = {Change.REMOVED: "late", Change.ADDED: "done"}
SPOKEN = {Change.REMOVED: "[borttaget: {}]", Change.ADDED: "[tillagt: {}]"}
RESHAPED = "(annan form)"


class DifferenceView(QTextEdit):
    """Is read, never written. Its description says the same in words, for somebody who hears it."""

    def __init__(self, theme: Theme, part: str) -> None:
        super().__init__()
        self._theme = theme
        self._lines: tuple[Line, ...] = ()
        named(self, part, "Skillnader mot nu")
        self.setProperty("look", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(theme.px(12))
        theme.changed.connect(self._anew)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """From the top, or from the first line that differs when that is far down."""
        self._lines = tuple(lines)
        self.clear()
        self.document().setDefaultFont(self._theme.font())
        cursor, first = QTextCursor(self.document()), -1
        for number, line in enumerate(lines):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(self._block(line))
            if line.changed and first < 0:
                first = cursor.position()
            self._write(cursor, line)
        self.setAccessibleDescription("\n".join(spoken(line) for line in lines if line.changed))
        cursor.setPosition(max(0, first))
        self.setTextCursor(cursor)
        # What stands after it is seen, too, where there is more: a difference in the last line of sight looks cut.
        self.verticalScrollBar().setValue(
            self.verticalScrollBar().value() + self.cursorRect().top() - self.viewport().height() // 3
        )

    def _anew(self) -> None:
        self.show_lines(self._lines)

    def _write(self, cursor: QTextCursor, line: Line) -> None:
        if line.begins:
            cursor.insertText(f"{line.begins} ", self._form(Piece("")))
        before = Change.SAME
        for piece in line.pieces:
            if before is Change.REMOVED and piece.change is Change.ADDED and not piece.text[:1].isspace():
                cursor.insertText(" ", self._form(Piece("")))
            cursor.insertText(piece.text, self._form(piece, heading=line.heading))
            before = piece.change
        if line.reshaped:
            form = self._form(Piece(""))
            form.setForeground(self._theme.colour("muted"))
            cursor.insertText(f" {RESHAPED}", form)

    def _block(self, line: Line) -> QTextBlockFormat:
        form = QTextBlockFormat()
        form.setLeftMargin(self._theme.px(INDENT) * (line.level + 1 if line.begins else 0))
        form.setBottomMargin(self._theme.px(6))
        return form

    def _form(self, piece: Piece, heading: bool = False) -> QTextCharFormat:
        form = QTextCharFormat()
        bold = heading or piece.change is Change.ADDED
        form.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        form.setFontStrikeOut(piece.change is Change.REMOVED)
        form.setFontUnderline(piece.change is Change.ADDED)
        tone = TONES.get(piece.change, "text")
        form.setForeground(self._theme.colour(tone))
        if piece.change in TONES:
            form.setBackground(self._theme.colour(f"{tone}-soft"))
        return form


def spoken(line: Line) -> str:
    """The line with what went and came said in words."""
    words = "".join(SPOKEN.get(piece.change, "{}").replace("{}", piece.text) for piece in line.pieces)
    return " ".join(filter(None, (line.begins, words, RESHAPED if line.reshaped else "")))
