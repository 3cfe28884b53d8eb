"""The notice board: when an adjusted protocol, or an item adjusted immediately, was posted there and taken down."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.deadlines import public_notice_days
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.domain.meeting import Meeting
from bra_desktop.domain.numbering import label
from bra_desktop.domain.protocol import PublicNotice
from bra_desktop.domain.register import Person
from bra_desktop.domain.signers import AdjustedApart
from bra_desktop.domain.spans import course
from bra_desktop.domain.swedish import NBSP
from bra_desktop.domain.swedish_dates import date_in_text
from bra_desktop.services.deadlines import rule_book, swedish_calendar
from bra_desktop.services.office import Office
from bra_desktop.services.papers import documents
from bra_desktop.services.papers.apart import adjusted_apart_in, posted_in
from bra_desktop.storage.ledger import ChangeSet
from bra_desktop.storage.queries.contents import content_in, find_meeting, reading_session
from bra_desktop.storage.work import Work

if TYPE_CHECKING:
    from bra_desktop.documents.public_notice import Posting

NOTICE, CERTIFICATE = "public_notice", "certificate"
OF_ITEM = "/"
"""Stands between the kind and the item's key where the paper tells of one item."""


def post_public_notice(
    office: Office, ref: str, posted_on: date, kept_at: str, item_id: str | None = None
) -> ChangeSet | None:
    """Record that the adjusted protocol has been posted on the notice board (kommunallagen 8:12, profile A).

    ``item_id``: an item that was adjusted immediately is posted for itself as soon as everybody has signed it. Raises
    RuleBroken before the last signature, or for a day before it or one that has not been yet.
    """
    with office.work("Sätt upp anslag" if item_id is None else "Sätt upp anslag för paragraf") as work:
        meeting = find_meeting(work.session, ref)
        if documents.profile_of(work, meeting) is not DocumentProfile.FORMAL:
            raise RuleBroken("Forumets protokoll anslås inte. Anslag gäller formella protokoll.", where=ref)
        if posted_on > office.today():
            raise RuleBroken("Dagen har inte varit än. Anteckna anslaget när det är uppsatt.", where=ref)
        if item_id is None:
            _require_protocol(work, meeting, posted_on)
        else:
            _require_item(work, meeting, item_id, posted_on)
        work.add(
            PublicNotice(
                id=office.new_id(),
                meeting_id=meeting.id,
                item_id=item_id,
                posted_on=posted_on,
                kept_at=kept_at.strip(),
            )
        )
        return work.commit()


def _require_protocol(work: Work, meeting: Meeting, day: date) -> None:
    if meeting.adjusted_on is None or day < meeting.adjusted_on:
        raise RuleBroken("Anslaget sätts upp när protokollet är justerat, tidigast samma dag.", where=meeting.ref)
    posted = posted_in(work.session, meeting.id)
    if "" in posted:
        raise RuleBroken("Protokollet är redan anslaget. Skriv en rättelse om dagen är fel.", where=meeting.ref)
    if posted.keys() >= set(course(content_in(work.session, meeting.id)).order):
        raise RuleBroken("Alla paragrafer är redan anslagna för sig.", where=meeting.ref)


def _require_item(work: Work, meeting: Meeting, item_id: str, day: date) -> None:
    content, posted = content_in(work.session, meeting.id), posted_in(work.session, meeting.id)
    apart = _apart(work.session, content, item_id)
    what = label(content.forum, content.item(item_id))
    if day < apart.on:
        raise RuleBroken(f"Anslaget sätts upp när {what} är justerad, tidigast samma dag.", where=meeting.ref)
    if item_id in posted:
        raise RuleBroken(f"{what} är redan anslagen. Skriv en rättelse om dagen är fel.", where=meeting.ref)
    if "" in posted:
        raise RuleBroken(f"{what} står i anslaget för hela protokollet. Inget har ändrats.", where=meeting.ref)


def take_down_public_notice(
    office: Office, ref: str, taken_down_on: date, certified_by_id: str, item_id: str | None = None
) -> ChangeSet | None:
    """Record that the notice has been taken down, and who certifies it.

    Raises RuleBroken when none is posted or it is taken down already, for a day that has not been yet, and for one
    before the time to appeal is out, since it stays posted until then (kommunallagen 8:12).
    """
    with office.work("Ta ned anslag" if item_id is None else "Ta ned anslag för paragraf") as work:
        meeting = find_meeting(work.session, ref)
        found = posted_in(work.session, meeting.id).get(item_id or "")
        if found is None:
            raise RuleBroken(_not_posted(content_in(work.session, meeting.id), item_id), where=ref)
        if taken_down_on < found.posted_on:
            raise RuleBroken("Anslaget kan inte tas ned innan det sattes upp. Ändra dagen.", where=ref)
        _require_down(found, taken_down_on, office.today(), ref)
        found.taken_down_on, found.certified_by_id = taken_down_on, work.get(Person, certified_by_id).id
        return work.commit()


def _require_down(posted: PublicNotice, day: date, today: date, ref: str) -> None:
    if posted.taken_down_on is not None:
        taken = date_in_text(posted.taken_down_on)
        raise RuleBroken(f"Anslaget togs ned {taken}. Skriv en rättelse om dagen är fel. Inget har ändrats.", where=ref)
    if day > today:
        raise RuleBroken("Dagen har inte varit än. Anteckna anslaget när det är nedtaget.", where=ref)
    days = public_notice_days(rule_book(), posted.posted_on, swedish_calendar())
    if day < days.take_down_earliest:
        raise RuleBroken(
            f"Anslaget ska vara uppe till och med {date_in_text(days.appeal.last_day)}, så länge beslutet kan "
            f"överklagas. Det kan tas ned tidigast {date_in_text(days.take_down_earliest)}.",
            where=ref,
        )


def composed_public_notice(
    office: Office, ref: str, item_id: str | None = None, *, certificate: bool = False
) -> documents.Composed:
    """The notice (anslag), or with ``certificate`` the certificate (bevis) of it, as a document of its own.

    Raises RuleBroken before the protocol, or the item, has been posted, or for a certificate before it has been taken
    down.
    """
    from bra_desktop.documents import public_notice

    content = office.content(ref)
    with office.database.reading() as connection, reading_session(connection) as session:
        posting = _posting(session, content, item_id)
    arms = documents.assets_of(office, content).arms
    make = public_notice.certificate_of_notice if certificate else public_notice.public_notice
    kind = CERTIFICATE if certificate else NOTICE
    name = documents.file_name(content, kind).removesuffix(".pdf")
    if item_id is not None:
        kind = of_item(kind, item_id)
        name = f"{name} {label(content.forum, content.item(item_id)).replace(NBSP, ' ')}"
    return documents.Composed(kind, name, make(content, posting, arms=arms), content)


def of_item(kind: str, item_id: str) -> str:
    """The kind of the paper that tells of that item alone."""
    return f"{kind}{OF_ITEM}{item_id}"


def is_notice(kind: str) -> bool:
    """Whether a paper of that kind is a notice or the certificate of one, of the protocol or of an item."""
    return kind.partition(OF_ITEM)[0] in (NOTICE, CERTIFICATE)


def composed_notice_of_kind(office: Office, ref: str, kind: str) -> documents.Composed:
    """As :func:`composed_public_notice`, of a kind that :func:`is_notice` knows."""
    name, _of, item = kind.partition(OF_ITEM)
    return composed_public_notice(office, ref, item or None, certificate=name == CERTIFICATE)


def _posting(session: Any, content: MeetingContent, item_id: str | None) -> Posting:
    from bra_desktop.documents.public_notice import Posting

    found = posted_in(session, content.key).get(item_id or "")
    if found is None:
        raise RuleBroken(_not_posted(content, item_id), where=content.ref)
    certifier = session.get(Person, found.certified_by_id) if found.certified_by_id else None
    days = public_notice_days(rule_book(), found.posted_on, swedish_calendar())
    return Posting(
        posted_on=found.posted_on,
        take_down_on=days.take_down_earliest,
        appeal_until=days.appeal.last_day,
        taken_down_on=found.taken_down_on,
        kept_at=found.kept_at,
        certified_by=certifier.name if certifier else "",
        item=_apart(session, content, item_id) if item_id is not None else None,
        apart=[one for one in adjusted_apart_in(session, content) if one.posted_on],
    )


def _apart(session: Any, content: MeetingContent, item_id: str) -> AdjustedApart:
    for one in adjusted_apart_in(session, content):
        if one.item == item_id:
            return one
    what = label(content.forum, content.item(item_id))
    raise RuleBroken(
        f"{what} är inte omedelbart justerad. Ett eget anslag sätts upp när alla har skrivit under den.",
        where=content.ref,
    )


def _not_posted(content: MeetingContent, item_id: str | None) -> str:
    if item_id is None:
        return "Protokollet är inte anslaget. Sätt upp anslaget först."
    return f"{label(content.forum, content.item(item_id))} är inte anslagen. Sätt upp anslaget först."
