"""The rows of attendance: who is there, since when, and as what."""

from __future__ import annotations

from dataclasses import dataclass

from bra_desktop.domain.attendance import recusal
from bra_desktop.domain.content import MeetingContent, ParticipantContent
from bra_desktop.domain.kinds import Capacity, Mode, Reply, Role
from bra_desktop.domain.officers import adjusting, presiding
from bra_desktop.domain.presence import ABSENCE_WORDS, Absence, absence
from bra_desktop.domain.swedish_dates import clock
from bra_desktop.ui.live.scene import Scene, is_here, short_name

_ROLES = {
    Role.CHAIR: "ordförande",
    Role.VICE_CHAIR: "vice ordförande",
    Role.SECRETARY: "sekreterare",
    Role.CONVENER: "sammankallande",
}
_CAPACITIES = {
    Capacity.SUBSTITUTE: "ersättare",
    Capacity.CO_OPTED: "adjungerad",
    Capacity.OFFICIAL: "tjänsteperson",
    Capacity.GUEST: "gäst",
}


@dataclass(frozen=True)
class AttendanceRow:
    """One person: here or not, and one short remark. ``amber`` marks a remark about absence."""

    person: str
    name: str
    here: bool
    remark: str
    amber: bool

    @property
    def spoken(self) -> str:
        state = "närvarande" if self.here else "inte närvarande"
        return ", ".join(part for part in (self.name, state, self.remark) if part)


def attendance(scene: Scene) -> tuple[AttendanceRow, ...]:
    """Everybody on the list, in its order."""
    return tuple(_row(scene, who) for who in scene.content.participants)


def _row(scene: Scene, who: ParticipantContent) -> AttendanceRow:
    content = scene.content
    name, here = content.person(who.person).name, is_here(scene, who.person)
    if here:
        return AttendanceRow(who.person, name, True, _here(scene, who), _is_recused(scene, who.person))
    remark, amber = _away(scene, who)
    return AttendanceRow(who.person, name, False, remark, amber)


def _is_recused(scene: Scene, person: str) -> bool:
    return bool(scene.shown) and recusal(scene.content, scene.shown, person) is not None


def _here(scene: Scene, who: ParticipantContent) -> str:
    content, stay = scene.content, who.stays[-1]
    far = stay.mode is Mode.REMOTE
    if _is_recused(scene, who.person):
        return "jäv"
    if stay.from_time is not None:
        return f"kom {clock(stay.from_time)}" + (", på distans" if far else "")
    if who.serves_for:
        return f"ersätter {_seat_name(content, who.serves_for)}"
    if scene.shown and scene.running and presiding(content, scene.shown) == who.person and who.role is not Role.CHAIR:
        return "leder mötet"
    if far:
        return "på distans"
    if scene.shown and who.role not in _ROLES and who.person in adjusting(content, scene.shown):
        return "justerare"
    return _ROLES.get(who.role, "") or _CAPACITIES.get(who.capacity, "")


def _away(scene: Scene, who: ParticipantContent) -> tuple[str, bool]:
    left = who.stays[-1].to_time if who.stays else None
    if left is not None:
        return f"gick {clock(left)}", True
    if who.stays:
        return "har gått", True
    opened = scene.content.opened_at is not None
    if not opened and who.reply in (Reply.PREVENTED, Reply.SUBSTITUTE_CALLED):
        return ABSENCE_WORDS[Absence.NOTIFIED], True
    found = absence(scene.content, who)
    if found and (opened or found is Absence.NOTIFIED):
        return ABSENCE_WORDS[found], True
    return _ROLES.get(who.role, "") or _CAPACITIES.get(who.capacity, ""), False


def _seat_name(content: MeetingContent, seat_key: str) -> str:
    seat = content.seat(seat_key)
    holders = [short_name(content.person(key).name) for key in seat.holders]
    if holders:
        return " och ".join(holders)
    return seat.label or (content.organisation(seat.organisation).short_name if seat.organisation else seat.party)


def seat_choices(content: MeetingContent) -> tuple[tuple[str, str], ...]:
    """Every seat in words, with its key, for choosing whom a substitute serves for."""
    return tuple((_seat_name(content, seat.key) or "plats", seat.key) for seat in content.seats)
