"""How the meeting goes: the words of the strip and of the agenda, with the clock against the plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from functools import partial

from bra_desktop.domain import attendance
from bra_desktop.domain.content import ItemContent, MeetingContent
from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.meeting_clock import begins, minutes_between, moment_of
from bra_desktop.domain.numbering import in_sentence, is_taken_up
from bra_desktop.domain.quorum import quorate, quorum_now
from bra_desktop.domain.swedish import NBSP, capital_first, plural
from bra_desktop.domain.swedish_dates import MONTHS, at_clock, clock, date_in_text, day_and_month
from bra_desktop.ui.live.scene import Scene

NO_COUNT = ("Närvaro visas inte", "medan skärmen delas")
"""Said of a marked item on a shared screen: without those who are out of the room for it every count would be false."""


class Progress(StrEnum):
    """Where an item of the agenda is: tick, triangle or ring."""

    DONE = "done"
    NOW = "now"
    LATER = "later"
    STRUCK = "struck"


@dataclass(frozen=True)
class Strip:
    """The line at the top: clock, meeting, the item's time, attendance. ``shorter``: that time in fewer words,
    ``short_title`` the meeting. ``counts``: whether those who are there are counted.
    """

    clock: str
    title: str
    item: str
    present: str
    quorum: str
    quorate: bool
    shorter: str = ""
    short_title: str = ""
    counts: bool = True


@dataclass(frozen=True)
class AgendaRow:
    """One row of the agenda at the left. ``not_quorate``: inte beslutsfört, 6 av 15 ledamöter; empty where they were
    enough.
    ``secret``: that the item is marked as confidential, and why.
    """

    key: str
    title: str
    below: str
    progress: Progress
    not_quorate: str = ""
    secret: str = ""


def gone_minutes(content: MeetingContent, start: time, end: time) -> int:
    """Whole minutes, without those in which the meeting was adjourned. An end after midnight counts on; one that a
    clock was set back to counts as none.
    """
    first = begins(content)
    at = partial(moment_of, first)
    pauses = (
        (max(start, pause.from_time, key=at), min(end, pause.to_time, key=at))
        for pause in content.adjournments
        if pause.to_time is not None
    )
    away = sum(max(0, minutes_between(first, *pause)) for pause in pauses)
    return max(0, minutes_between(first, start, end) - away)


def _still(scene: Scene, now: time) -> time:
    """Until when the clock of the item that goes on counts: now, or when the meeting was left or adjourned."""
    if scene.adjourned_at is not None:
        return scene.adjourned_at
    return scene.last.left.at if scene.last.left is not None else now


def strip(scene: Scene, now: time) -> Strip:
    """The words of the line at the top at a clock time."""
    content = scene.content
    name = content.forum.short_name or content.forum.name
    present, words, enough = _attendance(scene)
    return Strip(
        clock(now),
        f"{name} {_day(scene)}",
        _item_time(scene, now),
        present,
        words,
        enough,
        _shorter(scene, now),
        f"{name} {_short_day(scene)}",
        not scene.counts_nobody,
    )


def _day(scene: Scene) -> str:
    """The meeting's day; while it goes on on another day, that one and the planned."""
    held = _held(scene)
    if held is None or _is_its_day(scene):
        return date_in_text(scene.content.date)
    return f"{day_and_month(held)}, planerat {date_in_text(scene.content.date)}"


def _short_day(scene: Scene) -> str:
    """The same in fewer letters and without the year: 21 nov, planerat 3 dec."""
    held = None if _is_its_day(scene) else _held(scene)
    days = [f"{day.day}{NBSP}{MONTHS[day.month - 1][:3]}" for day in (held, scene.content.date) if day is not None]
    return ", planerat ".join(days)


def _is_its_day(scene: Scene) -> bool:
    return scene.content.state is not MeetingState.IN_PROGRESS or _held(scene) in (None, scene.content.date)


def _held(scene: Scene) -> date | None:
    """The day on which the meeting was opened; where nobody knows, the day on which it goes on."""
    return scene.held or scene.today


def _attendance(scene: Scene) -> tuple[str, str, bool]:
    if scene.counts_nobody:
        return *NO_COUNT, True
    content, count = scene.content, quorum_now(scene.content)
    if count.required is None:
        here = sum(attendance.is_here(content, p) for p in content.participants)
        return plural(here, "närvarande", "närvarande"), "", True
    word = quorate(content) if count.reached else f"inte {quorate(content)}"
    return f"{count.words} närvarande", f"{word}, minst {count.required}", count.reached


def _item_time(scene: Scene, now: time) -> str:
    content = scene.content
    if content.state in (MeetingState.PLANNED, MeetingState.CALLED):
        return f"Mötet är inte öppnat, börjar {at_clock(content.starts)}"
    if content.closed_at is not None:
        return f"Mötet avslutades {at_clock(content.closed_at)}"
    if scene.adjourned_at is not None:
        return f"Ajournerat sedan {_left_on(scene)}{at_clock(scene.adjourned_at)}"
    if scene.last.left is not None:
        return f"Inget är antecknat sedan {_left_on(scene)}{at_clock(scene.last.left.at)}"
    if not scene.ongoing:
        return "Inget ärende är upptaget"
    item = content.item(scene.ongoing)
    gone = gone_minutes(content, item.opened_at, _still(scene, now)) if item.opened_at else 0
    planned = f", planerat {item.planned_minutes}" if item.planned_minutes else ""
    return f"{capital_first(in_sentence(content.forum, item))} har pågått {gone} min{planned}"


def _left_on(scene: Scene) -> str:
    """Where that was not today the day, before its clock time: 21 november."""
    return f"{day_and_month(scene.last.left.day)} " if scene.last.left is not None else ""


def _shorter(scene: Scene, now: time) -> str:
    """§ 41: 6 av 10 min; empty where nothing goes on."""
    if scene.content.closed_at is not None or scene.adjourned_at is not None or scene.last.left or not scene.ongoing:
        return ""
    item = scene.content.item(scene.ongoing)
    told = item_clock(scene.at_item(item.key), now)
    return f"{capital_first(in_sentence(scene.content.forum, item))}: {told.words}" if told.words else ""


@dataclass(frozen=True)
class ItemClock:
    """How long the shown item has been going beside its plan; `over` when it has taken more than was planned."""

    words: str
    over: bool = False


def item_clock(scene: Scene, now: time) -> ItemClock:
    """6 av 10 min while it goes on, 9 min (planerat 5) afterwards, planerat 10 min before; empty without either."""
    item, planned = scene.item, scene.item.planned_minutes
    if item.struck or item.opened_at is None:
        return ItemClock(f"planerat {planned} min" if planned and not item.struck else "")
    ongoing = item.key == scene.ongoing
    if item.closed_at is None and not ongoing:
        return ItemClock("")
    gone = gone_minutes(scene.content, item.opened_at, item.closed_at or _still(scene, now))
    over = bool(planned) and gone > (planned or 0)
    if not planned:
        return ItemClock(f"{gone} min")
    if not ongoing:
        return ItemClock(f"{gone} min, planerat {planned}", over)
    return ItemClock(f"{gone} av {planned} min", over)


def agenda(scene: Scene, now: time) -> tuple[AgendaRow, ...]:
    """The rows at the left, whichever item is shown."""
    ongoing = scene.ongoing
    return tuple(_agenda_row(scene, item, item.key == ongoing, now) for item in scene.content.items)


def _agenda_row(scene: Scene, item: ItemContent, ongoing: bool, now: time) -> AgendaRow:
    progress = Progress.NOW if ongoing else Progress.DONE if is_taken_up(item) else Progress.LATER
    progress = Progress.STRUCK if item.struck else progress
    few = "" if item.key in scene.unseen else scene.marks.counts.get(item.key, "")
    few = few and f"inte {quorate(scene.content)}, {few} ledamöter"
    secret = scene.secret_words(item.key)
    return AgendaRow(item.key, item.title, _below(scene, item, ongoing, now), progress, few, secret)


def _below(scene: Scene, item: ItemContent, ongoing: bool, now: time) -> str:
    parts = [in_sentence(scene.content.forum, item)]
    planned = item.planned_minutes
    if item.struck:
        parts.append("utgår")
    elif ongoing and item.opened_at is not None:
        gone = gone_minutes(scene.content, item.opened_at, _still(scene, now))
        parts.append(f"{gone} av {planned} min" if planned else f"{gone} min")
    elif item.opened_at is not None and item.closed_at is not None:
        parts.append(f"{gone_minutes(scene.content, item.opened_at, item.closed_at)} min")
    elif planned:
        parts.append(f"{planned} min")
    if item.added_at_meeting:
        parts.append("tillagd")
    return " · ".join(parts)


def done_words(scene: Scene) -> str:
    """3 av 9 klara."""
    items, ongoing = [i for i in scene.content.items if not i.struck], scene.ongoing
    done = sum(is_taken_up(i) and i.key != ongoing for i in items)
    return f"{done} av {len(items)} klara"
