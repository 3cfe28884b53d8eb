"""Every block keeps its id: a split gives the new half one of its own, a paste brings none along."""

from collections.abc import Callable

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from bra_desktop.ui.rich_text.captions import captioned, is_caption
from bra_desktop.ui.rich_text.formats import BLOCK_ID, FILLER, START, Measures, block_format, list_of
from bra_desktop.ui.rich_text.kinds import remake
from bra_desktop.ui.rich_text.tables import table_at


def give_ids(document: QTextDocument, new_id: Callable[[], str], measures: Measures) -> bool:
    """Gives an id to each block that lacks one or shares it; of those that share, the first with words keeps it.

    A block that Qt left bare, as when all was taken away, gets the look of a paragraph again, and so does a caption
    that has left its table. The change joins the edit before it, so that one undo takes both back. Tells whether
    anything was changed.
    """
    keepers: dict[str, int] = {}
    blocks = _blocks(document)
    for block in blocks:
        known = block.blockFormat().property(BLOCK_ID)
        if known and (known not in keepers or _is_empty(document, keepers[known])):
            keepers[known] = block.blockNumber()
    wrong = [b for b in blocks if keepers.get(b.blockFormat().property(BLOCK_ID) or "") != b.blockNumber()]
    if not wrong:
        return False
    cursor = QTextCursor(document)
    cursor.joinPreviousEditBlock()
    for block in wrong:
        if is_caption(block):
            remake(block, measures, "")
        cursor.setPosition(block.position())
        form = block.blockFormat()
        if not form.propertyCount() and list_of(block) is None:
            form = block_format(measures, "")
        form.setProperty(BLOCK_ID, new_id())
        form.clearProperty(START)
        form.clearProperty(FILLER)
        cursor.setBlockFormat(form)
    cursor.endEditBlock()
    return True


def id_of(block: QTextBlock) -> str:
    """The id of the block of the text that this one is, or is a part of: a cell's and a caption's is their table's."""
    table = table_at(QTextCursor(block)) or captioned(block)
    known: str = (block.blockFormat() if table is None else table.format()).stringProperty(BLOCK_ID)
    return known


def _is_empty(document: QTextDocument, number: int) -> bool:
    return not document.findBlockByNumber(number).text()


def _blocks(document: QTextDocument) -> list[QTextBlock]:
    """Those that are blocks of the text: not cells and captions of tables, and not the empty ones beside tables."""
    blocks, block = [], document.begin()
    while block.isValid():
        filler = block.blockFormat().property(FILLER) and not block.text()
        if QTextCursor(block).currentTable() is None and not filler and captioned(block) is None:
            blocks.append(block)
        block = block.next()
    return blocks
