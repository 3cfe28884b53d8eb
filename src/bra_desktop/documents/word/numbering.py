"""Word's own numbering: one bulleted and one numbered form of nine levels, and a list of its own where one begins."""

from __future__ import annotations

from bra_desktop.documents.pdf.style import RAIL
from bra_desktop.documents.text_blocks import ListBlock
from bra_desktop.documents.word.parts import Element, indent, part
from bra_desktop.documents.word.styles import CLAUSE_ROOM, FONT

LEVELS = 9
_BULLETS, _DASHES, _NUMBERS, _CLAUSES = 0, 1, 2, 3
_STEP, _NUMBER_ROOM = 15.0, 22.0


class Numbering:
    """The lists of one document."""

    def __init__(self) -> None:
        self._lists: list[Element] = []
        self._unnumbered = {form: self._new(form) for form in (_BULLETS, _DASHES)}

    def places(self, block: ListBlock) -> list[tuple[str, Element]]:
        """The style of each item of a list, and its number properties.

        A numbered item goes on with the list that is open at its level, or begins one with its own number.
        """
        open_lists: dict[int, tuple[int, int]] = {}
        made = []
        for item in block.items:
            level = min(item.level, LEVELS - 1)
            for deeper in [known for known in open_lists if known > level]:
                del open_lists[deeper]
            number = int(item.label[:-1]) if item.label[:-1].isdigit() else None
            if number is None:
                open_lists.pop(level, None)
                form = next(form for form in (_BULLETS, _DASHES) if form == _DASHES or _sign(form, level) == item.label)
                made.append(("ListBullet", _place(self._unnumbered[form], level)))
                continue
            known, expected = open_lists.get(level, (0, -1))
            if number != expected:
                known = self._new(_NUMBERS, level, number)
            open_lists[level] = (known, number + 1)
            made.append(("ListNumber", _place(known, level)))
        return made

    def clauses(self) -> Element:
        """Number properties for the clauses of one more decision, from 1."""
        return _place(self._new(_CLAUSES, 0, 1), 0)

    def elements(self) -> list[Element]:
        """What the part of numberings holds: the forms first, as the standard asks."""
        return [*(_form(form) for form in (_BULLETS, _DASHES, _NUMBERS, _CLAUSES)), *self._lists]

    def _new(self, form: int, level: int = 0, start: int | None = None) -> int:
        number = len(self._lists) + 1
        made = part("num", part("abstractNumId", val=form), numId=number)
        if start is not None:
            made.append(part("lvlOverride", part("startOverride", val=start), ilvl=level))
        self._lists.append(made)
        return number


def _place(number: int, level: int) -> Element:
    return part("numPr", part("ilvl", val=level), part("numId", val=number))


def _sign(form: int, level: int) -> str:
    """Bullets and dashes in turn, the deeper the list."""
    return "–" if (level + form) % 2 else "•"


def _form(form: int) -> Element:
    levels = (_level(form, level) for level in range(LEVELS))
    return part("abstractNum", part("multiLevelType", val="hybridMultilevel"), *levels, abstractNumId=form)


def _level(form: int, level: int) -> Element:
    bullets = form in (_BULLETS, _DASHES)
    shown = _sign(form, level) if bullets else f"%{level + 1}."
    room = _STEP if bullets else CLAUSE_ROOM if form == _CLAUSES else _NUMBER_ROOM
    face = [part("rFonts", ascii=FONT, hAnsi=FONT, cs=FONT)] if bullets else [part("b")] if form == _CLAUSES else []
    left = RAIL + level * _STEP + room
    return part(
        "lvl",
        part("start", val=1),
        part("numFmt", val="bullet" if bullets else "decimal"),
        part("lvlText", val=shown),
        part("lvlJc", val="left"),
        part("pPr", indent(left, room)),
        part("rPr", *face),
        ilvl=level,
    )
