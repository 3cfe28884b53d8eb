"""HTML from the clipboard as blocks: words, bold and italic, headings, lists, quotations and tables; no looks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bra_desktop.domain.text import Block
from bra_desktop.exchange.clipboard.flow import Flow, Place, numbered
from bra_desktop.exchange.clipboard.html_tree import Element, parse
from bra_desktop.exchange.clipboard.lines import Marks
from bra_desktop.exchange.clipboard.styles import StyleSheet, is_bold, is_hidden, is_italic, keeps_spaces
from bra_desktop.exchange.clipboard.tables import caption_in, cells_of, is_layout, rows_of, table_of
from bra_desktop.exchange.clipboard.word_lists import WordItem, is_marker, word_item

_HEADING = re.compile(r"h([1-6])")
_WORD_HEADING = re.compile(r"(?:MsoHeading|Heading|Rubrik)([1-9])", re.IGNORECASE)
_BOLD, _ITALIC = ("b", "strong"), ("i", "em", "cite", "dfn", "var")
_LEFT_OUT = frozenset((
    "head", "title", "template", "noscript", "object", "iframe", "svg", "math", "audio", "video", "canvas",
    "select", "del",
))  # fmt: skip
"""Not words of the text. Among them what an author has deleted while changes were tracked."""

_NOTES = frozenset(("MsoCommentReference", "msocomanchor", "msocomoff", "msocomtxt", "Apple-interchange-newline"))
"""A reviewer's comments, which are not the text, and a mark that Chromium leaves."""

_QUOTES = frozenset(("MsoQuote", "MsoIntenseQuote", "quotations"))
_TITLES = {"MsoTitle": 1, "MsoSubtitle": 2}


def blocks_of_html(html: str, new_id: Callable[[], str]) -> tuple[Block, ...]:
    """Every word that a reader saw, in blocks with ids of their own; looks, pictures and hidden words are left out."""
    root, sheet = parse(html)
    flow = Flow(new_id)
    _Reader(flow, sheet).read(root, Marks())
    flow.end_line()
    return numbered(flow.blocks)


class _Reader:
    """Walks through the tree and tells the flow what to write."""

    def __init__(self, flow: Flow, sheet: StyleSheet) -> None:
        self._flow, self._sheet = flow, sheet
        self._deep = 0

    def read(self, element: Element, marks: Marks) -> None:
        """What stands inside the element."""
        for child in element.children:
            if isinstance(child, str):
                self._words(child, marks)
            elif not _is_left_out(child):
                self._element(child, _marks_in(child, marks))

    def _words(self, text: str, marks: Marks) -> None:
        if text.strip() and self._flow.line.breaks > 1:
            # An empty line is how mail separates paragraphs.
            self._flow.end_line()
        self._flow.line.write(text, marks)

    def _element(self, element: Element, marks: Marks) -> None:
        tag = element.tag
        if tag == "br":
            self._flow.line.break_line()
        elif tag == "img":
            self._picture(element, marks)
        elif tag == "q":
            self._around("”", element, "”", marks)
        elif tag == "table":
            self._table(element, marks)
        elif tag in ("ul", "ol"):
            self._list(element, marks)
        elif element.style.get("mso-tab-count"):
            self._flow.line.write("\t", replace(marks, keeps_spaces=True))
        elif element.is_block:
            self._block(element, marks)
        else:
            self.read(element, marks)

    def _block(self, element: Element, marks: Marks) -> None:
        item = word_item(element, self._sheet) if element.tag in ("p", "div") else None
        if item is not None:
            self._in_place(Place("item", item.level, item.ordered, item.number), element, marks, item)
        elif level := _heading_level(element):
            self._in_place(Place("heading", level), element, replace(marks, bold=False))
        elif element.tag == "blockquote" or not _QUOTES.isdisjoint(element.classes):
            self._in_place(Place("quotation"), element, marks)
        else:
            self._flow.end_line()
            self.read(element, marks)
            self._flow.end_line()

    def _in_place(self, place: Place, element: Element, marks: Marks, item: WordItem | None = None) -> None:
        flow = self._flow
        flow.end_line()
        outer, flow.place = flow.place, place
        if item is not None and item.left:
            flow.line.write(f"{item.left} ", marks)
        self.read(element, marks)
        flow.end_line()
        flow.place = outer

    def _list(self, element: Element, marks: Marks) -> None:
        self._flow.end_line()
        ordered, number = element.tag == "ol", element.number("start", 1) or 0
        self._deep += 1
        for child in element.children:
            if isinstance(child, str):
                self._words(child, marks)
            elif child.tag != "li":
                if not _is_left_out(child):
                    self._element(child, _marks_in(child, marks))
            elif not _is_left_out(child):
                number = child.number("value", number) or 0
                level = (child.number("data-aria-level") or child.number("aria-level") or self._deep) - 1
                self._in_place(Place("item", level, ordered, number), child, _marks_in(child, marks))
                number += 1
        self._deep -= 1
        self._flow.end_line()

    def _table(self, element: Element, marks: Marks) -> None:
        flow = self._flow
        flow.end_line()
        table = None if is_layout(element) else table_of(element, flow.new_id, lambda part: self._cell(part, marks))
        if table is not None:
            flow.add_table(table)
            return
        caption = caption_in(element)
        cells = [cell for row in rows_of(element) for cell in cells_of(row)]
        for part in cells if caption is None else [caption, *cells]:
            self.read(part, _marks_in(part, marks))
            flow.end_line()

    def _cell(self, cell: Element, marks: Marks) -> list[Block]:
        inner = Flow(self._flow.new_id)
        _Reader(inner, self._sheet).read(cell, _marks_in(cell, marks))
        inner.end_line()
        return list(numbered(inner.blocks))

    def _picture(self, element: Element, marks: Marks) -> None:
        """A picture that stands for a sign, as browsers write emoji; a description of a photograph is no word."""
        words = element.attributes.get("alt", "").strip()
        if words and len(words) <= 8 and not any(letter.isalnum() for letter in words):
            self._flow.line.write(words, marks)

    def _around(self, before: str, element: Element, after: str, marks: Marks) -> None:
        self._flow.line.write(before, marks)
        self.read(element, marks)
        self._flow.line.write(after, marks)


def _is_left_out(element: Element) -> bool:
    return (
        element.tag in _LEFT_OUT
        or "hidden" in element.attributes
        or is_hidden(element.style)
        or is_marker(element)
        or not _NOTES.isdisjoint(element.classes)
    )


def _marks_in(element: Element, marks: Marks) -> Marks:
    tag, style = element.tag, element.style
    bold, italic, spaces = is_bold(style), is_italic(style), keeps_spaces(style)
    if tag == "th" and bold is not None:
        bold = None  # how a header cell looks
    return Marks(
        bold=bold if bold is not None else marks.bold or tag in _BOLD,
        italic=italic if italic is not None else marks.italic or tag in _ITALIC,
        keeps_spaces=spaces if spaces is not None else marks.keeps_spaces or tag in ("pre", "textarea"),
        raised=marks.raised or tag == "sup" or style.get("vertical-align") == "super",
        lowered=marks.lowered or tag == "sub" or style.get("vertical-align") == "sub",
    )


def _heading_level(element: Element) -> int:
    """From 1; 0 for what is none."""
    if tag := _HEADING.fullmatch(element.tag):
        return int(tag[1])
    for name in element.classes:
        if name in _TITLES:
            return _TITLES[name]
        if word := _WORD_HEADING.fullmatch(name):
            return int(word[1])
    outline = element.style.get("mso-outline-level", "")
    return int(outline) if element.tag == "p" and outline.isdecimal() else 0
