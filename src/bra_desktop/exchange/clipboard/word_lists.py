"""Lists as Word writes them on the clipboard: paragraphs that say which list and level, with the marker as words.

Word's own names: the style ``mso-list:l0 level1 lfo1`` on the paragraph, ``mso-list:Ignore`` round the marker, and
``@list l0:level1 {mso-level-number-format:bullet}`` in the style sheet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bra_desktop.exchange.clipboard.html_tree import Element
from bra_desktop.exchange.clipboard.styles import StyleSheet

_PLACE = re.compile(r"\b(l\d+)\s+level(\d+)", re.IGNORECASE)
_FIGURES = re.compile(r"(?:\d+\.)*(\d+)[.):]?")
_LETTERS = re.compile(r"\(?(?:[a-zåäö]|[ivxlc]{1,6})[.)]", re.IGNORECASE)
_BULLETS = frozenset("·•o§-–—*¨Øüvq►▪■□◦○●→\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\uf0a8")


@dataclass(frozen=True)
class WordItem:
    """What the paragraph is in its list. ``left`` is a marker that is no list's, kept as words."""

    level: int
    ordered: bool
    number: int | None
    left: str = ""


def word_item(paragraph: Element, sheet: StyleSheet) -> WordItem | None:
    """The place in a list, or None for a paragraph that stands in none."""
    said = paragraph.style.get("mso-list", "")
    place = _PLACE.search(said)
    marker = next((e for e in paragraph.inside("span") if is_marker(e)), None)
    if place is None or (marker is None and "ignore" in said.lower()):
        return None
    name, level = place[1].lower(), int(place[2])
    words = " ".join(marker.words().split()) if marker is not None else ""
    kind = sheet.list_level(f"{name}:level{level}").get("mso-level-number-format", "")
    if kind == "bullet" or (words and words in _BULLETS):
        return WordItem(level - 1, ordered=False, number=None)
    if figures := _FIGURES.fullmatch(words):
        return WordItem(level - 1, ordered=True, number=int(figures[1]))
    if kind or _LETTERS.fullmatch(words):
        return WordItem(level - 1, ordered=True, number=None)
    return WordItem(level - 1, ordered=False, number=None, left=words if any(c.isalnum() for c in words) else "")


def is_marker(element: Element) -> bool:
    """Whether the words are a marker that Word wrote for programs without lists."""
    return element.style.get("mso-list", "").lower() == "ignore"
