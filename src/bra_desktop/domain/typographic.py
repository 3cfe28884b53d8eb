"""Signs that a keyboard lacks, as word processors make them: -- is a dash, and " a Swedish quotation mark."""

from __future__ import annotations

import re

DASH, QUOTE = "–", "”"
HYPHENS = "--"
_TOKEN = re.compile(r"\S*$")
_DASHED = re.compile(r"(?:[^\s-].*)?(?<!-)--(?:[^\W_].*)?")
_ADDRESS = re.compile(r"://|www\.|[@/\\=<>_]", re.IGNORECASE)
"""What words have that are an address, a path or a program's text."""


def dash_before_space(before: str) -> int | None:
    """Where two hyphens begin that a space after ``before`` makes a dash; None when there are none.

    Those between words, after one or alone: ord -- ord, 10--12. Never of an address or of an option such as --help.
    """
    token = _TOKEN.search(before)
    words = token[0] if token else ""
    if words.count(HYPHENS) != 1 or "---" in words or _ADDRESS.search(words):
        return None
    at = words.index(HYPHENS)
    alone_or_after = at > 0 or words == HYPHENS
    return len(before) - len(words) + at if alone_or_after and _DASHED.fullmatch(words) else None


def quotes_here(before: str) -> bool:
    """Whether a " that is typed after those words is a quotation mark: not in an address or a program's text."""
    token = _TOKEN.search(before)
    return token is None or not _ADDRESS.search(token[0])
