"""What has to be in place before a meeting's notice is sent, and before the meeting is opened.

These two steps ask for little of the meeting, so they are asked of a small value: of a whole content
(:func:`guards.missing_for`), or of what a list has read.
"""

from __future__ import annotations

from typing import NamedTuple

from bra_desktop.domain.errors import Missing
from bra_desktop.domain.kinds import Capacity, DocumentProfile, Duty, ItemType, MeetingState, Role

_FALLBACK = {
    Duty.PRESIDE: (Role.CHAIR, Role.VICE_CHAIR),
    Duty.MINUTES: (Role.SECRETARY,),
    Duty.ADJUST: (),
}
WITH_PRESENTER = (
    ItemType.INFORMATION,
    ItemType.REPORT,
    ItemType.DECISION,
    ItemType.PLAN_FOLLOW_UP,
    ItemType.PROMISES,
)
"""The kinds of items that somebody presents; without one the notice is warned about."""


class OnTheList(NamedTuple):
    """Somebody on the meeting's list of people; ``here`` says whether she is in the room now."""

    person: str
    capacity: Capacity
    role: Role
    here: bool


class Preparation(NamedTuple):
    """A meeting before it is held. ``items`` counts every item, ``kept_items`` those that are not struck.

    ``named`` are the people who have been given a duty by name, ``unpresented`` the items that lack a presenter.
    """

    profile: DocumentProfile
    agenda_word: str
    place: str
    items: int
    kept_items: int
    people: tuple[OnTheList, ...]
    named: tuple[tuple[Duty, str], ...]
    unpresented: int = 0


def roles_with(profile: DocumentProfile, duty: Duty) -> tuple[Role, ...]:
    """The roles that have a duty where nobody is named for it, first choice first."""
    if duty is Duty.PRESIDE and profile is DocumentProfile.NOTES:
        return (Role.CONVENER, Role.CHAIR, Role.VICE_CHAIR)
    return _FALLBACK[duty]


def ready_to(preparation: Preparation, duty: Duty) -> tuple[str, ...]:
    """Those who have the duty by name or by role and are in the room now, before any item is taken up."""
    by_name = [person for of_duty, person in preparation.named if of_duty is duty]
    roles = roles_with(preparation.profile, duty)
    return tuple(p.person for p in preparation.people if p.here and (p.person in by_name or p.role in roles))


def missing_before(preparation: Preparation, to_state: MeetingState) -> tuple[Missing, ...]:
    """What must be mended before the notice is sent or the meeting opened; nothing for later states."""
    if to_state is MeetingState.CALLED:
        return _for_notice(preparation)
    if to_state is MeetingState.IN_PROGRESS:
        return _for_opening(preparation)
    return ()


def _for_notice(preparation: Preparation) -> tuple[Missing, ...]:
    found = []
    if not preparation.kept_items:
        word = preparation.agenda_word or "Dagordning"
        found.append(Missing(f"{word}en är tom. Lägg till minst en punkt.", "agenda"))
    if not preparation.place.strip():
        found.append(Missing("Platsen saknas. Skriv var mötet hålls.", "meeting/place"))
    members = [p for p in preparation.people if p.capacity is Capacity.MEMBER]
    if not (members if preparation.profile is not DocumentProfile.NOTES else preparation.people):
        found.append(Missing("Ingen är kallad. Lägg till ledamöterna under Närvaro.", "participants"))
    return tuple(found)


def _for_opening(preparation: Preparation) -> tuple[Missing, ...]:
    notes = preparation.profile is DocumentProfile.NOTES
    found = []
    if not ready_to(preparation, Duty.PRESIDE):
        who = "sammankallande" if notes else "ordförande"
        found.append(Missing(f"Ingen {who} är närvarande. Ange vem som leder mötet.", "participants"))
    if not ready_to(preparation, Duty.MINUTES):
        who = "Ingen som antecknar" if notes else "Ingen sekreterare"
        found.append(Missing(f"{who} är närvarande. Ange vem som för anteckningar.", "participants"))
    if not preparation.items:
        found.append(Missing("Dagordningen är tom. Lägg till minst en punkt.", "agenda"))
    return tuple(found)
