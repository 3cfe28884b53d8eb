"""Spelling in a process of its own: Hunspell with the shipped Swedish dictionary, asked by lines of JSON.

Hunspell takes some 20 MB and half a second to begin with, and holds the interpreter while it looks for suggestions;
none of it may be felt where somebody writes. A question is ``{"check": [words]}`` or ``{"suggest": word}``; the answer
repeats it and adds ``wrong`` or ``suggestions``. The end of the input ends the process.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO, Protocol

LANGUAGE, WORDS = "sv_SE", "words.txt"
MOST = 6
"""Suggestions."""


class Speller(Protocol):
    """What Hunspell offers."""

    def spell(self, word: str) -> bool:
        """Whether it is a word."""
        ...

    def add(self, word: str, example: str | None = None) -> object:
        """Takes a word in, inflected as the example is."""
        ...

    def suggest(self, word: str) -> Sequence[str]:
        """Words that are like it, the likeliest first."""
        ...


def load(folder: Path) -> Speller:
    """Hunspell with the dictionary in that folder and the words of the work. Raises OSError when it isn't there."""
    from hunspell import Hunspell

    speller: Speller = Hunspell(LANGUAGE, hunspell_data_dir=str(folder))
    for line in (folder / WORDS).read_text(encoding="utf-8").splitlines():
        word, _, example = line.partition(" ")
        if word and not word.startswith("#"):
            speller.add(word, example or None)
    return speller


def serve(folder: Path, questions: BinaryIO, answers: BinaryIO) -> int:
    """Answers until the input ends."""
    _step_back()
    speller = load(folder)
    for line in questions:
        answers.write(json.dumps(answer(speller, json.loads(line)), ensure_ascii=False).encode() + b"\n")
        answers.flush()
    return 0


def answer(speller: Speller, question: dict[str, Any]) -> dict[str, Any]:
    """The question with its answer."""
    if "suggest" in question:
        return question | {"suggestions": list(speller.suggest(question["suggest"]))[:MOST]}
    return question | {"wrong": [word for word in question["check"] if not is_right(speller, word)]}


def is_right(speller: Speller, word: str) -> bool:
    """Whether the dictionary knows it, also at the start of a sentence and with a curled apostrophe."""
    plain = word.replace("’", "'")
    return speller.spell(plain) or (plain.endswith(":s") and speller.spell(plain.removesuffix(":s")))


def command() -> list[str]:
    """How the program starts itself as a speller, installed or packaged."""
    own = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "bra_desktop"]
    return [*own, SPELL]


SPELL = "--spell"


def _step_back() -> None:
    """What is typed goes before what is checked."""
    if hasattr(os, "nice"):
        os.nice(10)
