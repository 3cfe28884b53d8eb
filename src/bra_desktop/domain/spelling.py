"""Which words of a text a dictionary is asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_](?:[\w’'.:@/\\-]*\w)?")
_GENITIVES = (":s", "’s", "'s")
LONGEST = 60
"""Letters; a longer word is asked about by nobody."""


@dataclass(frozen=True)
class Spelled:
    """A word and where it stands in its line."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """The place after its last letter."""
        return self.start + len(self.text)


def words_to_check(line: str) -> Iterator[Spelled]:
    """The words of a line that a dictionary can know.

    Left out: addresses, words with figures in them (2026/118, A4), abbreviations in capitals (BRÅ, EST:s) and single
    letters. Compounds with a hyphen are one word.
    """
    for found in _WORD.finditer(line):
        before = line[found.start() - 1] if found.start() else " "
        for word in _parts(found.start(), found.group()):
            if not (before.isalnum() or before in "_@/\\") and _can_be_known(word.text):
                yield word


def _parts(start: int, text: str) -> Iterator[Spelled]:
    """och/eller are two words; an address is one, which is left out afterwards."""
    if "@" in text or "://" in text or text.startswith("www.") or "\\" in text or text.count(".") > 1:
        yield Spelled(start, text)
        return
    at = 0
    for part in text.split("/"):
        yield Spelled(start + at, part.rstrip(".:-'’"))
        at += len(part) + 1


def _can_be_known(word: str) -> bool:
    stem = word
    for ending in _GENITIVES:
        stem = stem.removesuffix(ending)
    return (
        1 < len(stem) <= LONGEST
        and not stem.isupper()
        and not any(letter.isdigit() or letter in "@/\\" for letter in stem)
        and stem.count(".") < 2
    )


def name_forms(names: str) -> set[str]:
    """The words of a name and their genitives, in small letters: what is never marked, however it is written."""
    words = {word.casefold() for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", names)}
    return words | {part for word in words for part in word.split("-")} | {f"{word}s" for word in words}
