"""The levels that headings get: none is skipped, and headings in a text are deeper than what the text stands below."""

from __future__ import annotations

from bra_desktop.documents.text_blocks import Heading

_DEEPEST = 6


class Outline:
    """The headings of one document, asked for in reading order after its title.

    ``below`` is the level of the heading that the text stands below.
    """

    def __init__(self) -> None:
        self.below = 1
        self._level = 1

    def level(self, wanted: int) -> int:
        """The level of the next heading, which skips none (PDF/UA-1, 7.4.2)."""
        self._level = min(wanted, self._level + 1, _DEEPEST)
        return self._level

    def level_in_text(self, heading: Heading) -> int:
        """The level of a heading block; level 2 is a part of the document, wherever it stands."""
        return self.level(heading.level if heading.level == 2 else max(heading.level, self.below + 1))
