"""What the list of actions says of each: its status, where it comes from, who answers, and when. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bra_desktop.domain.actions import days_late, is_answered, is_closed_by_decision, is_late
from bra_desktop.domain.swedish import plural
from bra_desktop.domain.swedish_dates import MONTHS, due_in_words
from bra_desktop.services.reading import ActionRow
from bra_desktop.ui.actions.origin import origin_words

MANY_DAYS = 60
NO_MEETING = "Given utanför möte"


@dataclass(frozen=True)
class ActionLine:
    """One row of the list. ``status`` is the name of its look: late and answered are derived.

    ``withheld``: others see the screen, and so nothing of it but its day, its status and where it comes from.
    """

    id: str
    status: str
    text: str
    origin: str
    who: str
    contact: str
    below: str
    due: date | None
    due_words: str
    due_near: str
    late_by: int
    is_open: bool
    responsible: frozenset[str]
    row: ActionRow
    withheld: bool = False

    @property
    def late(self) -> bool:
        return self.status == "late"


def lines_of(rows: Iterable[ActionRow], today: date, receivers: Sequence[str] = ()) -> tuple[ActionLine, ...]:
    """The list: late first, then what is open by its day, last what is closed with the latest first.

    receivers: the organisations that an action given to everybody is asked of.
    """
    lines = [line_of(row, today, receivers) for row in rows]
    late = sorted((x for x in lines if x.late), key=lambda x: (-x.late_by, x.text))
    waiting = sorted((x for x in lines if x.is_open and not x.late), key=lambda x: x.due or date.max)
    closed = sorted((x for x in lines if not x.is_open), key=lambda x: x.due or date.min, reverse=True)
    return (*late, *waiting, *closed)


def line_of(row: ActionRow, today: date, receivers: Sequence[str] = ()) -> ActionLine:
    """The row of one action, as `lines_of` puts them in order."""
    responsible = row.responsible or (tuple(receivers) if row.everybody else ())
    status = status_of(row, today, responsible)
    return ActionLine(
        id=row.id,
        status=status,
        text=row.text,
        origin=" · ".join(filter(None, (origin_words(row.origin, today.year), row.focus_area))) or NO_MEETING,
        who=who_words(row),
        contact=row.contact,
        below=contact_words(row),
        due=row.due,
        due_words=short_day(row.due, today.year) if row.due else "–",
        due_near=_near(row, status, today),
        late_by=days_late(row.status, row.due, today),
        is_open=row.status.is_open,
        responsible=frozenset(responsible),
        row=row,
    )


def status_of(row: ActionRow, today: date, responsible: Sequence[str]) -> str:
    """The name of the look: late before answered before closed by decision before the stored status."""
    if is_late(row.status, row.due, today):
        return "late"
    if row.status.is_open and is_answered(responsible, {a.organisation_id for a in row.answers}):
        return "answered"
    if is_closed_by_decision(row.status, row.closed_by_decision_id):
        return "closed"
    return row.status.value


def short_day(day: date, year: int) -> str:
    """The day as in "31 okt", with the year when it isn't this one."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}{f' {day.year}' if day.year != year else ''}"


def who_words(row: ActionRow) -> str:
    """The one that holds it together, or the first."""
    if row.everybody and not row.responsible:
        return "Alla"
    if not row.responsible_short:
        return "Ansvarig saknas"
    known = dict(zip(row.responsible, row.responsible_short, strict=False))
    return known.get(row.lead_id or "", row.responsible_short[0])


def contact_words(row: ActionRow) -> str:
    """How many more are responsible, and the contact: "och 2 till · Viktor Asp"."""
    more = len(row.responsible_short) - 1
    return " · ".join(filter(None, (f"och {more} till" if more > 0 else "", row.contact)))


def _near(row: ActionRow, status: str, today: date) -> str:
    if status == "answered":
        days = [a.answered_on for a in row.answers if a.answered_on]
        return f"svar {short_day(max(days), today.year)}" if days else "besvarad"
    if row.due is None or not row.status.is_open:
        return ""
    ahead = (row.due - today).days
    if ahead > MANY_DAYS:
        return f"om {plural(round(ahead / 30.4), 'månad', 'månader')}"
    return due_in_words(row.due, today)
