"""The days of a meeting's way that only its history knows. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.meeting_clock import opened_on
from bra_desktop.services.live.meeting_times import OPENING
from bra_desktop.services.undoing import Happened
from bra_desktop.system.clock import local


class KnownDays(NamedTuple):
    """held: when the meeting was opened; None for one that was written down elsewhere. reached: the last day on which
    it came to each state.
    """

    held: date | None = None
    reached: Mapping[MeetingState, date] = {}


def known_days(content: MeetingContent, rows: Iterable[Happened]) -> KnownDays:
    """Out of the history of the meeting, without what was undone."""
    lasting = sorted((row for row in rows if not row.undone), key=lambda row: row.at)
    opened = [row.at for row in lasting if row.label == OPENING]
    held = opened_on(content.date, content.starts, local(opened[-1])) if opened else None
    states = ((row.after.get("state"), row.at) for row in lasting if row.table == "meeting" and row.after)
    return KnownDays(held, {MeetingState(str(state)): local(at).date() for state, at in states if state})
