"""The typeface of the papers: Noto Sans in four cuts, its widths, and what is drawn for characters it lacks.

A character without a glyph is never dropped: it is drawn as a stand-in (a known sign as a similar one, anything else
as U+FFFD), and the drawn text carries the real character as /ActualText, so that reading aloud, searching and copying
give what was written. Soft hyphens and the like, which show nothing by definition, are left out of the drawing.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

import bra_desktop
from bra_desktop.documents.clean_text import clean
from bra_desktop.domain.characters import STAND_INS

CUTS = ("Regular", "Bold", "Italic", "BoldItalic")
UNKNOWN = "\ufffd"

# Private use, surrogates and non-characters may not be given as /ActualText.
_UNSAYABLE = frozenset(("Cc", "Cs", "Co", "Cn"))
# What makes one picture of several signs: a colour of skin, a choice of look, and what a joiner joins.
_JOINED = re.compile("(?<=[\u2190-\U0001ffff])(?:[\U0001f3fb-\U0001f3ff\ufe0e\ufe0f]|\u200d[\u2190-\U0001ffff])+")
_CACHED_WIDTHS = 50_000
_LONGEST_WORD = 40


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that can be drawn, and what it stands for where that differs."""

    text: str
    actual: str = ""


class Cut:
    """One cut of the typeface with its widths in thousandths of the size."""

    def __init__(self, font: TTFont) -> None:
        self.font, self.name = font, str(font.fontName)
        self._characters: dict[int, float] = font.face.charWidths
        self._default: float = font.face.defaultWidth
        self.covered = frozenset(map(chr, font.face.charToGlyph))
        self._known: dict[str, float] = {}

    def width(self, text: str) -> float:
        """Width of a text in thousandths of the size."""
        known = self._known.get(text)
        if known is None:
            characters, default = self._characters, self._default
            known = sum(characters.get(ord(c), default) for c in text)
            if len(self._known) > _CACHED_WIDTHS:
                self._known.clear()
            self._known[text] = known
        return known


class Typeface:
    """The four cuts."""

    def __init__(self, cuts: dict[str, Cut]) -> None:
        self._cuts = {(b, i): cuts[CUTS[b + 2 * i]] for b in (False, True) for i in (False, True)}
        self._covered = frozenset.intersection(*(cut.covered for cut in cuts.values()))

    def cut(self, bold: bool, italic: bool) -> Cut:
        """The cut for a mark."""
        return self._cuts[bold, italic]

    def draws(self, texts: Iterable[str]) -> bool:
        """Whether every character has a glyph."""
        return all(map(self._covered.issuperset, texts))

    def pieces(self, text: str) -> list[Piece]:
        """A word as pieces that can be drawn, in order; words of usual length stay whole."""
        if self._covered.issuperset(text):
            return [Piece(text)]
        if len(text) <= _LONGEST_WORD and _sayable(text):
            shown = _JOINED.sub("", text)
            return [Piece("".join(c if c in self._covered else STAND_INS.get(c, UNKNOWN) for c in shown), text)]
        return [self._piece(part) for part in re.split(self._gaps(text), text) if part]

    def _piece(self, part: str) -> Piece:
        if self._covered.issuperset(part):
            return Piece(part)
        if part in STAND_INS:
            return Piece(STAND_INS[part], _sayable(part))
        return Piece(UNKNOWN * len(part), _sayable(part))

    def lacks(self, text: str) -> list[str]:
        """Characters of a text that have no glyph and no similar sign, in the order in which they stand."""
        if self._covered.issuperset(text):
            return []
        return [c for c in clean(text) if c not in self._covered and c not in STAND_INS and c != "\n"]

    def _gaps(self, text: str) -> str:
        """What to split a text at: each character with a stand-in, and runs of others that have no glyph."""
        missing = sorted(set(text) - self._covered)
        known = re.escape("".join(c for c in missing if c in STAND_INS))
        unsayable = re.escape("".join(c for c in missing if c not in STAND_INS and not _sayable(c)))
        others = re.escape("".join(c for c in missing if c not in STAND_INS and _sayable(c)))
        patterns = [f"[{known}]"] * bool(known) + [f"[{unsayable}]"] * bool(unsayable) + [f"[{others}]+"] * bool(others)
        return f"({'|'.join(patterns)})"


def _sayable(text: str) -> str:
    """The text if it may be given as /ActualText, else nothing: then the sign drawn is what can be said."""
    return "" if any(unicodedata.category(c) in _UNSAYABLE for c in text) else text


def font_folder() -> Path:
    """Where the font files lie: beside a packaged program, in the package, or in the source tree."""
    bundled = getattr(sys, "_MEIPASS", "")
    places = [Path(bundled) / "resources"] if bundled else []
    package = Path(bra_desktop.__file__).resolve().parent
    places += [package / "resources", package.parents[1] / "resources"]
    for place in places:
        if (place / "fonts" / "NotoSans-Regular.ttf").is_file():
            return place / "fonts"
    raise FileNotFoundError("NotoSans-Regular.ttf")


_loading = Lock()


def typeface() -> Typeface:
    """The typeface, loaded once for the program; safe to call from several threads."""
    with _loading:
        return _load(font_folder())


@cache
def _load(folder: Path) -> Typeface:
    cuts = {}
    for cut in CUTS:
        font = TTFont(f"Papers-{cut}", str(folder / f"NotoSans-{cut}.ttf"))
        pdfmetrics.registerFont(font)
        cuts[cut] = Cut(font)
    return Typeface(cuts)
