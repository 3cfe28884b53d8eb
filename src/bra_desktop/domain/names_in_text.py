"""The words of a text, and those of them that are somebody's name or number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from bra_desktop.domain.ordinary_words import ORDINARY

Words = tuple[str, ...]

LEAST = 3
"""So many letters a word has at least to be looked for by itself."""
_UNSEEN = "\\u00ad\\u200b-\\u200d\\u2060"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[\u0300-\u036f{_UNSEEN}])*")
"""With the signs that stand within a word and are not seen, or are an accent of the letter before."""
_NOT_SEEN = re.compile(f"[{_UNSEEN}]")
_WITHIN = (" ", "\N{NO-BREAK SPACE}", "-")
"""What stands between the words of a name."""
ENDS = re.compile(r"[.!?;:]+(?=\s|$)|\n+")
"""Where a sentence ends."""
_BEGINS = re.compile(r"[.!?:;]\s|[\n”\"’'»«(–—]|-\s|\s-")
"""What stands before a word that has its capital for beginning something."""
_YEAR = re.compile(r"(?:19|20)\d\d")


def words_at(text: str) -> list[tuple[str, int, int]]:
    """Every word of a text, without regard to case or to what stands between, with where it begins and ends."""
    return [(_folded(found.group()), *found.span()) for found in _WORD.finditer(text)]


def words_of(text: str) -> Words:
    """The words without regard to case."""
    return tuple(_WORD.findall(_folded(text)))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", _NOT_SEEN.sub("", text)).casefold()


def names_in(text: str, *, titled: bool = False) -> Iterator[Words]:
    """What has a capital or a figure in it, as words that follow each other, and not an ordinary word that begins.

    A year at the end of it is left out. ``titled``: the text has a capital for being a title, so that its first word
    is no name unless another name follows it, or it is somebody's.
    """
    name: list[str] = []
    before = 0
    lower = {_folded(word) for word in _WORD.findall(text) if word.islower()}
    for found in _WORD.finditer(text):
        word, between = _folded(found.group()), text[before : found.start()]
        if name and (between not in _WITHIN or not (_is_name(found.group()) or word.isdigit())):
            yield from _named(name)
            name = []
        begins = not text[:before].strip() or bool(_BEGINS.search(between))
        usual = begins and (word in ORDINARY or word in lower or (titled and _is_mere(text, found)))
        if (name and word.isdigit()) or (_is_name(found.group()) and not usual):
            name.append(word)
        before = found.end()
    yield from _named(name)


def _named(name: list[str]) -> Iterator[Words]:
    last = len(name) - 1 if len(name) > 1 and _YEAR.fullmatch(name[-1]) else len(name)
    if name:
        yield tuple(name[:last])


def _is_mere(text: str, found: re.Match[str]) -> bool:
    after = text[found.end() : found.end() + 2]
    return not (after[:1] in _WITHIN and after[1:2].isupper()) and not found.group().endswith("s")


def _is_name(word: str) -> bool:
    return word[0].isupper() or not (word.isalpha() or word.isdigit())


def base_form(words: Words) -> Words:
    """The words with the last one as it is when it is nobody's: Kalle Tjuvlunds, Kalle Tjuvlund."""
    return (*words[:-1], words[-1].removesuffix("s")) if words and len(words[-1]) > LEAST else words
