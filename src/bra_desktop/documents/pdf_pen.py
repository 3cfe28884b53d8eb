"""Drawing on a page with every stroke either in the tag tree or marked as an artifact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from reportlab.pdfgen.canvas import Canvas

from bra_desktop.documents.pdf_fonts import Typeface
from bra_desktop.documents.pdf_structure import Node, Structure, Widget
from bra_desktop.documents.pdf_style import INK, Colour, Style
from bra_desktop.documents.pdf_text import Line, Segment, Setter
from bra_desktop.documents.text_blocks import Run

DECORATION = ""
HEADER = "/Type/Pagination/Subtype/Header/Attached[/Top]"
FOOTER = "/Type/Pagination/Subtype/Footer/Attached[/Bottom]"
REPEATED = "/Type/Pagination"


class Pen:
    """Writes on the canvas's current page. ``pages`` gives the page of each item by its key."""

    def __init__(
        self, canvas: Canvas, structure: Structure, typeface: Typeface, pages: Mapping[str, int], total: int
    ) -> None:
        self.canvas, self.structure, self.typeface = canvas, structure, typeface
        self.pages, self.total = pages, total
        self.page = 0
        self._artifacts = 0

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
        number = self.structure.mark(node, self.page)
        self.canvas.addLiteral(f"/{node.tag} <</MCID {number}>> BDC")
        yield
        self.canvas.addLiteral("EMC")

    def lines(
        self, lines: list[Line], style: Style, x: float, top: float, width: float = 0.0, goes_on: bool = False
    ) -> None:
        """Draw lines downwards from ``top``; ``goes_on`` says that the paragraph continues elsewhere."""
        self.canvas.setFillColorRGB(*style.colour)
        baseline = top - style.size
        last = len(lines) - 1
        for n, line in enumerate(lines):
            left = x
            if style.align == "right":
                left += width - line.width
            elif style.align == "center":
                left += (width - line.width) / 2
            self._line(line, style.size, left, baseline, space=n < last or goes_on)
            baseline -= style.leading

    def string(self, text: str, style: Style, x: float, baseline: float) -> float:
        """Draw one line of text at a baseline and give its width. Right aligned and centred styles stand at ``x``."""
        lines = Setter(self.typeface, style, 10_000).lines((Run(text),))
        line = lines[0]
        left = x - (line.width if style.align == "right" else line.width / 2 if style.align == "center" else 0)
        self.canvas.setFillColorRGB(*style.colour)
        self._line(line, style.size, left, baseline, space=False)
        return line.width

    def rule(self, x1: float, y1: float, x2: float, y2: float, width: float, colour: Colour = INK) -> None:
        """A straight line."""
        self.canvas.setStrokeColorRGB(*colour)
        self.canvas.setLineWidth(width)
        self.canvas.line(x1, y1, x2, y2)

    def frame(self, x: float, y: float, width: float, height: float, line: float, colour: Colour = INK) -> None:
        """An empty rectangle."""
        self.canvas.setStrokeColorRGB(*colour)
        self.canvas.setLineWidth(line)
        self.canvas.rect(x, y, width, height, stroke=1, fill=0)

    def fill(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """A filled rectangle."""
        self.canvas.setFillColorRGB(*colour)
        self.canvas.rect(x, y, width, height, stroke=0, fill=1)

    def bookmark(self, key: str, title: str, top: float) -> None:
        """An entry in the reader's list of bookmarks, pointing here."""
        self.canvas.bookmarkHorizontal(key, 0, top)
        self.canvas.addOutlineEntry(title, key, 0)

    def field(self, node: Node, name: str, description: str, rectangle: tuple[float, float, float, float]) -> None:
        """A signature field over a place on the page."""
        self.structure.place(Widget(self.page, name, description, rectangle, node))

    def _line(self, line: Line, size: float, x: float, baseline: float, space: bool) -> None:
        segments = line.segments
        if not segments:
            return
        text = self.canvas.beginText(x, baseline)
        open_text = True
        last = len(segments) - 1
        for n, segment in enumerate(segments):
            words = segment.text + " " if n == last and space and not segment.actual else segment.text
            if segment.language or segment.actual:
                self.canvas.drawText(text)
                left = text.getX()
                self.canvas.addLiteral(f"/Span <<{_properties(segment)}>> BDC")
                text = self.canvas.beginText(left, baseline)
                text.setFont(segment.cut.name, size)
                text.textOut(words)
                self.canvas.drawText(text)
                self.canvas.addLiteral("EMC")
                left, open_text = text.getX(), n < last
                text = self.canvas.beginText(left, baseline)
            else:
                text.setFont(segment.cut.name, size)
                text.textOut(words)
        if space and segments[last].actual:
            text.setFont(segments[last].cut.name, size)
            text.textOut(" ")
            open_text = True
        if open_text:
            self.canvas.drawText(text)


def _properties(segment: Segment) -> str:
    language = f"/Lang ({segment.language})" if segment.language else ""
    actual = f"/ActualText <FEFF{segment.actual.encode('utf-16-be').hex().upper()}>" if segment.actual else ""
    return language + actual
