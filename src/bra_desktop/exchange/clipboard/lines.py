"""The words of one line or paragraph while they are gathered: marks, and spaces as a reader sees them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bra_desktop.domain.characters import forbidden_character
from bra_desktop.domain.text import Run, Runs, merge_runs

_SPACES = re.compile(r"[ \t\n\r\f]+")
_PADDED = re.compile(r"[ \u00a0]*(?:\u00a0[ \u00a0]|[ ]\u00a0)[ \u00a0]*")
"""Several spaces of which some are hard: how word processors pad, not how anybody writes § 41."""

_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff\ufffc\ufdd0-\ufdef]")
_LINE_ENDS = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\u0085": "\n", "\v": "\n"})
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")


@dataclass(frozen=True)
class Marks:
    """What holds for the words inside an element."""

    bold: bool = False
    italic: bool = False
    keeps_spaces: bool = False
    raised: bool = False
    lowered: bool = False


class Line:
    """Gathers words with marks; `take` hands them over and begins anew."""

    def __init__(self) -> None:
        self._runs: list[Run] = []
        self.breaks = 0
        """Line breaks that stand last."""

    def write(self, text: str, marks: Marks) -> None:
        """Words as they stand in the source."""
        text = clean(text)
        if not marks.keeps_spaces:
            text = _PADDED.sub(" ", _SPACES.sub(" ", text))
            if self._at_space():
                text = text.lstrip(" ")
        if not text:
            return
        if marks.raised or marks.lowered:
            text = _shifted(text, marks)
        self._runs.append(Run(text, marks.bold, marks.italic))
        if text.strip("\n"):
            self.breaks = 0

    def break_line(self) -> None:
        """A new line in the same paragraph."""
        self._runs.append(Run("\n"))
        self.breaks += 1

    def take(self) -> Runs:
        """What was gathered, without spaces and line breaks at its ends."""
        runs, self._runs, self.breaks = trimmed(merge_runs(self._runs)), [], 0
        return runs

    def _at_space(self) -> bool:
        return not self._runs or self._runs[-1].text.endswith((" ", "\n", "\t"))


def clean(text: str) -> str:
    """Without what can't be kept and what nobody sees: control characters, soft hyphens, joiners of no width."""
    text = _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS))
    if forbidden_character(text) is None:
        return text
    return "".join(letter for letter in text if forbidden_character(letter) is None)


def trimmed(runs: Runs) -> Runs:
    """Without spaces and line breaks at the ends, and without spaces at the ends of lines."""
    kept = [replace(run, text=re.sub(r"[ \t]*\n[ ]*", "\n", run.text)) for run in runs]
    while kept and not (text := kept[0].text.lstrip(" \t\n\u00a0")):
        del kept[0]
    if kept:
        kept[0] = replace(kept[0], text=text)
    while kept and not (text := kept[-1].text.rstrip(" \t\n\u00a0")):
        del kept[-1]
    if kept:
        kept[-1] = replace(kept[-1], text=text)
    return merge_runs(kept)


def _shifted(text: str, marks: Marks) -> str:
    """Raised and lowered figures: 10² and CO₂ would else be other words."""
    if text.strip() and all(letter in "0123456789+- " for letter in text):
        return text.translate(_RAISED if marks.raised else _LOWERED)
    return text
