"""Attendance: replies, presence and its corrections, substitutes, and who presides, writes and adjusts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bra_desktop.domain.content import OfficerContent, StayContent
from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.domain.kinds import Capacity, Duty, Mode, Reply
from bra_desktop.domain.meeting import AgendaItem, Meeting, Officer, Participant
from bra_desktop.domain.officers import interval
from bra_desktop.domain.register import Person, Seat
from bra_desktop.domain.spans import course
from bra_desktop.domain.stay_checks import check_stays
from bra_desktop.services.changing import content_now, last_position, meeting_to_change
from bra_desktop.services.live.decision_times import was_there
from bra_desktop.services.live.meeting_times import check_has_been
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
        found.stays, found.serves_for, found.services = (), None, ()
        found.absence_notified = notified
        return work.commit()


def set_stays(office: Office, participant_id: str, stays: tuple[StayContent, ...]) -> ChangeSet | None:
    """Correct when somebody was there. Who is now said to come or go in the minute of a decision was there for it.

    Raises UserError for times and items that cannot be true together, and for a time that is yet to come.
    """
    with office.work("Rätta närvaro") as work:
        found = _taken_up(work, participant_id)
        meeting = work.get(Meeting, found.meeting_id)
        had = {at for stay in found.stays for at in (stay.from_time, stay.to_time)}
        given = [at for stay in stays for at in (stay.from_time, stay.to_time) if at not in had]
        check_has_been(office, work, meeting, given, "närvaro")
        check_stays(content_now(work, meeting), _name(work, found), stays, "närvaro")
        was_there(work, found, stays)
        found.stays = stays
        return work.commit()


def set_note(office: Office, participant_id: str, note: str) -> ChangeSet | None:
    """A short note beside a name in the list, e.g. for what a guest is invited."""
    check_words("Anteckningen", "närvaro", note)
    with office.work("Anteckning i närvarolistan") as work:
        _taken_up(work, participant_id).note = note.strip()
        return work.commit()


def share_row(office: Office, participant_id: str, with_person_id: str | None) -> ChangeSet | None:
    """Let two people stand on one row ("växlar"). Where the other is on the list too, both rows say so.

    Raises RuleBroken for somebody who would share a row with herself, or who shares one with a third.
    """
    with office.work("Delad plats") as work:
        row = _taken_up(work, participant_id)
        listed = work.all(Participant, meeting_id=row.meeting_id)
        other = next((p for p in listed if p.person_id == with_person_id), None)
        if with_person_id == row.person_id:
            raise RuleBroken("En person kan inte dela rad med sig själv. Välj någon annan.", where="närvaro")
        if other is not None and other.together_with not in (None, row.person_id):
            third = work.get(Person, str(other.together_with)).name
            raise RuleBroken(f"{_name(work, other)} delar redan rad med {third}. Ändra det först.", where="närvaro")
        for before in listed:
            if before.together_with == row.person_id and before.person_id != with_person_id:
                before.together_with = None
        row.together_with = work.get(Person, with_person_id).id if with_person_id else None
        if other is not None:
            other.together_with = row.person_id
        return work.commit()


def change_row(office: Office, participant_id: str, values: Mapping[str, Any]) -> ChangeSet | None:
    """Change as what somebody takes part: ``capacity``, ``role`` and ``seat_id`` (a member's seat, or None).

    Who is no member has no seat, and who is no substitute serves none. Raises UserError for a seat of another forum,
    ValueError for an attribute that has a way of its own.
    """
    if unknown := set(values) - {"capacity", "role", "seat_id"}:
        raise ValueError(f"{sorted(unknown)} can't be changed here")
    with office.work("Ändra i närvarolistan") as work:
        row = _taken_up(work, participant_id)
        for name, value in values.items():
            setattr(row, name, value)
        if row.capacity is not Capacity.MEMBER:
            row.seat_id = None
        if row.capacity is not Capacity.SUBSTITUTE:
            row.serves_for, row.services = None, ()
        forum = work.get(Meeting, row.meeting_id).forum_id
        if row.seat_id is not None and work.get(Seat, row.seat_id).forum_id != forum:
            raise UserError("Platsen hör till ett annat forum. Välj en plats i det här forumet.", where="plats")
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

    Answers the officer's id. Adjusters must be on the list. Raises RuleBroken, UserError for an interval that ends
    before it begins, or Gone.
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
        work.get(Person, person_id)
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
        _check_officer(work, meeting, new, officers)
        work.add(new)
        work.commit()
    return new.id


_OFFICER_FIELDS = frozenset({"person_id", "from_item_id", "to_item_id", "reason"})


def change_officer(office: Office, officer_id: str, values: Mapping[str, Any]) -> ChangeSet | None:
    """Change the person, the interval or the reason of an appointment; an adjuster is so replaced by another.

    Raises as :func:`appoint`, and ValueError for another attribute.
    """
    if unknown := set(values) - _OFFICER_FIELDS:
        raise ValueError(f"{sorted(unknown)} can't be changed here")
    check_words("Skälet", "skäl", *values.values())
    with office.work("Ändra uppdrag på mötet") as work:
        found = work.get(Officer, officer_id)
        meeting = meeting_to_change(work, found.meeting_id)
        work.get(Person, values.get("person_id", found.person_id))
        others = [o for o in work.all(Officer, meeting_id=meeting.id) if o.id != found.id]
        for name, value in values.items():
            setattr(found, name, value)
        _check_officer(work, meeting, found, others)
        return work.commit()


def _check_officer(work: Work, meeting: Meeting, new: Officer, others: list[Officer]) -> None:
    """The interval lies in the meeting and goes forwards; who adjusts is on the list, and once for each item."""
    for key in (new.from_item_id, new.to_item_id):
        if key is not None and work.get(AgendaItem, key).meeting_id != meeting.id:
            raise UserError("Punkten hör till ett annat möte. Välj en punkt i det här mötet.", where="punkt")
    way = course(content_now(work, meeting))
    mine = interval(way, _told(new))
    if not mine:
        raise UserError("Uppdraget slutar före den punkt där det börjar. Ändra en av punkterna.", where="punkt")
    if new.duty is not Duty.ADJUST:
        return
    same = [interval(way, _told(o)) for o in others if o.duty is Duty.ADJUST and o.person_id == new.person_id]
    if any(set(mine) & set(one) for one in same):
        raise RuleBroken("Personen är redan utsedd att justera.", where="justerare")
    if not work.all(Participant, meeting_id=meeting.id, person_id=new.person_id):
        raise RuleBroken(
            f"{work.get(Person, new.person_id).name} finns inte i närvarolistan och kan inte justera. "
            "Välj någon som är med på mötet.",
            where="justerare",
        )


def _told(officer: Officer) -> OfficerContent:
    return OfficerContent(
        officer.duty, officer.person_id, officer.from_item_id or "", officer.to_item_id or "", officer.reason
    )


def release(office: Office, officer_id: str) -> ChangeSet | None:
    """Take back an appointment made by :func:`appoint`."""
    with office.work("Ta bort uppdrag på mötet") as work:
        found = work.get(Officer, officer_id)
        meeting_to_change(work, found.meeting_id)
        work.delete(found)
        return work.commit()


def _name(work: Work, participant: Participant) -> str:
    return work.get(Person, participant.person_id).name
