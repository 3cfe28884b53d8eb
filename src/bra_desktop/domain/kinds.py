"""The closed sets of words that the domain knows, with what each is called in Swedish."""

from __future__ import annotations

from enum import StrEnum


class DocumentProfile(StrEnum):
    """A: formal protocol of a nämnd (kommunallagen 5:65-69). B: a council's protocol. C: notes."""

    FORMAL = "A"
    COUNCIL = "B"
    NOTES = "C"


class Numbering(StrEnum):
    """The series in which § numbers run."""

    PER_YEAR = "per_year"
    PER_MEETING = "per_meeting"
    NONE = "none"


class MeetingState(StrEnum):
    """Where a meeting is in its life."""

    PLANNED = "planned"
    CALLED = "called"
    IN_PROGRESS = "in_progress"
    DRAFT = "draft"
    REVIEW = "review"
    ADJUSTMENT = "adjustment"
    ADJUSTED = "adjusted"
    ESTABLISHED = "established"
    ARCHIVED = "archived"
    CANCELLED = "cancelled"

    @property
    def is_frozen(self) -> bool:
        """Whether the content can no longer be changed by any door."""
        return self in _FROZEN


_FROZEN = frozenset({MeetingState.ADJUSTMENT, MeetingState.ADJUSTED, MeetingState.ESTABLISHED, MeetingState.ARCHIVED})


class Medium(StrEnum):
    """How the protocol is signed; chosen before freezing, never mixed in one protocol."""

    ELECTRONIC = "electronic"
    INK = "ink"


class Role(StrEnum):
    """What somebody is in a forum."""

    MEMBER = "member"
    SUBSTITUTE = "substitute"
    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    SECRETARY = "secretary"
    CONVENER = "convener"
    CO_OPTED = "co_opted"


class Capacity(StrEnum):
    """In what capacity somebody is at a meeting."""

    MEMBER = "member"
    SUBSTITUTE = "substitute"
    CO_OPTED = "co_opted"
    OFFICIAL = "official"
    GUEST = "guest"


class Reply(StrEnum):
    """The answer to a notice, kept before the meeting."""

    NONE = ""
    COMING = "coming"
    PREVENTED = "prevented"
    SUBSTITUTE_CALLED = "substitute_called"


class Mode(StrEnum):
    """How somebody takes part."""

    ON_SITE = "on_site"
    REMOTE = "remote"


class Duty(StrEnum):
    """What somebody is responsible for over an interval of items."""

    PRESIDE = "preside"
    MINUTES = "minutes"
    ADJUST = "adjust"


class ItemType(StrEnum):
    """The kind of an agenda item."""

    OPENING = "opening"
    ELECTION = "election"
    AGENDA = "agenda"
    PREVIOUS_MINUTES = "previous_minutes"
    FOLLOW_UP = "follow_up"
    TABLED = "tabled"
    INFORMATION = "information"
    REPORT = "report"
    PLAN_FOLLOW_UP = "plan_follow_up"
    PROMISES = "promises"
    DECISION = "decision"
    ANNUAL = "annual"
    COMING_MEETINGS = "coming_meetings"
    OTHER = "other"
    CLOSING = "closing"


class DecisionKind(StrEnum):
    """What a decision does."""

    NOTE = "note"
    FILE = "file"
    APPROVE = "approve"
    SUPPORT = "support"
    PROPOSE = "propose"
    ASSIGN = "assign"
    CLOSE_ACTION = "close_action"
    EXTEND_ACTION = "extend_action"
    TABLED = "tabled"
    REFERRED_BACK = "referred_back"
    REFERRED = "referred"
    REJECT = "reject"
    APPOINT = "appoint"
    ADOPT = "adopt"
    IMMEDIATE = "immediate"
    AGREEMENT = "agreement"
    OTHER = "other"


class MotionKind(StrEnum):
    """What a motion asks for."""

    APPROVE = "approve"
    REJECT = "reject"
    CHANGE = "change"
    ADDITION = "addition"
    TABLE = "table"
    REFER_BACK = "refer_back"


class VoteMethod(StrEnum):
    """How a vote was taken."""

    BY_NAME = "by_name"
    SHOW_OF_HANDS = "show_of_hands"


class Ballot(StrEnum):
    """One member's vote."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    ABSENT = "absent"


class ActionStatus(StrEnum):
    """The stored status of an action. Late, answered and closed by decision are derived, never stored."""

    NOT_STARTED = "not_started"
    ONGOING = "ongoing"
    WAITING = "waiting"
    DONE = "done"
    CANCELLED = "cancelled"

    @property
    def is_open(self) -> bool:
        """Whether something remains to be done."""
        return self not in (ActionStatus.DONE, ActionStatus.CANCELLED)


class OrganisationKind(StrEnum):
    """The kind of an organisation."""

    DEPARTMENT = "department"
    COMPANY = "company"
    BOARD = "board"
    POLICE = "police"
    AUTHORITY = "authority"
    FEDERATION = "federation"
    REGION = "region"
    BUSINESS = "business"
    ASSOCIATION = "association"
    COUNCIL = "council"
    CONTRACTOR = "contractor"
    OTHER = "other"


class SignerRole(StrEnum):
    """In what role somebody signs the protocol."""

    SECRETARY = "secretary"
    CHAIR = "chair"
    ADJUSTER = "adjuster"


MEETING_STATE_WORDS = {
    MeetingState.PLANNED: "planerad",
    MeetingState.CALLED: "kallad",
    MeetingState.IN_PROGRESS: "pågår",
    MeetingState.DRAFT: "utkast",
    MeetingState.REVIEW: "granskning",
    MeetingState.ADJUSTMENT: "justering",
    MeetingState.ADJUSTED: "justerat",
    MeetingState.ESTABLISHED: "fastställt",
    MeetingState.ARCHIVED: "arkiverat",
    MeetingState.CANCELLED: "inställt",
}

ROLE_WORDS = {
    Role.MEMBER: "ledamot",
    Role.SUBSTITUTE: "ersättare",
    Role.CHAIR: "ordförande",
    Role.VICE_CHAIR: "vice ordförande",
    Role.SECRETARY: "sekreterare",
    Role.CONVENER: "sammankallande",
    Role.CO_OPTED: "adjungerad",
}

ACTION_STATUS_WORDS = {
    ActionStatus.NOT_STARTED: "ej påbörjad",
    ActionStatus.ONGOING: "pågår",
    ActionStatus.WAITING: "väntar på svar",
    ActionStatus.DONE: "klar",
    ActionStatus.CANCELLED: "avbruten",
}

DECISION_KIND_WORDS = {
    DecisionKind.NOTE: "notera",
    DecisionKind.FILE: "lägga till handlingarna",
    DecisionKind.APPROVE: "godkänna",
    DecisionKind.SUPPORT: "ställa sig bakom",
    DecisionKind.PROPOSE: "föreslå",
    DecisionKind.ASSIGN: "uppdra",
    DecisionKind.CLOSE_ACTION: "avsluta uppdrag",
    DecisionKind.EXTEND_ACTION: "förlänga tiden för uppdrag",
    DecisionKind.TABLED: "bordlägga",
    DecisionKind.REFERRED_BACK: "återremittera",
    DecisionKind.REFERRED: "remittera",
    DecisionKind.REJECT: "avslå",
    DecisionKind.APPOINT: "utse",
    DecisionKind.ADOPT: "fastställa eller anta",
    DecisionKind.IMMEDIATE: "omedelbar justering",
    DecisionKind.AGREEMENT: "överenskommelse",
    DecisionKind.OTHER: "annat",
}

BALLOT_WORDS = {Ballot.YES: "Ja", Ballot.NO: "Nej", Ballot.ABSTAIN: "Avstår", Ballot.ABSENT: "Frånvarande"}

SIGNER_ROLE_WORDS = {
    SignerRole.SECRETARY: "sekreterare",
    SignerRole.CHAIR: "ordförande",
    SignerRole.ADJUSTER: "justerare",
}

ITEM_TYPE_WORDS = {
    ItemType.OPENING: "Öppnande",
    ItemType.ELECTION: "Val",
    ItemType.AGENDA: "Dagordning",
    ItemType.PREVIOUS_MINUTES: "Föregående",
    ItemType.FOLLOW_UP: "Uppföljning",
    ItemType.TABLED: "Bordlagt",
    ItemType.INFORMATION: "Information",
    ItemType.REPORT: "Rapport",
    ItemType.PLAN_FOLLOW_UP: "Uppföljning",
    ItemType.PROMISES: "Löften",
    ItemType.DECISION: "Beslut",
    ItemType.ANNUAL: "Årligt",
    ItemType.COMING_MEETINGS: "Mötestider",
    ItemType.OTHER: "Övrigt",
    ItemType.CLOSING: "Avslutning",
}


def item_type_word(kind: ItemType, *, notes: bool) -> str:
    """What a kind of item is called; in ``notes`` nothing is decided, those who meet agree."""
    return "Överenskommelse" if notes and kind is ItemType.DECISION else ITEM_TYPE_WORDS[kind]
