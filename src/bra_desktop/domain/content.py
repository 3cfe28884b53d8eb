"""A meeting's content as one frozen value: what every document says, what is frozen, and what a meeting file holds.

Every question about a meeting (who was present at an item, whether it was quorate, who signs what, what is missing
for the next step) is asked of this value, so the live meeting and the frozen copy of an old one give their answers
through the same functions. People and organisations stand once, with the names they had then; everything else points
at them by key.

Clock times are local (Europe/Stockholm). ``format`` is the version of this shape.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cached_property
from types import MappingProxyType
from typing import Annotated

from bra_desktop.domain.headings import ADJUSTERS, AGENDA, HeadingWords
from bra_desktop.domain.item_sections import ItemSection
from bra_desktop.domain.kinds import (
    ActionStatus,
    Ballot,
    Capacity,
    DecisionKind,
    DocumentProfile,
    Duty,
    ItemType,
    Medium,
    MeetingState,
    Mode,
    MotionKind,
    Numbering,
    OrganisationKind,
    Reply,
    Role,
    VoteMethod,
)
from bra_desktop.domain.text import TextDocument

FORMAT = 1


@dataclass(frozen=True)
class KeyOf:
    """What kind of thing a key belongs to. A field called ``key`` is the object's own, every other one points."""

    kind: str


MeetingKey = Annotated[str, KeyOf("meeting")]
PersonKey = Annotated[str, KeyOf("person")]
OrganisationKey = Annotated[str, KeyOf("organisation")]
SeatKey = Annotated[str, KeyOf("seat")]
ItemKey = Annotated[str, KeyOf("item")]
AnnexKey = Annotated[str, KeyOf("annex")]
DecisionKey = Annotated[str, KeyOf("decision")]
ActionKey = Annotated[str, KeyOf("action")]
PartKey = Annotated[str, KeyOf("part")]


@dataclass(frozen=True)
class MunicipalityContent:
    """The municipality as it was called then. ``arms`` names its coat of arms (digest of the attachment).

    ``accent`` is the colour of marks on its papers, six hexadecimal digits; empty for the program's own.
    """

    name: str
    genitive: str = ""
    contact_line: str = ""
    arms: str = ""
    accent: str = ""


@dataclass(frozen=True)
class OrganisationContent:
    """An organisation. ``short_name`` stands in tables where room is scarce."""

    key: OrganisationKey
    name: str
    short_name: str = ""
    kind: OrganisationKind = OrganisationKind.OTHER


@dataclass(frozen=True)
class PersonContent:
    """A person with the title, organisation (key) and party that she had at the meeting."""

    key: PersonKey
    name: str
    title: str = ""
    organisation: OrganisationKey = ""
    party: str = ""
    email: str = ""


@dataclass(frozen=True)
class ForumContent:
    """The forum and those of its settings that the documents follow.

    ``definite`` is the name in the definite form ("brottsförebyggande rådet"). ``quorum`` is the least number of
    seats that must be served; None means more than half of them. ``sections`` are those of an item that come
    first, in that order. ``headings`` are those that it words in its own way; an empty word for the agenda or for those
    who adjust is the usual one. With ``running_pages`` the pages of its protocols are numbered on over the year.
    """

    name: str
    definite: str = ""
    short_name: str = ""
    profile: DocumentProfile = DocumentProfile.COUNCIL
    numbering: Numbering = Numbering.PER_YEAR
    prefix: str = ""
    quorum: int | None = None
    adjusters_word: str = ADJUSTERS
    agenda_word: str = AGENDA
    numbered_decisions: bool = False
    sections: tuple[ItemSection, ...] = ()
    running_pages: bool = False
    headings: tuple[HeadingWords, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "adjusters_word", self.adjusters_word.strip() or ADJUSTERS)
        object.__setattr__(self, "agenda_word", self.agenda_word.strip() or AGENDA)


@dataclass(frozen=True)
class SeatContent:
    """A seat for an organisation or party: held by a person, by two together, or vacant (no holders)."""

    key: SeatKey
    organisation: OrganisationKey = ""
    party: str = ""
    holders: tuple[PersonKey, ...] = ()
    label: str = ""


@dataclass(frozen=True)
class StayContent:
    """A stretch of presence. An open end means from the opening or to the close.

    A stay is bounded by clock times or by items (inclusive: "t.o.m. § 47"); a bound may have both, as documents
    print both. ``partly`` says that she left her last item before it was decided, and took no part in that.
    """

    from_time: time | None = None
    to_time: time | None = None
    from_item: ItemKey = ""
    to_item: ItemKey = ""
    mode: Mode = Mode.ON_SITE
    partly: bool = False


@dataclass(frozen=True)
class ServiceContent:
    """The items, both included, for which a substitute is put in a seat; an empty end is that of the meeting."""

    seat: SeatKey
    from_item: ItemKey = ""
    to_item: ItemKey = ""


@dataclass(frozen=True)
class ParticipantContent:
    """Somebody who was called, came or was missed. No ``stays`` means not present.

    ``seat`` is the seat a member holds. ``serves_for`` is the seat that a substitute serves the whole meeting;
    ``services`` tells it instead when she was put in it, or in several, while the meeting went on. With neither she is
    present without serving. ``together_with`` is the person with whom one row is shared ("växlar").
    """

    person: PersonKey
    capacity: Capacity = Capacity.MEMBER
    role: Role = Role.MEMBER
    seat: SeatKey = ""
    serves_for: SeatKey = ""
    services: tuple[ServiceContent, ...] = ()
    together_with: PersonKey = ""
    reply: Reply = Reply.NONE
    absence_notified: bool = False
    stays: tuple[StayContent, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class OfficerContent:
    """Who presides, keeps the minutes or adjusts, from one item to another (keys; empty means to the end)."""

    duty: Duty
    person: PersonKey
    from_item: ItemKey = ""
    to_item: ItemKey = ""
    reason: str = ""


@dataclass(frozen=True)
class AdjournmentContent:
    """A break. ``after_item`` is the item after which it is printed."""

    from_time: time
    to_time: time | None = None
    after_item: ItemKey = ""


@dataclass(frozen=True)
class ProposalContent:
    """A decision proposed beforehand, and by whom ("arbetsutskottet")."""

    key: PartKey
    text: str
    kind: DecisionKind = DecisionKind.OTHER
    by: str = ""


@dataclass(frozen=True)
class MotionContent:
    """A motion (yrkande) with those who support it."""

    key: PartKey
    persons: tuple[PersonKey, ...]
    text: str
    kind: MotionKind = MotionKind.CHANGE
    supported_by: tuple[PersonKey, ...] = ()


@dataclass(frozen=True)
class BallotContent:
    """How one member voted."""

    person: PersonKey
    choice: Ballot


@dataclass(frozen=True)
class VoteContent:
    """A vote. With names the totals follow from the ballots; by show of hands they are typed.

    ``casting`` is set when the votes were equal: who decided by the casting vote (empty: by lot). ``led_by`` presided
    when the vote was taken, and so has that; empty where nobody noted it, and it follows from who presided at the item.
    """

    key: PartKey
    yes_means: str
    no_means: str
    method: VoteMethod = VoteMethod.BY_NAME
    ballots: tuple[BallotContent, ...] = ()
    yes: int = 0
    no: int = 0
    abstain: int = 0
    casting: Ballot | None = None
    by_lot: bool = False
    led_by: PersonKey = ""


@dataclass(frozen=True)
class DecisionContent:
    """One att-sats, without the word att. ``until`` is the date to which an item is tabled or extended.

    ``decided_at`` is when it was taken, where that is known; else it was decided as the item ended.
    ``decided_without`` are those who had gone, or had not come yet, in that very minute: the clock can't tell.
    """

    key: DecisionKey
    text: str
    kind: DecisionKind = DecisionKind.OTHER
    until: date | None = None
    decided_at: time | None = None
    decided_without: tuple[PersonKey, ...] = ()


@dataclass(frozen=True)
class ReservationContent:
    """A reservation against the decision (kommunallagen 4:27 in profile A)."""

    key: PartKey
    persons: tuple[PersonKey, ...]
    text: str = ""
    announced_at: time | None = None


@dataclass(frozen=True)
class StatementContent:
    """Words put on record. ``special`` means särskilt yttrande, else protokollsanteckning."""

    key: PartKey
    person: PersonKey
    text: str
    special: bool = False


@dataclass(frozen=True)
class RecusalContent:
    """A conflict of interest: the person leaves the room for the item."""

    key: PartKey
    person: PersonKey
    reason: str = ""
    left_at: time | None = None
    returned_at: time | None = None


@dataclass(frozen=True)
class ActionContent:
    """An action as it was given, with its origin's wording. Its living progress is kept elsewhere.

    ``lead`` is the organisation that holds the work together when several are responsible.
    ``everybody`` means a task given to all.
    """

    key: ActionKey
    text: str
    responsible: tuple[OrganisationKey, ...] = ()
    lead: OrganisationKey = ""
    contact: PersonKey = ""
    due: date | None = None
    status: ActionStatus = ActionStatus.NOT_STARTED
    goal: str = ""
    focus_area: str = ""
    decision: DecisionKey = ""
    everybody: bool = False
    note: str = ""


@dataclass(frozen=True)
class DispatchContent:
    """To whom a decision is sent: an organisation (key) or a name in words."""

    organisation: OrganisationKey = ""
    name: str = ""


@dataclass(frozen=True)
class ItemContent:
    """One agenda item. ``agenda_number`` and ``paragraph`` are two things: 1-10 can become §§ 77-86.

    ``paragraph`` is given when the item is taken up and never released. ``basis`` is the prepared material,
    ``text`` the minutes. ``confidential`` is the ground in words; empty means public.
    """

    key: ItemKey
    title: str
    agenda_number: str = ""
    paragraph: int | None = None
    type: ItemType = ItemType.OTHER
    group: str = ""
    registry_number: str = ""
    presenters: tuple[PersonKey, ...] = ()
    planned_minutes: int | None = None
    added_at_meeting: bool = False
    struck: bool = False
    opened_at: time | None = None
    closed_at: time | None = None
    basis: TextDocument = TextDocument()
    text: TextDocument = TextDocument()
    proposals: tuple[ProposalContent, ...] = ()
    motions: tuple[MotionContent, ...] = ()
    proposition: TextDocument = TextDocument()
    votes: tuple[VoteContent, ...] = ()
    decisions: tuple[DecisionContent, ...] = ()
    reservations: tuple[ReservationContent, ...] = ()
    statements: tuple[StatementContent, ...] = ()
    recusals: tuple[RecusalContent, ...] = ()
    actions: tuple[ActionContent, ...] = ()
    annexes: tuple[AnnexKey, ...] = ()
    dispatch: tuple[DispatchContent, ...] = ()
    confidential: str = ""
    immediate_adjustment: bool = False


@dataclass(frozen=True)
class PartySignatureContent:
    """A line on which a party signs an agreement or a promise."""

    name: str
    title: str = ""
    organisation: str = ""
    signed_on: date | None = None


@dataclass(frozen=True)
class AnnexContent:
    """An annex: a file (digest, size in bytes), or written out in ``text``, with its parties' signatures."""

    key: AnnexKey
    title: str
    number: int | None = None
    origin: str = ""
    registry_number: str = ""
    file_name: str = ""
    digest: str = ""
    size: int = 0
    pages: int | None = None
    later: bool = False
    confidential: str = ""
    text: TextDocument = TextDocument()
    signatures: tuple[PartySignatureContent, ...] = ()
    signed_at_place: str = ""


@dataclass(frozen=True)
class NoticeContent:
    """The notice: when it was sent, until when replies are wanted, and a greeting or practical words."""

    sent_on: date | None = None
    reply_by: date | None = None
    reply_to: str = ""
    text: TextDocument = TextDocument()


@dataclass(frozen=True)
class AdjustmentContent:
    """Where and when the protocol is adjusted, and on what day the last signature was given."""

    place: str = ""
    planned_at: datetime | None = None
    adjusted_on: date | None = None


@dataclass(frozen=True)
class MeetingContent:
    """A whole meeting. See the module's docstring.

    ``first_page`` is the number of the protocol's first page: 1, or the one after the last of the year where the
    forum's pages run on. It is fixed when the protocol is locked.
    """

    ref: str
    municipality: MunicipalityContent
    forum: ForumContent
    date: date
    starts: time
    key: MeetingKey = ""
    title: str = ""
    ends: time | None = None
    opened_at: time | None = None
    closed_at: time | None = None
    place: str = ""
    registry_number: str = ""
    state: MeetingState = MeetingState.PLANNED
    medium: Medium = Medium.ELECTRONIC
    version: int = 0
    notice: NoticeContent = NoticeContent()
    adjustment: AdjustmentContent = AdjustmentContent()
    organisations: tuple[OrganisationContent, ...] = ()
    people: tuple[PersonContent, ...] = ()
    seats: tuple[SeatContent, ...] = ()
    participants: tuple[ParticipantContent, ...] = ()
    officers: tuple[OfficerContent, ...] = ()
    adjournments: tuple[AdjournmentContent, ...] = ()
    items: tuple[ItemContent, ...] = ()
    annexes: tuple[AnnexContent, ...] = ()
    first_page: int = 1
    format: int = field(default=FORMAT, metadata={"always": True})

    @cached_property
    def _people(self) -> Mapping[str, PersonContent]:
        return MappingProxyType({p.key: p for p in self.people})

    @cached_property
    def _organisations(self) -> Mapping[str, OrganisationContent]:
        return MappingProxyType({o.key: o for o in self.organisations})

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return MappingProxyType({item.key: n for n, item in enumerate(self.items)})

    def person(self, key: str) -> PersonContent:
        """The person with that key. Raises KeyError."""
        return self._people[key]

    def organisation(self, key: str) -> OrganisationContent:
        """The organisation with that key. Raises KeyError."""
        return self._organisations[key]

    def item(self, key: str) -> ItemContent:
        """The item with that key. Raises KeyError."""
        return self.items[self._order[key]]

    def order(self, item_key: str) -> int:
        """The item's place in the agenda, from 0. Raises KeyError."""
        return self._order[item_key]

    def annex(self, key: str) -> AnnexContent:
        """The annex with that key. Raises KeyError."""
        return next(a for a in self.annexes if a.key == key)

    def seat(self, key: str) -> SeatContent:
        """The seat with that key. Raises KeyError."""
        for seat in self.seats:
            if seat.key == key:
                return seat
        raise KeyError(key)

    @property
    def paragraphs(self) -> tuple[int, ...]:
        """The § numbers that were given, in order."""
        return tuple(item.paragraph for item in self.items if item.paragraph is not None)
