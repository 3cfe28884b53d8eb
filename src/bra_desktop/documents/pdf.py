"""A document's blocks as a tagged PDF: PDF/A-2a and PDF/UA-1 in one file, with empty signature fields.

Boxes are built and placed on pages first and drawn once. Nothing is kept between calls but the typeface, so documents
may be rendered in several threads at the same time.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import fields, is_dataclass

from reportlab.pdfgen.canvas import Canvas

from bra_desktop.documents.blocks import Document
from bra_desktop.documents.pdf_arms import read_arms
from bra_desktop.documents.pdf_build import Builder
from bra_desktop.documents.pdf_fonts import typeface
from bra_desktop.documents.pdf_furniture import Furniture
from bra_desktop.documents.pdf_pages import Layout, paginate
from bra_desktop.documents.pdf_pen import Pen
from bra_desktop.documents.pdf_structure import Structure
from bra_desktop.documents.pdf_style import BOTTOM, BOTTOM_WITH_INITIALS, PAGE_HEIGHT, PAGE_WIDTH
from bra_desktop.documents.pdfa import finished
from bra_desktop.documents.text_blocks import Run


def render(document: Document) -> bytes:
    """The document as a PDF file; the same document always gives the same bytes.

    Raises UserError when the coat of arms or a picture cannot be drawn.
    """
    face = typeface()
    arms = read_arms(document.sender.arms) if document.sender.arms else None
    structure = Structure()
    boxes = Builder(document, arms, face, structure.root).build()
    layout = paginate(boxes, BOTTOM_WITH_INITIALS if document.foot.initials else BOTTOM)
    out = io.BytesIO()
    canvas = Canvas(
        out,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        pageCompression=1,
        invariant=1,
        initialFontName=face.cut(bold=False, italic=False).name,  # type: ignore[arg-type]
    )
    pen = Pen(canvas, structure, face, layout.items, len(layout.pages))
    _draw(pen, layout, Furniture(document, arms))
    canvas.save()
    sender = document.sender.name
    return finished(out.getvalue(), structure, document.full_title, sender, document.language, document.date)


def _draw(pen: Pen, layout: Layout, furniture: Furniture) -> None:
    for number, page in enumerate(layout.pages):
        pen.page = number
        furniture.draw(pen, page.continued)
        for placed in page.boxes:
            placed.box.draw(pen, placed.spot)
        pen.canvas.showPage()


def missing_characters(document: Document) -> str:
    """Characters of the document that the typeface lacks, in order of their codes; they are printed as U+FFFD."""
    face = typeface()
    lacking: set[str] = set()
    for text in _texts(document):
        lacking |= face.lacks(text)
    return "".join(sorted(lacking))


def _texts(value: object) -> Iterable[str]:
    if isinstance(value, Run):
        yield value.text
    elif isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for part in fields(value):
            if part.name != "arms":
                yield from _texts(getattr(value, part.name))
