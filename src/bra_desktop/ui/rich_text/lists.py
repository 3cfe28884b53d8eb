"""Making, joining and leaving lists while somebody types."""

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextList

from bra_desktop.domain.text import MAX_LEVEL
from bra_desktop.ui.rich_text.formats import BLOCK_ID, ORDERED, START, Measures, block_format, list_format, list_of


def level_of(block: QTextBlock) -> int:
    """The level of a list item, from 0; -1 for what is none."""
    listed = list_of(block)
    return listed.format().indent() - 1 if listed is not None else -1


def is_ordered(block: QTextBlock) -> bool:
    """Whether it is an item of a numbered list."""
    listed = list_of(block)
    return listed is not None and listed.format().style() in ORDERED


def put_in_list(block: QTextBlock, ordered: bool, level: int, measures: Measures) -> None:
    """Makes the block an item of that level, in the list of its sibling above when there is one."""
    level = max(0, min(MAX_LEVEL, level))
    cursor = QTextCursor(block)
    cursor.beginEditBlock()
    listed = list_of(block)
    if listed is not None:
        listed.remove(block)
    known = block.blockFormat().property(BLOCK_ID) or ""
    cursor.setBlockFormat(block_format(measures, known, "list_item"))
    sibling = _sibling(block, ordered, level)
    if sibling is not None:
        sibling.add(block)
    else:
        cursor.createList(list_format(ordered, level, None))
    cursor.endEditBlock()


def take_out(block: QTextBlock, measures: Measures) -> None:
    """Makes the item a paragraph."""
    cursor = QTextCursor(block)
    cursor.beginEditBlock()
    listed = list_of(block)
    if listed is not None:
        listed.remove(block)
    cursor.setBlockFormat(block_format(measures, block.blockFormat().property(BLOCK_ID) or ""))
    cursor.endEditBlock()


def shift(block: QTextBlock, steps: int, measures: Measures) -> None:
    """One level in or out; out of the first level is out of the list."""
    level = level_of(block) + steps
    if level < 0:
        take_out(block, measures)
    else:
        put_in_list(block, is_ordered(block), level, measures)


def shift_all(blocks: list[QTextBlock], steps: int, measures: Measures) -> None:
    """Items one level in or out together, as one step to undo; what is no item stays."""
    items = [block for block in blocks if level_of(block) >= 0]
    if not items:
        return
    cursor = QTextCursor(items[0])
    cursor.beginEditBlock()
    for block in items:
        shift(block, steps, measures)
    cursor.endEditBlock()


def regroup(document: QTextDocument) -> None:
    """Lets numbers on the screen be those on paper: items count on as long as nothing else stands between them.

    Qt counts on within what it made as one list, wherever its items stand now. The change joins the edit before it;
    what undo has brought back is as it was then.
    """
    if document.isRedoAvailable():
        return
    cursor = QTextCursor(document)
    lists: dict[int, QTextList] = {}
    used: set[int] = set()
    joined, block = False, document.begin()
    while block.isValid():
        listed = list_of(block)
        if listed is None:
            lists.clear()
        else:
            wanted = _wanted(block, listed, lists, used)
            if wanted is not listed:
                if not joined:
                    cursor.joinPreviousEditBlock()
                    joined = True
                listed = _move(block, listed, wanted)
            used.add(listed.objectIndex())
            lists[level_of(block)] = listed
        block = block.next()
    if joined:
        cursor.endEditBlock()


def _wanted(block: QTextBlock, listed: QTextList, lists: dict[int, QTextList], used: set[int]) -> QTextList | None:
    """The list that the item counts in: that of the items before it, else its own; None for one of its own to come."""
    level = level_of(block)
    for deeper in [known for known in lists if known > level]:
        del lists[deeper]
    if listed.format().style() not in ORDERED:
        return listed
    before = lists.get(level)
    counts_on = before is not None and before.format().style() in ORDERED
    if counts_on and before is not None and not isinstance(block.blockFormat().property(START), int):
        return listed if before.objectIndex() == listed.objectIndex() else before
    return None if listed.objectIndex() in used else listed


def _move(block: QTextBlock, listed: QTextList, wanted: QTextList | None) -> QTextList:
    if wanted is None:
        form = listed.format()
        form.setStart(1)
        return QTextCursor(block).createList(form)
    wanted.add(block)
    return wanted


def _sibling(block: QTextBlock, ordered: bool, level: int) -> QTextList | None:
    above = block.previous()
    while above.isValid() and level_of(above) >= level:
        if level_of(above) == level:
            return list_of(above) if is_ordered(above) == ordered else None
        above = above.previous()
    return None
