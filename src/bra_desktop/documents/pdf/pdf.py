"""A document's blocks as a tagged PDF: PDF/A-2a and PDF/UA-1 in one file, with empty signature fields.

Boxes are built and placed on pages first and drawn once. Nothing is kept between calls but the typeface, so documents
may be rendered in several threads at the same time.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass

from reportlab.pdfgen.canvas import Canvas

from bra_desktop.documents.blocks import Document
from bra_desktop.documents.pdf.arms import read_arms
from bra_desktop.documents.pdf.build import Builder
from bra_desktop.documents.pdf.fonts import typeface
from bra_desktop.documents.pdf.furniture import Furniture
from bra_desktop.documents.pdf.pages import Layout, paginate
from bra_desktop.documents.pdf.pdfa import EmbeddedFile, finished
from bra_desktop.documents.pdf.pen import Pen
from bra_desktop.documents.pdf.structure import Structure
from bra_desktop.documents.pdf.style import ACCENT, BOTTOM, BOTTOM_WITH_INITIALS, PAGE_HEIGHT, PAGE_WIDTH, colour
from bra_desktop.documents.pdf.tag_tree import TagTree
from bra_desktop.documents.pdf.writing import page_objects
from bra_desktop.documents.text_blocks import Table

# Marks, keys, and what is only said aloud or stands in the metadata.
_NOT_PRINTED = frozenset(
    ("arms", "arms_description", "accent", "alternative", "summary", "full_title", "language", "key")
)


def render(document: Document, files: Sequence[EmbeddedFile] = ()) -> bytes:
    """The document as a PDF file; the same document always gives the same bytes.

    With ``files`` inside it is PDF/A-3a instead of PDF/A-2a.

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
        pageCompression=0,
        invariant=1,
        initialFontName=face.cut(bold=False, italic=False).name,  # type: ignore[arg-type]
    )
    accent = colour(document.sender.accent) if document.sender.accent else ACCENT
    before = (document.first_page or 1) - 1
    numbered = {key: before + page for key, page in layout.items.items()}
    pen = Pen(canvas, structure, face, numbered, len(layout.pages), accent)
    _draw(pen, layout, Furniture(document, arms))
    canvas.save()
    tree = TagTree(structure, page_objects(canvas, len(layout.pages)))
    return finished(out.getvalue(), tree, document, files)


def _draw(pen: Pen, layout: Layout, furniture: Furniture) -> None:
    for number, page in enumerate(layout.pages):
        pen.page = number
        furniture.draw(pen, page.continued)
        for placed in page.boxes:
            placed.box.draw(pen, placed.spot)
        pen.canvas.showPage()


def missing_characters(document: Document) -> str:
    """Characters of the document that the typeface lacks, each once in order of appearance.

    They are printed as U+FFFD. What is only said aloud, as the description of a picture, is not printed.
    """
    face = typeface()
    lacking: dict[str, None] = {}
    for text in _printed(document):
        lacking.update(dict.fromkeys(face.lacks(text)))
    return "".join(lacking)


def _printed(value: object) -> Iterable[str]:
    """Every text of a document or a part of it that is drawn, in reading order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _printed(part)
    elif isinstance(value, Table):
        for part in (value.caption, value.columns, value.rows):
            yield from _printed(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for name in (part.name for part in fields(value)):
            if name not in _NOT_PRINTED:
                yield from _printed(getattr(value, name))
