"""What Översikt shows, as frozen values in words. Knows no Qt."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from bra_desktop.domain.kinds import MeetingState


class NextMeeting(NamedTuple):
    """A meeting to come, or one that runs. ``page`` is where its step is taken; ``missing`` what stands in its way."""

    ref: str
    day: date
    month: str
    forum: str
    state: MeetingState
    when: str
    missing: str
    button: str
    icon: str
    page: str


class Waiting(NamedTuple):
    """Something that waits for a step: where it leads, with which words."""

    icon: str
    tone: str
    title: str
    words: str
    link: str
    page: str
    target: object


class LateBar(NamedTuple):
    """An organisation's open actions, and how many of them are late."""

    organisation_id: str
    name: str
    late: int
    open: int


class Duty(NamedTuple):
    """What the data show of one of the law's duties. ``status`` is a name of the tokens' group ``duty``."""

    section: str
    title: str
    words: str
    status: str


class LastDay(NamedTuple):
    """A deadline of a meeting."""

    day: date
    words: str
    when: str
    late: bool
    ref: str
    page: str


class YearRing(NamedTuple):
    """A forum, or several, in the wheel."""

    name: str
    shape: str
    colour: str


class YearEvent(NamedTuple):
    """A meeting or a deadline in the wheel; ``ring`` is the index of its ring."""

    ring: int
    day: date
    words: str
    target: tuple[str, str]


class Shown(NamedTuple):
    """The whole page."""

    greeting: str = ""
    day: str = ""
    today: date = date.min
    next_meetings: tuple[NextMeeting, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    bars: tuple[LateBar, ...] = ()
    bars_words: str = ""
    duties: tuple[Duty, ...] = ()
    last_days: tuple[LastDay, ...] = ()
    rings: tuple[YearRing, ...] = ()
    events: tuple[YearEvent, ...] = ()
    year_words: str = ""
    new: bool = False
    """Nothing has been planned yet: the page says what to begin with."""
