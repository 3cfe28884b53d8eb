"""One meeting whole, as its pages show it: frozen rows, out of one reading of the data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.errors import Missing
from bra_desktop.domain.guards import missing_for, warnings_for
from bra_desktop.domain.kinds import MeetingState, SignerRole
from bra_desktop.domain.lifecycle import Cause, NextStep, next_step
from bra_desktop.domain.protocol import Correction, KeptDocument, PublicNotice, Signer
from bra_desktop.domain.register import Forum
from bra_desktop.domain.signers import AdjustedApart
from bra_desktop.services.deadlines import MeetingDays, days_of
from bra_desktop.services.papers.apart import adjusted_apart_in, not_signed_apart, posted_in
from bra_desktop.storage.queries.contents import (
    active_freeze,
    content_of_parts,
    find_meeting,
    frozen_content,
    frozen_item_ids,
    load_parts,
)

MADE_OF = "content"
"""The kind of a kept file that no one is shown: the meeting's content as it was when a paper was made of it."""
LOCKED = "blocks"
"""The kind of another: what a locked paper says, of which copies are made."""
PUBLIC = "/public"
"""Ends the kind of a paper that went out without what is confidential, beside the whole one."""
SENT = ("notice", "supplement")
"""The kinds that go to the called, before anything has its §."""


def beside(paper_id: str, kind: str) -> str:
    """The id of what is kept beside a paper and belongs to it."""
    return str(uuid5(NAMESPACE_URL, f"{kind}/{paper_id}"))


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
    """A document that was kept. ``content`` is the digest of what it was made of, where that was kept with it."""

    id: str
    kind: str
    file_name: str
    digest: str
    made_at: Any
    recipient: str
    content: str = ""


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
    ``participants`` are the ids of the rows of attendance by the person's id, ``officers`` those of
    ``content.officers`` in the same order. ``frozen_items`` are locked apart; those that everybody has signed too are
    ``apart``. ``public_notices`` are those on the board by the item's key, that of the protocol by an empty one.
    """

    content: MeetingContent
    revisions: dict[str, int]
    current_item: str
    step: NextStep | None
    missing: tuple[Missing, ...]
    warnings: tuple[Missing, ...]
    signers: tuple[SignerRow, ...]
    documents: tuple[DocumentRow, ...]
    corrections: tuple[CorrectionRow, ...]
    public_notices: dict[str, PublicNoticeRow]
    apart: tuple[AdjustedApart, ...]
    frozen_items: frozenset[str]
    days: MeetingDays
    participants: dict[str, str]
    officers: tuple[str, ...]


def view_in(session: Any, ref_or_id: str) -> MeetingView:
    """One meeting whole, out of an open reading. Raises NoSuchMeeting."""
    meeting = find_meeting(session, ref_or_id)
    parts, frozen = load_parts(session, meeting), active_freeze(session, meeting.id)
    content = content_of_parts(session, parts) if frozen is None else frozen_content(frozen, meeting)
    forum = session.get(Forum, meeting.forum_id)
    step = next_step(content.forum.profile, content.state)
    by_signing = step is not None and step.cause is not Cause.STEP
    locked = frozen_item_ids(session, meeting.id).intersection(i.id for i in parts.items)
    return MeetingView(
        content=content,
        revisions={meeting.id: meeting.revision} | {i.id: i.revision for i in parts.items},
        current_item=meeting.current_item_id or "",
        step=step,
        missing=missing_for(content, step.state, locked=locked) if step and not by_signing else (),
        warnings=_warnings(session, content, step.state, locked) if step else (),
        signers=signer_rows(session, frozen.id) if frozen else (),
        documents=document_rows(session, meeting.id),
        corrections=_corrections(session, meeting.id),
        public_notices={key: _notice_row(posted) for key, posted in posted_in(session, meeting.id).items()},
        apart=adjusted_apart_in(session, content),
        frozen_items=locked,
        days=days_of(forum.profile, meeting.day, forum.notice_days, forum.adjustment_days),
        participants={p.person_id: p.id for p in parts.participants},
        officers=tuple(o.id for o in parts.officers),
    )


def document_rows(session: Any, meeting_id: str) -> tuple[DocumentRow, ...]:
    """What was kept of a meeting, in the order that it was made. What papers were made of is no row of its own."""
    kept = session.query(KeptDocument).filter_by(meeting_id=meeting_id, deleted_at=None).all()
    made_of = {d.id: d.digest for d in kept if d.kind == MADE_OF}
    return tuple(
        DocumentRow(d.id, d.kind, d.file_name, d.digest, d.made_at, d.recipient, made_of.get(beside(d.id, MADE_OF), ""))
        for d in sorted(kept, key=lambda d: (d.made_at, d.kind, d.file_name, d.id))
        if d.kind not in (MADE_OF, LOCKED)
    )


def _warnings(
    session: Any, content: MeetingContent, to_state: MeetingState, locked: frozenset[str]
) -> tuple[Missing, ...]:
    of_items = not_signed_apart(session, content) if to_state in (MeetingState.REVIEW, MeetingState.ADJUSTMENT) else ()
    return (*warnings_for(content, to_state, locked=locked), *of_items)


def _notice_row(posted: PublicNotice) -> PublicNoticeRow:
    return PublicNoticeRow(posted.posted_on, posted.kept_at, posted.taken_down_on)


def _corrections(session: Any, meeting_id: str) -> tuple[CorrectionRow, ...]:
    made = session.query(Correction).filter_by(meeting_id=meeting_id, deleted_at=None)
    return tuple(
        CorrectionRow(c.item_id, c.made_on, c.author_id, c.reason, c.text)
        for c in sorted(made, key=lambda c: (c.made_on, c.created_at))
    )


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
