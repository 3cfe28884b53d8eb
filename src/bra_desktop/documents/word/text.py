"""Blocks of running text as paragraphs and tables: what every document is filled with."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn

from bra_desktop.documents.as_tables import vote_table
from bra_desktop.documents.outline import Outline
from bra_desktop.documents.pdf.style import FULL
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
from bra_desktop.documents.word.numbering import Numbering
from bra_desktop.documents.word.parts import (
    Element,
    break_before,
    indent,
    keep_with_next,
    paragraph,
    part,
    set_spacing,
    tab_run,
    tab_stops,
    text_runs,
    twips,
)
from bra_desktop.documents.word.pictures import Pictures
from bra_desktop.documents.word.tables import table_element

_AFTER_TABLE, _BEFORE_LINE = 9.0, 16.0


class TextMaker:
    """Adds what blocks become to ``elements``; headings get their level from ``outline``."""

    def __init__(self, pictures: Pictures, numbering: Numbering) -> None:
        self.elements: list[Element] = []
        self.outline = Outline()
        self._pictures, self._numbering = pictures, numbering
        self._turn = False

    def turn_page(self) -> None:
        """What comes next begins a page."""
        self._turn = bool(self.elements)

    def add(self, element: Element) -> None:
        """One more paragraph or table; two tables are kept apart, and what follows a table stands a little below it."""
        is_table = element.tag == qn("w:tbl")
        after_table = bool(self.elements) and self.elements[-1].tag == qn("w:tbl")
        if after_table and is_table:
            self.elements.append(paragraph("Skiljer"))
        elif after_table and not _has_room_above(element):
            set_spacing(element.pPr, before=_AFTER_TABLE)
        if self._turn:
            break_before(element)
            self._turn = False
        self.elements.append(element)

    def block(self, block: TextBlock) -> None:
        """What a block becomes."""
        match block:
            case Paragraph():
                self._paragraph(block)
            case Heading():
                self._heading(block)
            case ListBlock():
                self._list(block)
            case Quotation(runs):
                self._said("Quote", runs)
            case Table():
                self._table(block)
            case VoteTable():
                self._table(vote_table(block))
            case Image():
                self._image(block)

    def aside(self, level: int) -> dict[str, Any]:
        """The layout of a heading of level 2 that has no number: at the margin, without the rule of an item."""
        if level != 2:
            return {}
        nothing = part("pBdr", part("top", val="nil"))
        return {"indent": indent(0), "borders": nothing}

    def _said(self, style: str, runs: Runs, **layout: Any) -> None:
        inside = text_runs(runs)
        if inside:
            self.add(paragraph(style, *inside, **layout))

    def _paragraph(self, block: Paragraph) -> None:
        if block.fill_in:
            spacing = part("spacing", before=twips(_BEFORE_LINE), after=twips(7))
            stops = tab_stops((FULL, "right", "underscore"))
            self.add(paragraph("BodyText", *text_runs(block.runs), tab_run(), tabs=stops, spacing=spacing))
            return
        style = "Notis" if block.tone == "note" else "BodyText"
        inside = text_runs(block.runs, bold=block.tone == "strong")
        if inside:
            self.add(paragraph(style, *inside))

    def _heading(self, block: Heading) -> None:
        level = self.outline.level_in_text(block)
        self._said(f"Heading{level}", block.runs or words(block.text), **self.aside(level))

    def _list(self, block: ListBlock) -> None:
        self._keep_introduction()
        last = len(block.items) - 1
        for n, (item, (style, number)) in enumerate(zip(block.items, self._numbering.places(block), strict=True)):
            after = 0.0 if block.tight and n < last else 8.0 if n == last else None
            spacing = part("spacing", after=twips(after)) if after is not None else None
            keep = n < last and (block.whole or n in (0, last - 1))
            self.add(paragraph(style, *text_runs(item.runs), number=number, spacing=spacing, keep_next=keep))

    def _table(self, block: Table) -> None:
        self._keep_introduction()
        if block.caption:
            self._said("Caption", words(block.caption))
        self.add(table_element(block))

    def _image(self, block: Image) -> None:
        self.add(paragraph("BodyText", self._pictures.in_line(block), keep_next=bool(block.caption)))
        if block.caption:
            self._said("Notis", words(block.caption))

    def _keep_introduction(self) -> None:
        """Words that end with a colon go with the list or table that they introduce."""
        last = self.elements[-1] if self.elements else None
        if last is not None and last.tag == qn("w:p") and _words(last).rstrip().endswith(":"):
            keep_with_next(last)


def _words(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


def _has_room_above(element: Element) -> bool:
    style = element.pPr.find(qn("w:pStyle")).get(qn("w:val"))
    return str(style).startswith(("Heading", "Caption", "Falt"))
