"""What screens and the command line read: frozen rows, each from one moment of the data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from bra_desktop.domain.actions import is_late
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.errors import Missing
from bra_desktop.domain.guards import missing_for, warnings_for
from bra_desktop.domain.kinds import MeetingState, SignerRole
from bra_desktop.domain.lifecycle import Cause, NextStep, next_step
from bra_desktop.domain.meeting import AgendaItem, Officer, Participant
from bra_desktop.domain.protocol import Correction, KeptDocument, PublicNotice, Signer
from bra_desktop.domain.register import Forum
from bra_desktop.services.deadlines import MeetingDays, days_of
from bra_desktop.services.office import Office
from bra_desktop.storage.queries import actions as action_queries
from bra_desktop.storage.queries import meetings as meeting_queries
from bra_desktop.storage.queries import register as register_queries
from bra_desktop.storage.queries.actions import ActionRow, AnswerRow, OriginRow
from bra_desktop.storage.queries.contents import active_freeze, content_in, find_meeting, reading_session
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
    "ForumRow",
    "MeetingRow",
    "MembershipRow",
    "MunicipalityRow",
    "OrganisationRow",
    "OriginRow",
    "PersonRow",
    "SeatRow",
]

T = TypeVar("T")


@dataclass(frozen=True)
class SignerRow:
    """Somebody who signs the frozen version, and what has become of it."""

    person_id: str
    name: str
    role: SignerRole
    field: str
    signed_at: Any
    refused_at: Any
    refuse_reason: str
    has_certificate: bool


@dataclass(frozen=True)
class DocumentRow:
    """A document that was kept."""

    kind: str
    file_name: str
    digest: str
    made_at: Any
    recipient: str


@dataclass(frozen=True)
class CorrectionRow:
    """A correction beside the original."""

    item_id: str | None
    made_on: date
    author_id: str
    reason: str
    text: str


@dataclass(frozen=True)
class PublicNoticeRow:
    """When the protocol was posted and taken down."""

    posted_on: date
    kept_at: str
    taken_down_on: date | None


@dataclass(frozen=True)
class MeetingView:
    """One meeting whole: its content, the next step with what is missing for it, and what came after freezing.

    ``revisions`` are the revisions of the items and the meeting by id, for saving with optimistic locking.
    ``participant_ids`` are the participants' ids by person, ``officer_ids`` those of the content's officers in order.
    ``participants`` are the ids of the rows of attendance by the person's id, ``officers`` those of
    ``content.officers`` in the same order.
    """

    content: MeetingContent
    revisions: dict[str, int]
    participant_ids: dict[str, str]
    officer_ids: tuple[str, ...]
    current_item: str
    step: NextStep | None
    missing: tuple[Missing, ...]
    warnings: tuple[Missing, ...]
    signers: tuple[SignerRow, ...]
    documents: tuple[DocumentRow, ...]
    corrections: tuple[CorrectionRow, ...]
    public_notice: PublicNoticeRow | None
    frozen_items: frozenset[str]
    days: MeetingDays
    participants: dict[str, str]
    officers: tuple[str, ...]


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
        return _view(session, ref_or_id)


def _view(session: Any, ref_or_id: str) -> MeetingView:
    meeting = find_meeting(session, ref_or_id)
    content = content_in(session, meeting.id)
    forum = session.get(Forum, meeting.forum_id)
    items = session.query(AgendaItem).filter_by(meeting_id=meeting.id, deleted_at=None).all()
    frozen = active_freeze(session, meeting.id)
    posted = session.query(PublicNotice).filter_by(meeting_id=meeting.id, deleted_at=None).first()
    step = next_step(content.forum.profile, content.state)
    by_signing = step is not None and step.cause is not Cause.STEP
    return MeetingView(
        content=content,
        revisions={meeting.id: meeting.revision} | {i.id: i.revision for i in items},
        participant_ids={
            p.person_id: p.id for p in session.query(Participant).filter_by(meeting_id=meeting.id, deleted_at=None)
        },
        officer_ids=tuple(
            o.id
            for o in sorted(
                session.query(Officer).filter_by(meeting_id=meeting.id, deleted_at=None),
                key=lambda o: (o.position, o.id),
            )
        ),
        current_item=meeting.current_item_id or "",
        step=step,
        missing=missing_for(content, step.state) if step and not by_signing else (),
        warnings=warnings_for(content, step.state) if step else (),
        signers=signer_rows(session, frozen.id) if frozen else (),
        documents=tuple(
            DocumentRow(d.kind, d.file_name, d.digest, d.made_at, d.recipient)
            for d in sorted(session.query(KeptDocument).filter_by(meeting_id=meeting.id), key=lambda d: d.made_at)
        ),
        corrections=tuple(
            CorrectionRow(c.item_id, c.made_on, c.author_id, c.reason, c.text)
            for c in sorted(session.query(Correction).filter_by(meeting_id=meeting.id), key=lambda c: c.made_on)
        ),
        public_notice=PublicNoticeRow(posted.posted_on, posted.kept_at, posted.taken_down_on) if posted else None,
        frozen_items=frozenset(i.id for i in items if active_freeze(session, meeting.id, i.id) is not None),
        days=days_of(forum.profile, meeting.day, forum.notice_days, forum.adjustment_days),
        participants={
            p.person_id: p.id for p in session.query(Participant).filter_by(meeting_id=meeting.id, deleted_at=None)
        },
        officers=_officer_ids(session, meeting.id),
    )


def _officer_ids(session: Any, meeting_id: str) -> tuple[str, ...]:
    rows = session.query(Officer).filter_by(meeting_id=meeting_id, deleted_at=None).all()
    return tuple(o.id for o in sorted(rows, key=lambda o: (o.position, o.id)))


def signer_rows(session: Any, freeze_id: str) -> tuple[SignerRow, ...]:
    """Those who sign a frozen version, in order."""
    rows = sorted(session.query(Signer).filter_by(freeze_id=freeze_id), key=lambda s: s.position)
    return tuple(
        SignerRow(
            s.person_id,
            s.name,
            s.role,
            s.field,
            s.signed_at,
            s.refused_at,
            s.refuse_reason or "",
            s.certificate is not None,
        )
        for s in rows
    )


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
            next_meetings=tuple(_view(session, r.id) for r in (*running, *coming)[:next_count]),
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
