"""The protocol: profile A (formal, kommunallagen 5:65–69) and profile B (a council's, as Köpings BRÅ 2018-05-24).

Anslag and bevis are documents of their own: an adjusted protocol never says what has not happened yet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bra_desktop.documents import naming
from bra_desktop.documents.annexes import annex_list, annex_texts, tasks
from bra_desktop.documents.apart import signed_words
from bra_desktop.documents.assets import Assets, sender
from bra_desktop.documents.blocks import (
    Block,
    Contents,
    ContentsEntry,
    Document,
    EndOfItems,
    FieldRow,
    Foot,
    PageBreak,
    RailSection,
    SignatureBlock,
    SignatureField,
    field_row,
)
from bra_desktop.documents.corrected import NONE_TOLD, Corrected, Told, corrections_told
from bra_desktop.documents.item_sections import ItemMaker
from bra_desktop.documents.part_front import part_front
from bra_desktop.documents.protocol_front import front, members_field
from bra_desktop.documents.text_blocks import Heading, Paragraph, Table, words
from bra_desktop.domain.confidentiality import page_words, public_version
from bra_desktop.domain.content import ItemContent, MeetingContent, NoticeContent
from bra_desktop.domain.echoes import echoes_of
from bra_desktop.domain.headings import PaperHeading, adjuster, heading_words, signer_word
from bra_desktop.domain.kinds import DocumentProfile, Medium, SignerRole
from bra_desktop.domain.numbering import is_taken_up, label
from bra_desktop.domain.signers import AdjustedApart, Signer, immediate_signers, signers
from bra_desktop.domain.spans import course
from bra_desktop.domain.struck import with_annexes_of_the_protocol
from bra_desktop.domain.swedish import capital_first, genitive, initials_apart, listing, lower_first
from bra_desktop.domain.swedish_dates import date_in_text
from bra_desktop.domain.text import plain_text

ELECTRONIC = "Elektroniskt underskrivet"
PUBLIC = "Offentlig version"
DRAFT = "Utkast. Protokollet är inte justerat."
_APART = "Omedelbart justerat"
_CONTENTS_FROM, _MANY_ITEMS, _MUCH_TEXT = 4, 25, 60_000
"""Items from which a formal protocol lists them; items or signs, some twenty pages, from which a council's does too."""
_MEMBERS_ON_FIRST_PAGE = 11
_SHORT_ROLES = {SignerRole.CHAIR: "Ordf.", SignerRole.ADJUSTER: "Just.", SignerRole.SECRETARY: "Sekr."}


def protocol(
    content: MeetingContent,
    *,
    arms: str = "",
    pictures: Mapping[str, bytes] | None = None,
    only: str = "",
    public: bool = False,
    apart: Sequence[AdjustedApart] = (),
    corrections: Sequence[Corrected] = (),
) -> Document:
    """The protocol's blocks; while the meeting is not frozen every page says that it is a draft.

    ``arms`` is the coat of arms as SVG text and ``pictures`` the images by digest. ``only`` is the key of one item
    that is adjusted immediately, in a document of its own; ``apart`` are those of which everybody has signed theirs,
    so that the signatures of the whole are for the rest. ``public`` removes what is confidential, and tells of the
    ``corrections`` that were made since; its pages have numbers of its own, since those of the year tell where
    something stands in the original.
    Raises KeyError for an unknown item.
    """
    whole, content = content, with_annexes_of_the_protocol(content)
    shown = public_version(content, whole) if public else content
    assets, draft = Assets(arms, pictures=pictures or {}), not (only or content.state.is_frozen)
    withheld = {item.key for item in content.items if public and item.confidential}
    made = corrections_told(whole, corrections if public else ())
    maker = _Protocol(shown, assets, draft, public, tuple(apart), frozenset(withheld), made)
    who_sign = immediate_signers(content, only) if only else signers(content, [one.item for one in apart])
    if public:
        who_sign = _without_recusals(content, who_sign, only)
    part = _only(content, only) if only else content
    warning = page_words(part, public=public, echoed=echoes_of(whole).sections((part.items, part.annexes)))
    return maker.single(only, who_sign, warning) if only else maker.document(who_sign, warning)


def public_name(name: str) -> str:
    """What the public version of a paper is called, so that its file is not taken for the whole one's."""
    return f"{PUBLIC} av {lower_first(name)}"


def _only(content: MeetingContent, item_key: str) -> MeetingContent:
    """What stands in an item's own paper: the item and its annexes, and nothing of the rest of the meeting."""
    item = content.item(item_key)
    annexes = tuple(content.annex(key) for key in item.annexes)
    return replace(content, items=(item,), annexes=annexes, notice=NoticeContent(), people=(), participants=())


def _without_recusals(content: MeetingContent, who_sign: tuple[Signer, ...], only: str) -> tuple[Signer, ...]:
    """Those who sign, so that nobody can see in whose place somebody else led a withheld item."""
    if not any(item.confidential for item in content.items if item.key == (only or item.key)):
        return who_sign
    return () if only else tuple(replace(one, items=(), words="") for one in who_sign)


@dataclass(frozen=True)
class _Protocol:
    content: MeetingContent
    assets: Assets
    draft: bool
    public: bool
    apart: tuple[AdjustedApart, ...] = ()
    withheld: frozenset[str] = frozenset()
    corrections: Told = NONE_TOLD

    def document(self, who_sign: tuple[Signer, ...], warning: str) -> Document:
        """The whole protocol."""
        formal = self.content.forum.profile is DocumentProfile.FORMAL
        items = self._items()
        signed, apart_words = self._signatures(who_sign, apart=not formal), self._apart_words()
        members = members_field(self.content)
        later = formal and _rows(members) > _MEMBERS_ON_FIRST_PAGE
        members = members_field(self.content, wide=True) if later else members
        where = "Se förteckningen efter underskrifterna" if signed else "Se förteckningen på nästa sida"
        shown = field_row(members.label, where) if later else members
        blocks: list[Block] = list(front(self.content, shown, self.apart))
        if formal and signed:
            blocks.append(FieldRow("Underskrifter", (*signed, *apart_words)))
        blocks += self.corrections.head
        contents = self._contents(items) if formal or _is_long(items) else []
        if formal and (later or (items and not contents)):
            blocks.append(PageBreak())
        if later:
            blocks += [
                Heading(members.label),
                *(part for part in members.content if isinstance(part, Table | Paragraph)),
            ]
        blocks += contents
        blocks += ItemMaker(self.content, self.assets, self.corrections.below).grouped(items)
        if not formal:
            blocks += signed
            blocks += [RailSection(_APART, apart_words)] if apart_words else []
        blocks.append(EndOfItems())
        blocks += tasks(self.content)
        blocks += annex_list(self.content.annexes, "protokollet")
        blocks += annex_texts(self.content, self.assets)
        running = self.content.forum.running_pages and not self.public
        first_page = self.content.first_page if running else None
        return replace(self._framed(tuple(blocks), who_sign, warning), first_page=first_page)

    def single(self, item_key: str, who_sign: tuple[Signer, ...], warning: str) -> Document:
        """One item with the fields that identify the meeting and who was there, and its signatures."""
        item = self.content.item(item_key)
        annexes = tuple(self.content.annex(key) for key in item.annexes)
        name = label(self.content.forum, item)
        blocks: list[Block] = [
            *part_front(self.content, (item,)),
            *ItemMaker(self.content, self.assets).blocks(item),
            *self._day_to_fill_in(),
            *self._signatures(who_sign, apart=True),
            EndOfItems(),
            *annex_list(annexes, name),
            *annex_texts(replace(self.content, annexes=annexes), self.assets),
        ]
        return self._framed(tuple(blocks), who_sign, warning, f", {name}")

    def _day_to_fill_in(self) -> tuple[Paragraph, ...]:
        """On paper the day of the adjustment is written by hand; an electronic signature tells its own."""
        ink = self.content.medium is Medium.INK
        return (Paragraph(words("Justerad den"), fill_in=True),) if ink else ()

    def _framed(
        self, blocks: tuple[Block, ...], who_sign: tuple[Signer, ...], warning: str, part: str = ""
    ) -> Document:
        content, name = self.content, public_name(self._name) if self.public else self._name
        organ, day = content.forum.name, content.date
        return Document(
            title=name,
            subtitle=f"{naming.held_words(content)}{part}",
            full_title=f"{name}, {organ} {day.isoformat()}{part}",
            running_title=f"{name} {day.isoformat()}{part}",
            sender=sender(content, self.assets),
            date=day,
            blocks=blocks,
            registry_number=content.registry_number,
            foot=self._foot(who_sign),
            warning=" ".join(part for part in (DRAFT if self.draft else "", warning) if part),
        )

    @property
    def _name(self) -> str:
        return heading_words(self.content.forum, PaperHeading.PROTOCOL)

    def _items(self) -> list[ItemContent]:
        """The items that were taken up or struck, in that order; before the meeting all of them.

        What waits for another meeting is no part of what this one dealt with (kommunallagen 5:65).
        """
        every = [self.content.item(key) for key in course(self.content).order]
        return [item for item in every if is_taken_up(item) or item.struck] or every

    def _contents(self, items: list[ItemContent]) -> list[Block]:
        """The list of items with their pages, which a formal protocol has, and a long one of a council."""
        if len(items) < _CONTENTS_FROM:
            return []
        numbered = any(naming.has_number(self.content.forum, item) for item in items)
        entries = [ContentsEntry(naming.item_number(self.content.forum, item), item.title, item.key) for item in items]
        return [
            Heading(heading_words(self.content.forum, PaperHeading.CONTENTS)),
            Contents(tuple(entries), "Paragraf" if numbered else "Punkt"),
        ]

    def _signatures(self, who_sign: tuple[Signer, ...], *, apart: bool) -> tuple[SignatureBlock | Paragraph, ...]:
        """The places to sign, ``apart`` below the items; a public version names those who sign the protocol itself."""
        fields = self._fields(who_sign)
        if self.public and fields:
            every = max(len(one.items) for one in who_sign)
            part = [field.scope if len(one.items) < every else "" for one, field in zip(who_sign, fields, strict=True)]
            said = [(field.person, field.role.lower(), scope) for field, scope in zip(fields, part, strict=True)]
            names = [", ".join(word for word in one if word) for one in said]
            adjusted = self.content.adjustment.adjusted_on
            done = f"är justerat {date_in_text(adjusted)} och underskrivet av" if adjusted else "skrivs under av"
            return (Paragraph(words(f"Protokollet {done} {listing(names)}.")),)
        return (SignatureBlock(fields, apart, "Underskrifter" if apart else ""),) if fields else ()

    def _apart_words(self) -> tuple[Paragraph, ...]:
        """The items that have been signed apart: which day, and by whom unless that tells of what is withheld."""
        named = [one for one in self.apart if one.item not in self.withheld]
        others = [one for one in self.apart if one.item in self.withheld]
        said = (*signed_words(self.content, named), *signed_words(self.content, others, names=False))
        return tuple(Paragraph(words(text)) for text in said)

    def _fields(self, who_sign: tuple[Signer, ...]) -> tuple[SignatureField, ...]:
        """One field per signer, with the items that one signs."""
        return tuple(
            SignatureField(
                one.field,
                self.content.person(one.person).name,
                capital_first(signer_word(self.content.forum, one.role)),
                one.words,
            )
            for one in who_sign
        )

    def _foot(self, who_sign: tuple[Signer, ...]) -> Foot:
        """Initials boxes of those who adjust on paper; the words for an electronic signature otherwise."""
        if self.public:
            return Foot(line=PUBLIC)
        if self.content.medium is Medium.ELECTRONIC:
            return Foot() if self.draft else Foot(line=ELECTRONIC)
        signing = [one for one in who_sign if one.role is not SignerRole.SECRETARY]
        people = tuple(dict.fromkeys(one.person for one in signing))
        short = dict(zip(people, initials_apart([self.content.person(p).name for p in people]), strict=True))
        labels = [f"{_SHORT_ROLES[one.role]} {short[one.person]}" for one in signing]
        word = f"{genitive(capital_first(adjuster(self.content.forum)))} sign"
        return Foot(tuple(labels), word, certificate_label=heading_words(self.content.forum, PaperHeading.CERTIFICATE))


def _is_long(items: Sequence[ItemContent]) -> bool:
    """Whether a protocol with those items is one to find the way in, which a council's of a few pages is not."""
    signs = sum(len(plain_text(text)) for item in items for text in (item.text, item.basis))
    return len(items) >= _MANY_ITEMS or signs > _MUCH_TEXT


def _rows(members: FieldRow) -> int:
    return sum(len(part.rows) for part in members.content if isinstance(part, Table))
