"""Text on its way into a cell and back: what Excel would take for something else, and how tall it makes its row."""

from __future__ import annotations

import math
import re
import textwrap
from functools import lru_cache

LONGEST = 32_767  # characters in a cell, Excel specifications and limits
CONTINUES = " … (fortsätter i protokollet)"
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
ESCAPED = re.compile(r"_x005[Ff]_(?=x[0-9A-Fa-f]{4}_)")
FORMULA_STARTS = frozenset("=+-@\t'")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

LINE_HEIGHT = 13.6
ROW_PADDING = 6.0


def cell_text(text: str) -> str:
    """``text`` as a cell can hold it.

    Characters that XML 1.0 cannot carry become a visible replacement character, line ends become one line feed, what
    looks like an escape of ISO/IEC 29500 (``_x000A_``) is escaped itself, and text beyond Excel's limit is cut with a
    note that says so.
    """
    clean = UNWRITABLE.sub(REPLACEMENT, text.replace("\r\n", "\n").replace("\r", "\n"))
    if "_x" in clean:
        clean = LOOKS_ESCAPED.sub("_x005F_", clean)
    if len(clean) > LONGEST:
        clean = clean[: LONGEST - len(CONTINUES)] + CONTINUES
    return clean


def text_of_cell(value: object) -> str:
    """What :func:`cell_text` wrote, read back; an empty cell is an empty text."""
    return "" if value is None else ESCAPED.sub("_", str(value))


def starts_like_a_formula(text: str) -> bool:
    """Whether a spreadsheet could take the text for a formula when somebody edits the cell."""
    return text[:1] in FORMULA_STARTS and text != ""


def lines_needed(text: str, room: int) -> int:
    """How many lines ``text`` takes where ``room`` characters fit on one."""
    if len(text) <= room and "\n" not in text:
        return 1
    return _wrapped_lines(text, room)


def row_height(lines: int) -> float:
    """Height in points of a row of so many lines, never less than two; Excel allows at most 409."""
    return min(409.0, math.ceil(ROW_PADDING + LINE_HEIGHT * max(2, lines)))


@lru_cache(maxsize=4096)
def _wrapped_lines(text: str, room: int) -> int:
    if len(text) > 40 * room:
        return 40
    return sum(max(1, len(textwrap.wrap(part, room))) for part in text.split("\n"))
