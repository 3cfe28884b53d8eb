"""A meeting's content out of the file: the living one, or the frozen copy of an old one."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection, select

from bra_desktop.domain.canonical import from_plain
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.content_builder import MeetingParts, RegisterView, content_of
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kept_names import KeptNames, with_kept_people, with_kept_words
from bra_desktop.domain.meeting import Action, AgendaItem, Annex, Decision, Meeting, Officer, Participant
from bra_desktop.domain.protocol import Freeze, Signer
from bra_desktop.domain.quoting import short
from bra_desktop.domain.register import Forum, Membership, Municipality, Organisation, Person, Seat
from bra_desktop.storage.domain_tables import TABLE_OF
from bra_desktop.storage.queries.pages import first_page
from bra_desktop.storage.queries.reader import Reader

if TYPE_CHECKING:  # a unit of work asks with its session, in the same words
    from sqlalchemy.orm import Session

T = TypeVar("T")


class NoSuchMeeting(UserError):
    """The reference or id leads to no meeting."""

    def __init__(self, ref: str) -> None:
        super().__init__(f"Det finns inget möte med beteckningen ”{short(ref)}”. Se mötena under Möten.", where=ref)


def reading_session(connection: Connection) -> Reader:
    """Objects on a read-only connection, for building values."""
    return Reader(connection)


def find_meeting(session: Reader | Session, ref_or_id: str) -> Meeting:
    """The meeting of that reference (in whatever case) or id. Raises NoSuchMeeting."""
    found = session.get(Meeting, ref_or_id) or _of_ref(session, ref_or_id.strip())
    if found is None or found.deleted_at is not None:
        raise NoSuchMeeting(ref_or_id)
    return found


def ref_as_kept(session: Reader | Session, ref: str) -> str:
    """The reference as the meeting has it that has this one in whatever case; empty when none has."""
    of = TABLE_OF[Meeting].c
    kept = [row.ref for row in session.execute(select(of.ref).where(of.deleted_at.is_(None)))]
    return ref if ref in kept else next((one for one in kept if one.casefold() == ref.casefold()), "")


def _of_ref(session: Reader | Session, ref: str) -> Meeting | None:
    query = session.query(Meeting)
    found = query.filter_by(ref=ref).first() or query.filter_by(ref=ref.upper()).first()
    if found is None and (kept := ref_as_kept(session, ref)):
        found = query.filter_by(ref=kept).first()  # a file may have given it small letters
    return found


def load_parts(session: Reader | Session, meeting: Meeting) -> MeetingParts:
    """Every living object of the meeting, in order."""
    return MeetingParts(
        meeting,
        items=_in_order(session, AgendaItem, meeting),
        decisions=_in_order(session, Decision, meeting),
        participants=_in_order(session, Participant, meeting),
        officers=_in_order(session, Officer, meeting),
        annexes=_in_order(session, Annex, meeting),
        actions=_in_order(session, Action, meeting),
    )


def _in_order(session: Reader | Session, kind: type[T], meeting: Meeting) -> list[T]:
    found: list[Any] = list(session.query(kind).filter_by(meeting_id=meeting.id, deleted_at=None))
    return sorted(found, key=lambda part: (part.position, part.id))


def items_going_on(session: Session, meeting_id: str) -> list[AgendaItem]:
    """The items that were taken up and are not over."""
    of = TABLE_OF[AgendaItem].c
    going_on = of.opened_at.is_not(None) & of.closed_at.is_(None) & of.deleted_at.is_(None)
    return session.query(AgendaItem).where((of.meeting_id == meeting_id) & going_on).all()


def load_register(session: Reader | Session, meeting: Meeting) -> RegisterView:
    """The register as the meeting needs it."""
    forum = session.get(Forum, meeting.forum_id)
    municipality = session.query(Municipality).first()
    if forum is None or municipality is None:
        raise LookupError(f"forum or municipality of meeting {meeting.ref}")
    seats = session.query(Seat).filter_by(forum_id=forum.id)
    memberships = session.query(Membership).filter_by(forum_id=forum.id)
    return RegisterView(
        municipality,
        forum,
        people={p.id: p for p in session.query(Person)},
        organisations={o.id: o for o in session.query(Organisation)},
        seats=tuple(sorted(seats, key=lambda s: s.position)),
        memberships=tuple(sorted(memberships, key=lambda m: m.position)),
        first_page=first_page(session, meeting, forum),
    )


def active_freeze(session: Reader | Session, meeting_id: str, item_id: str | None = None) -> Freeze | None:
    """The frozen version in force, of the meeting or of one item adjusted immediately."""
    return session.query(Freeze).filter_by(meeting_id=meeting_id, item_id=item_id, voided_at=None).first()


def is_signed_apart(session: Reader | Session, meeting_id: str, item_id: str) -> bool:
    """Whether everybody who was to has signed an item that is frozen on its own."""
    freeze = active_freeze(session, meeting_id, item_id)
    rows = list(session.query(Signer).filter_by(freeze_id=freeze.id)) if freeze is not None else []
    return bool(rows) and all(row.signed_at is not None for row in rows)


def frozen_item_ids(session: Reader | Session, meeting_id: str) -> frozenset[str]:
    """The items of a meeting that are frozen on their own, to be adjusted immediately."""
    frozen = session.query(Freeze).filter_by(meeting_id=meeting_id, voided_at=None)
    return frozenset(f.item_id for f in frozen if f.item_id is not None)


def parse_frozen(freeze: Freeze) -> MeetingContent:
    """The content that was frozen."""
    return from_plain(MeetingContent, json.loads(freeze.canonical_json))


def living_content(session: Reader | Session, meeting: Meeting) -> MeetingContent:
    """The content as the objects and the register are now."""
    return content_of_parts(session, load_parts(session, meeting))


def content_of_parts(session: Reader | Session, parts: MeetingParts) -> MeetingContent:
    """As :func:`living_content`, of objects that have been read already.

    From the first § that is locked apart on, the meeting's names are those that were locked with it.
    """
    register = load_register(session, parts.meeting)
    if not (kept := _kept_names(session, parts.meeting.id)):
        return content_of(parts, register)
    return with_kept_words(content_of(parts, with_kept_people(register, kept)), kept[0])


def _kept_names(session: Reader | Session, meeting_id: str) -> list[KeptNames]:
    """What was locked of the register with each § that is locked apart, in the order of locking."""
    frozen = session.query(Freeze).filter_by(meeting_id=meeting_id, voided_at=None)
    locked = sorted((f for f in frozen if f.item_id is not None), key=lambda f: (f.frozen_at, f.id))
    names = [part.name for part in fields(KeptNames)]
    told = [json.loads(f.canonical_json) for f in locked]
    return [from_plain(KeptNames, {name: one[name] for name in names if name in one}) for one in told]


def frozen_content(freeze: Freeze, meeting: Meeting) -> MeetingContent:
    """The content that was frozen; what is only added afterwards (the state, the day of adjustment) is as it is now."""
    frozen = parse_frozen(freeze)
    adjustment = replace(frozen.adjustment, adjusted_on=meeting.adjusted_on)
    return replace(frozen, state=meeting.state, adjustment=adjustment)


def content_in(session: Reader | Session, ref_or_id: str) -> MeetingContent:
    """What everything about the meeting is said from: frozen where it is frozen, else living. Raises NoSuchMeeting."""
    meeting = find_meeting(session, ref_or_id)
    freeze = active_freeze(session, meeting.id)
    return living_content(session, meeting) if freeze is None else frozen_content(freeze, meeting)


def meeting_content(connection: Connection, ref_or_id: str) -> MeetingContent:
    """As :func:`content_in`, on a reader's connection."""
    with reading_session(connection) as session:
        return content_in(session, ref_or_id)
