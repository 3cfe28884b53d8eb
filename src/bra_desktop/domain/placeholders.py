"""Words in braces that stand in a phrase until somebody fills them in: ”{organisation}”, ”{datum}”."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bra_desktop.domain.swedish import NBSP, capital_first, listing, quoted

_NAMED = re.compile(r"\{([a-zåäö][a-zåäö_]*)\}")
_STANDING = re.compile(r"\{[a-zåäö§][a-zåäö§ -]{0,30}\}")
_SECTION = "paragraf"
_ITS_SIGN = re.compile(r"(?:§|\bparagraf\w*)\s*$", re.IGNORECASE)
_SENTENCE_BEGINS = re.compile(r"(^|[.:?]\s+|[”\"(])$")


def filled(text: str, known: Mapping[str, str], called: Mapping[str, str]) -> str:
    """The phrase with what is known in its place, and a readable word in braces for the rest.

    ``known`` and ``called`` are by the placeholder's name. What begins a sentence gets a capital. A number of a § has
    the sign before it, whether the phrase has it or not.
    """

    def put(found: re.Match[str]) -> str:
        name = found[1]
        value = known.get(name, "")
        if not value:
            sign = f"§{NBSP}" if name == _SECTION and not _ITS_SIGN.search(text[: found.start()]) else ""
            return f"{sign}{{{called.get(name, name.replace('_', ' '))}}}"
        return capital_first(value) if _SENTENCE_BEGINS.search(text[: found.start()]) else value

    return _NAMED.sub(put, text)


def standing_places(text: str) -> tuple[tuple[int, int], ...]:
    """Where something remains to be filled in: from and to of each pair of braces with its word."""
    return tuple(found.span() for found in _STANDING.finditer(text))


def unfilled_words(text: str, called: str) -> str:
    """What remains to be filled in there, as a sentence; empty for nothing. ``called``: ”beslutet”, ”texten”."""
    left = list(dict.fromkeys(quoted(text[start:end]) for start, end in standing_places(text)))
    if len(left) < 2:
        return f"luckan {left[0]} i {called} är inte ifylld. Skriv det som ska stå där." if left else ""
    return f"luckorna {listing(left)} i {called} är inte ifyllda. Skriv det som ska stå där."


def place_after(text: str, place: int) -> tuple[int, int] | None:
    """The first one that begins at the place or later."""
    return next((span for span in standing_places(text) if span[0] >= place), None)


def place_before(text: str, place: int) -> tuple[int, int] | None:
    """The last one that ends at the place or earlier."""
    return next((span for span in reversed(standing_places(text)) if span[1] <= place), None)
