"""Colours by name, in hexadecimal figures, and as rgb() and hsl() (CSS Color 3)."""

from __future__ import annotations

from collections.abc import Mapping

from PIL import ImageColor

from bra_desktop.documents.svg import refusals

Rgb = tuple[float, float, float]
_NOTHING = ("", "none", "transparent")


def colour(text: str, current: str = "black") -> Rgb | None:
    """The colour, None for nothing. Raises CannotDraw for what is none, or half transparent."""
    said = current if text.lower() == "currentcolor" else text
    if said.lower() in _NOTHING:
        return None
    try:
        found = ImageColor.getrgb(said.split(" icc-color")[0].strip())
    except ValueError:
        raise refusals.colour(text) from None
    if len(found) == 4 and found[3] != 255:
        if found[3] == 0:
            return None
        raise refusals.see_through("färgen", text)
    return found[0] / 255, found[1] / 255, found[2] / 255


def opacity(paint: Mapping[str, str], name: str) -> bool:
    """Whether it is seen at all. Raises CannotDraw for what is half transparent."""
    given = paint.get(name, "1")
    try:
        value = float(given.removesuffix("%")) / (100 if given.endswith("%") else 1)
    except ValueError:
        raise refusals.setting(name, given) from None
    if 0 < value < 0.995:
        raise refusals.see_through(name, given)
    return value > 0
