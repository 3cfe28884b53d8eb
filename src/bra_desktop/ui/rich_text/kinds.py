"""Turning a block into another kind: paragraph, heading, quotation."""

from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextCursor

from bra_desktop.ui.rich_text.formats import BLOCK_ID, BOLD, CAPTION, KIND, QUOTATION, Measures, block_format
from bra_desktop.ui.rich_text.lists import level_of, take_out


def is_special(block: QTextBlock) -> bool:
    """Whether it is a heading, a quotation or a table's caption, which can be made a paragraph."""
    form = block.blockFormat()
    return form.headingLevel() > 0 or form.property(KIND) in (QUOTATION, CAPTION)


def remake(block: QTextBlock, measures: Measures, kind: str, level: int = 0) -> None:
    """Another kind of block with the same words, marks and id. kind and level as in `block_format`."""
    cursor = QTextCursor(block)
    cursor.beginEditBlock()
    if level_of(block) >= 0:
        take_out(block, measures)
    cursor.setBlockFormat(block_format(measures, block.blockFormat().property(BLOCK_ID) or "", kind, level))
    look = QTextCharFormat()
    look.setFontPointSize(measures.heading_pt if level else measures.body_pt)
    pieces, at = [], block.begin()
    while not at.atEnd():
        piece = at.fragment()
        pieces.append((piece.position(), piece.length(), bool(piece.charFormat().property(BOLD))))
        at += 1
    for start, length, bold in pieces:
        look.setFontWeight(QFont.Weight.Bold if bold or level else QFont.Weight.Normal)
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(look)
    cursor.endEditBlock()
