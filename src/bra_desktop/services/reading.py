"""What screens and the command line read: frozen rows, each from one moment of the data."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from bra_desktop.services.meeting_views import (
    CorrectionRow,
    DocumentRow,
    MeetingView,
    PublicNoticeRow,
    SignerRow,
    view_in,
)
from bra_desktop.services.office import Office
from bra_desktop.services.papers.badges import badge_of
from bra_desktop.storage.queries import actions as action_queries
from bra_desktop.storage.queries import meetings as meeting_queries
from bra_desktop.storage.queries import register as register_queries
from bra_desktop.storage.queries.actions import ActionRow, AnswerRow, OriginRow
from bra_desktop.storage.queries.contents import reading_session, ref_as_kept
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


def withheld_actions(office: Office) -> frozenset[str]:
    """The ids of the actions of which nothing may be seen while others see the screen."""
    return _read(office, action_queries.withheld_actions)


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
    """The municipality's coat of arms as the window shows it; empty when there is none."""
    known = municipality(office)
    return badge_of(office.database.attachments.read(known.arms)) if known and known.arms else b""


def own_ref(office: Office, ref: str) -> str:
    """The reference as the meeting itself has it, of one written in whatever case; as it came where none has it."""
    with office.database.reading() as connection, reading_session(connection) as session:
        return ref_as_kept(session, ref.strip()) or ref


def meeting_view(office: Office, ref_or_id: str) -> MeetingView:
    """One meeting whole. Raises NoSuchMeeting."""
    with office.database.reading() as connection, reading_session(connection) as session:
        return view_in(session, ref_or_id)
