"""The items of an agenda: making one, their order, and the numbers that follow it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bra_desktop.domain.content import ProposalContent
from bra_desktop.domain.kinds import ItemType
from bra_desktop.domain.meeting import AgendaItem, Meeting
from bra_desktop.domain.text import TextDocument, plain_document
from bra_desktop.services.changing import is_locked
from bra_desktop.services.office import Office
from bra_desktop.storage.work import Work


@dataclass(frozen=True)
class PlannedItem:
    """An agenda item to begin with, as a template or a person gives it."""

    title: str
    type: ItemType = ItemType.OTHER
    planned_minutes: int | None = None
    registry_number: str = ""
    presenters: tuple[str, ...] = ()
    basis: str = ""
    proposals: tuple[ProposalContent, ...] = ()
    carried_from: str | None = None
    confidential: str = ""
    """The ground on which it is marked."""


def new_item(office: Office, meeting: Meeting, item: PlannedItem, position: int) -> AgendaItem:
    """An item as it was planned, at a position; not added to anything yet."""
    return AgendaItem(
        id=office.new_id(),
        meeting_id=meeting.id,
        position=position,
        title=item.title.strip(),
        agenda_number=str(position + 1),
        type=item.type,
        planned_minutes=item.planned_minutes,
        registry_number=item.registry_number,
        presenters=item.presenters,
        basis=plain_document(item.basis, "basis") if item.basis else TextDocument(),
        proposals=item.proposals,
        carried_from_id=item.carried_from,
        confidential=item.confidential,
    )


def items_of(work: Work, meeting: Meeting) -> list[AgendaItem]:
    """The meeting's items in their order."""
    return sorted(work.all(AgendaItem, meeting_id=meeting.id), key=lambda i: (i.position, i.id))


def renumber(work: Work, items: Sequence[AgendaItem]) -> None:
    """Whole numbers follow the order; typed ones ("5.1"), missing ones and those of locked items stay."""
    positions = [item.position for item in items]
    in_order = all(first < second for first, second in pairwise(positions))
    number = 0
    for position, item in enumerate(items):
        if not in_order and item.position != position:
            item.position = position
        if item.agenda_number.isdecimal():
            number = int(item.agenda_number) if is_locked(work, item) else number + 1
            if item.agenda_number != str(number):
                item.agenda_number = str(number)
