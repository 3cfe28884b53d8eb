"""A coat of arms alone on a page of its own size, for a screen that shall show it as paper does."""

from __future__ import annotations

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from bra_desktop.documents.pdf.arms import read_arms

HEIGHT = 200
"""Points; the page is only looked at, so any height will do."""


def arms_page(svg: str) -> bytes:
    """The arms as a PDF. Raises UserError for arms that cannot be drawn."""
    arms, held = read_arms(svg), BytesIO()
    canvas = Canvas(held, pagesize=(arms.width_for(HEIGHT), HEIGHT), invariant=1)
    arms.draw(canvas, 0, 0, HEIGHT)
    canvas.save()
    return held.getvalue()
