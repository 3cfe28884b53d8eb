"""The rows of attendance: who is there, since when, and as what."""

from __future__ import annotations

from dataclasses import dataclass

from bra_desktop.domain.attendance import is_here, recusal, served_now
from bra_desktop.domain.content import MeetingContent, ParticipantContent, SeatContent
from bra_desktop.domain.headings import adjuster
from bra_desktop.domain.kinds import Capacity, Duty, Mode, Reply, Role
from bra_desktop.domain.officers import adjusting, having, on_duty_between, on_duty_now
from bra_desktop.domain.presence import ABSENCE_WORDS, Absence, absence
from bra_desktop.domain.swedish_dates import clock
from bra_desktop.ui.live.scene import Scene, short_name

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
VACANT_SEAT = "vakant plats"


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
    duties = _duties(scene)
    return tuple(_row(scene, who, duties) for who in scene.content.participants)


@dataclass(frozen=True)
class _Duties:
    """Who lead the shown item and who adjust it."""

    leads: tuple[str, ...] = ()
    adjust: tuple[str, ...] = ()
    told: bool = True
    """Whether it is told what anybody does in the meeting; not of a marked item on a shared screen, where who leads it
    and who serves would follow from who is disqualified.
    """


def _duties(scene: Scene) -> _Duties:
    if not scene.shown or scene.counts_nobody or scene.withheld:
        return _Duties(told=not scene.counts_nobody and not scene.withheld)
    leads = _leads(scene) if scene.running else ()
    return _Duties(leads, adjusting(scene.content, scene.shown))


def _leads(scene: Scene) -> tuple[str, ...]:
    """Who leads just now, between two items too; while one goes on, those who led another one that is shown."""
    if not scene.ongoing:
        return (on_duty_between(scene.content, Duty.PRESIDE),)
    if scene.shown == scene.ongoing:
        return (on_duty_now(scene.content, Duty.PRESIDE, scene.shown),)
    return having(scene.content, Duty.PRESIDE, scene.shown)


def _row(scene: Scene, who: ParticipantContent, duties: _Duties) -> AttendanceRow:
    content = scene.content
    name = content.person(who.person).name
    if is_here(content, who):
        recused = bool(scene.shown) and recusal(content, scene.shown, who.person) is not None
        remark = "jäv" if recused else _here(content, who, duties)
        return AttendanceRow(who.person, name, True, remark, recused)
    remark, amber = _away(scene, who)
    return AttendanceRow(who.person, name, False, remark, amber)


def _here(content: MeetingContent, who: ParticipantContent, duties: _Duties) -> str:
    stay = who.stays[-1]
    far = stay.mode is Mode.REMOTE
    served = next((one.seat for one in served_now(content) if one.substitute and one.person == who.person), "")
    if served and duties.told:
        return f"för {_seat_name(content, served) or VACANT_SEAT}"
    if who.person in duties.leads and who.role is not Role.CHAIR:
        return "leder mötet"
    role = _ROLES.get(who.role, "") if duties.told else ""
    role = role or (adjuster(content.forum) if who.person in duties.adjust else "")
    came = f"kom {clock(stay.from_time)}" if stay.from_time is not None else ""
    if said := ", ".join(filter(None, (role if came else "", came, "på distans" if far else ""))):
        return said
    return role or _CAPACITIES.get(who.capacity, "")


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
    return tuple((_with_vacancy(_seat_name(content, seat.key), seat), seat.key) for seat in content.seats)


def _with_vacancy(name: str, seat: SeatContent) -> str:
    if seat.holders:
        return name
    return f"{name} (vakant)" if name else VACANT_SEAT
