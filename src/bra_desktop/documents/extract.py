"""An extract of the protocol (protokollsutdrag): one or several items for a recipient, with a place to certify it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from bra_desktop.documents import naming
from bra_desktop.documents.apart import adjusted_by_words
from bra_desktop.documents.assets import Assets, sender
from bra_desktop.documents.blocks import Block, Document, EndOfItems, Fact, FactsBox, Sender, SignatureField
from bra_desktop.documents.corrected import Corrected, below_item, whole_words
from bra_desktop.documents.item_sections import ItemMaker
from bra_desktop.documents.part_front import part_front
from bra_desktop.documents.protocol import DRAFT
from bra_desktop.documents.public_notice import certifier, sign_label
from bra_desktop.domain.confidentiality import page_words, public_version
from bra_desktop.domain.content import ItemContent, MeetingContent, NoticeContent
from bra_desktop.domain.corrected_marks import CorrectedMarks
from bra_desktop.domain.echoes import Echoes, echoes_of
from bra_desktop.domain.extracts import Extract, told_recipients
from bra_desktop.domain.headings import PaperHeading, heading_words
from bra_desktop.domain.kinds import SignerRole
from bra_desktop.domain.numbering import label, labels
from bra_desktop.domain.signers import AdjustedApart, signers
from bra_desktop.domain.spans import course
from bra_desktop.domain.swedish import listing
from bra_desktop.domain.swedish_dates import date_in_text
from bra_desktop.domain.text import TextDocument


@dataclass(frozen=True)
class Standing:
    """What is known beside the content: which items are adjusted apart, when the protocol was posted, and what has been
    corrected since, in the order in which it was.
    """

    apart: tuple[AdjustedApart, ...] = ()
    posted_on: date | None = None
    corrections: tuple[Corrected, ...] = ()

    @property
    def keys(self) -> frozenset[str]:
        """The items that are adjusted apart."""
        return frozenset(one.item for one in self.apart)


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

        In a public extract those are not told who are so for withheld items alone. Raises KeyError for an unknown item.
        """
        shown, organ = self._shown, self._shown.forum.name
        found = [shown.item(key) for key in in_order(shown, items)]
        name, title = items_words(shown, [item.key for item in found]), heading_words(shown.forum, PaperHeading.EXTRACT)
        told = told_recipients(self.content, Extract(tuple(items), tuple(to))) if self.public else to
        warning = (_draft_words(shown, found, self.standing), self._confidential_words(found))
        return Document(
            title=title,
            subtitle=naming.held_words(shown),
            full_title=f"{title} {name}, {organ} {shown.date.isoformat()}",
            running_title=f"{title} {name}, {shown.date.isoformat()}",
            sender=self._maker_and_sender[1],
            date=self.made_on,
            blocks=(
                *part_front(shown, found, told),
                *(block for item in found for block in self._item(item)),
                EndOfItems(),
                self._certificate(found),
            ),
            registry_number=_registry_number(shown, found),
            warning=" ".join(words for words in warning if words),
        )

    def _item(self, item: ItemContent) -> list[Block]:
        """The item, and below it its corrections; of one that may tell what is withheld only that there is one."""
        made = [one for one in self.standing.corrections if one.item == item.key]
        marks = CorrectedMarks(self.content) if self.public else None
        return [*self._maker_and_sender[0].blocks(item), *below_item(made, marks)]

    @cached_property
    def _echoes(self) -> Echoes:
        return echoes_of(self.content)

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
        adjusted = _adjusted_words(self._shown, items, self.standing)
        corrected = whole_words(self._shown.forum, self.standing.corrections)
        return FactsBox(
            heading_words(self._shown.forum, PaperHeading.CERTIFICATE),
            " ".join(("Utdragets riktighet bestyrks.", *adjusted, *corrected)),
            (Fact("Datum", date_in_text(self.made_on)), *certifier("Bestyrks av", self.certified_by)),
            SignatureField("certifier", self.certified_by or "den som bestyrker", "Bestyrker utdraget"),
            sign_label(self.certified_by),
        )

    def _confidential_words(self, items: Sequence[ItemContent]) -> str:
        """Of what stands in the extract: the notice doesn't, nor does an annex but for the ground it is withheld on."""
        own = tuple(self.content.item(item.key) for item in items)
        theirs = {key for item in own for key in item.annexes} if self.public else frozenset[str]()
        annexes = tuple(replace(a, text=TextDocument()) for a in self.content.annexes if a.key in theirs)
        part = replace(self.content, items=own, annexes=annexes, notice=NoticeContent(), people=(), participants=())
        return page_words(part, public=self.public, echoed=self._echoes.sections(part.items))


def in_order(content: MeetingContent, items: Collection[str]) -> list[str]:
    """The keys, each once, in the order in which the protocol has them. Raises KeyError for an unknown item."""
    wanted = {content.item(key).key for key in items}
    return [key for key in course(content).order if key in wanted]


def items_words(content: MeetingContent, keys: Sequence[str]) -> str:
    """The items in a title: § 41; §§ 41 och 45; §§ 41–43, 45 och 47."""
    if len(keys) == 1:
        return label(content.forum, content.item(keys[0]))
    return " och ".join(labels(content, keys).rsplit(", ", 1))


def _registry_number(content: MeetingContent, items: Sequence[ItemContent]) -> str:
    """The items' own number when they share one, else that of the meeting."""
    own = {item.registry_number for item in items}
    return (own.pop() if len(own) == 1 else "") or content.registry_number


def _draft_words(content: MeetingContent, items: Sequence[ItemContent], standing: Standing) -> str:
    """What every page says of an extract whose items nobody has adjusted yet."""
    if content.adjustment.adjusted_on is not None or all(item.key in standing.keys for item in items):
        return ""
    return "Protokollet är inte justerat." if content.state.is_frozen else DRAFT


def _adjusted_words(content: MeetingContent, items: Sequence[ItemContent], standing: Standing) -> Iterator[str]:
    """When and by whom each of the items was adjusted: those adjusted apart by themselves; or that they are not."""
    keys = {item.key for item in items}
    apart = [one for one in standing.apart if one.item in keys]
    yield from adjusted_by_words(content, apart)
    what = "Protokollet i övrigt" if standing.apart else "Protokollet i sin helhet"
    if content.adjustment.adjusted_on is None:
        yield f"{what} är inte justerat."
    elif len(apart) < len(keys):
        every = signers(content, standing.keys)
        people = [content.person(one.person).name for one in every if one.role is not SignerRole.SECRETARY]
        by = f" av {listing(dict.fromkeys(people))}" if people else ""
        posted = f" och anslogs den {date_in_text(standing.posted_on)}" if standing.posted_on else ""
        day = date_in_text(content.adjustment.adjusted_on)
        yield f"{what} justerades den {day}{by}{',' if by and posted else ''}{posted}."
