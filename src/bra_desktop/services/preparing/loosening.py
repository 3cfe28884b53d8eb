"""What points at an item that leaves the agenda, or at somebody who leaves the list, lets go of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bra_desktop.domain.content import ServiceContent
from bra_desktop.domain.kinds import Duty
from bra_desktop.domain.meeting import AgendaItem, Meeting, Officer, Participant
from bra_desktop.storage.work import Work


def loosen_from_item(work: Work, meeting: Meeting, items: Sequence[AgendaItem], gone: AgendaItem) -> None:
    """An interval that begins there begins at the next item, one that ends there ends at the one before.

    An appointment for that item alone ends with it. A break after it is printed after the one before.
    """
    order = [item.id for item in items]
    place = order.index(gone.id)
    before = order[place - 1] if place else None
    after = order[place + 1] if place + 1 < len(order) else None
    for officer in work.all(Officer, meeting_id=meeting.id):
        begins, ends = officer.from_item_id == gone.id, officer.to_item_id == gone.id
        nothing_left = (begins and (ends or after is None)) or (ends and before is None)
        if nothing_left:
            work.delete(officer)
        elif begins:
            officer.from_item_id = after
        elif ends:
            officer.to_item_id = before
    for row in work.all(Participant, meeting_id=meeting.id):
        if any(gone.id in (one.from_item, one.to_item) for one in row.services):
            row.services = tuple(_without(row.services, gone.id, before or "", after or ""))
    if any(one.after_item == gone.id for one in meeting.adjournments):
        meeting.adjournments = tuple(
            replace(one, after_item=before or "") if one.after_item == gone.id else one for one in meeting.adjournments
        )


def _without(services: Iterable[ServiceContent], gone: str, before: str, after: str) -> Iterator[ServiceContent]:
    for one in services:
        begins, ends = one.from_item == gone, one.to_item == gone
        if (begins and (ends or not after)) or (ends and not before):
            continue
        yield replace(one, from_item=after if begins else one.from_item, to_item=before if ends else one.to_item)


def loosen_from_person(work: Work, gone: Participant) -> None:
    """Nobody shares a row with her, and she neither presides nor adjusts; the minutes may be kept by one unlisted."""
    for row in work.all(Participant, meeting_id=gone.meeting_id, together_with=gone.person_id):
        row.together_with = None
    for officer in work.all(Officer, meeting_id=gone.meeting_id, person_id=gone.person_id):
        if officer.duty is not Duty.MINUTES:
            work.delete(officer)
