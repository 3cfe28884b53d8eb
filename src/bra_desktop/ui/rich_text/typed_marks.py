"""Dashes and quotation marks as they are typed. Each is a step of its own: undo gives back what was typed."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from bra_desktop.domain.typographic import DASH, HYPHENS, QUOTE, dash_before_space, quotes_here
from bra_desktop.ui.rich_text.formats import CONFIDENTIAL, LANGUAGE, no_language, not_confidential
from bra_desktop.ui.rich_text.places import units

STRAIGHT = '"'
NEW_LINE = "\r"
LONGEST = 200
"""Characters that are looked at: an address may be long."""


def tidy_typed(editor: QTextEdit, event: QKeyEvent) -> None:
    """After a key has been typed: -- before a space becomes a dash, and " a quotation mark.

    A space or a new line after a passage in another language, or a confidential one, ends it: what follows is Swedish,
    and for everybody.
    """
    typed = event.text()
    if typed not in (" ", STRAIGHT, NEW_LINE) or editor.isReadOnly():
        return
    if typed != STRAIGHT:
        _end_passage(editor)
    cursor = editor.textCursor()
    before = _words_before(cursor)
    if not before.endswith(typed):
        return
    if typed == STRAIGHT:
        if quotes_here(before[:-1]):
            _replace(cursor, typed, QUOTE)
    elif (at := dash_before_space(before[:-1])) is not None:
        _replace(cursor, before[at:], DASH + before[at + len(HYPHENS) :])


def _end_passage(editor: QTextEdit) -> None:
    cursor = editor.textCursor()
    following = QTextCursor(cursor)
    within = following.movePosition(QTextCursor.MoveOperation.Right) and following.block() == cursor.block()
    here, after = cursor.charFormat(), following.charFormat() if within else QTextCharFormat()
    plain = QTextCharFormat()
    if here.property(LANGUAGE) and after.property(LANGUAGE) != here.property(LANGUAGE):
        plain.merge(no_language())
    if here.property(CONFIDENTIAL) and not after.property(CONFIDENTIAL):
        plain.merge(not_confidential())
    if plain.isEmpty():
        return
    if not cursor.atBlockStart():
        space = QTextCursor(cursor)
        space.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor)
        space.joinPreviousEditBlock()
        space.mergeCharFormat(plain)
        space.endEditBlock()
    editor.mergeCurrentCharFormat(plain)


def _words_before(cursor: QTextCursor) -> str:
    """The last words before the caret in its line, and no more: nothing here grows with the text."""
    back, block = QTextCursor(cursor), cursor.block()
    back.setPosition(max(block.position(), cursor.position() - LONGEST), QTextCursor.MoveMode.KeepAnchor)
    return back.selectedText()


def _replace(cursor: QTextCursor, words: str, by: str) -> None:
    """Those words stand before the caret."""
    form = cursor.charFormat()
    cursor.beginEditBlock()
    cursor.setPosition(cursor.position() - units(words, len(words)), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(by, form)
    cursor.endEditBlock()
