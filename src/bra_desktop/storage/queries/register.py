"""The register in lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from bra_desktop.domain.headings import HeadingWords
from bra_desktop.domain.item_sections import ItemSection
from bra_desktop.domain.kinds import DocumentProfile, Medium, Numbering, OrganisationKind, Role
from bra_desktop.domain.swedish import name_sort_key, sort_key
from bra_desktop.storage import tables_register as t
from bra_desktop.storage.tables_protocol import pinned_certificate


@dataclass(frozen=True)
class MunicipalityRow:
    """The municipality."""

    id: str
    revision: int
    name: str
    genitive: str
    contact_line: str
    arms: str
    county: str
    archive_authority: str
    diary_series: tuple[str, ...]
    accent: str
    embed_meeting_file: bool


@dataclass(frozen=True)
class OrganisationRow:
    """An organisation."""

    id: str
    revision: int
    name: str
    short_name: str
    code: str
    kind: OrganisationKind
    email: str
    receives_sheets: bool


@dataclass(frozen=True)
class PersonRow:
    """A person, with her organisation's name."""

    id: str
    revision: int
    name: str
    title: str
    organisation_id: str | None
    organisation: str
    party: str
    email: str
    phone: str


@dataclass(frozen=True)
class ForumRow:
    """A forum and how many seats and memberships it has today."""

    id: str
    revision: int
    name: str
    short_name: str
    definite: str
    profile: DocumentProfile
    numbering: Numbering
    quorum: int | None
    notice_days: int
    adjustment_days: int
    template: str
    default_place: str
    default_start: str
    meeting_minutes: int
    ends_on: date | None
    ref_prefix: str
    number_prefix: str
    series_start: int
    series_start_year: int | None
    adjusters_word: str
    agenda_word: str
    numbered_decisions: bool
    remote_allowed: bool
    medium: Medium
    sections: tuple[ItemSection, ...]
    running_pages: bool
    page_start: int
    headings: tuple[HeadingWords, ...]


@dataclass(frozen=True)
class SeatRow:
    """A seat. ``holder_ids`` are those who hold it today; empty means vacant."""

    id: str
    revision: int
    forum_id: str
    position: int
    organisation_id: str | None
    organisation: str
    party: str
    label: str
    holder_ids: tuple[str, ...]
    holders: tuple[str, ...]
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True)
class MembershipRow:
    """A membership with its period."""

    id: str
    revision: int
    forum_id: str
    person_id: str
    person: str
    title: str
    organisation: str
    party: str
    role: Role
    seat_id: str | None
    substitutes_for: tuple[str, ...]
    note: str
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True)
class CertificateRow:
    """A person's registered certificate."""

    person_id: str
    fingerprint: str
    valid_from: date
    valid_to: date


def certificate_rows(connection: Connection) -> tuple[CertificateRow, ...]:
    """Every registered certificate, the one that lasts longest first."""
    c = pinned_certificate.c
    query = select(c.person_id, c.fingerprint, c.valid_from, c.valid_to).where(c.deleted_at.is_(None))
    return tuple(CertificateRow(*row) for row in connection.execute(query.order_by(c.valid_to.desc(), c.id)))


def municipality_row(connection: Connection) -> MunicipalityRow | None:
    """The municipality, or None before it has been created."""
    m = t.municipality.c
    told = (m.contact_line, m.arms, m.county, m.archive_authority, m.diary_series, m.accent, m.embed_meeting_file)
    found = connection.execute(select(m.id, m.revision, m.name, m.genitive, *told)).first()
    return MunicipalityRow(*found) if found else None


def organisation_rows(connection: Connection) -> tuple[OrganisationRow, ...]:
    """Every organisation, in Swedish order."""
    o = t.organisation.c
    query = select(o.id, o.revision, o.name, o.short_name, o.code, o.kind, o.email, o.receives_sheets)
    rows = [OrganisationRow(*row) for row in connection.execute(query.where(o.deleted_at.is_(None)))]
    return tuple(sorted(rows, key=lambda row: sort_key(row.name)))


def person_rows(connection: Connection) -> tuple[PersonRow, ...]:
    """Every person, sorted by family name."""
    p, o = t.person.c, t.organisation.c
    query = (
        select(
            p.id, p.revision, p.name, p.title, p.organisation_id, func.coalesce(o.name, ""), p.party, p.email, p.phone
        )
        .outerjoin_from(t.person, t.organisation, p.organisation_id == o.id)
        .where(p.deleted_at.is_(None))
    )
    rows = [PersonRow(*row) for row in connection.execute(query)]
    return tuple(sorted(rows, key=lambda row: name_sort_key(row.name)))


def forum_rows(connection: Connection) -> tuple[ForumRow, ...]:
    """Every forum, in Swedish order, those that have ended last."""
    f = t.forum.c
    names = ForumRow.__dataclass_fields__
    query = select(*(f[name] for name in names)).where(f.deleted_at.is_(None))
    rows = [ForumRow(*row) for row in connection.execute(query)]
    return tuple(sorted(rows, key=lambda row: (row.ends_on is not None, sort_key(row.name))))


def seat_rows(connection: Connection, forum_id: str, day: date) -> tuple[SeatRow, ...]:
    """The forum's seats in order, with those who hold them on that day."""
    members = [m for m in membership_rows(connection, forum_id) if _in_force(m, day)]
    s, o = t.seat.c, t.organisation.c
    query = (
        select(
            s.id, s.revision, s.forum_id, s.position, s.organisation_id, o.name, s.party, s.label, s.valid_from,
            s.valid_to,
        )
        .outerjoin_from(t.seat, t.organisation, s.organisation_id == o.id)
        .where(s.forum_id == forum_id, s.deleted_at.is_(None))
        .order_by(s.position, s.id)
    )  # fmt: skip
    rows = []
    for row in connection.execute(query):
        held = [m for m in members if m.seat_id == row.id]
        rows.append(
            SeatRow(
                row.id,
                row.revision,
                row.forum_id,
                row.position,
                row.organisation_id,
                row[5] or "",
                row.party,
                row.label,
                tuple(m.person_id for m in held),
                tuple(m.person for m in held),
                row.valid_from,
                row.valid_to,
            )
        )
    return tuple(rows)


def membership_rows(connection: Connection, forum_id: str | None = None) -> tuple[MembershipRow, ...]:
    """Memberships, the forum's own order, ended ones too."""
    m, p, o = t.membership.c, t.person.c, t.organisation.c
    query = (
        select(
            m.id, m.revision, m.forum_id, m.person_id, p.name, p.title, func.coalesce(o.name, ""), p.party, m.role,
            m.seat_id, m.substitutes_for, m.note, m.valid_from, m.valid_to,
        )
        .join_from(t.membership, t.person, m.person_id == p.id)
        .outerjoin(t.organisation, p.organisation_id == o.id)
        .where(m.deleted_at.is_(None))
        .order_by(m.position, m.id)
    )  # fmt: skip
    if forum_id is not None:
        query = query.where(m.forum_id == forum_id)
    return tuple(MembershipRow(*row) for row in connection.execute(query))  # type: ignore[call-arg]


def _in_force(row: MembershipRow, day: date) -> bool:
    return (row.valid_from is None or row.valid_from <= day) and (row.valid_to is None or day <= row.valid_to)
