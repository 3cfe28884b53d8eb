"""Words that somebody typed of what she herself did, as a sentence about those who are recorded to have done it.

Who did it is a fact that is recorded beside the words, so every one of them stands by name whatever was typed:
”Vi reserverar oss mot beslutet” is told of the two that it is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_SHE = r"jag|vi|undertecknade?|ledamoten|ledamöterna|hon|han|de"
_FIRST_PERSON = re.compile(r"(?<!\w)(?:jag|vi|mig|oss|min|mitt|mina|vår|vårt|våra)(?!\w)", re.IGNORECASE)
_AND = r"(?:\s*,\s*|\s+och\s+|\s+samt\s+)"


def rest_of(text: str, verb: str, names: Sequence[str]) -> re.Match[str] | None:
    """The beginning of a text that tells of them: what stands for them there, if anything, and the verb (a pattern).

    What stands for them is jag, vi, ledamoten …, or some of their names, with a party or anything else in brackets.
    """
    name = "|".join(rf"{re.escape(one)}(?:\s*\([^)]*\))?" for one in sorted(names, key=len, reverse=True) if one)
    several = rf"(?:{name})(?:{_AND}(?:{name}))*" if name else _SHE
    return re.match(rf"(?:(?:{_SHE}|{several})\s+)?(?:{verb})(?!\w)", text, re.IGNORECASE)


def is_first_person(text: str) -> bool:
    """Whether somebody speaks of herself in the text."""
    return _FIRST_PERSON.search(text) is not None


def quoted(text: str) -> str:
    """The text as somebody's own words."""
    return text if text[:1] == "”" else f"”{text}”"


def tells_of(text: str, names: Sequence[str]) -> bool:
    """Whether every one of the names stands in the text, and not as a part of another name."""
    return all(_whole(name).search(text) for name in names)


def with_shown_names(text: str, shown: Sequence[tuple[str, str]]) -> str:
    """The text with each name, where it first stands, as it is shown: with its party."""
    for name, full in shown:
        if full not in text:
            text = _whole(name).sub(lambda _found, full=full: full, text, count=1)  # type: ignore[misc]
    return text


def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
