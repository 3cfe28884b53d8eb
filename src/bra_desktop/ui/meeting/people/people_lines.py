"""The rows of a meeting's people: who is called, as what, on which seat, and with what duty. Knows no Qt."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bra_desktop.domain.attendance import services
from bra_desktop.domain.content import MeetingContent, OfficerContent, ParticipantContent, SeatContent
from bra_desktop.domain.kinds import ROLE_WORDS, Capacity, Duty, Reply, Role
from bra_desktop.domain.numbering import labels
from bra_desktop.domain.officers import interval, named
from bra_desktop.domain.presence import ABSENCE_WORDS, absence, presence_words
from bra_desktop.domain.quorum import body_name, quorate, required_seats
from bra_desktop.domain.spans import course
from bra_desktop.domain.swedish import DASH, NBSP, VACANT, SortKey, capital_first, listing, name_sort_key, plural
from bra_desktop.services.live.roll import Roll
from bra_desktop.ui.meeting.agenda.lines import BEFORE

CAPACITIES = {
    Capacity.MEMBER: "ledamot",
    Capacity.SUBSTITUTE: "ersättare",
    Capacity.CO_OPTED: "adjungerad",
    Capacity.OFFICIAL: "tjänsteperson",
    Capacity.GUEST: "gäst",
}
REPLIES = {
    Reply.NONE: "Inget svar",
    Reply.COMING: "Kommer",
    Reply.PREVENTED: "Förhinder",
    Reply.SUBSTITUTE_CALLED: "Ersättare kallad",
}
DUTIES = {Duty.PRESIDE: "leder mötet", Duty.MINUTES: "för protokollet", Duty.ADJUST: "justerar"}
_FIRST = {Role.CHAIR: 0, Role.VICE_CHAIR: 1, Role.CONVENER: 1}
_CAPACITY_ORDER = tuple(Capacity)


@dataclass(frozen=True)
class PersonLine:
    """One person on the meeting's list, or a vacant seat, which has no ``person_id``.

    ``role`` holds the ``duties`` too. ``presence`` is empty before the meeting. ``by_name`` orders by family name.
    """

    key: str
    participant_id: str
    person_id: str
    name: str
    sub: str
    role: str
    duties: str
    seat: str
    reply: Reply
    presence: str
    was_there: bool
    guest: bool
    by_name: SortKey


def people_lines(content: MeetingContent, roll: Roll) -> tuple[PersonLine, ...]:
    """Members first with the chair at the top, then vacant seats, substitutes and the others, each by family name."""

    def place(who: ParticipantContent) -> tuple[int, int, SortKey]:
        name = content.person(who.person).name
        return _CAPACITY_ORDER.index(who.capacity), _FIRST.get(who.role, 2), name_sort_key(name)

    ordered = sorted(content.participants, key=place)
    lines = [_person_line(content, roll.participants, who) for who in ordered]
    members = sum(who.capacity is Capacity.MEMBER for who in ordered)
    seats = [_vacant_line(content, seat) for seat in content.seats if _is_vacant(content, seat)]
    return (*lines[:members], *seats, *lines[members:])


def _is_vacant(content: MeetingContent, seat: SeatContent) -> bool:
    return not seat.holders and not any(p.seat == seat.key for p in content.participants)


def _vacant_line(content: MeetingContent, seat: SeatContent) -> PersonLine:
    words = seat_words(content, seat)
    return PersonLine(
        seat.key, "", "", VACANT, "", "Obesatt plats", "", words, Reply.NONE, "", False, False, name_sort_key(VACANT)
    )


def _person_line(content: MeetingContent, rows: Mapping[str, str], who: ParticipantContent) -> PersonLine:
    person = content.person(who.person)
    organisation = content.organisation(person.organisation).name if person.organisation else ""
    held = content.state not in BEFORE
    away = absence(content, who)
    there = ABSENCE_WORDS[away] if away else presence_words(content, who.person) or "närvarande" if who.stays else ""
    duties = ", ".join(_duties(content, who.person))
    shares = f"växlar med {content.person(who.together_with).name}" if who.together_with else ""
    return PersonLine(
        key=who.person,
        participant_id=rows.get(who.person, ""),
        person_id=who.person,
        name=person.name,
        sub=", ".join(filter(None, (person.title, organisation or person.party, shares, who.note))),
        role=capital_first(", ".join(filter(None, (role_words(who), duties)))),
        duties=duties,
        seat=_seat(content, who),
        reply=who.reply,
        presence=capital_first(there) if held else "",
        was_there=bool(who.stays),
        guest=who.capacity in (Capacity.GUEST, Capacity.OFFICIAL, Capacity.CO_OPTED),
        by_name=name_sort_key(person.name),
    )


def role_words(who: ParticipantContent) -> str:
    """The office somebody has in the forum, else as what she takes part."""
    same = who.role in (Role.MEMBER, Role.SUBSTITUTE, Role.CO_OPTED)
    return CAPACITIES[who.capacity] if same else ROLE_WORDS[who.role]


def _duties(content: MeetingContent, person: str) -> list[str]:
    return [
        " ".join(filter(None, (DUTIES[duty], span_words(content, officer))))
        for duty in Duty
        for officer in named(content, duty)
        if officer.person == person
    ]


def span_words(content: MeetingContent, officer: OfficerContent) -> str:
    """§§ 42–49 or punkt 5–12; empty for the whole meeting."""
    if not officer.from_item and not officer.to_item:
        return ""
    way = course(content)
    items = [content.item(way.order[at]) for at in interval(way, officer)]
    numbers = [item.agenda_number for item in items]
    if len(items) > 1 and all(numbers) and not any(item.paragraph for item in items):
        return f"punkt{NBSP}{numbers[0]}{DASH}{numbers[-1]}"
    return labels(content, [item.key for item in items])


def officers_words(content: MeetingContent) -> str:
    """Those named for a part of the meeting, and those who adjust; empty for none."""
    told = []
    for duty in (Duty.PRESIDE, Duty.MINUTES):
        for officer in named(content, duty):
            if words := span_words(content, officer):
                told.append(f"{content.person(officer.person).name} {DUTIES[duty]} {words}.")
    if adjusters := named(content, Duty.ADJUST):
        names = (" ".join(filter(None, (content.person(o.person).name, span_words(content, o)))) for o in adjusters)
        told.append(f"{listing(names)} justerar.")
    return " ".join(told)


def seat_words(content: MeetingContent, seat: SeatContent) -> str:
    """For whom the seat is: its own name, the organisation or the party."""
    name = content.organisation(seat.organisation).short_name if seat.organisation else ""
    party = f"({seat.party})" if name and seat.party else seat.party
    return seat.label or " ".join(filter(None, (name, party))) or "Plats"


def _seat(content: MeetingContent, who: ParticipantContent) -> str:
    known = {seat.key: seat_words(content, seat) for seat in content.seats}
    served = dict.fromkeys(known[one.seat] for one in services(who) if one.seat in known)
    return f"tjänstgör för {listing(served)}" if served else known.get(who.seat, "")


def forecast(content: MeetingContent) -> str:
    """What the replies say about the quorum; empty where there is none to reach."""
    required = required_seats(content)
    if required is None or content.state not in BEFORE:
        return ""
    served, most = _filled(content, {Reply.COMING}), _filled(content, {Reply.COMING, Reply.NONE})
    silent = sum(1 for p in content.participants if p.reply is Reply.NONE and p.capacity is Capacity.MEMBER)
    return " ".join(
        (
            f"{served} av {len(content.seats)} platser blir besatta enligt svaren; {required} behövs.",
            _outlook(content, served, most, required),
            f"{plural(silent, 'ledamot', 'ledamöter')} har inte svarat." if silent else "Alla ledamöter har svarat.",
        )
    )


def _filled(content: MeetingContent, replies: Collection[Reply]) -> int:
    """As many seats as have somebody, if those who have replied so come, and nobody else."""
    there = {p.person for p in content.participants if p.reply in replies}
    own = [seat for seat in content.seats if there.intersection(seat.holders)]
    substitutes = sum(1 for p in content.participants if p.capacity is Capacity.SUBSTITUTE and p.person in there)
    return min(len(content.seats), len(own) + substitutes)


def _outlook(content: MeetingContent, served: int, most: int, required: int) -> str:
    """Whether the forum can decide: with those who come, with some of the silent ones too, or not at all."""
    body, able = body_name(content), quorate(content)
    if served >= required:
        return f"{capital_first(body)} blir {able}."
    if most >= required:
        return f"{capital_first(body)} blir {able} om minst {required - served} till kommer."
    return f"Så som svaren är antecknade kan {body} inte bli {able}."
