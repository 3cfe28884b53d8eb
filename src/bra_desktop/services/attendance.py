"""Attendance: replies, roll call, arrivals and departures, substitutes, and who presides, writes and adjusts."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from bra_desktop.domain.content import StayContent
from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.domain.kinds import Capacity, Duty, Mode, Reply
from bra_desktop.domain.meeting import AgendaItem, Meeting, Officer, Participant
from bra_desktop.domain.register import Person, Seat
from bra_desktop.services.changing import last_position, meeting_to_change
from bra_desktop.services.office import Office
from bra_desktop.services.wording import check_words
from bra_desktop.storage.ledger import ChangeSet
from bra_desktop.storage.work import Work


def _taken_up(work: Work, participant_id: str) -> Participant:
    found = work.get(Participant, participant_id)
    meeting_to_change(work, found.meeting_id)
    return found


def reply(office: Office, participant_id: str, answer: Reply) -> ChangeSet | None:
    """Keep the answer to the notice; it forecasts the quorum."""
    with office.work("Svar på kallelse") as work:
        found = _taken_up(work, participant_id)
        found.reply = answer
        found.absence_notified = answer in (Reply.PREVENTED, Reply.SUBSTITUTE_CALLED)
        return work.commit()


def mark_present(office: Office, participant_id: str, mode: Mode = Mode.ON_SITE) -> ChangeSet | None:
    """At roll call: present from the opening."""
    with office.work("Närvarande") as work:
        found = _taken_up(work, participant_id)
        found.stays = (StayContent(mode=mode),)
        found.absence_notified = False
        return work.commit()


def mark_absent(office: Office, participant_id: str, *, notified: bool = False) -> ChangeSet | None:
    """Not there at all, with or without notice given. Reasons are never kept."""
    with office.work("Frånvarande") as work:
        found = _taken_up(work, participant_id)
        found.stays = ()
        found.serves_for = None
        found.absence_notified = notified
        return work.commit()


def arrive(
    office: Office, participant_id: str, at: time | None = None, item_id: str = "", mode: Mode = Mode.ON_SITE
) -> ChangeSet | None:
    """Somebody comes (back) at a clock time, at the item that is taken up."""
    with office.work("Kommer") as work:
        found = _taken_up(work, participant_id)
        meeting = work.get(Meeting, found.meeting_id)
        if any(_is_open(stay) for stay in found.stays):
            raise RuleBroken(f"{_name(work, found)} är redan närvarande.", where="närvaro")
        new = StayContent(at or office.time_now(), None, item_id or meeting.current_item_id or "", "", mode)
        found.stays = (*found.stays, new)
        return work.commit()


def leave(office: Office, participant_id: str, at: time | None = None, item_id: str = "") -> ChangeSet | None:
    """Somebody goes at a clock time. The last item is the one that is taken up."""
    with office.work("Går") as work:
        found = _taken_up(work, participant_id)
        meeting = work.get(Meeting, found.meeting_id)
        if not any(_is_open(stay) for stay in found.stays):
            raise RuleBroken(f"{_name(work, found)} är inte närvarande.", where="närvaro")
        end, last = at or office.time_now(), item_id or meeting.current_item_id or ""
        found.stays = tuple(replace(s, to_time=end, to_item=last) if _is_open(s) else s for s in found.stays)
        return work.commit()


def set_stays(office: Office, participant_id: str, stays: tuple[StayContent, ...]) -> ChangeSet | None:
    """Correct when somebody was there. Raises UserError when somebody goes before she comes."""
    with office.work("Rätta närvaro") as work:
        found = _taken_up(work, participant_id)
        for stay in stays:
            if stay.from_time and stay.to_time and stay.to_time < stay.from_time:
                raise UserError(
                    f"{_name(work, found)} går kl. {stay.to_time:%H.%M} men kommer först kl. "
                    f"{stay.from_time:%H.%M}. Ändra ett av klockslagen.",
                    where="närvaro",
                )
        found.stays = stays
        return work.commit()


def serve_for(office: Office, participant_id: str, seat_id: str | None) -> ChangeSet | None:
    """Let a substitute serve a seat, or (None) be present without serving.

    Raises RuleBroken for somebody who is no substitute, or for a seat that another substitute serves.
    """
    with office.work("Tjänstgörande ersättare") as work:
        found = _taken_up(work, participant_id)
        if found.capacity is not Capacity.SUBSTITUTE:
            raise RuleBroken(f"{_name(work, found)} är inte ersättare och kan inte tjänstgöra för någon annan.")
        others = work.all(Participant, meeting_id=found.meeting_id)
        taken = next((p for p in others if seat_id and p.serves_for == seat_id and p.id != found.id), None)
        if taken is not None:
            raise RuleBroken(f"{_name(work, taken)} tjänstgör redan på platsen. Ändra det först.", where="närvaro")
        found.serves_for = work.get(Seat, seat_id).id if seat_id else None
        return work.commit()


def set_note(office: Office, participant_id: str, note: str) -> ChangeSet | None:
    """A short note beside a name in the list, e.g. for what a guest is invited."""
    check_words("Anteckningen", "närvaro", note)
    with office.work("Anteckning om deltagare") as work:
        _taken_up(work, participant_id).note = note.strip()
        return work.commit()


def share_row(office: Office, participant_id: str, with_person_id: str | None) -> ChangeSet | None:
    """Let two people stand on one row ("växlar")."""
    with office.work("Delad plats") as work:
        row = _taken_up(work, participant_id)
        row.together_with = work.get(Person, with_person_id).id if with_person_id else None
        return work.commit()


def appoint(
    office: Office,
    ref: str,
    duty: Duty,
    person_id: str,
    from_item: str | None = None,
    to_item: str | None = None,
    reason: str = "",
) -> str:
    """Name who presides, keeps the minutes or adjusts, for the whole meeting or an interval of items.

    Answers the officer's id. Adjusters must be on the list. Raises RuleBroken or Gone.
    """
    check_words("Skälet", "skäl", reason)
    labels = {Duty.PRESIDE: "Ange ordförande", Duty.MINUTES: "Ange sekreterare", Duty.ADJUST: "Utse justerare"}
    with office.work(labels[duty]) as work:
        meeting = meeting_to_change(work, ref)
        officers = work.all(Officer, meeting_id=meeting.id)
        if from_item is None and to_item is None and duty is not Duty.ADJUST:
            for old in officers:
                if old.duty is duty and old.from_item_id is None and old.to_item_id is None:
                    work.delete(old)
        person = work.get(Person, person_id)
        if duty is Duty.ADJUST:
            _refuse_adjuster(work, meeting, officers, person)
        _refuse_items_of_others(work, meeting, from_item, to_item)
        new = Officer(
            id=office.new_id(),
            meeting_id=meeting.id,
            position=last_position([o.position for o in officers]),
            duty=duty,
            person_id=person_id,
            from_item_id=from_item,
            to_item_id=to_item,
            reason=reason,
        )
        work.add(new)
        work.commit()
    return new.id


def _refuse_adjuster(work: Work, meeting: Meeting, officers: list[Officer], person: Person) -> None:
    if any(o.duty is Duty.ADJUST and o.person_id == person.id for o in officers):
        raise RuleBroken("Personen är redan utsedd att justera.", where="justerare")
    if not work.all(Participant, meeting_id=meeting.id, person_id=person.id):
        raise RuleBroken(
            f"{person.name} finns inte bland deltagarna och kan inte justera. Välj någon som är med på mötet.",
            where="justerare",
        )


def _refuse_items_of_others(work: Work, meeting: Meeting, *items: str | None) -> None:
    for key in items:
        if key is not None and work.get(AgendaItem, key).meeting_id != meeting.id:
            raise UserError("Punkten hör till ett annat möte. Välj en punkt i det här mötet.", where="punkt")


def release(office: Office, officer_id: str) -> ChangeSet | None:
    """Take back an appointment made by :func:`appoint`."""
    with office.work("Ta bort uppdrag på mötet") as work:
        found = work.get(Officer, officer_id)
        meeting_to_change(work, found.meeting_id)
        work.delete(found)
        return work.commit()


def _is_open(stay: StayContent) -> bool:
    return stay.to_time is None and not stay.to_item


def _name(work: Work, participant: Participant) -> str:
    return work.get(Person, participant.person_id).name
