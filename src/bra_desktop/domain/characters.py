"""Which characters a text may hold, and how those are printed that the typeface of the papers lacks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Final

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


STAND_INS: Final = {
    "\u2212": "–",
    "→": "->",
    "←": "<-",
    "↔": "<->",
    "⇒": "=>",
    "≥": ">=",
    "≤": "<=",
    "≈": "~",
    "●": "•",
    "■": "•",
    "▪": "•",
    "◦": "•",
    "○": "•",
    "\uf0b7": "•",
    "☐": "[ ]",
    "☑": "[x]",
    "✓": "[x]",
    "✔": "[x]",
}
"""Signs without a glyph that are drawn as similar ones."""

# Soft hyphen, marks of direction, which the typeface draws, word joiner, byte order mark and variation selectors.
INVISIBLE = re.compile("[\u00ad\u034f\u061c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufe00-\ufe0f]")


def forbidden_character(text: str) -> tuple[int, str] | None:
    """Place (from 1) and name of the first character that cannot be kept, or None.

    Refused: control characters but tab and line feed, lone surrogates and the two non-characters that neither
    XML 1.0 (section 2.2, workbooks) nor PDF text can carry.
    """
    found = _FORBIDDEN.search(text)
    if found is None:
        return None
    code = ord(found.group())
    name = "nolltecken" if code == 0 else f"styrtecken U+{code:04X}"
    return found.start() + 1, name


def without_glyph(text: str, has: Callable[[str], bool]) -> tuple[str, ...]:
    """The signs of a text that are printed as a box, each once, in the order in which they stand.

    ``has`` tells whether the typeface has a glyph for a sign; those with a similar one are printed as that.
    """
    return () if text.isascii() else tuple(sign for sign in _strange(text) if not has(sign))


def parts_without_glyph(text: str, has: Callable[[str], bool]) -> tuple[str, ...]:
    """As :func:`without_glyph`, with letters that follow each other in one word: 王芳, 😀."""
    strange = without_glyph(text, has)
    if not strange:
        return ()
    shown = INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    letters = "".join(re.escape(sign) for sign in strange if unicodedata.category(sign)[0] in "LM")
    found = re.findall(f"[{letters}]+|." if letters else ".", shown, re.DOTALL)
    return tuple(dict.fromkeys(part for part in found if part[0] in strange))


# Remembered, since a whole item is asked for at every save, and little of it has been changed since the last one.
@lru_cache(maxsize=1024)
def _strange(text: str) -> tuple[str, ...]:
    shown = INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return tuple(c for c in dict.fromkeys(shown) if not c.isascii() and not c.isspace() and c not in STAND_INS)
