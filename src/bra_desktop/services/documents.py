"""The papers of a meeting: made from its content, kept with their digest, and handed out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.domain.meeting import Meeting
from bra_desktop.domain.protocol import Freeze, KeptDocument, Signer
from bra_desktop.domain.register import Forum
from bra_desktop.services.office import Office
from bra_desktop.storage.queries.contents import active_freeze, content_in, find_meeting, reading_session
from bra_desktop.storage.work import Work

if TYPE_CHECKING:
    from bra_desktop.documents.blocks import Document


@dataclass(frozen=True)
class MadeDocument:
    """A document as bytes, with the name of the file it would be."""

    kind: str
    file_name: str
    content: bytes


def document_kinds(content: MeetingContent) -> tuple[str, ...]:
    """The documents that can be made of the meeting now: notice, agenda, protocol or notes."""
    notes = content.forum.profile is DocumentProfile.NOTES
    return ("notice", "agenda", "notes" if notes else "protocol")


def make(office: Office, ref: str, kind: str) -> MadeDocument:
    """Make a document of the meeting as it stands: notice, agenda, protocol, notes.

    A protocol that has been frozen is given as it was locked and signed so far, never made again.
    Raises NoSuchMeeting, or RuleBroken for a document that the profile does not have.
    """
    with office.database.reading() as connection, reading_session(connection) as session:
        meeting = find_meeting(session, ref)
        content = content_in(session, meeting.id)
        freeze = active_freeze(session, meeting.id)
        digest = latest_pdf(session.query(Signer).filter_by(freeze_id=freeze.id).all(), freeze) if freeze else ""
    if kind in ("protocol", "notes") and digest:
        return MadeDocument(kind, file_name(content, kind), office.database.attachments.read(digest))
    return MadeDocument(kind, file_name(content, kind), render(content, kind, arms_of(office, content)))


def render(content: MeetingContent, kind: str, arms: str = "", only: str = "") -> bytes:
    """The document of that content as PDF/A-2a and PDF/UA-1.

    ``arms`` is the coat of arms as SVG text; ``only`` the key of the one item that a protocol is to hold.
    """
    if kind not in document_kinds(content):
        raise RuleBroken(_no_such(content, kind))
    from bra_desktop.documents import pdf  # heavy: only when a paper is made

    return pdf.render(compose(content, kind, arms, only))


def compose(content: MeetingContent, kind: str, arms: str = "", only: str = "") -> Document:
    """What the document says, as blocks."""
    from bra_desktop.documents import notes, notice, protocol

    match kind:
        case "notice":
            return notice.notice(content, arms=arms)
        case "agenda":
            return notice.agenda(content, arms=arms)
        case "notes":
            return notes.notes(content, arms=arms)
        case _:
            return protocol.protocol(content, arms=arms, only=only)


def arms_of(office: Office, content: MeetingContent) -> str:
    """The municipality's coat of arms as SVG text; empty when it has none."""
    if not content.municipality.arms:
        return ""
    return office.database.attachments.read(content.municipality.arms).decode("utf-8")


def profile_of(work: Work, meeting: Meeting) -> DocumentProfile:
    """The document profile of the meeting's forum."""
    return work.get(Forum, meeting.forum_id).profile


def keep(office: Office, work: Work, meeting: Meeting, made: MadeDocument, recipient: str = "") -> str:
    """Keep a document with its meeting, in the unit of work; answers its digest."""
    stored = office.database.attachments.keep_bytes(made.content, made.file_name)
    digest = work.keep(stored)
    work.add(
        KeptDocument(
            id=office.new_id(),
            meeting_id=meeting.id,
            kind=made.kind,
            file_name=made.file_name,
            digest=digest,
            made_at=work.now,
            recipient=recipient,
            version=meeting.version,
        )
    )
    return digest


_FILE_WORDS = {
    "notice": "Kallelse",
    "agenda": "Dagordning",
    "protocol": "Protokoll",
    "notes": "Minnesanteckningar",
    "public_notice": "Anslag",
    "certificate": "Anslagsbevis",
}


def file_name(content: MeetingContent, kind: str) -> str:
    """The file's name: Protokoll BRÅ 2026-12-03.pdf."""
    forum = content.forum.short_name or content.forum.name
    safe = "".join(c for c in forum if c not in '\\/:*?"<>|')
    return f"{_FILE_WORDS[kind]} {safe} {content.date.isoformat()}.pdf"


def latest_pdf(signers: Sequence[Signer], freeze: Freeze) -> str:
    """The digest of the frozen document as signed so far."""
    signed = [(s.signed_at, s.signed_pdf_digest) for s in signers if s.signed_at is not None and s.signed_pdf_digest]
    return max(signed)[1] if signed else freeze.pdf_digest or ""


def _no_such(content: MeetingContent, kind: str) -> str:
    if content.forum.profile is DocumentProfile.NOTES and kind == "protocol":
        return f"{content.forum.name} för minnesanteckningar, inte protokoll. Välj minnesanteckningar."
    if kind == "notes":
        return f"{content.forum.name} för protokoll, inte minnesanteckningar. Välj protokoll."
    return "Dokumentet finns inte för det här mötet. Välj kallelse, dagordning eller protokoll."
