"""Who is called to a meeting: its forum's members on that day, with the seats and duties that they have."""

from __future__ import annotations

from bra_desktop.domain.kinds import Capacity, Duty, Role
from bra_desktop.domain.meeting import Meeting, Officer, Participant
from bra_desktop.domain.register import Membership
from bra_desktop.services.changing import last_position
from bra_desktop.services.office import Office
from bra_desktop.storage.work import Work

_CAPACITY = {Role.SUBSTITUTE: Capacity.SUBSTITUTE, Role.CO_OPTED: Capacity.CO_OPTED, Role.SECRETARY: Capacity.OFFICIAL}
_ORDER = (Role.CHAIR, Role.VICE_CHAIR, Role.CONVENER, Role.MEMBER, Role.SUBSTITUTE, Role.CO_OPTED, Role.SECRETARY)


def call_members(office: Office, work: Work, meeting: Meeting) -> None:
    """Everybody with a membership on that day, the chair first, each person once with her first role.

    Those who stand on the list already stay as they are, and so do duties that somebody has.
    """
    memberships = [m for m in work.all(Membership, forum_id=meeting.forum_id) if m.holds_on(meeting.day)]
    memberships.sort(key=lambda m: (_ORDER.index(m.role), m.position))
    listed = work.all(Participant, meeting_id=meeting.id)
    seen = {p.person_id for p in listed}
    position = last_position([p.position for p in listed])
    for membership in memberships:
        if membership.person_id not in seen:
            work.add(_participant(office, meeting, membership, position))
            position += 1
            seen.add(membership.person_id)
    officers = ((Duty.PRESIDE, Role.CHAIR), (Duty.PRESIDE, Role.CONVENER), (Duty.MINUTES, Role.SECRETARY))
    appointed = work.all(Officer, meeting_id=meeting.id)
    named = {officer.duty for officer in appointed}
    for duty, role in officers:
        first = next((m for m in memberships if m.role is role), None)
        if first is not None and duty not in named:
            place = last_position([o.position for o in appointed]) + len(named)
            work.add(_officer(office, meeting, duty, first.person_id, place))
            named.add(duty)


def _participant(office: Office, meeting: Meeting, membership: Membership, position: int) -> Participant:
    return Participant(
        id=office.new_id(),
        meeting_id=meeting.id,
        person_id=membership.person_id,
        position=position,
        capacity=_CAPACITY.get(membership.role, Capacity.MEMBER),
        role=membership.role,
        seat_id=membership.seat_id,
        note=membership.note,
    )


def _officer(office: Office, meeting: Meeting, duty: Duty, person_id: str, position: int) -> Officer:
    return Officer(id=office.new_id(), meeting_id=meeting.id, position=position, duty=duty, person_id=person_id)
