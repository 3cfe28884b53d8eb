"""A meeting's readable and stable reference."""

from __future__ import annotations

import re
from collections.abc import Container
from datetime import date

from bra_desktop.domain.swedish import ascii_letters


def meeting_ref(forum_short_name: str, day: date, taken: Container[str] = ()) -> str:
    """BRA-2026-12-03; BRA-AU-2027-02-15; with -2, -3 … when that day's reference is taken.

    Given once when the meeting is planned and kept when its date changes.
    """
    words = re.findall(r"[A-Z0-9]+", ascii_letters(forum_short_name).upper())
    stem = f"{'-'.join(words) or 'MOTE'}-{day.isoformat()}"
    ref, n = stem, 2
    while ref in taken:
        ref, n = f"{stem}-{n}", n + 1
    return ref
