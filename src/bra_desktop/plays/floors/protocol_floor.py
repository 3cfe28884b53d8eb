"""The floor for the protocol: plain ReportLab, laid out once, with "Sida 3 (30)" written when the pages are known.

Imports nothing of the product. Neither tagged nor PDF/A: that is what the product adds.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

FloorBlock = tuple[str, Sequence[Any]]
FACE, BOLD = "FloorSans", "FloorSansBold"
LEFT, RAIL, RIGHT = 25 * mm, 38 * mm, 20 * mm
BODY = ParagraphStyle("body", fontName=FACE, fontSize=10, leading=14, spaceAfter=6, leftIndent=RAIL)
HEADING = ParagraphStyle("heading", parent=BODY, fontName=BOLD, fontSize=12, spaceBefore=14, leftIndent=0)
LABEL = ParagraphStyle("label", parent=BODY, fontName=BOLD, leftIndent=0, fontSize=9, spaceAfter=2)
CELL = ParagraphStyle("cell", parent=BODY, leftIndent=0, spaceAfter=0, fontSize=9, leading=12)


class NumberedCanvas(Canvas):
    """Keeps the pages until their number is known, as ReportLab's own examples do."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._kept: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802  (ReportLab's name)
        """End a page, and keep it."""
        self._kept.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined]  # not in the stub

    def save(self) -> None:
        """Write the foot of every page, now that their number is known."""
        for number, page in enumerate(self._kept, start=1):
            self.__dict__.update(page)
            self.setFont(FACE, 8)
            self.drawRightString(A4[0] - RIGHT, A4[1] - 12 * mm, f"Sida {number} ({len(self._kept)})")
            self.drawString(LEFT, 12 * mm, "Justerares sign")
            self.rect(LEFT + 30 * mm, 9 * mm, 20 * mm, 9 * mm)
            self.rect(LEFT + 55 * mm, 9 * mm, 20 * mm, 9 * mm)
            super().showPage()
        super().save()


def write_protocol(title: str, blocks: Sequence[FloorBlock], fonts: Path) -> bytes:
    """The blocks as a PDF file. ``fonts`` is the folder of the typeface, which is read once in a process."""
    if FACE not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(FACE, fonts / "NotoSans-Regular.ttf"))
        pdfmetrics.registerFont(TTFont(BOLD, fonts / "NotoSans-Bold.ttf"))
    out = io.BytesIO()
    document = SimpleDocTemplate(
        out, pagesize=A4, leftMargin=LEFT, rightMargin=RIGHT, topMargin=25 * mm, bottomMargin=31 * mm, title=title
    )
    story: list[Any] = [Paragraph(title, HEADING)]
    for kind, parts in blocks:
        story += _flowables(kind, parts)
    document.build(story, canvasmaker=NumberedCanvas)
    return out.getvalue()


def _flowables(kind: str, parts: Sequence[Any]) -> list[Any]:
    if kind == "heading":
        return [Paragraph(" ".join(parts), HEADING)]
    if kind == "label":
        return [Paragraph(part, LABEL) for part in parts]
    if kind == "list":
        return [Paragraph(part, BODY, bulletText="•") for part in parts]
    if kind == "table":
        return [_table(parts), Spacer(1, 6)]
    if kind == "decision":
        return [Paragraph(f"<font name='{BOLD}'>att</font> {part}", BODY) for part in parts]
    if kind == "signatures":
        return [Spacer(1, 30 * mm), Table([[Paragraph(part, CELL) for part in parts]])]
    return [Paragraph(part, BODY) for part in parts]


def _table(rows: Sequence[Sequence[str]]) -> Table:
    table = Table([list(row) for row in rows], colWidths=[42 * mm] * 3, repeatRows=1, hAlign="RIGHT")
    table.setStyle(
        TableStyle([("FONT", (0, 0), (-1, -1), FACE, 9, 12), ("LINEBELOW", (0, 0), (-1, -1), 0.4, "#A9B1BA")])
    )
    return table
