"""Geometry, sizes and colours of the papers: labels hang in a rail to the left, text stands in a column.

All lengths in points unless a name says millimetres. Colours are (red, green, blue) from 0 to 1.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

MM = 72 / 25.4
Colour = tuple[float, float, float]


def colour(code: str) -> Colour:
    """The colour of six hexadecimal digits."""
    return (int(code[0:2], 16) / 255, int(code[2:4], 16) / 255, int(code[4:6], 16) / 255)


INK, MUTED, ACCENT, LATE = colour("15191E"), colour("4A5460"), colour("1D4A7D"), colour("A3281F")
TINT, RULE, WHITE = colour("EDF0F4"), colour("A9B1BA"), (1.0, 1.0, 1.0)

PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
LEFT, RIGHT = 25 * MM, 20 * MM
RAIL, GUTTER = 38 * MM, 4 * MM
FULL = PAGE_WIDTH - LEFT - RIGHT
COLUMN = FULL - RAIL
FIRST_TOP, TOP = 14 * MM, 25 * MM
BOTTOM_WITH_INITIALS, BOTTOM = 31 * MM, 24 * MM

HAIRLINE, THIN, STRONG = 0.4, 0.6, 0.9
BAR_WIDTH, BAR_OFFSET = 2.4, 3.4

# Room wanted below a break, as a clerk would break by hand.
ROOM_BEFORE_ITEM, ROOM_BEFORE_SECTION, ROOM_BEFORE_DECISION = 32 * MM, 16 * MM, 22 * MM
WHOLE_ITEM = 64 * MM
ITEM_GAP = 20.0
TO_WRITE_ON = 130.0
ROOM_TO_WRITE = 9.5 * MM
WHOLE_TABLE_ROWS = 14


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set."""

    size: float
    leading: float
    bold: bool = False
    italic: bool = False
    colour: Colour = INK
    before: float = 0.0
    after: float = 0.0
    align: Literal["left", "right", "center"] = "left"

    @cache  # noqa: B019  (a style is a value, and there are few of them)
    def but(self, **changes: object) -> Style:
        """The same style with some changes."""
        return replace(self, **changes)  # type: ignore[arg-type]


TITLE = Style(22, 27, bold=True, after=2)
SUBTITLE = Style(11.5, 16, colour=MUTED, after=9)
WARNING = Style(9, 12.2, bold=True, colour=LATE, after=9)
SENDER = Style(11.5, 14, bold=True)
ORGAN = Style(10, 14, colour=MUTED)
ITEM = Style(13, 17, bold=True, after=5)
SECTION = Style(13, 17, bold=True, before=14, after=6)
BODY = Style(10, 14, after=7)
SUBHEADING = Style(10, 14, bold=True, before=4, after=2)
QUOTE = BODY
NOTE = Style(8.5, 11.5, colour=MUTED, after=7)
LABEL = Style(8.5, 11, bold=True)
DECISION_LABEL = Style(10, 14, bold=True)
DECISION = Style(10, 14, after=4)
FIELD = Style(9, 12.2)
CELL = Style(9, 12.2)
CELL_DENSE = Style(8.5, 11)
CELL_NOTE = Style(8.5, 11.5, colour=MUTED)
HEAD = Style(8.5, 11.5, bold=True)
CAPTION = Style(9, 12.5, bold=True, before=4, after=4)
BOX_TITLE = Style(11, 14, bold=True)
BOX_TEXT = Style(8.5, 11, after=4)
BOX_LABEL = Style(8, 11, bold=True)
BOX_VALUE = Style(8.5, 11)
SIGNER = Style(9, 12.2)
SIGNER_ROLE = Style(8.5, 11.5, colour=MUTED)
RUNNING = Style(8.5, 11, colour=MUTED)
FOOT = Style(7.5, 9, colour=MUTED)
FOOT_LABEL = Style(7, 9, colour=MUTED)
INITIAL = Style(6.3, 8, colour=MUTED)
