"""The states of a meeting, the ways between them, and the six words of the stepper.

One table per document profile. A and B are adjusted and signed; C (notes) is established by the convener.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import MEETING_STATE_WORDS, DocumentProfile, MeetingState
from bra_desktop.domain.swedish import listing, quoted
from bra_desktop.domain.swedish_dates import date_in_table

S = MeetingState


class Cause(StrEnum):
    """What may bring a transition about."""

    STEP = "step"
    LAST_SIGNATURE = "last_signature"
    REFUSAL = "refusal"


Table = Mapping[MeetingState, Mapping[MeetingState, Cause]]

_BEFORE_TEXT: dict[MeetingState, dict[MeetingState, Cause]] = {
    S.PLANNED: {S.CALLED: Cause.STEP, S.CANCELLED: Cause.STEP},
    S.CALLED: {S.IN_PROGRESS: Cause.STEP, S.CANCELLED: Cause.STEP},
    S.IN_PROGRESS: {S.DRAFT: Cause.STEP},
}
NOT_ENDED = frozenset(_BEFORE_TEXT)
"""The states of a meeting that has not been closed, so that it has no end yet."""
_ENDS: dict[MeetingState, dict[MeetingState, Cause]] = {S.ARCHIVED: {}, S.CANCELLED: {}}

_SIGNED: Table = MappingProxyType(
    {
        **_BEFORE_TEXT,
        S.DRAFT: {S.REVIEW: Cause.STEP},
        S.REVIEW: {S.ADJUSTMENT: Cause.STEP},
        S.ADJUSTMENT: {S.ADJUSTED: Cause.LAST_SIGNATURE, S.REVIEW: Cause.REFUSAL},
        S.ADJUSTED: {S.ARCHIVED: Cause.STEP},
        **_ENDS,
    }
)
_NOTES: Table = MappingProxyType(
    {
        **_BEFORE_TEXT,
        S.DRAFT: {S.ESTABLISHED: Cause.STEP, S.REVIEW: Cause.STEP},
        S.REVIEW: {S.ESTABLISHED: Cause.STEP},
        S.ESTABLISHED: {S.ARCHIVED: Cause.STEP},
        **_ENDS,
    }
)
TRANSITIONS: Mapping[DocumentProfile, Table] = MappingProxyType(
    {DocumentProfile.FORMAL: _SIGNED, DocumentProfile.COUNCIL: _SIGNED, DocumentProfile.NOTES: _NOTES}
)


def next_states(profile: DocumentProfile, state: MeetingState, cause: Cause = Cause.STEP) -> tuple[MeetingState, ...]:
    """The states that can follow for that cause, the usual one first."""
    return tuple(to for to, by in TRANSITIONS[profile].get(state, {}).items() if by is cause)


def is_allowed(
    profile: DocumentProfile, state: MeetingState, to_state: MeetingState, cause: Cause = Cause.STEP
) -> bool:
    """Whether the table has that way for that cause."""
    return TRANSITIONS[profile].get(state, {}).get(to_state) is cause


def check_allowed(
    profile: DocumentProfile, state: MeetingState, to_state: MeetingState, cause: Cause = Cause.STEP
) -> None:
    """Raises RuleBroken when the table has no such way."""
    if is_allowed(profile, state, to_state, cause):
        return
    if to_state is S.ADJUSTED and is_allowed(profile, state, to_state, Cause.LAST_SIGNATURE):
        raise RuleBroken("Protokollet blir justerat när den sista har skrivit under, inte på annat sätt.")
    if to_state is S.REVIEW and is_allowed(profile, state, to_state, Cause.REFUSAL):
        raise RuleBroken(
            "Protokollet är låst för justering. Det går tillbaka till granskning när någon avböjer med skäl."
        )
    following = listing((quoted(MEETING_STATE_WORDS[to]) for to in TRANSITIONS[profile].get(state, {})), "eller")
    way = f"Därifrån går det till {following}." if following else "Det är mötets sista läge."
    raise RuleBroken(
        f"Mötet är i läget {quoted(MEETING_STATE_WORDS[state])} och kan inte gå till "
        f"{quoted(MEETING_STATE_WORDS[to_state])}. {way}"
    )


class StepStatus(StrEnum):
    """How a step of the stepper looks."""

    DONE = "done"
    CURRENT = "current"
    LATER = "later"


@dataclass(frozen=True)
class Step:
    """One of the six words. ``state`` is the state it stands for."""

    word: str
    state: MeetingState
    status: StepStatus


STEPPER: Mapping[DocumentProfile, tuple[tuple[str, MeetingState], ...]] = MappingProxyType(
    {
        profile: (
            ("Planerad", S.PLANNED),
            ("Kallad", S.CALLED),
            ("Pågår", S.IN_PROGRESS),
            ("Granskning", S.REVIEW),
            ("Fastställd", S.ESTABLISHED) if profile is DocumentProfile.NOTES else ("Justering", S.ADJUSTMENT),
            ("Arkiverad", S.ARCHIVED),
        )
        for profile in DocumentProfile
    }
)

_CURRENT_STEP = {
    S.PLANNED: 1,
    S.CALLED: 2,
    S.IN_PROGRESS: 2,
    S.DRAFT: 3,
    S.REVIEW: 4,
    S.ADJUSTMENT: 4,
    S.ADJUSTED: 5,
    S.ESTABLISHED: 5,
    S.ARCHIVED: 6,
}


def stepper(profile: DocumentProfile, state: MeetingState, *, called: bool = False) -> tuple[Step, ...]:
    """The six steps with their looks; the current one is the step that the next button takes.

    A cancelled meeting has no current step: nothing follows. ``called``: it had been called before that.
    """
    words = STEPPER[profile]
    if state is S.CANCELLED:
        taken = (S.PLANNED, S.CALLED) if called else (S.PLANNED,)
        return tuple(Step(w, s, StepStatus.DONE if s in taken else StepStatus.LATER) for w, s in words)
    here = _CURRENT_STEP[state]

    def status(place: int) -> StepStatus:
        if place < here:
            return StepStatus.DONE
        return StepStatus.CURRENT if place == here else StepStatus.LATER

    return tuple(Step(word, of, status(n)) for n, (word, of) in enumerate(words))


@dataclass(frozen=True)
class NextStep:
    """The next step: its state, the button's label, and whether it is taken as a step or by signing."""

    state: MeetingState
    label: str
    cause: Cause = Cause.STEP


_LABELS = {
    S.CALLED: "Skapa kallelsen",
    S.IN_PROGRESS: "Öppna mötet",
    S.DRAFT: "Avsluta mötet",
    S.REVIEW: "Lämna till granskning",
    S.ADJUSTMENT: "Justera protokollet…",
    S.ADJUSTED: "Skriv under",
    S.ESTABLISHED: "Fastställ anteckningarna…",
    S.ARCHIVED: "Arkivera",
    S.CANCELLED: "Ställ in mötet…",
}


def step_label(to_state: MeetingState) -> str:
    """The label of the button that leads to a state. An ellipsis where a question follows."""
    return _LABELS[to_state]


_LOCKED = {
    S.ADJUSTMENT: "Protokollet är lämnat till justering och är låst. Avböj justeringen med skäl om något ska ändras.",
    S.ESTABLISHED: "Anteckningarna är fastställda och kan inte ändras. "
    "Skriv en rättelse; den visas bredvid originalet.",
    S.CANCELLED: "Mötet är inställt och kan inte ändras. Planera ett nytt möte.",
}


def may_change(state: MeetingState) -> bool:
    """Whether the content of a meeting in that state may change."""
    return not state.is_frozen and state is not S.CANCELLED


def locked_words(profile: DocumentProfile, state: MeetingState, adjusted_on: date | None = None) -> str:
    """Why a meeting can't be changed, and what to do instead; empty when it can."""
    if state is S.ARCHIVED and profile is DocumentProfile.NOTES:
        state = S.ESTABLISHED
    if state in (S.ADJUSTED, S.ARCHIVED):
        day = f" {date_in_table(adjusted_on)}" if adjusted_on else ""
        return f"Protokollet är justerat{day} och kan inte ändras. Skriv en rättelse; den visas bredvid originalet."
    return _LOCKED.get(state, "")


def locked_item_words(named: str, *, signed: bool) -> str:
    """Why an item that is locked apart can't be changed. It is adjusted when everybody has signed it, not before."""
    if signed:
        return (
            f"{named} är omedelbart justerad och kan inte ändras. En rättelse skrivs när hela protokollet är justerat."
        )
    return f"{named} är låst och ska justeras omedelbart. Den kan inte ändras, och är justerad när alla skrivit under."


def locked_around_words(named: str) -> str:
    """Why something around an item that is locked apart can't be changed."""
    return (
        f"Det skulle ändra vem som var med, tjänstgjorde eller ledde mötet i {named}, eller när, och den är låst. "
        "Inget har ändrats. En rättelse skrivs när hela protokollet är justerat."
    )


def locked_adjuster_words(names: str, named: str, following: str, *, signed: bool) -> str:
    """Why somebody who adjusts an item that is locked apart stays there, and from where another may adjust instead."""
    ill = "" if signed else f", eller skriv skälet om {names} inte kan skriva under"
    return (
        f"{names} är justerare i {named}, som är låst, och står kvar där. Inget har ändrats. "
        f"Låt den nya justera från och med {following}{ill}."
    )


def locked_head_words(what: str, named: str) -> str:
    """Why something that stands at the head of the paper of an item that is locked apart can't be changed."""
    return (
        f"{what} står i {named}, som är låst, och kan därför inte ändras. Inget har ändrats. "
        "En rättelse skrivs när hela protokollet är justerat."
    )


ACTION, ANNEX = "Åtgärden", "Handlingen"


def locked_part_words(what: str, named: str) -> str:
    """Why an action or an annex that stands on the paper of an item that is locked apart can't be changed."""
    left = " Läge, svar och anteckning går att skriva som förut." if what == ACTION else ""
    return f"{what} står i {named}, som är låst, och kan inte ändras. Inget har ändrats.{left}"


def next_step(profile: DocumentProfile, state: MeetingState) -> NextStep | None:
    """What the main button does now; None where the meeting's life has ended."""
    for to, cause in TRANSITIONS[profile].get(state, {}).items():
        if to is not S.CANCELLED:
            return NextStep(to, _LABELS[to], cause)
    return None
