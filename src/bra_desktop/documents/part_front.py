"""The first fields of a paper that holds some of a protocol's items: an extract, or one adjusted immediately."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bra_desktop.documents import naming
from bra_desktop.documents.blocks import FieldRow, field_row
from bra_desktop.documents.protocol_front import chairs_field, place_and_time, untold_words
from bra_desktop.domain.attendance import deciding, present
from bra_desktop.domain.chairs import presided, untold
from bra_desktop.domain.content import ItemContent, MeetingContent, ParticipantContent
from bra_desktop.domain.headings import PaperHeading, heading_words
from bra_desktop.domain.kinds import ROLE_WORDS, Capacity, Role
from bra_desktop.domain.numbering import labels
from bra_desktop.domain.officers import adjusting_beside
from bra_desktop.domain.presence import remote_words
from bra_desktop.domain.swedish import capital_first, listing

_There = Mapping[str, Sequence[str]]
"""By item (key) those who were there."""


def part_front(content: MeetingContent, items: Sequence[ItemContent], to: Sequence[str] = ()) -> Iterator[FieldRow]:
    """For whom it is, and who was there when the items were decided; only what there is to tell.

    Of what is withheld nobody is told to have decided it: the public version does not say who was disqualified.
    """
    keys = [item.key for item in items if not item.struck]
    hidden = untold(content, keys)
    told = [key for key in keys if key not in hidden]
    decided = {key: deciding(content, key) for key in told}
    there = {key: present(content, key) for key in told}
    members, named = _members(_named_as_led(content, keys), decided, there)
    others = {key: [p for p in people if p not in named] for key, people in there.items()}
    adjusters = dict.fromkeys(person for key in keys for person in adjusting_beside(content, key))
    fields: tuple[FieldRow, ...] = (
        field_row("Till", *to),
        place_and_time(content),
        field_row(
            heading_words(content.forum, PaperHeading.MEMBERS),
            listing(members),
            untold_words(content, hidden) if hidden else "",
        ),
        *chairs_field(content, keys),
        field_row(heading_words(content.forum, PaperHeading.OTHERS), _others(content, others)),
        field_row(capital_first(content.forum.adjusters_word), naming.plain(content, adjusters)),
    )
    yield from (field for field in fields if field.content)


def _named_as_led(content: MeetingContent, keys: Sequence[str]) -> MeetingContent:
    """On the paper of one item that another led, the chair is a member: who led it is told as its chair below."""
    if len(keys) != 1 or not presided(content, keys):
        return content
    people = (replace(who, role=Role.MEMBER) if who.role is Role.CHAIR else who for who in content.participants)
    return replace(content, participants=tuple(people))


def _members(content: MeetingContent, decided: _There, there: _There) -> tuple[list[str], set[str]]:
    """Those who decided any of the items, and who they are; two who share a row stand on it as in the protocol."""
    said: list[str] = []
    named: set[str] = set()
    for who in sorted(content.participants, key=naming.rank):
        if who.person in named or not any(who.person in people for people in decided.values()):
            continue
        other = naming.shares_with(content, who)
        both = (_member(content, who, decided), _member(content, other, there) if other else "")
        row = [told for told in both if told]
        said.append(f"{' och '.join(row)} (växlar)" if len(row) > 1 else row[0])
        named |= {who.person, other.person} if other else {who.person}
    return said, named


def _others(content: MeetingContent, there: _There) -> str:
    """Those who were there at any of the items without deciding, in a sentence: the chair first, the rest in brackets.

    Titles are told in the whole protocol.
    """
    everybody = [who for who in sorted(content.participants, key=naming.rank) if _keys(who, there)]
    return listing(_beside(content, who, there) for who in everybody)


def _beside(content: MeetingContent, who: ParticipantContent, there: _There) -> str:
    person = content.person(who.person)
    as_what = ROLE_WORDS[who.role] if who.role is Role.SECRETARY else naming.co_opted(who)
    if who.capacity is Capacity.SUBSTITUTE:
        as_what = ROLE_WORDS[Role.SUBSTITUTE]
    return _with_part(person.name, (person.party, as_what), content, who, there)


def _member(content: MeetingContent, who: ParticipantContent, there: _There) -> str:
    """A member, or one who served, with party and office; nothing of who was at none of the items."""
    keys = _keys(who, there)
    served = who.capacity is Capacity.SUBSTITUTE and any(who.person in deciding(content, key) for key in keys)
    word = "tjänstgörande ersättare" if served else naming.co_opted(who)
    name = ", ".join(part for part in (naming.with_office(content, who), word) if part)
    return _with_part(name, (), content, who, there) if keys else ""


def _with_part(
    name: str, inside: Sequence[str], content: MeetingContent, who: ParticipantContent, there: _There
) -> str:
    """A name with what stands in brackets after it, and the items where somebody was there, if it was not all."""
    at = _keys(who, there)
    part = (*inside, labels(content, at) if len(at) < len(there) else "", remote_words(content, who, at))
    told = ", ".join(one for one in part if one)
    return f"{name} ({told})" if told else name


def _keys(who: ParticipantContent, there: _There) -> list[str]:
    return [key for key, people in there.items() if who.person in people]
