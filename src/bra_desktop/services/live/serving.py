"""Substitutes: whom they serve for, and from which item."""

from __future__ import annotations

from dataclasses import replace

from bra_desktop.domain.attendance import participant, seat_of, services
from bra_desktop.domain.content import MeetingContent, ParticipantContent, ServiceContent
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import Capacity
from bra_desktop.domain.meeting import Meeting, Participant
from bra_desktop.domain.register import Person, Seat
from bra_desktop.domain.serving import is_idle
from bra_desktop.domain.spans import Course, course
from bra_desktop.services.changing import content_now, meeting_to_change
from bra_desktop.services.office import Office
from bra_desktop.storage.ledger import ChangeSet
from bra_desktop.storage.work import Work


def serve_for(office: Office, participant_id: str, seat_id: str | None, from_item: str = "") -> ChangeSet | None:
    """Let a substitute serve a seat, or (None) be present without serving: the whole meeting, or from an item on.

    What she served before that item stays as it was; what she never came to serve goes when she serves for nobody.
    Where she is in that very seat already, its beginning is moved.

    Raises RuleBroken for somebody who is no substitute, or for a seat that another substitute serves then.
    """
    with office.work("Tjänstgörande ersättare") as work:
        found = work.get(Participant, participant_id)
        meeting = meeting_to_change(work, found.meeting_id)
        if found.capacity is not Capacity.SUBSTITUTE:
            raise RuleBroken(f"{_name(work, found)} är inte ersättare och kan inte tjänstgöra för någon annan.")
        seat = work.get(Seat, seat_id).id if seat_id else ""
        content = content_now(work, meeting)
        row = next(p for p in content.participants if p.person == found.person_id)
        told = _from_then(course(content), row, seat, from_item)
        if seat:
            _check_free(work, meeting, content, found, told[-1])
        else:
            told = tuple(one for one in told if not is_idle(content, row, one))
        whole = len(told) == 1 and told[0] == ServiceContent(told[0].seat)
        found.serves_for, found.services = (told[0].seat, ()) if whole else (None, told)
        return work.commit()


def stand_down(work: Work, meeting: Meeting, person: str, item: str) -> None:
    """Take back what was entered since somebody was marked as gone who never went.

    Who was put in her seat from this item on and has not served it serves for nobody, as it was before the slip.
    """
    content = content_now(work, meeting)
    way, holder = course(content), participant(content, person)
    if holder is None or holder.capacity is not Capacity.MEMBER or item not in way.order:
        return
    seat = seat_of(content, holder, "")
    for other in work.all(Participant, meeting_id=meeting.id):
        row = participant(content, other.person_id)
        put = services(row) if row else ()
        stays = tuple(
            one
            for one in put
            if not row or one.seat != seat or _first(way, one) != way.place(item) or not is_idle(content, row, one)
        )
        if stays != put:
            other.serves_for, other.services = None, stays


def _from_then(way: Course, row: ParticipantContent, seat: str, from_item: str) -> tuple[ServiceContent, ...]:
    """What she served before, ended with the item before, and what she serves from then on."""
    start = way.place(from_item) if from_item in way.order else 0
    before: list[ServiceContent] = []
    for one in services(row):
        moved = one.seat == seat and one.to_item not in way.order
        if moved or _first(way, one) >= start:
            continue
        ends = way.place(one.to_item) if one.to_item in way.order else len(way.order)
        before.append(replace(one, to_item=way.order[start - 1]) if ends >= start else one)
    new = [ServiceContent(seat, from_item if start else "")] if seat else []
    if before and new and before[-1].seat == seat and before[-1].to_item == way.order[start - 1]:
        new = [replace(before.pop(), to_item="")]
    return (*before, *new)


def _first(way: Course, service: ServiceContent) -> int:
    return way.place(service.from_item) if service.from_item in way.order else 0


def _check_free(
    work: Work, meeting: Meeting, content: MeetingContent, found: Participant, wanted: ServiceContent
) -> None:
    """Nobody else is put in the seat from then on."""
    way = course(content)
    for other in work.all(Participant, meeting_id=meeting.id):
        row = next(p for p in content.participants if p.person == other.person_id)
        for one in services(row) if other.id != found.id else ():
            ends = way.place(one.to_item) if one.to_item in way.order else len(way.order)
            if one.seat == wanted.seat and ends >= _first(way, wanted):
                raise RuleBroken(f"{_name(work, other)} tjänstgör redan på platsen. Ändra det först.", where="närvaro")


def _name(work: Work, participant: Participant) -> str:
    return work.get(Person, participant.person_id).name
