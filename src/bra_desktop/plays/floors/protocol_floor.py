"""The floor for the protocol: plain ReportLab with its documented paragraphs and tables, drawing the same blocks.

Imports nothing of the product. No tags, no metadata, no rules for page breaks; the number of all pages is filled in
from a form at the end, so there is one pass, as in the product.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

# A block is a kind with its texts: ("head" | "label" | "text" | "item", text) or ("table", rows of texts).
PlainBlock = tuple[str, Any]

_BODY = ParagraphStyle("body", fontName="Floor", fontSize=10, leading=14, spaceAfter=7, leftIndent=108)
_STYLES = {
    "head": ParagraphStyle("head", _BODY, fontName="FloorBold", fontSize=13, leading=17, leftIndent=0, spaceBefore=20),
    "label": ParagraphStyle("label", _BODY, fontName="FloorBold", fontSize=8.5, leading=11, leftIndent=0),
    "text": _BODY,
    "item": ParagraphStyle("item", _BODY, leftIndent=123, bulletIndent=108, spaceAfter=3),
}
_CELL = ParagraphStyle("cell", _BODY, fontSize=9, leading=12.2, leftIndent=0, spaceAfter=0)
_LINES: list[Any] = [("FONTNAME", (0, 0), (-1, -1), "Floor"), ("LINEBELOW", (0, 0), (-1, -1), 0.4, "#A9B1BA")]


def load_fonts(folder: Path) -> None:
    """Register the typeface; done once, before anything is measured."""
    pdfmetrics.registerFont(TTFont("Floor", str(folder / "NotoSans-Regular.ttf")))
    pdfmetrics.registerFont(TTFont("FloorBold", str(folder / "NotoSans-Bold.ttf")))


def draw_protocol(blocks: Sequence[PlainBlock], header: str) -> bytes:
    """The blocks as a PDF, with a header and "Sida x (y)" on every page."""
    out = io.BytesIO()
    document = SimpleDocTemplate(out, invariant=1, pageCompression=1, initialFontName="Floor")

    def furniture(canvas: Canvas, template: Any) -> None:
        canvas.setFont("Floor", 8.5)
        canvas.drawString(72, 800, header)
        canvas.drawRightString(500, 800, f"Sida {template.page}")
        canvas.doForm("total")
        for left in (72, 132, 192, 270):
            canvas.rect(left, 30, 60, 30)

    class LastPageCounted(Canvas):
        def save(self) -> None:
            self.beginForm("total")
            self.setFont("Floor", 8.5)
            self.drawString(503, 800, f"({self.getPageNumber() - 1})")
            self.endForm()
            super().save()

    document.build([_flowable(block) for block in blocks], furniture, furniture, LastPageCounted)
    return out.getvalue()


def _flowable(block: PlainBlock) -> Paragraph | Table:
    kind, content = block
    if kind == "table":
        rows = [[Paragraph(escape(text), _CELL) for text in row] for row in content]
        return Table(rows, repeatRows=1, style=_LINES)
    return Paragraph(escape(content), _STYLES[kind], bulletText="•" if kind == "item" else None)
