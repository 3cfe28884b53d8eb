"""What a locked paper says, kept with it: a copy made years later, by a later program, says the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.meeting import Meeting
from bra_desktop.domain.protocol import Freeze, KeptDocument
from bra_desktop.services.meeting_views import LOCKED, beside
from bra_desktop.services.office import Office
from bra_desktop.services.papers import documents
from bra_desktop.services.papers.documents import Composed
from bra_desktop.services.papers.signatures import signatures_in
from bra_desktop.storage.queries.contents import active_freeze, reading_session
from bra_desktop.storage.work import Work

if TYPE_CHECKING:
    from bra_desktop.documents.blocks import Document


def keep_words(office: Office, work: Work, meeting: Meeting, frozen: Freeze, words: bytes) -> None:
    """Keep what the locked paper says, with it."""
    made = documents.MadeDocument(LOCKED, f"{meeting.ref} {frozen.version}.json", words)
    documents.keep(office, work, meeting, made, key=beside(frozen.id, LOCKED))


def composed_as_locked(office: Office, content: MeetingContent, kind: str) -> Composed:
    """The protocol or the notes as they were locked, with their signatures; as they stand while nothing is locked.

    Raises RuleBroken for a document that the profile does not have.
    """
    with office.database.reading() as connection, reading_session(connection) as session:
        frozen = active_freeze(session, content.key)
        document = locked_document(office, session, frozen) if frozen else None
        signed = signatures_in(session, frozen) if frozen else None
    if document is None or kind not in documents.document_kinds(content):
        return replace(documents.composed(office, content, kind), signatures=signed)
    return Composed(kind, documents.file_name(content, kind).removesuffix(".pdf"), document, content, signed)


def locked_document(office: Office, session: Any, frozen: Freeze) -> Document | None:
    """What the locked paper says; None for one that was locked before that was kept."""
    from bra_desktop.documents import kept_blocks

    kept = session.get(KeptDocument, beside(frozen.id, LOCKED))
    files = office.database.attachments
    return kept_blocks.read(files.read(kept.digest), files.read) if kept is not None else None
