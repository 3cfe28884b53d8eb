"""What screens and the command line read: frozen rows, each from one moment of the data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from bra_desktop.domain.actions import is_late
from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.lifecycle import next_step
from bra_desktop.services.meeting_views import (
    CorrectionRow,
    DocumentRow,
    MeetingView,
    PublicNoticeRow,
    SignerRow,
    view_in,
)
from bra_desktop.services.office import Office
from bra_desktop.storage.queries import actions as action_queries
from bra_desktop.storage.queries import meetings as meeting_queries
from bra_desktop.storage.queries import register as register_queries
from bra_desktop.storage.queries.actions import ActionRow, AnswerRow, OriginRow
from bra_desktop.storage.queries.contents import reading_session
from bra_desktop.storage.queries.meetings import MeetingRow
from bra_desktop.storage.queries.register import (
    CertificateRow,
    ForumRow,
    MembershipRow,
    MunicipalityRow,
    OrganisationRow,
    PersonRow,
    SeatRow,
)

__all__ = [
    "ActionRow",
    "AnswerRow",
    "CertificateRow",
    "CorrectionRow",
    "DocumentRow",
    "ForumRow",
    "MeetingRow",
    "MeetingView",
    "MembershipRow",
    "MunicipalityRow",
    "OrganisationRow",
    "OriginRow",
    "PersonRow",
    "PublicNoticeRow",
    "SeatRow",
    "SignerRow",
]

T = TypeVar("T")


@dataclass(frozen=True)
class OrganisationLoad:
    """An organisation's open actions, and how many of them are late."""

    organisation_id: str
    name: str
    short_name: str
    open: int
    late: int


@dataclass(frozen=True)
class WaitingRow:
    """Something that waits: a meeting, what for, and the label of the step."""

    meeting: MeetingRow
    text: str
    label: str


@dataclass(frozen=True)
class Overview:
    """What the first screen answers."""

    municipality: MunicipalityRow | None
    today: date
    next_meetings: tuple[MeetingView, ...]
    waiting: tuple[WaitingRow, ...]
    loads: tuple[OrganisationLoad, ...]
    open_actions: int
    late_actions: int
    year: tuple[MeetingRow, ...]


def _read(office: Office, query: Callable[..., T], *arguments: Any) -> T:
    with office.database.reading() as connection:
        return query(connection, *arguments)


def municipality(office: Office) -> MunicipalityRow | None:
    """The municipality, or None before it has been created."""
    return _read(office, register_queries.municipality_row)


def meetings(office: Office, forum_id: str | None = None) -> tuple[MeetingRow, ...]:
    """Every meeting, by day."""
    return _read(office, meeting_queries.meeting_rows, forum_id)


def actions(office: Office) -> tuple[ActionRow, ...]:
    """Every action, the nearest day first."""
    return _read(office, action_queries.action_rows)


def organisations(office: Office) -> tuple[OrganisationRow, ...]:
    """Every organisation, in Swedish order."""
    return _read(office, register_queries.organisation_rows)


def people(office: Office) -> tuple[PersonRow, ...]:
    """Every person, by family name."""
    return _read(office, register_queries.person_rows)


def forums(office: Office) -> tuple[ForumRow, ...]:
    """Every forum."""
    return _read(office, register_queries.forum_rows)


def seats(office: Office, forum_id: str, day: date) -> tuple[SeatRow, ...]:
    """A forum's seats with their holders on a day."""
    return _read(office, register_queries.seat_rows, forum_id, day)


def memberships(office: Office, forum_id: str | None = None) -> tuple[MembershipRow, ...]:
    """Memberships of a forum, or all."""
    return _read(office, register_queries.membership_rows, forum_id)


def certificates(office: Office) -> tuple[CertificateRow, ...]:
    """Every person's registered certificates, the one that lasts longest first."""
    return _read(office, register_queries.certificate_rows)


def arms(office: Office) -> bytes:
    """The municipality's coat of arms as it was taken in; empty when there is none."""
    known = municipality(office)
    return office.database.attachments.read(known.arms) if known and known.arms else b""


def meeting_view(office: Office, ref_or_id: str) -> MeetingView:
    """One meeting whole. Raises NoSuchMeeting."""
    with office.database.reading() as connection, reading_session(connection) as session:
        return view_in(session, ref_or_id)


def loads_of(rows: tuple[ActionRow, ...], known: tuple[OrganisationRow, ...], day: date) -> list[OrganisationLoad]:
    """Open and late actions per organisation, most late first."""
    counts: dict[str, list[int]] = {}
    for row in rows:
        if row.status.is_open:
            for organisation in row.responsible:
                count = counts.setdefault(organisation, [0, 0])
                count[0] += 1
                count[1] += is_late(row.status, row.due, day)
    found = [OrganisationLoad(o.id, o.name, o.short_name or o.name, *counts[o.id]) for o in known if o.id in counts]
    return sorted(found, key=lambda load: (-load.late, -load.open, load.name))


def overview(office: Office, next_count: int = 3) -> Overview:
    """The first screen in one reading: next meetings with their steps, what waits, late actions, the year."""
    today = office.today()
    with office.database.reading() as connection, reading_session(connection) as session:
        rows = meeting_queries.meeting_rows(connection)
        action_rows = action_queries.action_rows(connection)
        coming = [r for r in rows if r.day >= today and r.state in (MeetingState.PLANNED, MeetingState.CALLED)]
        running = [r for r in rows if r.state is MeetingState.IN_PROGRESS]
        return Overview(
            municipality=register_queries.municipality_row(connection),
            today=today,
            next_meetings=tuple(view_in(session, r.id) for r in (*running, *coming)[:next_count]),
            waiting=_waiting(rows),
            loads=tuple(loads_of(action_rows, register_queries.organisation_rows(connection), today)),
            open_actions=sum(r.status.is_open for r in action_rows),
            late_actions=sum(is_late(r.status, r.due, today) for r in action_rows),
            year=tuple(r for r in rows if r.day.year == today.year),
        )


_WAITS = {
    MeetingState.DRAFT: "Utkastet är klart att lämnas till granskning.",
    MeetingState.REVIEW: "Utkastet granskas.",
    MeetingState.ADJUSTMENT: "Protokollet väntar på underskrifter.",
    MeetingState.ADJUSTED: "Protokollet är justerat och kan arkiveras.",
    MeetingState.ESTABLISHED: "Anteckningarna är fastställda och kan arkiveras.",
}


def _waiting(rows: tuple[MeetingRow, ...]) -> tuple[WaitingRow, ...]:
    found = []
    for row in rows:
        step = next_step(row.profile, row.state)
        if row.state in _WAITS and step is not None:
            found.append(WaitingRow(row, _WAITS[row.state], step.label))
    return tuple(found)
