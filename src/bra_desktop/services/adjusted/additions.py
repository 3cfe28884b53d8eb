"""What can still be added to a locked protocol: corrections and public notices."""

from __future__ import annotations

from datetime import date

from bra_desktop.domain.deadlines import public_notice_days
from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.domain.kinds import DocumentProfile, MeetingState
from bra_desktop.domain.meeting import AgendaItem
from bra_desktop.domain.protocol import Correction, PublicNotice
from bra_desktop.domain.register import Person
from bra_desktop.services.deadlines import rule_book, swedish_calendar
from bra_desktop.services.office import Office
from bra_desktop.services.papers import documents
from bra_desktop.services.wording import check_words
from bra_desktop.storage.ledger import ChangeSet
from bra_desktop.storage.queries.contents import find_meeting, reading_session

_FINAL = (MeetingState.ADJUSTED, MeetingState.ESTABLISHED, MeetingState.ARCHIVED)


def correct(
    office: Office, ref: str, author_id: str, reason: str, text: str, item_id: str | None = None
) -> ChangeSet | None:
    """Add a correction (rättelse), printed beside the original. Raises RuleBroken before the protocol is locked."""
    if not text.strip() or not reason.strip():
        raise UserError("Skriv både vad som ska stå och skälet till rättelsen.", where="rättelse")
    check_words("Rättelsen", "rättelse", text, reason)
    with office.work("Skriv rättelse") as work:
        meeting = find_meeting(work.session, ref)
        if meeting.state not in _FINAL:
            raise RuleBroken("Protokollet är inte justerat än. Ändra texten i stället för att rätta den.", where=ref)
        if item_id is not None and work.get(AgendaItem, item_id).meeting_id != meeting.id:
            raise UserError("Punkten hör till ett annat möte. Välj en punkt i det här protokollet.", where=ref)
        work.add(
            Correction(
                id=office.new_id(),
                meeting_id=meeting.id,
                item_id=item_id,
                made_on=office.today(),
                author_id=work.get(Person, author_id).id,
                reason=reason.strip(),
                text=text.strip(),
            )
        )
        return work.commit()


def composed_correction(office: Office, ref: str) -> documents.Composed:
    """The corrections of a protocol beside what it says. Raises RuleBroken when there are none."""
    from bra_desktop.documents import correction as paper

    content = office.content(ref)
    with office.database.reading() as connection, reading_session(connection) as session:
        found = session.query(Correction).filter_by(meeting_id=content.key, deleted_at=None).all()
        names = {person.id: person.name for person in session.query(Person)}
        made = [
            paper.Corrected(c.item_id or "", c.made_on, names[c.author_id], c.reason, c.text)
            for c in sorted(found, key=lambda c: (c.made_on, c.created_at))
        ]
    if not made:
        raise RuleBroken("Protokollet har ingen rättelse. Skriv den på mötets sida först.", where=ref)
    name = documents.file_name(content, "correction").removesuffix(".pdf")
    arms = documents.assets_of(office, content).arms
    return documents.Composed("correction", name, paper.correction(content, made, arms=arms), content)


def post_public_notice(office: Office, ref: str, posted_on: date, kept_at: str) -> ChangeSet | None:
    """Record that the adjusted protocol has been posted on the notice board (kommunallagen 8:12, profile A).

    Raises RuleBroken before the last signature, or for a day before it.
    """
    with office.work("Sätt upp anslag") as work:
        meeting = find_meeting(work.session, ref)
        if documents.profile_of(work, meeting) is not DocumentProfile.FORMAL:
            raise RuleBroken("Forumets protokoll anslås inte. Anslag gäller formella protokoll.", where=ref)
        if meeting.adjusted_on is None or posted_on < meeting.adjusted_on:
            raise RuleBroken("Anslaget sätts upp när protokollet är justerat, tidigast samma dag.", where=ref)
        if work.all(PublicNotice, meeting_id=meeting.id):
            raise RuleBroken("Protokollet är redan anslaget. Skriv en rättelse om dagen är fel.", where=ref)
        work.add(PublicNotice(id=office.new_id(), meeting_id=meeting.id, posted_on=posted_on, kept_at=kept_at.strip()))
        return work.commit()


def take_down_public_notice(office: Office, ref: str, taken_down_on: date, certified_by_id: str) -> ChangeSet | None:
    """Record that the notice has been taken down, and who certifies it. Raises RuleBroken when none is posted."""
    with office.work("Ta ned anslag") as work:
        meeting = find_meeting(work.session, ref)
        found = next(iter(work.all(PublicNotice, meeting_id=meeting.id)), None)
        if found is None:
            raise RuleBroken("Protokollet är inte anslaget. Sätt upp anslaget först.", where=ref)
        if taken_down_on < found.posted_on:
            raise RuleBroken("Anslaget kan inte tas ned innan det sattes upp. Ändra dagen.", where=ref)
        found.taken_down_on, found.certified_by_id = taken_down_on, work.get(Person, certified_by_id).id
        return work.commit()


def public_notice_document(office: Office, ref: str, *, certificate: bool = False) -> documents.MadeDocument:
    """As :func:`composed_public_notice`, made."""
    return composed_public_notice(office, ref, certificate=certificate).as_pdf()


def composed_public_notice(office: Office, ref: str, *, certificate: bool = False) -> documents.Composed:
    """The notice (anslag), or with ``certificate`` the certificate (bevis) of it, as a document of its own.

    Raises RuleBroken before the protocol has been posted, or for a certificate before it has been taken down.
    """
    from bra_desktop.documents import public_notice

    content = office.content(ref)
    with office.database.reading() as connection, reading_session(connection) as session:
        found = session.query(PublicNotice).filter_by(meeting_id=content.key, deleted_at=None).first()
        if found is None:
            raise RuleBroken("Protokollet är inte anslaget. Sätt upp anslaget först.", where=ref)
        certifier = session.get(Person, found.certified_by_id) if found.certified_by_id else None
        days = public_notice_days(rule_book(), found.posted_on, swedish_calendar())
        posting = public_notice.Posting(
            posted_on=found.posted_on,
            take_down_on=days.take_down_earliest,
            appeal_until=days.appeal.last_day,
            taken_down_on=found.taken_down_on,
            kept_at=found.kept_at,
            certified_by=certifier.name if certifier else "",
        )
    arms = documents.assets_of(office, content).arms
    make = public_notice.certificate_of_notice if certificate else public_notice.public_notice
    kind = "certificate" if certificate else "public_notice"
    name = documents.file_name(content, kind).removesuffix(".pdf")
    return documents.Composed(kind, name, make(content, posting, arms=arms), content)
