"""Fills the style sheet template with the colours, lengths and type sizes of one palette and scale. Knows no Qt."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

PX = re.compile(r"@px\(([\d.]+)\)")
PT = re.compile(r"@pt\(([\w-]+)\)")
ICON = re.compile(r"@icon\(([\w-]+), ([\w-]+)\)")
COLOUR = re.compile(r"@([a-z][\w-]*)")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def scaled(length: float, scale: float) -> int:
    """A length in device-independent pixels; something that isn't nothing never becomes nothing."""
    return max(1, round(length * scale)) if length else 0


def fill(
    template: str,
    colours: Mapping[str, str],
    type_pt: Mapping[str, float],
    scale: float,
    icon_url: Callable[[str, str], str],
) -> str:
    """The finished sheet. A name that the tokens don't know raises KeyError, so that a misspelling is found at once."""
    sheet = COMMENT.sub("", template)
    sheet = PX.sub(lambda match: f"{scaled(float(match[1]), scale)}px", sheet)
    sheet = PT.sub(lambda match: f"{type_pt[match[1]] * scale:g}pt", sheet)
    sheet = ICON.sub(lambda match: f"url({icon_url(match[1], match[2])})", sheet)
    return COLOUR.sub(lambda match: colours[match[1]], sheet)
