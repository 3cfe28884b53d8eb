"""The tag tree (ISO 32000-1, 14.7–14.8) of a document, kept beside the pages while they are drawn."""

from __future__ import annotations

from dataclasses import dataclass, field

Attribute = str | int | float | tuple[float, ...]


@dataclass(eq=False, slots=True)
class Node:
    """A structure element. ``kids`` are elements and pieces of marked content as (page from 0, number on the page).

    ``attributes`` are given by owner: {"Table": {"Scope": "/Column"}}; a text value that begins with / is a name.
    ``actual`` is what the drawn text stands for, ``language`` that of the content where it is another one.
    """

    tag: str
    kids: list[Node | tuple[int, int]] = field(default_factory=list)
    attributes: dict[str, dict[str, Attribute]] = field(default_factory=dict)
    alternative: str = ""
    actual: str = ""
    language: str = ""
    widget: Widget | None = None

    def add(self, tag: str, attributes: dict[str, dict[str, Attribute]] | None = None, alternative: str = "") -> Node:
        """A new element last in this one."""
        child = Node(tag, attributes=attributes or {}, alternative=alternative)
        self.kids.append(child)
        return child


@dataclass(eq=False, slots=True)
class Widget:
    """An empty signature field on a page: its name, what it is for, and its rectangle."""

    page: int
    name: str
    description: str
    rectangle: tuple[float, float, float, float]
    node: Node


class Structure:
    """The tree of one document, its fields, and by page the element of each piece of marked content in order."""

    def __init__(self) -> None:
        self.root = Node("Document")
        self.widgets: list[Widget] = []
        self.contents: dict[int, list[Node]] = {}

    def mark(self, node: Node, page: int) -> int:
        """The number of the next piece of marked content on a page, which belongs to ``node``."""
        contents = self.contents.setdefault(page, [])
        number = len(contents)
        contents.append(node)
        node.kids.append((page, number))
        return number

    def place(self, widget: Widget) -> None:
        """Put a signature field on its page."""
        widget.node.widget = widget
        self.widgets.append(widget)
