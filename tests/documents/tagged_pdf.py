"""Reading a tagged PDF without the product: what stands where on each page, and the tag tree with its text.

Reads as much of PDF (ISO 32000-1) as our files use: simple fonts with a ToUnicode map, text lines without rotation.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import pikepdf
from pikepdf import Array, Dictionary

_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])")
_CHARACTER = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_PAINTING = frozenset(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "Tj", "TJ", "'", '"'))
_IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Piece:
    """Text drawn in one go: where it begins and ends on the page, and what marked content it stands in.

    ``number`` is that of the marked content (None in an artifact), ``artifact`` the artifact's properties as text.
    """

    page: int
    text: str
    left: float
    right: float
    baseline: float
    size: float
    number: int | None
    artifact: str | None


@dataclass(eq=False)
class Element:
    """A structure element with its kids: elements, and pieces of marked content as (page, number)."""

    tag: str
    raw: pikepdf.Object
    kids: list[Element | tuple[int, int]] = field(default_factory=list)
    objects: list[pikepdf.Object] = field(default_factory=list)

    def attribute(self, owner: str, name: str) -> object:
        """The value of an attribute, None where it has none."""
        owners = self.raw.get("/A", Array())
        for one in owners if isinstance(owners, Array) else [owners]:
            if str(one.O) == f"/{owner}" and f"/{name}" in one:
                return one[f"/{name}"]
        return None

    def text_of(self, name: str) -> str:
        """A text entry: Alt, ActualText, Lang."""
        return str(self.raw.get(f"/{name}", ""))

    @property
    def elements(self) -> list[Element]:
        """The kids that are elements."""
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def every(self) -> Iterator[Element]:
        """The element and all below it, in reading order."""
        yield self
        for kid in self.elements:
            yield from kid.every()


class TaggedPdf:
    """A file that was read. ``unmarked`` tells of what is painted outside marked content, page by page."""

    def __init__(self, pdf: bytes) -> None:
        self.file = pikepdf.open(io.BytesIO(pdf))
        self.pieces: list[Piece] = []
        self.images: list[tuple[int, float, float, float, float]] = []
        self.unmarked: list[str] = []
        self.numbers: list[set[int]] = []
        self._fonts: dict[tuple[int, int], _Font] = {}
        self._pages = {page.obj.objgen: n for n, page in enumerate(self.file.pages)}
        for n in range(len(self.file.pages)):
            _PageReader(self, n).read()

    @cached_property
    def root(self) -> Element:
        """The Document element."""
        kids = self.file.Root.StructTreeRoot.K
        return self._element(kids[0] if isinstance(kids, Array) else kids, None)

    @cached_property
    def _drawn(self) -> dict[tuple[int, int], str]:
        texts: dict[tuple[int, int], list[str]] = {}
        for piece in self.pieces:
            if piece.number is not None:
                texts.setdefault((piece.page, piece.number), []).append(piece.text)
        return {key: "".join(parts) for key, parts in texts.items()}

    def drawn(self, place: tuple[int, int]) -> str:
        """The text drawn in a piece of marked content."""
        return self._drawn.get(place, "")

    def text(self, element: Element) -> str:
        """What a reader who hears the document is told of an element, in the order of the tree."""
        if actual := element.text_of("ActualText"):
            return actual
        return "".join(self.text(kid) if isinstance(kid, Element) else self.drawn(kid) for kid in element.kids)

    def spoken(self) -> list[str]:
        """Every element that holds text of its own: tag and text, in reading order."""
        return [
            f"{one.tag} {' '.join(self.text(one).split())}".strip()
            for one in self.root.every()
            if one.tag != "Span" and any(isinstance(kid, tuple) for kid in one.kids)
        ]

    def page_lines(self, page: int, *, artifacts: bool = False) -> list[str]:
        """The lines of a page from top to bottom, with or without header and foot."""
        lines: dict[float, list[Piece]] = {}
        for piece in self.pieces:
            if piece.page == page and (artifacts or piece.artifact is None):
                lines.setdefault(round(piece.baseline, 1), []).append(piece)
        return [" ".join("".join(_spaced(lines[at])).split()) for at in sorted(lines, reverse=True)]

    def pages_of(self, element: Element) -> set[int]:
        """On what pages an element stands."""
        return {kid[0] for one in element.every() for kid in one.kids if isinstance(kid, tuple)}

    def _element(self, raw: pikepdf.Object, page: int | None) -> Element:
        element = Element(str(raw.S)[1:], raw)
        page = self._pages[raw.Pg.objgen] if "/Pg" in raw else page
        kids = raw.get("/K", Array())
        for kid in kids if isinstance(kids, Array) else [kids]:
            if not isinstance(kid, Dictionary):
                element.kids.append((page if page is not None else -1, int(kid)))
            elif str(kid.get("/Type", "")) == "/MCR":
                element.kids.append((self._pages[kid.Pg.objgen], int(kid.MCID)))
            elif str(kid.get("/Type", "")) == "/OBJR":
                element.objects.append(kid.Obj)
            else:
                element.kids.append(self._element(kid, page))
        return element

    def font(self, raw: pikepdf.Object) -> _Font:
        """A font, read once for the file."""
        if raw.objgen not in self._fonts:
            self._fonts[raw.objgen] = _Font(raw)
        return self._fonts[raw.objgen]


def _spaced(line: list[Piece]) -> Iterator[str]:
    """The text of a line, with a space where there is room between two pieces."""
    end = 0.0
    for piece in sorted(line, key=lambda one: one.left):
        yield f" {piece.text}" if piece.left > end + 1 else piece.text
        end = piece.right


class _Font:
    """Characters and widths of a simple font by code."""

    def __init__(self, raw: pikepdf.Object) -> None:
        first = int(raw.get("/FirstChar", 0))
        self._widths = {first + n: float(width) for n, width in enumerate(raw.get("/Widths", Array()))}
        self._characters = _characters(raw.ToUnicode.read_bytes()) if "/ToUnicode" in raw else {}

    def text(self, codes: bytes) -> str:
        """What codes mean; NUL for one that the font does not explain."""
        return "".join(self._characters.get(code, "\0") for code in codes)

    def width(self, codes: bytes) -> float:
        """In thousandths of the size."""
        return sum(self._widths.get(code, 0.0) for code in codes)


def _characters(table: bytes) -> dict[int, str]:
    found: dict[int, str] = {}
    for part in re.findall(rb"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for low, high, start, several in _RANGE.findall(part):
            codes = range(int(low, 16), int(high, 16) + 1)
            each = re.findall(rb"<([0-9A-Fa-f]+)>", several)
            for n, code in enumerate(codes):
                found[code] = _unicode(each[n]) if each else chr(int(start, 16) + n)
    for part in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        found.update({int(code, 16): _unicode(meant) for code, meant in _CHARACTER.findall(part)})
    return found


def _unicode(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be")


class _PageReader:
    """Goes through the operators of one page."""

    def __init__(self, pdf: TaggedPdf, number: int) -> None:
        self._pdf, self._number = pdf, number
        self._page = pdf.file.pages[number]
        self._open: list[tuple[int | None, str | None]] = []
        self._matrix, self._kept = _IDENTITY, list[Matrix]()
        self._x = self._y = self._size = 0.0
        self._line = (0.0, 0.0)
        self._font: _Font | None = None
        self._leading = 0.0

    def read(self) -> None:
        self._pdf.numbers.append(set())
        for instruction in pikepdf.parse_content_stream(self._page):
            self._operator(str(instruction.operator), list(instruction.operands))

    def _operator(self, name: str, values: list[pikepdf.Object]) -> None:
        if name in _PAINTING:
            self._paint(name, values)
        elif name in ("BDC", "BMC", "EMC"):
            self._marked(name, values)
        elif name in ("Tf", "TL", "Tm", "Td", "T*"):
            self._place(name, values)
        elif name == "q":
            self._kept.append(self._matrix)
        elif name == "Q":
            self._matrix = self._kept.pop()
        elif name == "cm":
            self._matrix = _times(tuple(map(float, values)), self._matrix)  # type: ignore[arg-type]

    def _marked(self, name: str, values: list[pikepdf.Object]) -> None:
        match name:
            case "BDC":
                self._open.append(self._mark(str(values[0]), values[1]))
            case "BMC":
                self._open.append((None, "") if str(values[0]) == "/Artifact" else (None, None))
            case _:
                self._open.pop()

    def _place(self, name: str, values: list[pikepdf.Object]) -> None:
        match name:
            case "Tf":
                fonts = self._page.obj.Resources.Font
                self._font, self._size = self._pdf.font(fonts[str(values[0])]), float(values[1])
                return
            case "TL":
                self._leading = float(values[0])
                return
            case "Tm":
                self._line = (float(values[4]), float(values[5]))
            case "Td":
                self._line = (self._line[0] + float(values[0]), self._line[1] + float(values[1]))
            case _:
                self._line = (self._line[0], self._line[1] - self._leading)
        self._x, self._y = self._line

    def _mark(self, tag: str, properties: pikepdf.Object) -> tuple[int | None, str | None]:
        if tag == "/Artifact":
            return None, str(properties.unparse().decode("latin-1")) if isinstance(properties, Dictionary) else ""
        number = int(properties.MCID) if isinstance(properties, Dictionary) and "/MCID" in properties else None
        if number is not None:
            self._pdf.numbers[self._number].add(number)
        return number, None

    def _paint(self, name: str, values: list[pikepdf.Object]) -> None:
        number, artifact = next((one for one in reversed(self._open) if one != (None, None)), (None, None))
        if number is None and artifact is None:
            self._pdf.unmarked.append(f"sida {self._number + 1}: {name}")
        if name == "Tj" and self._font:
            codes = bytes(values[0])
            right = self._x + self._font.width(codes) * self._size / 1000
            text = self._font.text(codes)
            self._pdf.pieces.append(Piece(self._number, text, self._x, right, self._y, self._size, number, artifact))
            self._x = right
        elif name in ("TJ", "'", '"'):
            raise AssertionError(f"{name} is no operator that our files use")
        elif name == "Do":
            across, _, _, tall, left, bottom = self._matrix
            self._pdf.images.append((self._number, left, bottom, left + across, bottom + tall))


def _times(a: Matrix, b: Matrix) -> Matrix:
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )
