"""Words of the parts that lead to a decision and follow from it, and what can be read out of an att-sats."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bra_desktop.domain.content import ActionContent, ItemContent, MeetingContent, ProposalContent, VoteContent
from bra_desktop.domain.kinds import BALLOT_WORDS, DECISION_KIND_WORDS, DecisionKind, ItemType, MotionKind
from bra_desktop.domain.swedish import listing
from bra_desktop.domain.swedish_dates import MONTHS
from bra_desktop.domain.votes import casting_vote, totals, without_disqualified

MOTION_WORDS = {
    MotionKind.CHANGE: "ändring",
    MotionKind.ADDITION: "tillägg",
    MotionKind.APPROVE: "bifall",
    MotionKind.REJECT: "avslag",
    MotionKind.TABLE: "bordläggning",
    MotionKind.REFER_BACK: "återremiss",
}


def motion_kind(words: str, chosen: MotionKind) -> MotionKind:
    """What a motion is: what was chosen; where bifall stands there, as in a new form, its own first word says it."""
    first = next(iter(words.casefold().split()), "")
    said = next((kind for kind, word in MOTION_WORDS.items() if word == first), chosen)
    return said if chosen is MotionKind.APPROVE else chosen


_KINDS = tuple(
    (re.compile(rf"(?:{words})(?!\w)"), kind)
    for words, kind in (
        ("notera", DecisionKind.NOTE),
        (r"lägga (?:.+ )?till handlingarna", DecisionKind.FILE),
        ("godkänna", DecisionKind.APPROVE),
        ("ställa sig bakom", DecisionKind.SUPPORT),
        ("föreslå", DecisionKind.PROPOSE),
        (r"uppdraget (?:i .+ )?är utfört", DecisionKind.CLOSE_ACTION),
        (r"uppdraget (?:i .+ )?avslutas", DecisionKind.CLOSE_ACTION),
        ("avbryta uppdraget", DecisionKind.CLOSE_ACTION),
        (r"uppdra|ge .*uppdrag(?:et)? att|ge .*uppdrag(?:et)?$|ge .*i uppdrag", DecisionKind.ASSIGN),
        ("bordlägga", DecisionKind.TABLED),
        ("återremittera", DecisionKind.REFERRED_BACK),
        (r"remittera|skicka .*på remiss", DecisionKind.REFERRED),
        ("avslå", DecisionKind.REJECT),
        (r"utse|välja(?! bort)", DecisionKind.APPOINT),
        (r"fastställa|anta", DecisionKind.ADOPT),
        ("förlänga tiden", DecisionKind.EXTEND_ACTION),
        ("paragrafen justeras omedelbart", DecisionKind.IMMEDIATE),
    )
)
"""The words that an att-sats of each kind begins with, whole."""


@dataclass(frozen=True)
class PartChip:
    """A motion, vote, reservation … of the item, as a chip: what it is (field), which, its words and icon."""

    field: str
    key: str
    words: str
    icon: str
    tone: str = "neutral"


def kind_of_words(text: str) -> DecisionKind:
    """What an att-sats does, by its first words: notera, uppdra, bordlägga … so that it needn't be chosen."""
    words = " ".join(text.casefold().split()).removeprefix("att ")
    return next((kind for begins, kind in _KINDS if begins.match(words)), DecisionKind.OTHER)


def chips(content: MeetingContent, item: ItemContent) -> tuple[PartChip, ...]:
    """The parts of the item, in the order in which the protocol prints them."""

    def names(keys: tuple[str, ...]) -> str:
        return listing(content.person(key).name for key in keys)

    found = [PartChip("recusals", r.key, f"Jäv: {names((r.person,))}", "ban") for r in item.recusals]
    found += [
        PartChip("motions", m.key, f"Yrkande: {names(m.persons)}, {MOTION_WORDS[m.kind]}", "message-square")
        for m in item.motions
    ]
    if item.proposition:
        found.append(PartChip("proposition", "", "Beslutsgång", "route"))
    found += [PartChip("votes", v.key, _vote_words(content, item, v), "vote", "primary") for v in item.votes]
    found += [PartChip("reservations", r.key, f"Reservation: {names(r.persons)}", "flag") for r in item.reservations]
    found += [
        PartChip(
            "statements",
            s.key,
            f"{'Särskilt yttrande' if s.special else 'Anteckning'}: {names((s.person,))}",
            "pen-line",
        )
        for s in item.statements
    ]
    for key in item.annexes:
        annex = content.annex(key)
        number = f" {annex.number}" if annex.number else ""
        found.append(PartChip("annexes", key, f"Bilaga{number}: {annex.title}", "paperclip"))
    if item.dispatch:
        found.append(PartChip("dispatch", "", f"Skickas till: {dispatch_words(content, item)}", "send"))
    return tuple(found)


def _vote_words(content: MeetingContent, item: ItemContent, vote: VoteContent) -> str:
    count, casting = totals(without_disqualified(content, item.key, vote)), casting_vote(content, item.key, vote)
    if not count.tied or casting is None:
        return f"Omröstning: {count.words}"
    by_lot = vote.by_lot or item.type is ItemType.ELECTION
    by = "lotten" if by_lot else "ordförandens utslagsröst"
    return f"Omröstning: {count.words}, {by} {BALLOT_WORDS[casting].lower()}"


def dispatch_words(content: MeetingContent, item: ItemContent) -> str:
    """Polisen, KBAB."""
    shown = []
    for recipient in item.dispatch:
        organisation = content.organisation(recipient.organisation) if recipient.organisation else None
        shown.append((organisation.short_name or organisation.name) if organisation else recipient.name)
    return ", ".join(shown)


def responsible_words(content: MeetingContent, action: ActionContent) -> str:
    """Polisen, Almby Bostäder; the contact last."""
    known = {o.key: o for o in content.organisations}
    names = [(known[key].short_name or known[key].name) for key in action.responsible if key in known]
    if action.everybody:
        names.insert(0, "alla")
    contact = next((p.name for p in content.people if p.key == action.contact), "")
    return ", ".join([*names, *([contact] if contact else [])]) or "ansvarig saknas"


def proposal_words(proposal: ProposalContent) -> str:
    """Förslag från arbetsutskottet (ställa sig bakom): att …"""
    by = f" från {proposal.by}" if proposal.by else ""
    kind = f" ({DECISION_KIND_WORDS[proposal.kind]})" if proposal.kind is not DecisionKind.OTHER else ""
    return f"Förslag{by}{kind}: att {proposal.text.removeprefix('att ')}"


@dataclass(frozen=True)
class ActionLine:
    """One action in words. ``nobody`` marks one without anybody responsible."""

    key: str
    text: str
    who: str
    due: str
    nobody: bool


def action_lines(content: MeetingContent, item: ItemContent) -> tuple[ActionLine, ...]:
    """The actions that the item gives."""
    return tuple(
        ActionLine(a.key, a.text, responsible_words(content, a), due_words(a), not a.responsible and not a.everybody)
        for a in item.actions
    )


def due_words(action: ActionContent) -> str:
    """31 jan; empty without a day."""
    return f"{action.due.day} {MONTHS[action.due.month - 1][:3]}" if action.due else ""
