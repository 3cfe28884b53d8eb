"""The living meeting: the objects that services change. What they mean together is asked of ``content``."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time

from bra_desktop.domain.content import (
    AdjournmentContent,
    DispatchContent,
    MotionContent,
    PartySignatureContent,
    ProposalContent,
    RecusalContent,
    ReservationContent,
    ServiceContent,
    StatementContent,
    StayContent,
    VoteContent,
)
from bra_desktop.domain.entity import Entity
from bra_desktop.domain.kinds import (
    ActionStatus,
    Capacity,
    DecisionKind,
    Duty,
    ItemType,
    Medium,
    MeetingState,
    Reply,
    Role,
)
from bra_desktop.domain.text import TextDocument


@dataclass(eq=False, kw_only=True)
class Meeting(Entity):
    """A meeting of a forum on a day. ``ref`` is readable and never changes (BRA-2026-12-03). Times are local."""

    ref: str
    forum_id: str
    day: date
    starts: time
    title: str = ""
    ends: time | None = None
    opened_at: time | None = None
    closed_at: time | None = None
    place: str = ""
    registry_number: str = ""
    state: MeetingState = MeetingState.PLANNED
    medium: Medium = Medium.ELECTRONIC
    version: int = 0
    notice_sent_on: date | None = None
    reply_by: date | None = None
    reply_to: str = ""
    notice_text: TextDocument = field(default_factory=TextDocument)
    adjustment_place: str = ""
    adjustment_planned_at: datetime | None = None
    adjusted_on: date | None = None
    adjournments: tuple[AdjournmentContent, ...] = ()
    current_item_id: str | None = None
    imported_from: str = ""


@dataclass(eq=False, kw_only=True)
class AgendaItem(Entity):
    """One agenda item. ``paragraph`` is given when it is taken up and never released."""

    meeting_id: str
    position: int
    title: str
    agenda_number: str = ""
    paragraph: int | None = None
    type: ItemType = ItemType.OTHER
    group: str = ""
    registry_number: str = ""
    presenters: tuple[str, ...] = ()
    planned_minutes: int | None = None
    added_at_meeting: bool = False
    struck: bool = False
    opened_at: time | None = None
    closed_at: time | None = None
    basis: TextDocument = field(default_factory=TextDocument)
    text: TextDocument = field(default_factory=TextDocument)
    proposition: TextDocument = field(default_factory=TextDocument)
    proposals: tuple[ProposalContent, ...] = ()
    motions: tuple[MotionContent, ...] = ()
    votes: tuple[VoteContent, ...] = ()
    reservations: tuple[ReservationContent, ...] = ()
    statements: tuple[StatementContent, ...] = ()
    recusals: tuple[RecusalContent, ...] = ()
    dispatch: tuple[DispatchContent, ...] = ()
    annexes: tuple[str, ...] = ()
    confidential: str = ""
    immediate_adjustment: bool = False
    carried_from_id: str | None = None


@dataclass(eq=False, kw_only=True)
class Decision(Entity):
    """One att-sats, without the word att. Keeps wording, order and § for ever once frozen."""

    meeting_id: str
    item_id: str
    position: int
    text: str
    kind: DecisionKind = DecisionKind.OTHER
    until: date | None = None
    decided_at: time | None = None
    decided_without: tuple[str, ...] = ()


@dataclass(eq=False, kw_only=True)
class Participant(Entity):
    """Somebody called, present or missed at a meeting. See ``content.ParticipantContent`` for the words."""

    meeting_id: str
    person_id: str
    position: int
    capacity: Capacity = Capacity.MEMBER
    role: Role = Role.MEMBER
    seat_id: str | None = None
    serves_for: str | None = None
    services: tuple[ServiceContent, ...] = ()
    together_with: str | None = None
    reply: Reply = Reply.NONE
    absence_notified: bool = False
    stays: tuple[StayContent, ...] = ()
    note: str = ""


@dataclass(eq=False, kw_only=True)
class Officer(Entity):
    """Who presides, keeps the minutes or adjusts over an interval of items (ids; None means to the end)."""

    meeting_id: str
    position: int
    duty: Duty
    person_id: str
    from_item_id: str | None = None
    to_item_id: str | None = None
    reason: str = ""


@dataclass(eq=False, kw_only=True)
class Annex(Entity):
    """An annex of a meeting: a stored file (digest) or a written-out text, with the parties' signature lines."""

    meeting_id: str
    position: int
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
    text: TextDocument = field(default_factory=TextDocument)
    signatures: tuple[PartySignatureContent, ...] = ()
    signed_at_place: str = ""


@dataclass(eq=False, kw_only=True)
class Action(Entity):
    """An action with its living progress.

    ``origin_text`` is the wording it was given with (decision, §, meeting), frozen with its meeting; the action
    itself goes on. ``responsible`` are organisations; ``lead`` is the one that holds them together.
    """

    text: str
    position: int = 0
    responsible: tuple[str, ...] = ()
    lead_id: str | None = None
    contact_id: str | None = None
    due: date | None = None
    status: ActionStatus = ActionStatus.NOT_STARTED
    goal: str = ""
    focus_area: str = ""
    everybody: bool = False
    note: str = ""
    meeting_id: str | None = None
    item_id: str | None = None
    decision_id: str | None = None
    origin_text: str = ""
    closed_by_decision_id: str | None = None


@dataclass(eq=False, kw_only=True)
class ActionAnswer(Entity):
    """One responsible organisation's own answer about an action."""

    action_id: str
    organisation_id: str
    status: ActionStatus = ActionStatus.NOT_STARTED
    comment: str = ""
    new_due: date | None = None
    answered_on: date | None = None


@dataclass(eq=False, kw_only=True)
class PrivateNote(Entity):
    """What somebody writes for herself beside an item, or beside the meeting when ``item_id`` is None.

    Working material (tryckfrihetsförordningen 2 kap. 12 §): never in the protocol, a package or the archive, and
    disposed of when the protocol has been adjusted.
    """

    meeting_id: str
    item_id: str | None = None
    text: TextDocument = field(default_factory=TextDocument)
