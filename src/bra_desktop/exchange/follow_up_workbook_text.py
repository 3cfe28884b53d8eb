"""Text on its way into a cell and back: what Excel would take for something else, and how tall it makes its row."""

from __future__ import annotations

import math
import re

LONGEST = 32_767  # characters in a cell, Excel specifications and limits
CONTINUES = " … (fortsätter i protokollet)"
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
SUSPICIOUS = re.compile(f"{UNWRITABLE.pattern}|\r|_x")  # one look that nearly every text passes
LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
ESCAPED = re.compile(r"_x005[Ff]_(?=x[0-9A-Fa-f]{4}_)")
# what a spreadsheet could take for the beginning of a formula when somebody edits the cell
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
    if SUSPICIOUS.search(text):
        text = UNWRITABLE.sub(REPLACEMENT, text.replace("\r\n", "\n").replace("\r", "\n"))
        text = LOOKS_ESCAPED.sub("_x005F_", text)
    if len(text) > LONGEST:
        text = text[: LONGEST - len(CONTINUES)] + CONTINUES
    return text


def text_of_cell(value: object) -> str:
    """What :func:`cell_text` wrote, read back; an empty cell is an empty text."""
    return "" if value is None else ESCAPED.sub("_", str(value))


def lines_needed(text: str, room: int) -> int:
    """How many lines ``text`` takes where ``room`` characters fit on one.

    Each line takes the words that fit; a word longer than a line is broken, as spreadsheets do.
    """
    lines = 0
    for paragraph in text.split("\n"):
        lines += 1
        used = 0
        for word in paragraph.split(" "):
            length = len(word)
            if used and used + length > room:
                lines += 1
                used = 0
            lines += max(0, length - 1) // room
            used += length % room + 1
    return lines


def row_height(lines: int) -> float:
    """Height in points of a row of so many lines, never less than two; Excel allows at most 409."""
    return min(409.0, math.ceil(ROW_PADDING + LINE_HEIGHT * max(2, lines)))
