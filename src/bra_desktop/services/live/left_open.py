"""A meeting that goes on and was left on an earlier day: adjourned till then, or never closed.

A meeting has one day, and so has its protocol: what is dealt with on another day is a continued meeting (fortsatt
sammanträde), with a notice and a protocol of its own (SKR, Underlag för arbetsordning för fullmäktige, on "Fortsatt
sammanträde"; kommunallagen 5 kap. 65 §: protocol is kept at each sammanträde).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.meeting_clock import begins, day_is_over, day_of
from bra_desktop.services.live.meeting_times import OPENING
from bra_desktop.services.office import Office
from bra_desktop.storage.history import last_changed, last_done
from bra_desktop.system.clock import STOCKHOLM, local

ADJOURNING = "Ajournera"
_GOES_ON = (
    OPENING, ADJOURNING, "Återuppta mötet", "Ta upp ärende", "Upprop", "Kommer", "Går", "Kommer eller går",
    "Gör till beslut",
)  # fmt: skip
"""The use cases that note a clock time, as they are called in the history: what a meeting goes on by."""


@dataclass(frozen=True)
class LeftOpen:
    """The day on which a meeting was left and the clock time then: of its adjournment, or of what was noted last."""

    day: date
    at: time
    adjourned: bool


@dataclass(frozen=True)
class LastDay:
    """The day on which a running meeting last went on; None where nobody knows. ``left`` when that is not today."""

    day: date | None = None
    left: LeftOpen | None = None


UNKNOWN = LastDay()


def last_day(office: Office, content: MeetingContent) -> LastDay:
    """When a meeting last went on; after midnight of the same evening that is still its day."""
    if content.state is not MeetingState.IN_PROGRESS:
        return UNKNOWN
    pause = next((one for one in content.adjournments if one.to_time is None), None)
    start, labels = begins(content), (ADJOURNING,) if pause is not None else _GOES_ON
    with office.database.reading() as connection:
        done = last_done(connection, content.key, *labels)
        if done is None:
            return UNKNOWN
        day = day_of(start, local(done))
        if day_of(start, office.local_now()) <= day:
            return LastDay(day)
        if pause is not None:
            return LastDay(day, LeftOpen(day, pause.from_time, adjourned=True))
        over = day_is_over(start, day).replace(tzinfo=STOCKHOLM)
        noted = local(last_changed(connection, content.key, over) or done).time().replace(second=0, microsecond=0)
    return LastDay(day, LeftOpen(day, noted, adjourned=False))
