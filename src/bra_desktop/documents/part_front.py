"""The first fields of a paper that holds some of a protocol's items: an extract, or one adjusted immediately."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bra_desktop.documents import naming
from bra_desktop.documents.blocks import FieldRow, field_row
from bra_desktop.documents.protocol_front import chairs_field, place_and_time
from bra_desktop.domain.attendance import deciding, present
from bra_desktop.domain.content import ItemContent, MeetingContent
from bra_desktop.domain.headings import PaperHeading, heading_words
from bra_desktop.domain.kinds import Capacity
from bra_desktop.domain.numbering import labels
from bra_desktop.domain.officers import adjusting
from bra_desktop.domain.swedish import capital_first


def part_front(content: MeetingContent, items: Sequence[ItemContent], to: Sequence[str] = ()) -> Iterator[FieldRow]:
    """For whom it is, and who was there when the items were decided; only what there is to tell."""
    keys = [item.key for item in items if not item.struck]
    decided = _people(content, {key: deciding(content, key) for key in keys})
    others = _people(content, {key: [p for p in present(content, key) if p not in decided] for key in keys})
    adjusters = dict.fromkeys(person for key in keys for person in adjusting(content, key))
    fields: tuple[FieldRow, ...] = (
        field_row("Till", *to),
        place_and_time(content),
        field_row(heading_words(content.forum, PaperHeading.MEMBERS), "; ".join(decided.values())),
        *chairs_field(content, keys),
        field_row(heading_words(content.forum, PaperHeading.OTHERS), "; ".join(others.values())),
        field_row(capital_first(content.forum.adjusters_word), naming.plain(content, adjusters)),
    )
    yield from (field for field in fields if field.content)


def _people(content: MeetingContent, there: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Those who were there at any of the items, the chair first, with the items where it was not all."""
    found = {}
    for who in sorted(content.participants, key=naming.rank):
        at = [key for key, people in there.items() if who.person in people]
        if at:
            served = who.capacity is Capacity.SUBSTITUTE and any(who.person in deciding(content, key) for key in at)
            serves = ", tjänstgörande ersättare" if served else ""
            some = f" ({labels(content, at)})" if len(at) < len(there) else ""
            found[who.person] = f"{naming.with_office(content, who)}{serves}{some}"
    return found
