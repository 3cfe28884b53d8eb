"""The tag tree (ISO 32000-1, 14.7–14.8) of a document, kept beside the pages and written into the file by pikepdf."""

from __future__ import annotations

from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, String

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
    """The tree of one document and what of it stands on each page."""

    def __init__(self) -> None:
        self.root = Node("Document")
        self.widgets: list[Widget] = []
        self._pages: dict[int, list[Node]] = {}

    def mark(self, node: Node, page: int) -> int:
        """The number of the next piece of marked content on a page, which belongs to ``node``."""
        contents = self._pages.setdefault(page, [])
        number = len(contents)
        contents.append(node)
        node.kids.append((page, number))
        return number

    def place(self, widget: Widget) -> None:
        """Put a signature field on its page."""
        widget.node.widget = widget
        self.widgets.append(widget)

    def write(self, pdf: pikepdf.Pdf) -> None:
        """Write tree, parent tree and fields into the file."""
        _Writer(pdf, self, self._pages).write()


class _Writer:
    def __init__(self, pdf: pikepdf.Pdf, structure: Structure, contents: dict[int, list[Node]]) -> None:
        self._pdf, self._structure, self._contents = pdf, structure, contents
        self._pages = [page.obj for page in pdf.pages]
        self._objects: dict[int, pikepdf.Object] = {}

    def write(self) -> None:
        pdf, root = self._pdf, self._pdf.Root
        tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        tree.K = self._element(self._structure.root, tree)
        numbers: list[object] = []
        for index, page in enumerate(self._pages):
            page.StructParents = index
            page.Tabs = Name.S
            nodes = [self._objects[id(node)] for node in self._contents.get(index, [])]
            numbers += [index, pdf.make_indirect(Array(nodes))]
        following = len(self._pages)
        for widget in self._structure.widgets:
            self._field(widget, following)
            numbers += [following, self._objects[id(widget.node)]]
            following += 1
        tree.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        tree.ParentTreeNextKey = following
        root.StructTreeRoot = tree
        root.MarkInfo = Dictionary(Marked=True)

    def _element(self, node: Node, parent: pikepdf.Object) -> pikepdf.Object:
        entries: dict[str, object] = {"/Type": Name.StructElem, "/S": Name(f"/{node.tag}"), "/P": parent}
        if node.alternative:
            entries["/Alt"] = String(node.alternative)
        if node.actual:
            entries["/ActualText"] = String(node.actual)
        if node.language:
            entries["/Lang"] = String(node.language)
        if node.attributes:
            owners = [_owner(owner, values) for owner, values in node.attributes.items()]
            entries["/A"] = owners[0] if len(owners) == 1 else Array(owners)
        page = next((kid[0] for kid in node.kids if isinstance(kid, tuple)), None)
        if page is not None:
            entries["/Pg"] = self._pages[page]
        made = self._pdf.make_indirect(Dictionary(entries))
        self._objects[id(node)] = made
        kids = [self._kid(kid, made, page) for kid in node.kids]
        if kids:
            made.K = kids[0] if len(kids) == 1 else Array(kids)
        return made

    def _kid(self, kid: Node | tuple[int, int], parent: pikepdf.Object, page: int | None) -> object:
        if isinstance(kid, Node):
            return self._element(kid, parent)
        if kid[0] == page:
            return kid[1]
        return Dictionary(Type=Name.MCR, Pg=self._pages[kid[0]], MCID=kid[1])

    def _field(self, widget: Widget, number: int) -> None:
        pdf, page = self._pdf, self._pages[widget.page]
        left, bottom, right, top = (round(side, 2) for side in widget.rectangle)
        box = Array([0, 0, round(right - left, 2), round(top - bottom, 2)])
        look = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=box, Resources=Dictionary())
        annotation = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                FT=Name.Sig,
                T=String(widget.name),
                TU=String(widget.description),
                Rect=Array([left, bottom, right, top]),
                P=page,
                F=4,
                StructParent=number,
                AP=Dictionary(N=look),
            )
        )
        if Name.Annots not in page:
            page.Annots = Array([])
        page.Annots.append(annotation)
        element = self._objects[id(widget.node)]
        # A dictionary and not an array: a later signature is refused as a change if the reference stands in an array.
        element.K = Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page)
        element.Pg = page
        root = pdf.Root
        if Name.AcroForm not in root:
            root.AcroForm = pdf.make_indirect(Dictionary(Fields=Array([]), SigFlags=0))
        root.AcroForm.Fields.append(annotation)


def _owner(owner: str, values: dict[str, Attribute]) -> Dictionary:
    entries: dict[str, object] = {"/O": Name(f"/{owner}")}
    for key, value in values.items():
        if isinstance(value, tuple):
            entries[f"/{key}"] = Array([round(number, 2) for number in value])
        elif isinstance(value, str):
            entries[f"/{key}"] = Name(value) if value.startswith("/") else String(value)
        else:
            entries[f"/{key}"] = value
    return Dictionary(entries)
