"""The register of a forum's decisions in a year: out of every meeting, with the pages of the locked protocols."""

from __future__ import annotations

from typing import Any

from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import DocumentProfile, MeetingState
from bra_desktop.domain.numbering import label
from bra_desktop.domain.protocol import Signer
from bra_desktop.services import reading
from bra_desktop.services.office import Office
from bra_desktop.services.papers import documents
from bra_desktop.services.papers.corrections import corrections_in
from bra_desktop.services.papers.documents import Composed, MadeDocument
from bra_desktop.storage.queries.contents import active_freeze, content_in, reading_session

_NOT_HELD = (MeetingState.PLANNED, MeetingState.CALLED, MeetingState.CANCELLED)


def register_years(office: Office, forum_id: str) -> tuple[int, ...]:
    """The years in which the forum has met, the latest first; none for one that decides nothing."""
    held = [m for m in reading.meetings(office, forum_id) if m.state not in _NOT_HELD]
    years = {m.day.year for m in held if m.profile is not DocumentProfile.NOTES}
    return tuple(sorted(years, reverse=True))


def make_register(office: Office, forum_id: str, year: int) -> MadeDocument:
    """As :func:`composed_register`, made."""
    return composed_register(office, forum_id, year).as_pdf()


def composed_register(office: Office, forum_id: str, year: int) -> Composed:
    """The forum's decisions of a year as they stand today, without what is confidential.

    Raises RuleBroken where nothing was decided.
    """
    from bra_desktop.documents import decision_register as paper

    rows = [m for m in reading.meetings(office, forum_id) if m.day.year == year and m.state not in _NOT_HELD]
    with office.database.reading() as connection, reading_session(connection) as session:
        read = [_held(office, session, row.id) for row in rows if row.profile is not DocumentProfile.NOTES]
    held = [one for one in read if any(item.decisions for item in one.content.items)]
    if not held:
        raise RuleBroken(f"Forumet har inga beslut att lista från {year}. Välj ett annat år.")
    latest = held[-1].content
    assets = documents.assets_of(office, latest)
    document = paper.decision_register(held, year=year, day=office.today(), arms=assets.arms)
    name = f"{paper.NAME} {documents.forum_in_file_name(latest)} {year}"
    return Composed("register", name, document, latest)


def register_of_meeting(office: Office, ref: str) -> MadeDocument:
    """As :func:`composed_register_of_meeting`, made."""
    return composed_register_of_meeting(office, ref).as_pdf()


def composed_register_of_meeting(office: Office, ref: str) -> Composed:
    """The register of the meeting's forum and year. Raises NoSuchMeeting, or as :func:`composed_register`."""
    content = office.content(ref)
    (row,) = (m for m in reading.meetings(office) if m.ref == content.ref)
    return composed_register(office, row.forum_id, row.day.year)


def _held(office: Office, session: Any, meeting_id: str) -> Any:
    """The meeting with the pages of its protocol, as that was locked and signed."""
    from bra_desktop.documents import decision_register as paper

    content, freeze = content_in(session, meeting_id), active_freeze(session, meeting_id)
    made = corrections_in(session, meeting_id)
    if freeze is None:
        return paper.Held(content)
    signers = session.query(Signer).filter_by(freeze_id=freeze.id).all()
    digest = documents.latest_pdf(office, signers, freeze)
    if not digest:
        return paper.Held(content, corrections=made)
    numbers = (label(content.forum, item) for item in content.items)
    pages = paper.pages_by_number(office.database.attachments.read(digest), numbers)
    return paper.Held(content, pages, made)
