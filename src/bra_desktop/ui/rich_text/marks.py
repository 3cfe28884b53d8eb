"""Bold and italic over what is selected: what is marked there, and looks that say nothing of the words."""

from collections.abc import Callable, Iterator

from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextCursor

from bra_desktop.ui.rich_text.captions import is_caption
from bra_desktop.ui.rich_text.formats import BOLD


def is_bold(form: QTextCharFormat) -> bool:
    """Whether the words are marked as bold, and don't only look so."""
    return bool(form.property(BOLD))


def looks_bold(block: QTextBlock) -> bool:
    """Whether every word of the block looks bold, as in a heading."""
    return block.blockFormat().headingLevel() > 0 or is_caption(block)


def bold_form(*, on: bool, looks_bold: bool) -> QTextCharFormat:
    """What makes words bold, or takes that from them."""
    form = QTextCharFormat()
    form.setProperty(BOLD, on)
    form.setFontWeight(QFont.Weight.Bold if looks_bold else QFont.Weight.Normal)
    return form


def all_marked(cursor: QTextCursor, current: QTextCharFormat, has: Callable[[QTextCharFormat], bool]) -> bool:
    """Whether all selected words have the mark; without a selection whether what is typed next has it."""
    forms = [form for _block, words, form in _selected(cursor) if words.strip()]
    return all(has(form) for form in forms) if forms else has(current)


def keep_bold_looks(cursor: QTextCursor) -> None:
    """Headings in the selection look as they did."""
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    for block in dict.fromkeys(block.blockNumber() for block, *_ in _selected(cursor) if looks_bold(block)):
        part, there = QTextCursor(cursor), cursor.document().findBlockByNumber(block)
        part.setPosition(max(start, there.position()))
        part.setPosition(min(end, there.position() + there.length() - 1), QTextCursor.MoveMode.KeepAnchor)
        part.mergeCharFormat(look)


def _selected(cursor: QTextCursor) -> Iterator[tuple[QTextBlock, str, QTextCharFormat]]:
    """The pieces of text of which something is selected, with their blocks and formats."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    if start == end:
        return
    document = cursor.document()
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        at = block.begin()
        while not at.atEnd():
            piece = at.fragment()
            first, last = max(start, piece.position()), min(end, piece.position() + piece.length())
            if first < last:
                yield block, piece.text(), piece.charFormat()
            at += 1
        block = block.next()
