"""HTML as a tree, forgiving as browsers are: what word processors put on the clipboard is seldom well-formed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from bra_desktop.exchange.clipboard.styles import Declarations, StyleSheet, declarations

DEEPEST = 150
"""Elements inside one another; deeper ones are taken as words of the one around them."""

BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "ul",
))  # fmt: skip
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
))  # fmt: skip
_UNREAD = frozenset(("style", "script"))
_CELLS, _ROWS = ("td", "th"), ("td", "th", "tr", "caption")
_GROUPS = ("thead", "tbody", "tfoot")
_ENDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "li": (("li",), ("ul", "ol", "table")),
    "dt": (("dt", "dd"), ("dl", "table")),
    "dd": (("dt", "dd"), ("dl", "table")),
    "td": (_CELLS, ("table",)),
    "th": (_CELLS, ("table",)),
    "tr": (_ROWS, ("table",)),
    **dict.fromkeys(_GROUPS, ((*_ROWS, *_GROUPS), ("table",))),
}
"""What a new element ends that was never closed, and how far out that is looked for."""

_CONDITION = re.compile(r"<!\[(?:if\b[^\]]*|endif)\]>", re.IGNORECASE)
"""Word's conditions in the open; those in comments are comments."""


@dataclass
class Element:
    """An element with what style sheet and attribute say of it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    style: Declarations = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        """The names in its class attribute."""
        return self.attributes.get("class", "").split()

    @property
    def is_block(self) -> bool:
        """Whether it begins and ends a line."""
        return self.tag in BLOCKS

    def elements(self) -> Iterator[Element]:
        """Its elements, not those inside them."""
        return (child for child in self.children if isinstance(child, Element))

    def inside(self, *tags: str) -> Iterator[Element]:
        """Every element of those kinds inside it, however deep."""
        for child in self.elements():
            if child.tag in tags:
                yield child
            yield from child.inside(*tags)

    def words(self) -> str:
        """All text inside it."""
        return "".join(child if isinstance(child, str) else child.words() for child in self.children)

    def number(self, name: str, default: int | None = None) -> int | None:
        """A whole number in an attribute."""
        value = self.attributes.get(name, "").strip()
        return int(value) if value.lstrip("-").isdecimal() and len(value) < 7 else default


def parse(html: str) -> tuple[Element, StyleSheet]:
    """The tree, and the style sheet that its elements have been given their styles from."""
    parser = _Parser()
    parser.feed(_CONDITION.sub("", html.replace("\x00", "")))
    parser.close()
    sheet = StyleSheet("\n".join(parser.sheets))
    _dress(parser.root, sheet)
    return parser.root, sheet


def _dress(element: Element, sheet: StyleSheet) -> None:
    element.style = sheet.of(element.tag, element.classes) | declarations(element.attributes.get("style", ""))
    for child in element.elements():
        _dress(child, sheet)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("root")
        self.sheets: list[str] = []
        self._open = [self.root]
        self._unread = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNREAD:
            self._unread = tag
            return
        self._end_what_it_ends(tag)
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in _VOID and len(self._open) < DEEPEST:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID and self._open[-1].tag == tag:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNREAD:
            self._unread = ""
        self._close((tag,), () if tag in ("table", "body", "html") else ("table",))

    def handle_data(self, data: str) -> None:
        if self._unread == "style":
            self.sheets.append(data)
        elif not self._unread:
            self._open[-1].children.append(data)

    def _end_what_it_ends(self, tag: str) -> None:
        if tag in _ENDS:
            ended, limits = _ENDS[tag]
            for _ in ended:
                self._close(ended, limits)
        if tag in BLOCKS:
            self._close(("p",), ("table", "td", "th", "li", "div", "blockquote"))

    def _close(self, tags: tuple[str, ...], limits: tuple[str, ...]) -> None:
        """Closes the innermost of those, unless a limit lies further in."""
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].tag in tags:
                del self._open[at:]
                return
            if self._open[at].tag in limits:
                return
