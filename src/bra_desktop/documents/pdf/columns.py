"""How wide the columns of a table are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

_MOST_ROWS = 60
_STEPS = {2: 40, 3: 20, 4: 10}


@dataclass(frozen=True, slots=True)
class CellWords:
    """What a cell takes in lines: ``beside`` is room that is not for text, each line its space and its words."""

    column: int
    beside: float
    lines: tuple[tuple[float, tuple[float, ...]], ...]

    def height(self, width: float) -> int:
        """How many lines it is at a width of the column."""
        return sum(_set_lines(words, space, width - self.beside) for space, words in self.lines)


def balanced(
    rows: Sequence[Sequence[CellWords]], wished: list[float], least: list[float], most: list[float], total: float
) -> list[float]:
    """As ``fitted``, but where cells need several lines shared so that the table is as short as it can be.

    Tables of many rows or columns are shared by how much each column would like.
    """
    shared = fitted(wished, least, most, total)
    low = [max(wish, word) for wish, word in zip(wished, least, strict=True)]
    free = [n for n, (wish, word) in enumerate(zip(wished, low, strict=True)) if not wish and most[n] > word]
    spare = total - sum(low)
    needed = sum(max(0.0, line - word) for line, word in zip(most, low, strict=True))
    if not 0 < spare < needed or len(rows) > _MOST_ROWS or len(free) not in _STEPS:
        return shared
    steps = _STEPS[len(free)]

    @cache
    def heights(column: int, part: int) -> list[int]:
        return _heights(rows, column, low[column] + spare * part / steps)

    def tall(parts: tuple[int, ...]) -> tuple[int, int, int]:
        found = [heights(column, part) for column, part in zip(free, parts, strict=True)]
        lines = [max(row) for row in zip(*found, strict=True)]
        return sum(lines), max(lines), sum(sum(column) for column in found)

    def apart(parts: tuple[int, ...]) -> float:
        return sum((low[c] + spare * part / steps - shared[c]) ** 2 for c, part in zip(free, parts, strict=True))

    best = min(_shares(steps, len(free)), key=lambda parts: (tall(parts), apart(parts)))
    widths = list(low)
    for column, part in zip(free, best, strict=True):
        widths[column] += spare * part / steps
    return widths


def _heights(rows: Sequence[Sequence[CellWords]], column: int, width: float) -> list[int]:
    return [max((cell.height(width) for cell in row if cell.column == column), default=1) for row in rows]


def _shares(steps: int, columns: int) -> Iterator[tuple[int, ...]]:
    """Every way to share the steps between the columns."""
    if columns == 1:
        yield (steps,)
        return
    for first in range(steps + 1):
        for rest in _shares(steps - first, columns - 1):
            yield (first, *rest)


def _set_lines(words: Sequence[float], space: float, width: float) -> int:
    count, used = 1, 0.0
    for word in words:
        gap = space if used else 0.0
        if used and used + gap + word > width:
            count, used, gap = count + 1, 0.0, 0.0
        used += gap + word
    return count


def fitted(wished: list[float], least: list[float], most: list[float], total: float) -> list[float]:
    """Column widths that fill ``total``: no narrower than the longest word as far as there is room.

    ``least`` is the width of each column's longest word and ``most`` of its longest line. Wishes (0 for none) are
    given up before a word is broken. What is left after the words is shared by how much more each column would like.
    """
    low = [max(wish, word) for wish, word in zip(wished, least, strict=True)]
    if sum(low) > total:
        wished, low = [0.0] * len(low), list(least)
    if sum(low) >= total:
        return _squeezed(low, total)
    high = [max(wish, line, word) for wish, line, word in zip(wished, most, low, strict=True)]
    spare, wants = total - sum(low), [h - w for h, w in zip(high, low, strict=True)]
    if sum(wants) > spare:
        return [word + spare * want / sum(wants) for word, want in zip(low, wants, strict=True)]
    grow = [0.0 if wish else line for wish, line in zip(wished, high, strict=True)]
    if not any(grow):
        grow = [line or 1.0 for line in high]
    left = total - sum(high)
    return [line + left * part / sum(grow) for line, part in zip(high, grow, strict=True)]


def _squeezed(low: list[float], total: float) -> list[float]:
    """Too little room for the longest words: those that are wider than an equal share of what is left are broken."""
    widest, left = 0.0, total
    for count, word in zip(range(len(low), 0, -1), sorted(low), strict=True):
        widest = left / count
        if word > widest:
            break
        left -= word
    return [min(word, widest) for word in low]
