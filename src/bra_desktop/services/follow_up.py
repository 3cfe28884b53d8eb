"""Follow-up sheets: one workbook for each responsible organisation, and one for all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bra_desktop.domain.actions import asked
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.swedish import file_name
from bra_desktop.exchange.follow_up_workbook_content import FollowUpAnswer, FollowUpBook, FollowUpRow
from bra_desktop.services.office import Office
from bra_desktop.storage.queries.actions import ActionRow, action_rows
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


def workbooks(
    office: Office, *, sent: date | None = None, progress: Callable[[int, int], None] | None = None
) -> tuple[MadeWorkbook, ...]:
    """Every open action's sheets: a workbook per responsible organisation, and one for all.

    A task given to everybody goes to every organisation that receives sheets. ``progress`` is told how many are made,
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
            )
        )
        if progress is not None:
            progress(len(made), len(books))
    return tuple(made)


def follow_up_books(office: Office, sent: date) -> tuple[FollowUpBook, ...]:
    """What the workbooks say, the one for all last."""
    with office.database.reading() as connection:
        actions = tuple(a for a in action_rows(connection) if a.status.is_open)
        organisations = organisation_rows(connection)
        municipality = municipality_row(connection)
        people = {p.name: p for p in person_rows(connection)}
        memberships = membership_rows(connection)
    if municipality is None or not actions:
        raise RuleBroken("Inga åtgärder är öppna, så det finns inga ark att skapa.", where="åtgärder")
    rows = _rows(actions, organisations)
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
        )

    with_rows = [o for o in organisations if any(r.organisation_id == o.id for r in rows)]
    return (*(book(o, [r for r in rows if r.organisation_id == o.id]) for o in with_rows), book(None, rows))


def _arms(office: Office, digest: str) -> bytes:
    """The coat of arms as a picture, since a workbook takes no vectors; empty when the municipality has none."""
    from bra_desktop.documents.arms_picture import arms_png

    return arms_png(office.database.attachments.read(digest).decode("utf-8"), ARMS_PIXELS) if digest else b""


def _email(secretary: MembershipRow | None, people: Mapping[str, PersonRow]) -> str:
    found = people.get(secretary.person) if secretary else None
    return found.email if found else ""


def _rows(actions: Sequence[ActionRow], organisations: Sequence[OrganisationRow]) -> list[FollowUpRow]:
    known = {o.id: o for o in organisations}
    receivers = tuple(o.id for o in organisations if o.receives_sheets) or tuple(known)
    found = []
    for action in actions:
        responsible = asked(action.responsible, action.everybody, receivers)
        found += [_row(action, known[o], known, responsible) for o in responsible if o in known]
    return found


def _short(organisation: OrganisationRow) -> str:
    return organisation.short_name or organisation.name


def _row(
    action: ActionRow, own: OrganisationRow, known: dict[str, OrganisationRow], responsible: Sequence[str]
) -> FollowUpRow:
    answer = next((a for a in action.answers if a.organisation_id == own.id), None)
    origin = action.origin
    lead = known.get(action.lead_id or "")
    return FollowUpRow(
        action_id=action.id,
        organisation_id=own.id,
        organisation=_short(own),
        action=action.text,
        answer=FollowUpAnswer(answer.status, answer.comment, answer.new_due, action.contact)
        if answer
        else FollowUpAnswer(status=action.status, contact=action.contact),
        meeting_ref=origin.meeting_ref if origin else "",
        meeting_date=origin.day if origin else None,
        paragraph=(origin.paragraph or 0) if origin else 0,
        decision=f"att {origin.decision}" if origin and origin.decision else "",
        goal=action.goal,
        focus_area=action.focus_area,
        organisations=tuple(_short(known[o]) for o in responsible if o in known) if action.responsible else ("Alla",),
        holds_together=_short(lead) if lead else "",
        due=action.due,
    )
