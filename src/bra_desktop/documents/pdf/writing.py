"""Text on the canvas's current page, in the codes of the typeface's subset.

Lines drawn together are one text object: ReportLab's own has one for each, and splits each text anew.
"""

from __future__ import annotations

from itertools import groupby

from reportlab.lib.rl_accel import escapePDF, fp_str
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfgen.canvas import Canvas

from bra_desktop.documents.pdf.fonts import Cut


class TextWriter:
    """Writes where it is told; what it has begun it writes on the page at ``end``."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._codes: dict[Cut, _Codes] = {}
        self._written: list[str] = []
        self._font = ""

    def at(self, x: float, baseline: float) -> None:
        """What follows stands here, in points from the lower left corner of the page."""
        if not self._written:
            self._written.append("BT")
            self._font = ""
        self._written.append(f"1 0 0 1 {fp_str(x, baseline)} Tm")

    def write(self, text: str, cut: Cut, size: float) -> None:
        """Text right of what was written last."""
        codes = self._codes.get(cut)
        if codes is None:
            codes = self._codes[cut] = _Codes(cut, self._canvas)
        for subset, drawn in codes.drawn(text):
            font = codes.font(subset, size)
            if font != self._font:
                self._written.append(font)
                self._font = font
            self._written.append(f"({escapePDF(drawn)}) Tj")

    def end(self) -> None:
        """Puts on the page what was written."""
        if self._written:
            self._canvas.addLiteral(" ".join((*self._written, "ET")))
            self._written.clear()


class _Codes(dict[int, int]):
    """The code of each character in one cut, given as it is first used: 256 of them make a subset with a font name."""

    def __init__(self, cut: Cut, canvas: Canvas) -> None:
        super().__init__()
        self._font, self._document = cut.font, _document(canvas)
        self._fonts: dict[tuple[int, float], str] = {}

    def __missing__(self, character: int) -> int:
        ((subset, code),) = self._font.splitString(chr(character), self._document)
        self[character] = made = subset << 8 | code[0]
        return made

    def drawn(self, text: str) -> list[tuple[int, bytes]]:
        """The text as pieces of one subset each, in the codes of that subset."""
        codes = text.translate(self)
        try:
            return [(0, codes.encode("latin-1"))]
        except UnicodeEncodeError:
            pieces = groupby(map(ord, codes), lambda code: code >> 8)
            return [(subset, bytes(code & 0xFF for code in piece)) for subset, piece in pieces]

    def font(self, subset: int, size: float) -> str:
        """What sets the subset in a size, by the name by which a page knows it."""
        known = self._fonts.get((subset, size))
        if known is None:
            name = self._font.getSubsetInternalName(subset, self._document)
            known = self._fonts[subset, size] = f"{name} {fp_str(size)} Tf"
        return known


def page_objects(canvas: Canvas, pages: int) -> list[int]:
    """The numbers of the pages' objects in the file that was saved."""
    numbers = _document(canvas).idToObjectNumberAndVersion
    return [numbers[f"Page{page}"][0] for page in range(1, pages + 1)]


def _document(canvas: Canvas) -> PDFDocument:
    document: PDFDocument = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001  (the only way to it)
    return document
