"""Which items of a meeting have been adjusted immediately, when, and by whom: known from their own signatures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.errors import Missing
from bra_desktop.domain.numbering import label
from bra_desktop.domain.protocol import PublicNotice, Signer
from bra_desktop.domain.signers import AdjustedApart, immediate_items
from bra_desktop.domain.spans import course
from bra_desktop.domain.swedish import listing
from bra_desktop.services.office import Office
from bra_desktop.storage.queries.contents import active_freeze, frozen_item_ids, reading_session
from bra_desktop.system.clock import local


def adjusted_apart(office: Office, content: MeetingContent) -> tuple[AdjustedApart, ...]:
    """The items that everybody who was to has signed apart, in the order of the protocol."""
    with office.database.reading() as connection, reading_session(connection) as session:
        return adjusted_apart_in(session, content)


def adjusted_apart_in(session: Any, content: MeetingContent) -> tuple[AdjustedApart, ...]:
    """As :func:`adjusted_apart`, in an open reading or unit of work."""
    posted = posted_in(session, content.key)
    return tuple(
        AdjustedApart(
            key,
            max(local(row.signed_at).date() for row in rows if row.signed_at is not None),
            tuple((row.name, row.role) for row in rows),
            posted[key].posted_on if key in posted else None,
        )
        for key, rows in _locked(session, content)
        if rows and all(row.signed_at is not None for row in rows)
    )


def posted_in(session: Any, meeting_id: str) -> dict[str, PublicNotice]:
    """The notices that were posted of the meeting, by the item's key; that of the protocol by an empty one."""
    found = session.query(PublicNotice).filter_by(meeting_id=meeting_id, deleted_at=None).all()
    return {one.item_id or "": one for one in found}


def as_adjusted(office: Office, content: MeetingContent) -> MeetingContent:
    """The content as a paper of it tells how it was adjusted: of a locked one only the items that were signed apart
    are marked for immediate adjustment. One that was only marked, or locked and not signed, is adjusted with the rest.
    """
    if not content.state.is_frozen:
        return content
    apart = {one.item for one in adjusted_apart(office, content)}
    items = tuple(
        replace(item, immediate_adjustment=False) if item.key not in apart else item for item in content.items
    )
    return replace(content, items=items)


def locked_apart(office: Office, content: MeetingContent) -> frozenset[str]:
    """The items that were locked apart, to be adjusted immediately, signed or not."""
    with office.database.reading() as connection, reading_session(connection) as session:
        return frozen_item_ids(session, content.key)


def left_to_sign_apart(office: Office, content: MeetingContent) -> tuple[Missing, ...]:
    """As :func:`not_signed_apart`, in a reading of its own."""
    with office.database.reading() as connection, reading_session(connection) as session:
        return not_signed_apart(session, content)


def not_signed_apart(session: Any, content: MeetingContent) -> tuple[Missing, ...]:
    """The items that were to be adjusted immediately and that somebody has not signed apart, said before the whole
    protocol is locked.
    """
    found, locked = [], dict(_locked(session, content))
    for key in immediate_items(content):
        if key not in locked:
            what = label(content.forum, content.item(key))
            words = f"{what} är märkt för omedelbar justering men är inte låst och underskriven för sig."
            found.append(Missing(words, f"item/{key}"))
    for key, rows in locked.items():
        if names := listing(dict.fromkeys(row.name for row in rows if row.signed_at is None)):
            what = label(content.forum, content.item(key))
            words = f"{what} är låst för omedelbar justering, men {names} har inte skrivit under den."
            found.append(Missing(words, f"item/{key}"))
    return tuple(found)


def _locked(session: Any, content: MeetingContent) -> Iterator[tuple[str, list[Signer]]]:
    """The items that are locked apart, in the order of the protocol, with those who sign each."""
    frozen = frozen_item_ids(session, content.key)
    for key in course(content).order:
        if key in frozen and (freeze := active_freeze(session, content.key, key)) is not None:
            rows = session.query(Signer).filter_by(freeze_id=freeze.id).all()
            yield key, sorted(rows, key=lambda row: row.position)
