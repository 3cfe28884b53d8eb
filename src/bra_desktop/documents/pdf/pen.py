"""Drawing on a page with every stroke either in the tag tree or marked as an artifact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfgen.canvas import Canvas

from bra_desktop.documents.pdf.fonts import Typeface
from bra_desktop.documents.pdf.structure import Node, Structure, Widget
from bra_desktop.documents.pdf.style import ACCENT, INK, Colour, Style
from bra_desktop.documents.pdf.text import Line, Segment, Setter
from bra_desktop.documents.pdf.writing import TextWriter
from bra_desktop.documents.text_blocks import Run

DECORATION = ""
HEADER = "/Type/Pagination/Subtype/Header/Attached[/Top]"
FOOTER = "/Type/Pagination/Subtype/Footer/Attached[/Bottom]"
REPEATED = "/Type/Pagination"


class Pen:
    """Writes on the canvas's current page. ``pages`` gives the page of each item by its key, ``accent`` the colour
    of marks.
    """

    def __init__(
        self,
        canvas: Canvas,
        structure: Structure,
        typeface: Typeface,
        pages: Mapping[str, int],
        total: int,
        accent: Colour = ACCENT,
    ) -> None:
        self.canvas, self.structure, self.typeface = canvas, structure, typeface
        self.pages, self.total, self.accent = pages, total, accent
        self.page = 0
        self._writer = TextWriter(canvas)
        self._artifacts = self._bookmarks = 0
        self._node: Node | None = None

    @contextmanager
    def artifact(self, kind: str = DECORATION) -> Iterator[None]:
        """What is drawn inside is no content: rules, page numbers, repeated heads."""
        self._artifacts += 1
        if self._artifacts == 1:
            self.canvas.addLiteral(f"/Artifact <<{kind}>> BDC")
        yield
        self._artifacts -= 1
        if self._artifacts == 0:
            self.canvas.addLiteral("EMC")

    @contextmanager
    def content(self, node: Node) -> Iterator[None]:
        """What is drawn inside belongs to an element of the tree."""
        if self._artifacts:
            yield
            return
        self._begin(node)
        self._node = node
        yield
        self._node = None
        self.canvas.addLiteral("EMC")

    @contextmanager
    def _span(self, segment: Segment) -> Iterator[None]:
        """An element inside the open one, for another language or for what the drawn text stands for.

        It has marked content of its own: readers lose what follows a nested piece that has no number.
        """
        outer = self._node
        if outer is None:
            yield
            return
        self.canvas.addLiteral("EMC")
        inner = outer.add("Span")
        inner.actual, inner.language = segment.actual, segment.language
        said = f"/ActualText <FEFF{segment.actual.encode('utf-16-be').hex().upper()}>" if segment.actual else ""
        self._begin(inner, said)
        yield
        self.canvas.addLiteral("EMC")
        self._begin(outer)

    def _begin(self, node: Node, properties: str = "") -> None:
        number = self.structure.mark(node, self.page)
        self.canvas.addLiteral(f"/{node.tag} <</MCID {number}{properties}>> BDC")

    def lines(
        self, lines: list[Line], style: Style, x: float, top: float, width: float = 0.0, goes_on: bool = False
    ) -> None:
        """Draw lines downwards from ``top``; ``goes_on`` says that the paragraph continues elsewhere."""
        self.canvas.addLiteral(_filled(style.colour))
        baseline = top - style.size
        last = len(lines) - 1
        for n, line in enumerate(lines):
            left = x
            if style.align == "right":
                left += width - line.width
            elif style.align == "center":
                left += (width - line.width) / 2
            self._line(line, style.size, left, baseline, space=(n < last or goes_on) and not line.broken)
            baseline -= style.leading
        self._writer.end()

    def string(self, text: str, style: Style, x: float, baseline: float) -> float:
        """Draw one line of text at a baseline and give its width. Right aligned and centred styles stand at ``x``."""
        lines = Setter(self.typeface, style, 10_000).lines((Run(text),))
        line = lines[0]
        left = x - (line.width if style.align == "right" else line.width / 2 if style.align == "center" else 0)
        self.canvas.addLiteral(_filled(style.colour))
        self._line(line, style.size, left, baseline, space=False)
        self._writer.end()
        return line.width

    def clipped(self, text: str, style: Style, width: float) -> str:
        """The text, shortened with an ellipsis where it is wider than ``width``."""
        most = width * 1000 / style.size
        cut = self.typeface.cut(style.bold, style.italic)
        if cut.width(text) <= most:
            return text
        while text and cut.width(f"{text}…") > most:
            text = text[:-1]
        return f"{text.rstrip()}…"

    def rule(self, x1: float, y1: float, x2: float, y2: float, width: float, colour: Colour = INK) -> None:
        """A straight line."""
        self.canvas.addLiteral(f"{_stroked(colour, width)} {fp_str(x1, y1)} m {fp_str(x2, y2)} l S")

    def frame(self, x: float, y: float, width: float, height: float, line: float, colour: Colour = INK) -> None:
        """An empty rectangle."""
        self.canvas.addLiteral(f"{_stroked(colour, line)} {fp_str(x, y, width, height)} re S")

    def fill(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """A filled rectangle."""
        self.canvas.addLiteral(f"{_filled(colour)} {fp_str(x, y, width, height)} re f")

    def bookmark(self, title: str, top: float) -> None:
        """An entry in the reader's list of bookmarks, pointing here."""
        self._bookmarks += 1
        key = f"place-{self._bookmarks}"
        self.canvas.bookmarkHorizontal(key, 0, top)
        self.canvas.addOutlineEntry(title, key, 0)

    def field(self, node: Node, name: str, description: str, rectangle: tuple[float, float, float, float]) -> None:
        """A signature field over a place on the page."""
        self.structure.place(Widget(self.page, name, description, rectangle, node))

    def _line(self, line: Line, size: float, x: float, baseline: float, *, space: bool) -> None:
        """Draw the segments of a line; ``space`` ends it with the space at which it was broken."""
        segments = line.segments
        if space and segments:
            segments = [*segments, Segment(segments[-1].cut, " ")]
        writer = self._writer
        writer.at(x, baseline)
        for n, segment in enumerate(segments):
            if segment.language or segment.actual:
                before = sum(one.cut.width(one.text) for one in segments[:n]) * size / 1000
                writer.end()
                with self._span(segment):
                    writer.at(x + before, baseline)
                    writer.write(segment.text, segment.cut, size)
                    writer.end()
                writer.at(x + before + segment.cut.width(segment.text) * size / 1000, baseline)
            else:
                writer.write(segment.text, segment.cut, size)


@cache
def _filled(colour: Colour) -> str:
    """What follows is filled in the colour, text too (ISO 32000-1, 8.6.8)."""
    return f"{fp_str(*colour)} rg"


@cache
def _stroked(colour: Colour, width: float) -> str:
    """What follows is stroked in the colour and width."""
    return f"{fp_str(*colour)} RG {fp_str(width)} w"
