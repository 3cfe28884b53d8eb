"""Which characters a text may hold."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


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
