"""What differs between two texts, word by word, in the order in which one reads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from bra_desktop.domain.swedish import plural
from bra_desktop.domain.text import Block, Heading, Image, ListItem, Table, TextDocument, list_labels, runs_text

_WORDS = re.compile(r"\s*(?:\w+(?:[-:.]\w+)*|[^\w\s])|\s+$")
"""Each word and sign with the space before it."""


class Change(StrEnum):
    """What became of some words on the way from the old text to the new one."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class Piece:
    """Words with the same fate."""

    text: str
    change: Change = Change.SAME


@dataclass(frozen=True)
class Line:
    """A block, or a row of a table. ``begins`` is the bullet or number; ``reshaped``: only its form is another."""

    pieces: tuple[Piece, ...]
    begins: str = ""
    level: int = 0
    heading: bool = False
    reshaped: bool = False

    @property
    def changed(self) -> bool:
        """Whether anything of the line, its form included, is another."""
        return self.reshaped or any(piece.change is not Change.SAME for piece in self.pieces)


@dataclass(frozen=True)
class _Shown:
    """One line of one of the texts, before it is compared."""

    key: str
    words: str
    begins: str = ""
    level: int = 0
    heading: bool = False
    form: str = ""


def difference(old: TextDocument, new: TextDocument) -> tuple[Line, ...]:
    """The lines of both texts in one: those of the new with what is gone from the old where it stood."""
    before, after = list(_lines(old)), list(_lines(new))
    found: list[Line] = []
    # A block keeps its id while it is written on, so the ids tell which lines are the same ones.
    matcher = SequenceMatcher(None, [line.key for line in before], [line.key for line in after], autojunk=False)
    for _tag, a1, a2, b1, b2 in matcher.get_opcodes():
        common = min(a2 - a1, b2 - b1)
        found += [_both(before[a1 + n], after[b1 + n]) for n in range(common)]
        found += [_only(line, Change.REMOVED) for line in before[a1 + common : a2]]
        found += [_only(line, Change.ADDED) for line in after[b1 + common : b2]]
    return tuple(found)


def counted(lines: Sequence[Line]) -> str:
    """12 ord tillagda, 3 ord borttagna; what differs in words, also for somebody who hears it."""
    added, removed = (
        sum(_word_count(p.text) for line in lines for p in line.pieces if p.change is c) for c in _CHANGES
    )
    reshaped = sum(line.reshaped for line in lines)
    parts = [
        plural(added, "ord tillagt", "ord tillagda") if added else "",
        plural(removed, "ord borttaget", "ord borttagna") if removed else "",
        plural(reshaped, "stycke med annan form", "stycken med annan form") if reshaped else "",
    ]
    if not any(parts):
        return "Inga ord skiljer." if not any(line.changed for line in lines) else "Bara skiljetecken skiljer."
    return f"{', '.join(filter(None, parts))}."


_CHANGES = (Change.ADDED, Change.REMOVED)


def _word_count(text: str) -> int:
    return len(re.findall(r"\w+(?:[-:.]\w+)*", text))


def _lines(document: TextDocument) -> Iterator[_Shown]:
    labels = list_labels(document.blocks)
    for block in document.blocks:
        if isinstance(block, Table):
            if block.caption:
                yield _Shown(f"{block.id}/caption", block.caption, form="caption")
            for number, row in enumerate(block.rows):
                words = " | ".join(runs_text(cell.runs) for cell in row.cells)
                yield _Shown(f"{block.id}/{number}", words, form="table")
        elif isinstance(block, Image):
            yield _Shown(block.id, f"[Bild: {block.alternative}]", form=block.digest)
        else:
            yield _of_words(block, labels)


def _of_words(block: Block, labels: dict[str, str]) -> _Shown:
    assert not isinstance(block, Table | Image)
    marks = ";".join(f"{len(r.text)}{'b' * r.bold}{'i' * r.italic}{'c' * r.confidential}{r.ground}" for r in block.runs)
    level = block.level if isinstance(block, Heading | ListItem) else 0
    heading = isinstance(block, Heading)
    return _Shown(
        block.id,
        runs_text(block.runs),
        labels.get(block.id, ""),
        0 if heading else level,
        heading,
        f"{block.kind}{level}{isinstance(block, ListItem) and block.ordered}{marks}",
    )


def _both(old: _Shown, new: _Shown) -> Line:
    if old.words == new.words:
        return Line((Piece(new.words),), new.begins, new.level, new.heading, reshaped=old.form != new.form)
    return Line(_pieces(old.words, new.words), new.begins, new.level, new.heading)


def _only(line: _Shown, change: Change) -> Line:
    return Line((Piece(line.words, change),), line.begins, line.level, line.heading)


def _pieces(old: str, new: str) -> tuple[Piece, ...]:
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    found: list[Piece] = []
    # A space is the same as any other: words are what holds the texts together.
    words = [word.strip() for word in before], [word.strip() for word in after]
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, *words, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece("".join(after[b1:b2])))
        else:
            gone, come = "".join(before[a1:a2]), "".join(after[b1:b2])
            found += [Piece(words, c) for words, c in ((gone, Change.REMOVED), (come, Change.ADDED)) if words]
    return tuple(found)
