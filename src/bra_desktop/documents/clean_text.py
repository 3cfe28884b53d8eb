"""Text as documents write it, whichever file they become."""

from __future__ import annotations

import re
import unicodedata

from bra_desktop.domain.characters import INVISIBLE

_LINE_ENDS = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
_UNWRITABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_WORDS_BULLET = "\uf0b7"  # what Word's own lists leave behind in a font of signs


def clean(text: str) -> str:
    """Text as it is set: composed characters, every kind of line end as a line feed, a tab as a space."""
    plain = text if text.isascii() else INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    if plain.isprintable():  # then there are no line ends and no tabs
        return plain
    return _LINE_ENDS.sub("\n", plain).replace("\t", " ")


def writable(text: str) -> str:
    """Text as :func:`clean`, with U+FFFD for what neither XML 1.0 (section 2.2) nor a text file can carry."""
    plain = clean(text)
    return plain if plain.isprintable() else _UNWRITABLE.sub("\ufffd", plain.replace(_WORDS_BULLET, "•"))
