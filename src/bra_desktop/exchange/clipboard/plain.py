"""Plain text from the clipboard as blocks."""

from __future__ import annotations

import re
from collections.abc import Callable

from bra_desktop.domain.text import Block, Cell, ListItem, Paragraph, Row, Run, Runs, Table
from bra_desktop.exchange.clipboard.flow import numbered
from bra_desktop.exchange.clipboard.lines import clean, trimmed

_BULLET = re.compile(r"([ \t]*)[•·▪◦●*-][ \t]+(?=\S)")
_NUMBER = re.compile(r"([ \t]*)(\d{1,3})[.)][ \t]+(?=\S)")
_INDENT = 2
"""Spaces that make a level; a tab counts as four."""


def literal_blocks(text: str, new_id: Callable[[], str]) -> tuple[Block, ...]:
    """Each line a paragraph, exactly as it stands."""
    return tuple(Paragraph(new_id(), runs) for line in clean(text).split("\n") if (runs := _runs(line)))


def blocks_of_text(text: str, new_id: Callable[[], str]) -> tuple[Block, ...]:
    """Lines become paragraphs; bullets, numbers and columns between tabs become lists and tables."""
    lines = [line.rstrip() for line in clean(text).split("\n") if line.strip()]
    table = _table(lines, new_id)
    if table is not None:
        return (table,)
    listed = _listed(lines)
    blocks: list[Block] = []
    for line, item in zip(lines, listed, strict=True):
        if item is None:
            blocks.append(Paragraph(new_id(), _runs(line)))
        else:
            level, number, rest = item
            blocks.append(ListItem(new_id(), level, number is not None, number, _runs(rest)))
    return numbered(blocks)


def _runs(line: str) -> Runs:
    return trimmed((Run(line),)) if line.strip() else ()


_Item = tuple[int, int | None, str]


def _listed(lines: list[str]) -> list[_Item | None]:
    """What is a list item. A lone line with a number may be a sentence such as "2. kap."; a list has several."""
    found: list[_Item | None] = []
    for line in lines:
        bullet, number = _BULLET.match(line), _NUMBER.match(line)
        if bullet:
            found.append((_level(bullet[1]), None, line[bullet.end() :]))
        elif number:
            found.append((_level(number[1]), int(number[2]), line[number.end() :]))
        else:
            found.append(None)
    for at, item in enumerate(found):
        beside = (found[at - 1] if at else None, found[at + 1] if at + 1 < len(found) else None)
        if item is not None and item[1] is not None and not any(other is not None for other in beside):
            found[at] = None
    return found


def _level(indent: str) -> int:
    return min(3, len(indent.expandtabs(4)) // _INDENT)


def _table(lines: list[str], new_id: Callable[[], str]) -> Table | None:
    """Lines with the same number of tabs inside them: cells of a spreadsheet."""
    if len(lines) < 2 or len({line.count("\t") for line in lines}) != 1 or "\t" not in lines[0]:
        return None
    rows = tuple(Row(tuple(Cell(_runs(cell)) for cell in line.split("\t"))) for line in lines)
    return Table(new_id(), rows, header_rows=0)
