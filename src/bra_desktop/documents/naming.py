"""Names as documents write them: with party, office, organisation and what part of the meeting somebody was there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bra_desktop.domain.content import (
    ActionContent,
    ForumContent,
    ItemContent,
    MeetingContent,
    ParticipantContent,
    SeatContent,
)
from bra_desktop.domain.kinds import (
    ROLE_WORDS,
    Capacity,
    DocumentProfile,
    ItemType,
    Numbering,
    OrganisationKind,
    Role,
)
from bra_desktop.domain.numbering import label
from bra_desktop.domain.presence import presence_words
from bra_desktop.domain.swedish import VACANT, listing, lower_first
from bra_desktop.domain.swedish_dates import long_date

_OFFICES = {Role.CHAIR: "ordf.", Role.VICE_CHAIR: "vice ordf.", Role.CONVENER: "sammankallande"}
_LONG_NAME = 40
_COMMON = (OrganisationKind.BOARD, OrganisationKind.DEPARTMENT, OrganisationKind.COUNCIL)


def held_words(content: MeetingContent) -> str:
    """The forum, the day and what the meeting is called, if anything: "Brottsförebyggande rådet, torsdag 3 december
    2026, extra möte".
    """
    return ", ".join(filter(None, (content.forum.name, long_date(content.date), lower_first(content.title))))


def with_party(content: MeetingContent, person: str) -> str:
    """Eva Lind (AL)."""
    who = content.person(person)
    return f"{who.name} ({who.party})" if who.party else who.name


def plain(content: MeetingContent, people: Iterable[str]) -> str:
    """Names in a sentence: Per Alm och Siv Östling."""
    return listing(content.person(person).name for person in people)


def reserved(content: MeetingContent, people: Iterable[str]) -> str:
    """Names with parties in a sentence."""
    return listing(with_party(content, person) for person in people)


def organisation(content: MeetingContent, key: str) -> str:
    """An organisation in a sentence: kommunstyrelsen, but AB Almbybostäder."""
    if not key:
        return ""
    found = content.organisation(key)
    return lower_first(found.name) if found.kind in _COMMON else found.name


def short_organisation(content: MeetingContent, key: str) -> str:
    """The short name for tables."""
    return content.organisation(key).short_name or content.organisation(key).name


def group_heading(content: MeetingContent, item: ItemContent, before: str) -> str:
    """What stands above an item that begins a part of the agenda (group), or that follows one without being in any.

    ``before`` is the group of the item before it. Empty where nothing stands, as above what only closes the meeting.
    """
    if item.group == before or (not item.group and _only_closes(content, item)):
        return ""
    rest = "Övriga ärenden" if content.forum.profile is DocumentProfile.FORMAL else "Övriga punkter"
    return item.group or rest


def _only_closes(content: MeetingContent, item: ItemContent) -> bool:
    """Whether the meeting is closed in the item, and nothing else stands after it on the agenda."""
    after = content.items[content.items.index(item) :] if item in content.items else (item,)
    return all(one.type is ItemType.CLOSING for one in after)


def belongs_to(content: MeetingContent, who: ParticipantContent) -> str:
    """The organisation of a seat or person; the title of somebody without one, or whose organisation's name is long."""
    person, key = content.person(who.person), _organisation_key(content, who)
    if len(organisation(content, key)) > _LONG_NAME:
        return person.title or short_organisation(content, key)
    return organisation(content, key) or person.title


def organisation_of(content: MeetingContent, who: ParticipantContent) -> str:
    """The organisation of a seat or person, by its short name where the other is long; never a title."""
    key = _organisation_key(content, who)
    name = organisation(content, key)
    return short_organisation(content, key) if len(name) > _LONG_NAME else name


def _organisation_key(content: MeetingContent, who: ParticipantContent) -> str:
    seat = next((s for s in content.seats if s.key == who.seat and who.seat), None)
    return (seat.organisation if seat else "") or content.person(who.person).organisation


def organisations_on_row(content: MeetingContent, who: ParticipantContent) -> str:
    """As ``organisation_of``, for both of two who share a row."""
    both = (who, shares_with(content, who))
    return listing(dict.fromkeys(name for one in both if one and (name := organisation_of(content, one))))


def belongs_on_row(content: MeetingContent, who: ParticipantContent) -> str:
    """As ``belongs_to``, for both of two who share a row."""
    both = (who, shares_with(content, who))
    return listing(dict.fromkeys(name for one in both if one and (name := belongs_to(content, one))))


def member_name(content: MeetingContent, who: ParticipantContent) -> str:
    """The name in a list of members: with party and office, two who share a seat on one row."""
    other = shares_with(content, who)
    if not other:
        return with_office(content, who)
    name = f"{with_party(content, who.person)} och {with_party(content, other.person)} (växlar)"
    office = _OFFICES.get(who.role)
    return f"{name}, {office}" if office else name


def with_office(content: MeetingContent, who: ParticipantContent) -> str:
    """The name of one with party and office: Eva Lind (AL), ordf."""
    name, office = with_party(content, who.person), _OFFICES.get(who.role)
    return f"{name}, {office}" if office else name


def shares_with(content: MeetingContent, who: ParticipantContent) -> ParticipantContent | None:
    """The member with whom somebody shares a row: named by either of them, or holding the same seat."""
    others = [p for p in content.participants if p.capacity is Capacity.MEMBER and p.person != who.person]
    if who.capacity is not Capacity.MEMBER:
        return None
    if who.together_with:
        return next((p for p in others if p.person == who.together_with), None)
    free = [p for p in others if p.together_with in ("", who.person)]
    named = next((p for p in free if p.together_with), None)
    return named or next((p for p in free if p.seat and p.seat == who.seat), None)


def with_title(content: MeetingContent, who: ParticipantContent) -> str:
    """Name, title and presence in running text: Mattias Rönn, rektor, § 42."""
    person = content.person(who.person)
    shown = person.title or organisation(content, person.organisation)
    if who.role is Role.SECRETARY:
        shown = ROLE_WORDS[Role.SECRETARY]
    name = with_party(content, who.person)
    told = (name, shown, co_opted(who), presence_words(content, who.person), who.note)
    return ", ".join(part for part in told if part)


def co_opted(who: ParticipantContent) -> str:
    """That somebody was called in to take part without a seat, where what is noted of her does not say so."""
    word = ROLE_WORDS[Role.CO_OPTED]
    return word if who.capacity is Capacity.CO_OPTED and word not in who.note.casefold() else ""


def holders(content: MeetingContent, seat: SeatContent) -> str:
    """Who holds a seat, or that it is vacant."""
    return listing(with_party(content, person) for person in seat.holders) or VACANT


def members(content: MeetingContent) -> tuple[ParticipantContent, ...]:
    """Members, chair and vice chair first, the others in the order of the list; two who share a row once.

    Of those two the one who came stands for the row.
    """
    listed = {p.person: p for p in content.participants if p.capacity is Capacity.MEMBER}
    rows: list[ParticipantContent] = []
    shown: set[str] = set()
    for who in listed.values():
        other = shares_with(content, who)
        absent = other is not None and other.stays and not who.stays
        if who.person not in shown and not absent:
            rows.append(who)
            shown |= {other.person} if other else set()
    return tuple(sorted(rows, key=rank))


def rank(who: ParticipantContent) -> int:
    """In what order members are named: the chair, the vice chair, the others."""
    return {Role.CHAIR: 0, Role.VICE_CHAIR: 1}.get(who.role, 2)


def meeting_word(forum: ForumContent) -> str:
    """What a meeting of the forum is called in a sentence: a nämnd has a sammanträde, others a möte."""
    return "sammanträde" if forum.profile is DocumentProfile.FORMAL else "möte"


def the_meeting(forum: ForumContent) -> str:
    """The same in definite form: sammanträdet, mötet."""
    return f"{meeting_word(forum).removesuffix('e')}et"


def vacant_seats(content: MeetingContent) -> tuple[SeatContent, ...]:
    """Seats that nobody holds."""
    return tuple(seat for seat in content.seats if not seat.holders)


def vacant_name(seat: SeatContent) -> str:
    """A vacant seat where names stand, with its party as a person has hers: Vakant (AL)."""
    return f"{VACANT} ({seat.party})" if seat.party else VACANT


def vacant_for(content: MeetingContent, seat: SeatContent) -> str:
    """What a vacant seat is for, beside it in a list: its organisation, else its own label."""
    return organisation(content, seat.organisation) or seat.label


def vacant_seat(content: MeetingContent, seat: SeatContent) -> str:
    """A vacant seat in a sentence, with whose it is: vakant plats (Polismyndigheten)."""
    whose = organisation(content, seat.organisation) or seat.party or seat.label
    return f"vakant plats ({whose})" if whose else "vakant plats"


def item_number(forum: ForumContent, item: ItemContent) -> str:
    """What stands before an item's title and in tables: § 41, or the number in the agenda for an item without §."""
    return label(forum, item) if has_number(forum, item) else item.agenda_number


def has_number(forum: ForumContent, item: ItemContent) -> bool:
    """Whether the item is shown with a §."""
    return item.paragraph is not None and forum.numbering is not Numbering.NONE


def with_plain_numbers(content: MeetingContent) -> MeetingContent:
    """Notes with the numbers of their meeting as plain numbers, 3 or punkt 3 in a sentence, instead of § 3.

    Other documents, and numbers that run through a year, are left as they are.
    """
    forum = content.forum
    if forum.profile is not DocumentProfile.NOTES or forum.numbering is not Numbering.PER_MEETING:
        return content
    items = tuple(
        replace(item, agenda_number=str(item.paragraph)) if item.paragraph is not None else item
        for item in content.items
    )
    return replace(content, forum=replace(forum, numbering=Numbering.NONE), items=items)


def responsible(content: MeetingContent, action: ActionContent) -> str:
    """Who answers for an action: organisations jointly, the one that holds it together, else a contact, else all."""
    names = [short_organisation(content, key) for key in action.responsible]
    if action.everybody:
        names = ["Alla", *names]
    contact = content.person(action.contact).name if action.contact else ""
    if not names:
        return contact
    words = listing(names) + (" gemensamt" if len(action.responsible) > 1 else "")
    if action.lead and len(action.responsible) > 1:
        words += f" ({short_organisation(content, action.lead)} håller ihop)"
    return f"{words}, {contact}" if contact else words
