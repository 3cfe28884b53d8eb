"""The protocol of one § that was adjusted immediately: as it was locked and signed so far, never made again."""

from __future__ import annotations

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.extracts import keys_of
from bra_desktop.domain.meeting import AgendaItem
from bra_desktop.domain.numbering import label
from bra_desktop.domain.protocol import Freeze
from bra_desktop.domain.swedish import NBSP
from bra_desktop.services.office import Office
from bra_desktop.services.papers import documents
from bra_desktop.services.papers.documents import Composed, MadeDocument
from bra_desktop.services.papers.locked_words import locked_document
from bra_desktop.services.papers.signatures import signatures_in
from bra_desktop.storage.queries.contents import (
    active_freeze,
    find_meeting,
    frozen_item_ids,
    parse_frozen,
    reading_session,
)
from bra_desktop.storage.queries.reader import Reader

ITEM = "item/"
"""With this before its key the paper of an item is asked for as other papers are by their kind."""
_NONE = "Paragrafen är inte omedelbart justerad, så den har inget eget dokument."


def item_paper(office: Office, item_id: str) -> MadeDocument:
    """The paper of an item that was adjusted immediately, as signed so far. Raises RuleBroken for another item."""
    with office.database.reading() as connection, reading_session(connection) as session:
        frozen = _frozen(session, item_id)
        digest, content = documents.latest_of(office, session, frozen), parse_frozen(frozen)
    name = f"{_name(content, item_id)}.pdf"
    return MadeDocument(f"{ITEM}{item_id}", name, office.database.attachments.read(digest))


def composed_item_paper(office: Office, item_id: str) -> Composed:
    """What the paper says, with the signatures in it. Raises as :func:`item_paper`."""
    with office.database.reading() as connection, reading_session(connection) as session:
        frozen = _frozen(session, item_id)
        content, signed = parse_frozen(frozen), signatures_in(session, frozen)
        document = locked_document(office, session, frozen)
    if document is None:
        document = documents.compose(content, "protocol", documents.assets_of(office, content), only=item_id)
    return Composed(f"{ITEM}{item_id}", _name(content, item_id), document, content, signed)


def item_of(office: Office, ref: str, number: int) -> str:
    """The key of the meeting's § of that number that is adjusted immediately.

    Raises NoSuchMeeting, UserError for a number that the meeting does not have, RuleBroken for an item that has no
    paper of its own.
    """
    (key,) = keys_of(office.content(ref), (number,))
    with office.database.reading() as connection, reading_session(connection) as session:
        if key not in frozen_item_ids(session, find_meeting(session, ref).id):
            raise RuleBroken(_NONE, where=str(number))
    return key


def _frozen(session: Reader, item_id: str) -> Freeze:
    item = session.get(AgendaItem, item_id)
    frozen = active_freeze(session, item.meeting_id, item_id) if item else None
    if frozen is None:
        raise RuleBroken(_NONE)
    return frozen


def _name(content: MeetingContent, item_id: str) -> str:
    """Protokoll BRÅ 2026-12-03 § 45."""
    name = documents.file_name(content, "protocol").removesuffix(".pdf")
    return f"{name} {label(content.forum, content.item(item_id)).replace(NBSP, ' ')}"
