"""Colours that a municipality chooses for its papers."""

from __future__ import annotations

import re

from bra_desktop.domain.errors import UserError

_CODE = re.compile(r"#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")
_LEAST_CONTRAST = 3.0


def accent_of(text: str) -> str:
    """The colour as six hexadecimal digits; empty for none.

    Raises UserError for what is no colour, and for one that white paper would swallow (WCAG 2.2, 1.4.11: marks that
    carry meaning have a contrast of at least 3:1).
    """
    written = text.strip()
    if not written:
        return ""
    found = _CODE.fullmatch(written)
    if found is None:
        raise UserError("Skriv färgen som sex tecken, t.ex. 1D4A7D, eller lämna fältet tomt.", where="accent")
    code = found[1].upper()
    code = "".join(sign * 2 for sign in code) if len(code) == 3 else code
    if contrast_with_white(code) < _LEAST_CONTRAST:
        raise UserError("Färgen är för ljus för att synas på vitt papper. Välj en mörkare.", where="accent")
    return code


def contrast_with_white(code: str) -> float:
    """From 1 for white to 21 for black (WCAG 2.2, contrast ratio)."""
    red, green, blue = (_linear(int(code[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
