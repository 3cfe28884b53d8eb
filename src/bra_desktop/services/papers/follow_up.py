"""Follow-up sheets: one workbook for each responsible organisation, and one for all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bra_desktop.domain.actions import asked, numbered_in_plan
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import DocumentProfile, Numbering
from bra_desktop.domain.swedish import NBSP, file_name, plural
from bra_desktop.exchange.follow_up_workbook_content import FollowUpAnswer, FollowUpBook, FollowUpRow
from bra_desktop.services.office import Office
from bra_desktop.services.papers.follow_up_marks import FollowUpMarks
from bra_desktop.storage.queries.actions import ActionRow, OriginRow, action_rows
from bra_desktop.storage.queries.marked_meetings import marked_meetings
from bra_desktop.storage.queries.register import (
    MembershipRow,
    OrganisationRow,
    PersonRow,
    membership_rows,
    municipality_row,
    organisation_rows,
    person_rows,
)

DAYS_TO_ANSWER = 14
ARMS_PIXELS = 246  # three for each one on the sheet


@dataclass(frozen=True)
class MadeWorkbook:
    """A workbook as bytes, with its file name and to whom it goes (empty for the one with all)."""

    file_name: str
    organisation_id: str
    organisation: str
    actions: int
    content: bytes
    withheld: int = 0
    """The actions of which something is left out, since it is marked as confidential."""


def workbooks(
    office: Office, *, sent: date | None = None, progress: Callable[[int, int], None] | None = None
) -> tuple[MadeWorkbook, ...]:
    """Every open action's sheets: a workbook per responsible organisation, and one for all.

    Where some organisations are marked as receiving sheets, the others have their rows only in the one for all; a task
    given to everybody goes to those that receive. ``progress`` is told how many are made,
    of how many, and may raise to end it. Raises RuleBroken when nothing is open.
    """
    from bra_desktop.exchange.follow_up_workbook import write_follow_up

    books = follow_up_books(office, sent or office.today())
    made = []
    for book in books:
        to = file_name(book.organisation) if book.organisation else "alla"
        made.append(
            MadeWorkbook(
                f"Uppföljning {to} {book.sent.isoformat()}.xlsx",
                book.organisation_id,
                book.organisation,
                len({row.action_id for row in book.rows}),
                write_follow_up(book),
                len({row.action_id for row in book.rows if row.withheld}),
            )
        )
        if progress is not None:
            progress(len(made), len(books))
    return tuple(made)


def withheld_words(books: Sequence[MadeWorkbook]) -> str:
    """That the sheets lack what is marked as confidential, as a sentence; empty where nothing is."""
    count = max((book.withheld for book in books), default=0)
    which = plural(count, "åtgärd", "åtgärder")
    return f"Sekretessmarkerade uppgifter om {which} står inte i arken. Lämna över dem på annat sätt." if count else ""


def follow_up_books(office: Office, sent: date) -> tuple[FollowUpBook, ...]:
    """What the workbooks say, the one for all last. Nothing that is marked as confidential stands in one."""
    with office.database.reading() as connection:
        marks = FollowUpMarks(marked_meetings(connection))
        actions = tuple(marks.public(a) for a in action_rows(connection) if a.status.is_open)
        organisations = organisation_rows(connection)
        municipality = municipality_row(connection)
        everybody = person_rows(connection)
        memberships = membership_rows(connection)
    if municipality is None or not actions:
        raise RuleBroken("Inga åtgärder är öppna, så det finns inga ark att skapa.", where="åtgärder")
    rows = _rows(actions, organisations)
    people = {p.name: p for p in everybody}
    sender = people.get(office.actor)
    secretary = next((m for m in memberships if m.role.value == "secretary"), None)
    address = sender.email if sender else _email(secretary, people)
    arms = _arms(office, municipality.arms)

    def book(organisation: OrganisationRow | None, own: Sequence[FollowUpRow]) -> FollowUpBook:
        return FollowUpBook(
            book_id=office.new_id(),
            municipality=municipality.name,
            forum="",
            organisation=organisation.name if organisation else "",
            organisation_id=organisation.id if organisation else "",
            sent=sent,
            due_back=sent + timedelta(days=DAYS_TO_ANSWER),
            counted_per=sent,
            return_to=sender.name if sender else (secretary.person if secretary else ""),
            return_address=address,
            return_phone=sender.phone if sender else "",
            rows=tuple(own),
            arms=arms,
            contact=_contacts(organisation, own, everybody, memberships) if organisation else "",
        )

    receivers = _receivers(organisations)
    with_rows = [o for o in organisations if o.id in receivers and any(r.organisation_id == o.id for r in rows)]
    return (*(book(o, [r for r in rows if r.organisation_id == o.id]) for o in with_rows), book(None, rows))


def _contacts(
    organisation: OrganisationRow,
    own: Sequence[FollowUpRow],
    people: Sequence[PersonRow],
    memberships: Sequence[MembershipRow],
) -> str:
    """Whom to ask in the organisation: its own people who stand in the rows, else those who sit in a forum for it."""
    home = {p.name: p.organisation_id for p in people}
    named = [r.answer.contact for r in own if home.get(r.answer.contact, organisation.id) == organisation.id]
    sitting = [m.person for m in memberships if home.get(m.person) == organisation.id]
    found = dict.fromkeys(filter(None, named)) or dict.fromkeys(sitting[:1])
    return ", ".join(found)


def _arms(office: Office, digest: str) -> bytes:
    """The coat of arms as a picture, since a workbook takes no vectors; empty when the municipality has none."""
    from bra_desktop.documents.arms_picture import arms_png

    return arms_png(office.database.attachments.read(digest).decode("utf-8"), ARMS_PIXELS) if digest else b""


def _email(secretary: MembershipRow | None, people: Mapping[str, PersonRow]) -> str:
    found = people.get(secretary.person) if secretary else None
    return found.email if found else ""


def _receivers(organisations: Sequence[OrganisationRow]) -> tuple[str, ...]:
    """Those marked as receiving sheets; all, as long as nobody has marked any."""
    return tuple(o.id for o in organisations if o.receives_sheets) or tuple(o.id for o in organisations)


def _rows(actions: Iterable[tuple[ActionRow, bool]], organisations: Sequence[OrganisationRow]) -> list[FollowUpRow]:
    """``actions``, each with whether something of it is withheld."""
    known = {o.id: o for o in organisations}
    receivers = _receivers(organisations)
    found = []
    for action, withheld in actions:
        responsible = asked(action.responsible, action.everybody, receivers)
        rows = [_row(action, known[o], known, responsible) for o in responsible if o in known]
        found += [replace(row, withheld=withheld) for row in rows]
    return found


def _short(organisation: OrganisationRow) -> str:
    return organisation.short_name or organisation.name


def _row(
    action: ActionRow, own: OrganisationRow, known: dict[str, OrganisationRow], responsible: Sequence[str]
) -> FollowUpRow:
    answer = next((a for a in action.answers if a.organisation_id == own.id), None)
    origin = action.origin
    number, text = ("", action.text) if origin else numbered_in_plan(action.text)
    lead = known.get(action.lead_id or "")
    return FollowUpRow(
        action_id=action.id,
        organisation_id=own.id,
        organisation=_short(own),
        action=text,
        answer=FollowUpAnswer(answer.status, answer.comment, answer.new_due, action.contact)
        if answer
        else FollowUpAnswer(status=action.status, contact=action.contact),
        meeting_ref=origin.meeting_ref if origin else "",
        meeting_date=origin.day if origin else None,
        paragraph=(origin.paragraph or 0) if origin else 0,
        number=number,
        decision=_decision(origin) if origin else "",
        goal=action.goal,
        focus_area=action.focus_area,
        organisations=tuple(_short(known[o]) for o in responsible if o in known),
        holds_together=_short(lead) if lead else "",
        due=action.due,
        forum=origin.forum_short if origin else "",
        item=_item(origin) if origin else "",
    )


def _decision(origin: OriginRow) -> str:
    """What was decided, or agreed where the meeting has notes, as its document says it."""
    words = origin.decision.removeprefix("att ")
    if not words:
        return ""
    return f"Överenskommet: {words}" if origin.profile is DocumentProfile.NOTES else f"att {words}"


def _item(origin: OriginRow) -> str:
    """What the item is called where it is not called by a §: punkt 3. Empty for a §."""
    if origin.paragraph is not None and origin.numbering is not Numbering.NONE:
        plain = origin.profile is DocumentProfile.NOTES and origin.numbering is Numbering.PER_MEETING
        return f"punkt{NBSP}{origin.paragraph}" if plain else ""
    return f"punkt{NBSP}{origin.agenda_number}" if origin.agenda_number else ""
