"""What the window says when it opens: whose data, who is at work, and what Översikt answers.

It is read with as little as possible loaded (see ``storage.queries.first_page``), since everybody waits for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from bra_desktop.domain.actions import is_late
from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.lifecycle import NextStep, next_step
from bra_desktop.domain.preparation import Preparation, missing_before
from bra_desktop.storage.queries import first_page
from bra_desktop.storage.queries.first_page import (
    ActionLine,
    BoardLine,
    MeetingLine,
    MembershipLine,
    PlanLine,
    SignerLine,
)

if TYPE_CHECKING:
    from bra_desktop.services.office import Office
from bra_desktop.services.papers.badges import badge_of

__all__ = ["MeetingLine", "MembershipLine", "PlanLine", "SignerLine"]


class Surroundings(NamedTuple):
    """Whose data lie here. ``arms`` is the coat of arms as it was taken in, ``late`` counts actions.

    ``running`` is the latest of the meetings that have been opened and not closed, ``unlocked`` names those whose
    text can be written on.
    """

    municipality: str
    arms: bytes
    late: int
    running: MeetingLine | None
    people: frozenset[str]
    memberships: tuple[MembershipLine, ...]
    unlocked: frozenset[str]


class OrganisationLoad(NamedTuple):
    """An organisation's open actions, and how many of them are late."""

    organisation_id: str
    name: str
    short_name: str
    open: int
    late: int


class NextRow(NamedTuple):
    """A meeting to come, or one that runs: its next step, and how many things are to be seen to before it."""

    meeting: MeetingLine
    step: NextStep | None
    missing: int


class WaitingRow(NamedTuple):
    """Something that waits: a meeting, what for, the label of the step, and those who sign."""

    meeting: MeetingLine
    text: str
    label: str
    signers: tuple[SignerLine, ...]


class BoardRow(NamedTuple):
    """What is to be posted on the notice board, at the latest on ``day``, or may be taken down from that day on.

    ``paragraph`` is the § that was adjusted immediately; None for the whole protocol.
    """

    meeting: MeetingLine
    paragraph: int | None
    posted: bool
    day: date


class Overview(NamedTuple):
    """What the first page answers."""

    today: date
    next_meetings: tuple[NextRow, ...]
    waiting: tuple[WaitingRow, ...]
    loads: tuple[OrganisationLoad, ...]
    open_actions: int
    late_actions: int
    year: tuple[MeetingLine, ...]
    plan: PlanLine
    board: tuple[BoardRow, ...]


def surroundings(office: Office) -> Surroundings | None:
    """What the window's frame says, in one reading; None before a municipality has been created."""
    today = office.today()
    with office.database.glance() as connection:
        known = first_page.municipality(connection)
        if known is None:
            return None
        name, arms = known
        rows = first_page.meetings(connection)
        found = Surroundings(
            name,
            b"",
            sum(is_late(action.status, action.due, today) for action in first_page.actions(connection)),
            next((row for row in reversed(rows) if row.state is MeetingState.IN_PROGRESS), None),
            first_page.people(connection),
            first_page.memberships(connection),
            frozenset(row.ref for row in rows if not row.state.is_frozen),
        )
    return found._replace(arms=badge_of(office.database.attachments.read(arms))) if arms else found


def overview(office: Office, next_count: int = 3) -> Overview:
    """The first page in one reading: next meetings with their steps, what waits, late actions, the year."""
    today = office.today()
    with office.database.glance() as connection:
        rows = first_page.meetings(connection)
        actions = first_page.actions(connection)
        coming = [r for r in rows if r.day >= today and r.state in (MeetingState.PLANNED, MeetingState.CALLED)]
        running = [r for r in rows if r.state is MeetingState.IN_PROGRESS]
        following = (*running, *coming)[:next_count]
        prepared = first_page.preparations(connection, following)
        signing = first_page.signers(connection, [r.id for r in rows if r.state is MeetingState.ADJUSTMENT])
        organisations = first_page.organisations(connection)
        plan, board = first_page.plan(connection), first_page.board(connection)
    return Overview(
        today=today,
        next_meetings=tuple(_next(row, prepared[row.id]) for row in following),
        waiting=_waiting(rows, signing),
        loads=tuple(_loads(actions, organisations, today)),
        open_actions=sum(a.status.is_open for a in actions),
        late_actions=sum(is_late(a.status, a.due, today) for a in actions),
        year=tuple(r for r in rows if r.day.year == today.year),
        plan=plan,
        board=tuple(_board(rows, board, today)),
    )


def _board(rows: Iterable[MeetingLine], board: Iterable[BoardLine], today: date) -> Iterator[BoardRow]:
    """What is to be done at the notice board: a notice stays up while the decision can be appealed against."""
    meetings = {row.id: row for row in rows}
    for line in board:
        from bra_desktop.services.deadlines import post_by, take_down_from
        from bra_desktop.system.clock import local

        done = local(line.signed_at).date() if line.signed_at else line.adjusted_on
        if done is not None:
            yield BoardRow(meetings[line.meeting_id], line.paragraph, posted=False, day=post_by(done))
        elif line.posted_on is not None and (day := take_down_from(line.posted_on)) <= today:
            yield BoardRow(meetings[line.meeting_id], line.paragraph, posted=True, day=day)


def _next(row: MeetingLine, prepared: Preparation) -> NextRow:
    step = next_step(row.profile, row.state)
    if step is None:
        return NextRow(row, step, 0)
    unpresented = prepared.unpresented if step.state is MeetingState.CALLED else 0
    return NextRow(row, step, len(missing_before(prepared, step.state)) + unpresented)


def _loads(actions: Iterable[ActionLine], names: dict[str, tuple[str, str]], day: date) -> list[OrganisationLoad]:
    """Open and late actions per organisation, most late first."""
    counts: dict[str, list[int]] = {}
    for action in actions:
        if action.status.is_open:
            for organisation in action.responsible:
                count = counts.setdefault(organisation, [0, 0])
                count[0] += 1
                count[1] += is_late(action.status, action.due, day)
    found = [OrganisationLoad(key, *names[key], *count) for key, count in counts.items() if key in names]
    return sorted(found, key=lambda load: (-load.late, -load.open, load.name))


_WAITS = {
    MeetingState.DRAFT: "Utkastet är klart att lämnas till granskning.",
    MeetingState.REVIEW: "Utkastet granskas.",
    MeetingState.ADJUSTMENT: "Protokollet väntar på underskrifter.",
    MeetingState.ADJUSTED: "Protokollet är justerat och kan arkiveras.",
    MeetingState.ESTABLISHED: "Anteckningarna är fastställda och kan arkiveras.",
}


def _waiting(rows: Iterable[MeetingLine], signers: tuple[SignerLine, ...]) -> tuple[WaitingRow, ...]:
    found = []
    for row in rows:
        step = next_step(row.profile, row.state)
        if row.state in _WAITS and step is not None:
            own = tuple(signer for signer in signers if signer.meeting_id == row.id)
            found.append(WaitingRow(row, _WAITS[row.state], step.label, own))
    return tuple(found)
