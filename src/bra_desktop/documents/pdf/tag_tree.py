"""The tag tree in the drawn file: its objects are appended as an incremental update (ISO 32000-1, 7.5.6).

There are thousands of them in a long protocol, so they are written as text; what belongs to the pages and the form is
set by pikepdf, which then writes the file anew without any update in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from struct import Struct

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from bra_desktop.documents.pdf.structure import Attribute, Node, Structure, Widget

_TRAILER = re.compile(rb"trailer\s(.*)startxref\s+(\d+)\s+%%EOF\s*\Z", re.DOTALL)
_KEPT = re.compile(rb"/(Root|Info) (\d+ \d+ R)")
_ENTRY_FORMAT = Struct(">BII")
_SIZE = re.compile(rb"/Size (\d+)")
_SPECIAL, _ESCAPED = re.compile(r"[\\()]"), r"\\\g<0>"


class TagTree:
    """The tree as objects of a file. ``pages`` are the numbers of the pages' objects in it."""

    def __init__(self, structure: Structure, pages: Sequence[int]) -> None:
        self._structure, self._pages = structure, pages
        self._numbers: dict[int, int] = {}
        self._objects: list[str] = []
        self._first = self._root = 0

    def appended_to(self, drawn: bytes) -> bytes:
        """The file with the tree's objects in it, which nothing refers to until ``bind``."""
        trailer = _TRAILER.search(drawn, max(len(drawn) - 1000, 0))
        size = _SIZE.search(trailer[1]) if trailer else None
        if trailer is None or size is None:
            raise ValueError("trailer")
        self._first = int(size[1])
        self._objects.clear()
        self._write_tree()
        kept = b"".join(b"/%b %b" % found for found in _KEPT.findall(trailer[1]))
        return drawn + self._update(len(drawn), kept, int(trailer[2]))

    def bind(self, pdf: pikepdf.Pdf) -> None:
        """Let the document, its pages and its fields refer to the tree; ``pdf`` is the file with the tree appended."""
        pages = [page.obj for page in pdf.pages]
        for index, page in enumerate(pages):
            page.StructParents = index
            page.Tabs = Name.S
        for following, widget in enumerate(self._structure.widgets, len(pages)):
            element = pdf.get_object((self._numbers[id(widget.node)], 0))
            _add_field(pdf, pages[widget.page], widget, element, following)
        pdf.Root.StructTreeRoot = pdf.get_object((self._root, 0))
        pdf.Root.MarkInfo = Dictionary(Marked=True)

    # ── the objects ──────────────────────────────────────────────────────────────────────────
    def _write_tree(self) -> None:
        structure = self._structure
        self._root = self._object("")
        top = self._element(structure.root, self._root)
        numbers = []
        for index in range(len(self._pages)):
            nodes = " ".join(f"{self._numbers[id(node)]} 0 R" for node in structure.contents.get(index, []))
            numbers.append(f"{index} {self._object(f'[{nodes}]')} 0 R")
        for following, widget in enumerate(structure.widgets, len(self._pages)):
            numbers.append(f"{following} {self._numbers[id(widget.node)]} 0 R")
        parents = self._object(f"<</Nums[{' '.join(numbers)}]>>")
        self._objects[self._root - self._first] = (
            f"<</Type/StructTreeRoot/K {top} 0 R/ParentTree {parents} 0 R/ParentTreeNextKey {len(numbers)}>>"
        )

    def _object(self, text: str) -> int:
        """A new object; its number."""
        self._objects.append(text)
        return self._first + len(self._objects) - 1

    def _element(self, node: Node, parent: int) -> int:
        self._numbers[id(node)] = number = self._object("")
        page = next((kid[0] for kid in node.kids if isinstance(kid, tuple)), None)
        kids = " ".join([self._kid(kid, number, page) for kid in node.kids])
        self._objects[number - self._first] = (
            f"<</Type/StructElem/S/{node.tag}/P {parent} 0 R{'' if page is None else f'/Pg {self._pages[page]} 0 R'}"
            f"{_said(node)}{_attributes(node)}{f'/K[{kids}]' if kids else ''}>>"
        )
        return number

    def _kid(self, kid: Node | tuple[int, int], parent: int, page: int | None) -> str:
        if isinstance(kid, Node):
            return f"{self._element(kid, parent)} 0 R"
        if kid[0] == page:
            return str(kid[1])
        return f"<</Type/MCR/Pg {self._pages[kid[0]]} 0 R/MCID {kid[1]}>>"

    def _update(self, start: int, trailer: bytes, previous: int) -> bytes:
        """The objects in an object stream (7.5.7) and the cross-reference stream (7.5.8) that tells of it.

        In a stream they are read at once; one by one each would cost as much to read as to draw a line.
        """
        places, at = [], 0
        for number, text in enumerate(self._objects, self._first):
            places.append(f"{number} {at}")
            at += len(text) + 1
        index, count, holder = " ".join(places) + " ", len(self._objects), self._first + len(self._objects)
        body = "\n".join(self._objects)
        held = (
            f"{holder} 0 obj\n<</Type/ObjStm/N {count}/First {len(index)}/Length {len(index) + len(body)}>>\n"
            f"stream\n{index}{body}\nendstream\nendobj\n"
        ).encode("ascii")
        found = start + len(held)
        entries = b"".join([_ENTRY_FORMAT.pack(2, holder, n) for n in range(count)])
        entries += _ENTRY_FORMAT.pack(1, start, 0) + _ENTRY_FORMAT.pack(1, found, 0)
        references = b"%d 0 obj\n<</Type/XRef/W[1 4 4]/Index[%d %d]/Size %d/Prev %d%b/Length %d>>\nstream\n" % (
            holder + 1,
            self._first,
            count + 2,
            holder + 2,
            previous,
            trailer,
            len(entries),
        )
        return b"%b%b%b\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (held, references, entries, found)


def _said(node: Node) -> str:
    said = (("Alt", node.alternative), ("ActualText", node.actual), ("Lang", node.language))
    return "".join([f"/{key}{_string(words)}" for key, words in said if words])


def _string(words: str) -> str:
    """A text string (7.9.2.2)."""
    if words.isascii() and words.isprintable():
        return f"({_SPECIAL.sub(_ESCAPED, words)})"
    return f"<FEFF{words.encode('utf-16-be').hex()}>"


def _attributes(node: Node) -> str:
    owners = [
        f"<</O/{owner}{''.join([f'/{key}{_value(value)}' for key, value in values.items()])}>>"
        for owner, values in node.attributes.items()
    ]
    return f"/A[{''.join(owners)}]" if owners else ""


def _value(value: Attribute) -> str:
    if isinstance(value, tuple):
        return f"[{' '.join([f'{number:.2f}' for number in value])}]"
    if isinstance(value, str):
        return value if value.startswith("/") else _string(value)
    return f" {value}"


def _add_field(pdf: pikepdf.Pdf, page: pikepdf.Object, widget: Widget, element: pikepdf.Object, number: int) -> None:
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
    # A dictionary and not an array: a later signature is refused as a change if the reference stands in an array.
    element.K = Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page)
    element.Pg = page
    root = pdf.Root
    if Name.AcroForm not in root:
        root.AcroForm = pdf.make_indirect(Dictionary(Fields=Array([]), SigFlags=0))
    root.AcroForm.Fields.append(annotation)
