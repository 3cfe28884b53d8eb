"""From the blocks of running text to boxes: paragraphs, headings, nested lists, tables and pictures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from bra_desktop.documents.as_tables import vote_table
from bra_desktop.documents.clean_text import clean
from bra_desktop.documents.outline import Outline
from bra_desktop.documents.pdf.build_tables import Tables
from bra_desktop.documents.pdf.flow import Box, Hanging, ItemHead, ItemsEnd, Picture, RailLabel, TextBox
from bra_desktop.documents.pdf.fonts import Typeface
from bra_desktop.documents.pdf.images import prepared
from bra_desktop.documents.pdf.structure import Node
from bra_desktop.documents.pdf.style import (
    BODY,
    CAPTION,
    COLUMN,
    MM,
    NOTE,
    QUOTE,
    ROOM_BEFORE_SECTION,
    SECTION,
    SUBHEADING,
    Style,
)
from bra_desktop.documents.pdf.table import TableBox
from bra_desktop.documents.text_blocks import (
    Heading,
    Image,
    ListBlock,
    Paragraph,
    Quotation,
    Runs,
    Table,
    TextBlock,
    VoteTable,
    words,
)

_LIST_STEP, _NUMBER_ROOM = 15.0, 22.0
_SHORT_PARAGRAPH = 80
_STOPS = ".!?)”"
_LONG_END, _LONGEST_END = 5, 14
_ROOM_TO_WRITE = 16.0
_TALLEST_PICTURE = 110 * MM


@dataclass(frozen=True)
class _OpenList:
    """A list that goes on: where its labels stand, its element, and body and text edge of its last item."""

    level: int
    numbered: bool
    at: float
    node: Node
    body: Node
    edge: float = 0.0


class TextBuilder:
    """Adds the boxes of text blocks to ``boxes`` and their elements to the tag tree, headings by ``outline``."""

    def __init__(self, typeface: Typeface) -> None:
        self.boxes: list[Box] = []
        self._typeface = typeface
        self.outline = Outline()
        self._tables = Tables(typeface)

    def content(self, block: TextBlock, node: Node, style: Style | None = None) -> None:
        """The boxes of a block below an element; ``style`` replaces that of running text."""
        match block:
            case Paragraph(runs, tone, fill_in):
                own = style or (NOTE if tone == "note" else BODY)
                box = self.paragraph(node.add("P"), runs, own.but(bold=True) if tone == "strong" else own)
                if fill_in:
                    box.fill_in, box.before = True, _ROOM_TO_WRITE
            case Heading():
                self._heading(block, node)
            case ListBlock():
                self._list(block, node, style or BODY)
            case Quotation(runs):
                quote = node.add("BlockQuote").add("P")
                self.paragraph(quote, runs, style or QUOTE, indent=14, right=10)
            case Table():
                self.table(block, node)
            case VoteTable():
                self.table(vote_table(block), node)
            case Image():
                self._image(block, node)

    def paragraph(self, node: Node, runs: Runs, style: Style, **layout: Any) -> TextBox:
        """A paragraph of an element."""
        box = TextBox(node, runs, style, self._typeface, **layout)
        self.boxes.append(box)
        return box

    def heading_tag(self, level: int) -> str:
        """The tag of a heading at a level."""
        return f"H{self.outline.level(level)}"

    def keep_last(self) -> None:
        """What stands last goes with the frame that follows, so that it never stands alone on a page."""
        for before in reversed(self.boxes):
            before.keep_next = before.keep_next or isinstance(before, TextBox | TableBox | ItemsEnd)
            if not isinstance(before, ItemsEnd):
                break

    def keep_end(self) -> None:
        """The end of the text goes with the signatures: a paragraph or table, with the short texts below it.

        Of a decision the last clauses go together, so that what is signed stands above the names. A few parts are
        enough: what stands before them may stay on the page before.
        """
        for n, before in enumerate(reversed(self.boxes)):
            if not isinstance(before, TextBox | TableBox | RailLabel) or n == _LONGEST_END:
                break
            if isinstance(before, RailLabel) and n >= _LONG_END:
                break
            before.keep_next = True
            above = self._last(n + 1)
            decided = isinstance(before, TextBox) and before.bar and isinstance(above, TextBox)
            if not (decided or isinstance(before, RailLabel) or (isinstance(before, TextBox) and is_short(before))):
                break

    def keep_short_beginning(self) -> None:
        """One line below an item's heading goes with the label that follows, so that they are not left alone."""
        last, above, higher = self._last(0), self._last(1), self._last(2)
        heading = higher if isinstance(above, RailLabel) else above
        if isinstance(last, TextBox) and isinstance(heading, ItemHead) and is_short(last):
            last.keep_next = True

    def _last(self, n: int) -> Box | None:
        """The last box, or the n:th before it."""
        return self.boxes[-1 - n] if len(self.boxes) > n else None

    def _keep_introduction(self) -> None:
        """What introduces a list or a table goes with it: words that end with a colon, a line that ends with no stop,
        one line below a heading.
        """
        last, above = self._last(0), self._last(1)
        if isinstance(last, TextBox):
            end, running = "".join(run.text for run in last.runs).rstrip()[-1:], last.style.size == BODY.size
            begins = is_short(last) and (end not in _STOPS or isinstance(above, ItemHead | RailLabel))
            if end == ":" or (running and begins):
                last.keep_next = last.gives_way = True

    def _heading(self, block: Heading, node: Node) -> None:
        wide = block.level == 2
        style = SECTION if wide else SUBHEADING
        tag = f"H{self.outline.level_in_text(block)}"
        box = self.paragraph(node.add(tag), block.runs or words(block.text), style)
        box.wide = box.clears_rail = wide
        box.bookmark = clean(block.text).strip() if wide else ""
        box.keep_next, box.room = True, ROOM_BEFORE_SECTION

    def _list(self, block: ListBlock, node: Node, style: Style) -> None:
        """Nested lists: a deeper item's list stands in the body of the item before it."""
        open_lists: list[_OpenList] = []
        last, first_box = len(block.items) - 1, len(self.boxes)
        self._keep_introduction()
        between = 0.0 if block.tight else 3.0
        for n, item in enumerate(block.items):
            numbered = item.label[:-1].isdigit()
            while open_lists and open_lists[-1].level > item.level:
                open_lists.pop()
            if open_lists and open_lists[-1].level == item.level:
                holder = open_lists.pop()
                if holder.numbered != numbered:
                    holder = self._new_list(open_lists, node, item.level, numbered)
            else:
                holder = self._new_list(open_lists, node, item.level, numbered)
            entry = holder.node.add("LI")
            label, body = entry.add("Lbl"), entry.add("LBody")
            room = max(_NUMBER_ROOM, 6.0 * len(item.label) + 4) if numbered else _LIST_STEP
            edge = holder.at + room
            open_lists.append(replace(holder, body=body, edge=edge))
            deeper = n < last and block.items[n + 1].level > item.level
            said = body.add("P") if deeper else body
            own = style.but(after=8.0 if n == last else between) if style is BODY else style
            self.paragraph(said, item.runs, own, indent=edge, label=Hanging(label, item.label), label_at=holder.at)
        for n in range(last):
            if block.whole or n in (0, last - 1):  # one item of a list never stands alone
                self.boxes[first_box + n].keep_next = True

    def _new_list(self, open_lists: list[_OpenList], node: Node, level: int, numbered: bool) -> _OpenList:
        parent = open_lists[-1].body if open_lists else node
        made = parent.add("L", {"List": {"ListNumbering": "/Decimal" if numbered else "/Disc"}})
        return _OpenList(level, numbered, open_lists[-1].edge if open_lists else 0.0, made, made)

    def table(self, block: Table, node: Node) -> TableBox:
        """A table with its caption."""
        summary = block.summary or block.caption
        holder = node.add("Table", {"Table": {"Summary": summary}} if summary else {})
        self._keep_introduction()
        if block.caption:
            caption = self.paragraph(holder.add("Caption"), words(block.caption), CAPTION, keep_next=True)
        box = self._tables.box(block, holder)
        if block.caption:
            caption.wide = caption.clears_rail = box.wide
        box.clears_rail = box.wide
        self.boxes.append(box)
        return box

    def _image(self, block: Image, node: Node) -> None:
        image, across, tall = prepared(block.data, block.alternative, block.width, COLUMN, _TALLEST_PICTURE)
        figure = node.add("Figure", alternative=block.alternative or "Bild utan beskrivning")
        self.boxes.append(Picture(figure, image, across, tall, keep_next=bool(block.caption)))
        if block.caption:
            self.paragraph(node.add("P"), words(block.caption), NOTE)


def is_short(box: TextBox) -> bool:
    """Whether a paragraph is about a line."""
    return sum(len(run.text) for run in box.runs) <= _SHORT_PARAGRAPH
