"""What is worth knowing beside a command's answer, and stops nothing: on the other stream, one sentence a line."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.printable import unprintable


def of_paper(content: MeetingContent) -> list[str]:
    """The names and texts that a PDF of the meeting prints with boxes, while they can still be written otherwise."""
    return [] if content.state.is_frozen else [missing.text for missing in unprintable(content)]


def tell(remarks: Iterable[str]) -> None:
    """Print them where errors are printed, so that the answer stays what it is."""
    for words in remarks:
        print(f"Att tänka på: {words}", file=sys.stderr)
