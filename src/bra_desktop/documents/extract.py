"""An extract of the protocol (protokollsutdrag): one or several items for a recipient, with a place to certify it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from bra_desktop.documents import naming
from bra_desktop.documents.assets import Assets, sender
from bra_desktop.documents.blocks import (
    Block,
    Document,
    EndOfItems,
    Fact,
    FactsBox,
    FieldRow,
    Sender,
    SignatureField,
    field_row,
)
from bra_desktop.documents.item_sections import ItemMaker
from bra_desktop.documents.protocol import DRAFT
from bra_desktop.documents.protocol_front import place_and_time
from bra_desktop.documents.public_notice import certifier, sign_label
from bra_desktop.domain.attendance import deciding, present
from bra_desktop.domain.confidentiality import page_words, public_version
from bra_desktop.domain.content import ItemContent, MeetingContent, NoticeContent
from bra_desktop.domain.kinds import Capacity, DocumentProfile, SignerRole
from bra_desktop.domain.numbering import in_sentence, label, labels
from bra_desktop.domain.officers import adjusting
from bra_desktop.domain.signers import signers
from bra_desktop.domain.spans import course
from bra_desktop.domain.swedish import capital_first, listing
from bra_desktop.domain.swedish_dates import date_in_text, long_date

NAME = "Protokollsutdrag"


@dataclass(frozen=True)
class Standing:
    """What is known beside the content: which items (keys) are adjusted apart, and when the protocol was posted."""

    adjusted_apart: frozenset[str] = frozenset()
    posted_on: date | None = None


NOTHING_BESIDE = Standing()


@dataclass(frozen=True)
class Extracts:
    """Makes extracts of one protocol. ``made_on`` is their own date.

    They are without confidential content unless not ``public``.
    """

    content: MeetingContent
    made_on: date
    standing: Standing = NOTHING_BESIDE
    certified_by: str = ""
    arms: str = ""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    public: bool = True

    def of(self, items: Collection[str], to: Sequence[str] = ()) -> Document:
        """The items (keys) as they stand in the protocol, in its order; ``to`` are the recipients in words.

        Raises KeyError for an unknown item.
        """
        shown, organ = self._shown, self._shown.forum.name
        found = [shown.item(key) for key in in_order(shown, items)]
        name = items_words(shown, [item.key for item in found])
        warning = (_draft_words(shown, found, self.standing), self._confidential_words(found))
        return Document(
            title=NAME,
            subtitle=f"{organ}, {long_date(shown.date)}",
            full_title=f"{NAME} {name}, {organ} {shown.date.isoformat()}",
            running_title=f"{NAME} {name}, {shown.date.isoformat()}",
            sender=self._maker_and_sender[1],
            date=self.made_on,
            blocks=(
                *_front(shown, found, to),
                *(block for item in found for block in self._maker_and_sender[0].blocks(item)),
                EndOfItems(),
                self._certificate(found),
            ),
            registry_number=_registry_number(shown, found),
            warning=" ".join(words for words in warning if words),
        )

    @cached_property
    def _shown(self) -> MeetingContent:
        """Made once for all the extracts of a protocol."""
        content = naming.with_plain_numbers(self.content)
        return public_version(content) if self.public else content

    @cached_property
    def _maker_and_sender(self) -> tuple[ItemMaker, Sender]:
        assets = Assets(self.arms, pictures=self.pictures)
        return ItemMaker(self._shown, assets), sender(self._shown, assets)

    def _certificate(self, items: Sequence[ItemContent]) -> FactsBox:
        return FactsBox(
            "Utdragsbestyrkande",
            " ".join(("Utdragets riktighet bestyrks.", *_adjusted_words(self._shown, items, self.standing))),
            (Fact("Datum", date_in_text(self.made_on)), *certifier("Bestyrks av", self.certified_by)),
            SignatureField("certifier", self.certified_by or "den som bestyrker", "Bestyrker utdraget"),
            sign_label(self.certified_by),
        )

    def _confidential_words(self, items: Sequence[ItemContent]) -> str:
        """Of what stands in the extract: neither the notice nor the annexes do."""
        own = tuple(self.content.item(item.key) for item in items)
        part = replace(self.content, items=own, annexes=(), notice=NoticeContent(), people=(), participants=())
        return page_words(part, public=self.public)


def in_order(content: MeetingContent, items: Collection[str]) -> list[str]:
    """The keys, each once, in the order in which the protocol has them. Raises KeyError for an unknown item."""
    wanted = {content.item(key).key for key in items}
    return [key for key in course(content).order if key in wanted]


def items_words(content: MeetingContent, keys: Sequence[str]) -> str:
    """The items in a title: § 41; §§ 41 och 45; §§ 41–43, 45 och 47."""
    if len(keys) == 1:
        return label(content.forum, content.item(keys[0]))
    return " och ".join(labels(content, keys).rsplit(", ", 1))


def _front(content: MeetingContent, items: Sequence[ItemContent], to: Sequence[str]) -> Iterator[Block]:
    """For whom it is, and who was there when the items were decided; only what there is to tell."""
    keys = [item.key for item in items if not item.struck]
    formal = content.forum.profile is DocumentProfile.FORMAL
    decided = _people(content, {key: deciding(content, key) for key in keys})
    others = _people(content, {key: [p for p in present(content, key) if p not in decided] for key in keys})
    adjusters = dict.fromkeys(person for key in keys for person in adjusting(content, key))
    fields: tuple[FieldRow, ...] = (
        field_row("Till", *to),
        place_and_time(content),
        field_row("Beslutande" if formal else "Ledamöter", ", ".join(decided.values())),
        field_row("Övriga närvarande", ", ".join(others.values())),
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
            serves = " tjänstgörande ersättare" if served else ""
            some = f" ({labels(content, at)})" if len(at) < len(there) else ""
            found[who.person] = f"{naming.with_office(content, who).replace(', ', ' ')}{serves}{some}"
    return found


def _registry_number(content: MeetingContent, items: Sequence[ItemContent]) -> str:
    """The items' own number when they share one, else that of the meeting."""
    own = {item.registry_number for item in items}
    return (own.pop() if len(own) == 1 else "") or content.registry_number


def _draft_words(content: MeetingContent, items: Sequence[ItemContent], standing: Standing) -> str:
    """What every page says of an extract whose items nobody has adjusted yet."""
    if content.adjustment.adjusted_on is not None or all(item.key in standing.adjusted_apart for item in items):
        return ""
    return "Protokollet är inte justerat." if content.state.is_frozen else DRAFT


def _adjusted_words(content: MeetingContent, items: Sequence[ItemContent], standing: Standing) -> Iterator[str]:
    """When and by whom the protocol was adjusted, or that it is not; and what is adjusted apart."""
    if content.adjustment.adjusted_on is not None:
        people = [content.person(one.person).name for one in signers(content) if one.role is not SignerRole.SECRETARY]
        by = f" av {listing(dict.fromkeys(people))}" if people else ""
        posted = f" och anslogs den {date_in_text(standing.posted_on)}" if standing.posted_on else ""
        day = date_in_text(content.adjustment.adjusted_on)
        yield f"Protokollet i sin helhet justerades den {day}{by}{',' if by and posted else ''}{posted}."
        return
    apart = [item for item in items if item.key in standing.adjusted_apart]
    if apart:
        are = "är omedelbart justerad" if len(apart) == 1 else "är omedelbart justerade"
        yield f"{capital_first(_apart_words(content, apart))} {are}."
    yield "Protokollet i sin helhet är inte justerat."


def _apart_words(content: MeetingContent, apart: Sequence[ItemContent]) -> str:
    if len(apart) == 1:
        return in_sentence(content.forum, apart[0])
    return items_words(content, [item.key for item in apart])
