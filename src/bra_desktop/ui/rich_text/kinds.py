"""Turning a block into another kind: paragraph, heading, quotation."""

from PySide6.QtGui import QBrush, QColor, QFont, QTextBlock, QTextCharFormat, QTextCursor

from bra_desktop.ui.rich_text.formats import BLOCK_ID, BOLD, CAPTION, IMAGE, KIND, QUOTATION, Measures, block_format
from bra_desktop.ui.rich_text.lists import level_of, take_out


def is_special(block: QTextBlock) -> bool:
    """Whether it is a heading, a quotation, a table's caption or a picture, which can be made a paragraph."""
    form = block.blockFormat()
    return form.headingLevel() > 0 or form.property(KIND) in (QUOTATION, CAPTION, IMAGE)


def remake(block: QTextBlock, measures: Measures, kind: str, level: int = 0) -> None:
    """Another kind of block with the same words, marks and id. kind and level as in `block_format`."""
    cursor = QTextCursor(block)
    cursor.beginEditBlock()
    if level_of(block) >= 0:
        take_out(block, measures)
    cursor.setBlockFormat(block_format(measures, block.blockFormat().property(BLOCK_ID) or "", kind, level))
    pieces, at = [], block.begin()
    while not at.atEnd():
        piece = at.fragment()
        pieces.append((piece.position(), piece.length(), piece.charFormat()))
        at += 1
    for start, length, form in pieces:
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(_look(form, measures, kind, level))
    if not pieces:
        cursor.setBlockCharFormat(_look(cursor.blockCharFormat(), measures, kind, level))
    cursor.endEditBlock()


def _look(form: QTextCharFormat, measures: Measures, kind: str, level: int) -> QTextCharFormat:
    """The marks of the words, in the look of that kind of block."""
    bold = bool(form.property(BOLD)) or level > 0
    form.setFontPointSize(measures.heading_pt if level else measures.body_pt)
    form.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    if kind == QUOTATION:
        form.setForeground(QBrush(QColor(measures.muted)))
    else:
        form.clearForeground()
    return form
