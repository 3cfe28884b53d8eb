"""Pictures made fit for paper: sRGB or grey, no transparency, no more pixels than paper shows, and no metadata."""

from __future__ import annotations

import io

from PIL import Image as Pictures
from PIL import UnidentifiedImageError

from bra_desktop.domain.errors import UserError

_DENSITY = 220
_SCREEN = 96
_MM = 72 / 25.4


def prepared(
    data: bytes, alternative: str, width_mm: float, room: float, tallest: float
) -> tuple[Pictures.Image, float, float]:
    """The picture with its width and height in points. Raises UserError when the data are no picture."""
    try:
        with Pictures.open(io.BytesIO(data)) as source:
            source.load()
            picture = _on_paper(source)
    except (UnidentifiedImageError, OSError, ValueError, Pictures.DecompressionBombError) as error:
        name = alternative or "utan beskrivning"
        raise UserError(f"Bilden ”{name}” går inte att läsa. Lägg in den på nytt som png eller jpg.", "bild") from error
    across = width_mm * _MM or picture.width * 72 / _SCREEN
    scale = min(1.0, room / across, tallest / (across * picture.height / picture.width))
    across *= scale
    tall = across * picture.height / picture.width
    most = max(1, int(across / 72 * _DENSITY))
    if picture.width > most:
        picture = picture.resize(
            (most, max(1, round(most * picture.height / picture.width))), Pictures.Resampling.LANCZOS
        )
    return picture, across, tall


def flat(data: bytes) -> Pictures.Image:
    """The picture as it is on white paper. Raises OSError or ValueError when the data are no picture."""
    with Pictures.open(io.BytesIO(data)) as source:
        source.load()
        return _on_paper(source)


def _on_paper(source: Pictures.Image) -> Pictures.Image:
    if source.mode in ("RGB", "L"):
        return source.copy()
    if source.mode in ("RGBA", "LA", "PA") or "transparency" in source.info:
        clear = source.convert("RGBA")
        paper = Pictures.new("RGB", clear.size, (255, 255, 255))
        paper.paste(clear, mask=clear.getchannel("A"))
        return paper
    return source.convert("RGB")
