"""The day of a meeting held against the days on which it was opened and is closed: its papers have one day."""

from __future__ import annotations

from datetime import date

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.errors import Missing
from bra_desktop.domain.swedish_dates import weekday_and_month

DAY = "meeting/day"
OPENED = "meeting/opened_at"


def held_another_day(content: MeetingContent, opened: date | None) -> tuple[Missing, ...]:
    """The meeting that was opened on another day than the one that stands in its papers."""
    if opened is None or opened == content.date:
        return ()
    held, planned = weekday_and_month(opened), weekday_and_month(content.date)
    return (Missing(f"Mötet öppnades {held} men är planerat till {planned}. Ändra dagen.", DAY),)


def goes_on_another_day(opened: date | None, today: date | None) -> tuple[Missing, ...]:
    """The meeting that is closed on a later day than that on which it was opened: its papers have one day."""
    if opened is None or today is None or today <= opened:
        return ()
    began, ends = weekday_and_month(opened), weekday_and_month(today)
    words = f"Mötet öppnades {began} och avslutas {ends}, men protokollet gäller en dag. Rätta klockslagen."
    return (Missing(words, OPENED),)


def held_before(content: MeetingContent, opened: date | None) -> tuple[Missing, ...]:
    """As :func:`held_another_day`, of one that was opened before that day: it cannot have been written down since."""
    return held_another_day(content, opened) if opened is not None and opened < content.date else ()
