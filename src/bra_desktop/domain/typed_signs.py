"""When a typed sign asks for something: / for a phrase, @ for a name, ! at a line's start for an action.

A sign inside a word, a figure, an address or a file's path never does: 31/1, och/eller, eva@almby.example, Hej!
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

PHRASE, NAME, ACTION = "/", "@", "!"
LONGEST_NAME = 60
_BEFORE = r"(?:^|(?<=[\s(\[”\"«–]))"
_LETTER = r"[^\W\d_]"
_PHRASE = re.compile(rf"{_BEFORE}/({_LETTER}[^\W_]{{0,30}})$")
_NAME = re.compile(rf"{_BEFORE}@({_LETTER}[\w.&-]*(?: [\w.&-]+){{0,4}} ?)$")
_ACTION = re.compile(rf"!\s?({_LETTER}.*)$")
_WEB = re.compile(r"(?:https?:|www\.)\S*$", re.IGNORECASE)
_GOES_ON = re.compile(r"[\w/@\\]")
_STANDING = re.compile(rf"{_BEFORE}/({_LETTER}[^\W_]{{0,30}})(?=[.,;:!?)\]”\"»]*(?:\s|$))")
_EACH = re.compile(r"(?:\d|\bt?kr\.?|\bmkr|\bkronor|%)\s*$", re.IGNORECASE)
LIKE = 3
"""As many letters as a word must share with what a phrase is called to be a search for it."""


@dataclass(frozen=True)
class Sign:
    """What is being typed: the sign, where in the line it stands, where it ends, and the words after it."""

    sign: str
    start: int
    end: int
    words: str


def sign_at(line: str, caret: int) -> Sign | None:
    """The phrase or the name that is being asked for where the caret stands; None when nothing is."""
    before, after = line[:caret], line[caret : caret + 1]
    if (after and _GOES_ON.match(after)) or ("/" not in before and "@" not in before):
        return None
    tail = before[-LONGEST_NAME - 2 :]
    for sign, pattern in ((PHRASE, _PHRASE), (NAME, _NAME)):
        found = pattern.search(tail)
        if found and (len(tail) == len(before) or found.start() > 0):
            start = len(before) - len(tail) + found.start()
            if not _WEB.search(before[:start]):
                return Sign(sign, start, caret, found[1].rstrip())
    return None


def action_line(line: str, caret: int) -> Sign | None:
    """The action that the line asks for when the caret stands at its end: a ! at its very start, then a letter."""
    found = _ACTION.match(line)
    if found is None or caret < len(line.rstrip()):
        return None
    return Sign(ACTION, 0, len(line), found[1].strip())


def signs_left(text: str, triggers: Iterable[str], *, actions: bool = True) -> tuple[Sign, ...]:
    """The signs that ask for something in a finished block of text, where nobody chose what they ask for.

    A / counts before a word that begins as what a phrase is called, so that what a page or a folder is called (/home)
    does not, and not after an amount (120 kr /dag). A ! counts first on a line, before a letter. triggers: what the
    phrases are called. actions: whether a line of the block may become an action, which it may not in a table.
    """
    begun = {trigger.removeprefix("/").casefold()[:LIKE] for trigger in triggers}
    found = []
    for line in re.finditer(r"[^\n]+", text):
        words, start = line[0], line.start()
        action = _ACTION.match(words) if actions else None
        if action is not None:
            found.append(Sign(ACTION, start, start + len(words.rstrip()), action[1].strip()))
            continue
        for one in _STANDING.finditer(words):
            before = words[: one.start()]
            alike = len(one[1]) >= LIKE and one[1].casefold()[:LIKE] in begun
            if alike and not _EACH.search(before) and not _WEB.search(before):
                found.append(Sign(PHRASE, start + one.start(), start + one.end(), one[1]))
    return tuple(found)
