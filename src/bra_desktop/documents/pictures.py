"""Pictures made fit for paper: sRGB or grey, no transparency, no more pixels than paper shows, and no metadata."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image as Pictures
from PIL import UnidentifiedImageError

from bra_desktop.domain.errors import UserError

_DENSITY = 220
_SCREEN = 96
_MM = 72 / 25.4
_MOST_DOTS = 80_000_000


def prepared(
    data: bytes, alternative: str, width_mm: float, room: float, tallest: float
) -> tuple[Pictures.Image, float, float]:
    """The picture with its width and height in points. Raises UserError when the data are no picture."""
    try:
        with _opened(data) as source:
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
    with _opened(data) as source:
        return _on_paper(source)


def check_dots(data: bytes, name: str) -> None:
    """Look at the size of a picture without reading all of it.

    Raises UserError when it has more dots than any paper shows, OSError or ValueError when the data are no picture.
    """
    try:
        with _opened(data, load=False) as source:
            across, tall = source.size
    except Pictures.DecompressionBombError as error:
        raise _too_many(name) from error
    if across * tall > _MOST_DOTS:
        raise _too_many(name)


def _too_many(name: str) -> UserError:
    most = _MOST_DOTS // 1_000_000
    return UserError(
        f"{name} har mer än {most} miljoner bildpunkter. Minska bilden, t.ex. till 4000 bildpunkters bredd, och lägg "
        "till den igen.",
        name,
    )


@contextmanager
def _opened(data: bytes, *, load: bool = True) -> Iterator[Pictures.Image]:
    """A picture; a large one that was kept once is drawn without a word."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Pictures.DecompressionBombWarning)
        with Pictures.open(io.BytesIO(data)) as source:
            if load:
                source.load()
            yield source


def _on_paper(source: Pictures.Image) -> Pictures.Image:
    if source.mode in ("RGB", "L"):
        return source.copy()
    if source.mode in ("RGBA", "LA", "PA") or "transparency" in source.info:
        clear = source.convert("RGBA")
        paper = Pictures.new("RGB", clear.size, (255, 255, 255))
        paper.paste(clear, mask=clear.getchannel("A"))
        return paper
    return source.convert("RGB")
