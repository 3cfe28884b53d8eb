"""Pictures as ReportLab draws them."""

from __future__ import annotations

from reportlab.lib.utils import ImageReader

from bra_desktop.documents import pictures


def prepared(
    data: bytes, alternative: str, width_mm: float, room: float, tallest: float
) -> tuple[ImageReader, float, float]:
    """The picture with its width and height in points. Raises UserError when the data are no picture."""
    picture, across, tall = pictures.prepared(data, alternative, width_mm, room, tallest)
    return ImageReader(picture), across, tall
