"""Votes: who may vote, the totals, and the outcome.

The one who presides has the casting vote; in an election the lot decides (kommunallagen 5:56).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bra_desktop.domain.attendance import deciding, recusal, seat_of
from bra_desktop.domain.content import BallotContent, MeetingContent, VoteContent
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import Ballot, Capacity, DecisionKind, ItemType, VoteMethod
from bra_desktop.domain.numbering import in_sentence
from bra_desktop.domain.officers import presiding
from bra_desktop.domain.swedish import DASH, listing


@dataclass(frozen=True)
class Totals:
    """The count of a vote. ``absent`` is 0 for a show of hands."""

    yes: int
    no: int
    abstain: int
    absent: int

    @property
    def tied(self) -> bool:
        """Whether yes and no are equal."""
        return self.yes == self.no

    @property
    def words(self) -> str:
        """8 ja, 4 nej, 2 avstår, 1 frånvarande; nothing is said about what nobody did."""
        parts = [f"{self.yes} ja", f"{self.no} nej"]
        parts += [f"{self.abstain} avstår"] if self.abstain else []
        parts += [f"{self.absent} frånvarande"] if self.absent else []
        return ", ".join(parts)


def totals(vote: VoteContent) -> Totals:
    """From the ballots where the vote was by name, else as typed."""
    if vote.method is VoteMethod.SHOW_OF_HANDS:
        return Totals(vote.yes, vote.no, vote.abstain, 0)
    choices = [ballot.choice for ballot in vote.ballots]
    return Totals(
        choices.count(Ballot.YES), choices.count(Ballot.NO), choices.count(Ballot.ABSTAIN), choices.count(Ballot.ABSENT)
    )


def casting_vote(content: MeetingContent, item_key: str, vote: VoteContent) -> Ballot | None:
    """What decides a tied vote: what was entered, else how the one who presides voted by name. None while unknown.

    In an election only the lot decides, so nothing follows from the ballots.
    """
    if vote.casting in (Ballot.YES, Ballot.NO):
        return vote.casting
    if content.item(item_key).type is ItemType.ELECTION or vote.by_lot:
        return None
    chair = presiding(content, item_key)
    choice = next((b.choice for b in vote.ballots if b.person == chair), None)
    return choice if choice in (Ballot.YES, Ballot.NO) else None


def outcome(content: MeetingContent, item_key: str, vote: VoteContent) -> Ballot | None:
    """YES or NO; None while a tie is not decided."""
    count = totals(vote)
    if not count.tied:
        return Ballot.YES if count.yes > count.no else Ballot.NO
    return casting_vote(content, item_key, vote)


def without_disqualified(content: MeetingContent, item_key: str, vote: VoteContent) -> VoteContent:
    """The vote without those who are disqualified: they stand outside it and are not counted as absent."""
    outside = {recused.person for recused in content.item(item_key).recusals}
    kept = tuple(b for b in vote.ballots if b.choice is not Ballot.ABSENT or b.person not in outside)
    return vote if kept == vote.ballots else replace(vote, ballots=kept)


def contradicted_vote(content: MeetingContent, item_key: str) -> VoteContent | None:
    """The item's last vote, where its decisions say what lost and nothing that won; None where nothing can be told.

    Told by kinds and by the usual words (avslag, bordläggning, återremiss, bifall), never guessed from others.
    """
    item = content.item(item_key)
    vote = item.votes[-1] if item.votes else None
    result = outcome(content, item_key, vote) if vote else None
    if vote is None or result is None or not item.decisions:
        return None
    won, lost = (vote.yes_means, vote.no_means) if result is Ballot.YES else (vote.no_means, vote.yes_means)
    winning, losing = _meant(won), _meant(lost)
    said = {_KINDS.get(decision.kind) or _meant(decision.text) for decision in item.decisions}
    if winning is None or winning is losing or winning in said:
        return None
    return vote if losing in said - {None} or winning is not DecisionKind.APPROVE else None


_KINDS = {
    DecisionKind.REJECT: DecisionKind.REJECT,
    DecisionKind.TABLED: DecisionKind.TABLED,
    DecisionKind.REFERRED_BACK: DecisionKind.REFERRED_BACK,
    DecisionKind.APPROVE: DecisionKind.APPROVE,
    DecisionKind.ADOPT: DecisionKind.APPROVE,
    DecisionKind.SUPPORT: DecisionKind.APPROVE,
}
_MEANT = (
    (DecisionKind.REJECT, re.compile(r"\bavsl(ag|å|år|ås|agit|agits)\b|\b(inte|ej) (anta|bifall|godkänn)")),
    (DecisionKind.REFERRED_BACK, re.compile(r"\båterremi")),
    (DecisionKind.TABLED, re.compile(r"\bbordlägg")),
    (DecisionKind.APPROVE, re.compile(r"\b(bifall|godkänn|anta(r|s)?\b|ställ(a|er) sig bakom|tillstyrk)")),
)


def _meant(words: str) -> DecisionKind | None:
    """What a vote or a decision does, by its words; the heavier word first: ”avslag på förslaget att anta”."""
    text = words.casefold()
    return next((kind for kind, pattern in _MEANT if pattern.search(text)), None)


def require_outcome(content: MeetingContent, item_key: str, vote: VoteContent) -> Ballot:
    """YES or NO. Raises RuleBroken for a tie without a casting vote."""
    result = outcome(content, item_key, vote)
    if result is None:
        count = totals(vote)
        raise RuleBroken(
            f"Rösterna är {count.yes}{DASH}{count.no}. Ange hur ordföranden röstade, "
            "eller lottens utfall om det är ett val.",
            f"item/{item_key}/votes",
        )
    return result


def check_ballot(content: MeetingContent, item_key: str, ballot: BallotContent) -> None:
    """Raises RuleBroken when the person is disqualified or does not take part in the item's decision."""
    if ballot.choice is Ballot.ABSENT:
        return
    name, where = content.person(ballot.person).name, in_sentence(content.forum, content.item(item_key))
    if recusal(content, item_key, ballot.person):
        raise RuleBroken(
            f"{name} har anmält jäv i {where} och kan inte rösta. Ta bort jävet först om det var fel.",
            f"item/{item_key}/votes",
        )
    if ballot.person not in deciding(content, item_key):
        raise RuleBroken(
            f"{name} deltar inte i beslutet i {where} och kan därför inte rösta. Rätta under Närvaro om det är fel.",
            f"item/{item_key}/votes",
        )


def check_vote(content: MeetingContent, item_key: str, vote: VoteContent) -> None:
    """Raises RuleBroken for a ballot that may not be cast, a person with two ballots, or more hands than voices."""
    for ballot in vote.ballots:
        check_ballot(content, item_key, ballot)
    people = [ballot.person for ballot in vote.ballots]
    twice = next((person for person in people if people.count(person) > 1), None)
    if twice:
        raise RuleBroken(f"{content.person(twice).name} har två röster. Ta bort den ena.", f"item/{item_key}/votes")
    count, voices = totals(vote), len(deciding(content, item_key))
    if vote.method is VoteMethod.SHOW_OF_HANDS and count.yes + count.no + count.abstain > voices:
        raise RuleBroken(
            f"Rösterna är {count.yes + count.no + count.abstain}, fler än de {voices} som deltar i beslutet. "
            "Räkna om eller rätta närvaron.",
            f"item/{item_key}/votes",
        )


def voting_roll(content: MeetingContent, item_key: str) -> tuple[tuple[str, bool], ...]:
    """The lines of a vote by name: each person, and whether she takes part in the decision.

    Those who decide, and the holders of seats that nobody serves, in the order of the list of participants. Who is
    disqualified stands outside the vote and has no line.
    """
    decide = set(deciding(content, item_key))
    outside = {recused.person for recused in content.item(item_key).recusals}
    taken = {seat_of(content, p, item_key) for p in content.participants if p.person in decide}
    return tuple(
        (p.person, p.person in decide)
        for p in content.participants
        if p.person in decide
        or (p.capacity is Capacity.MEMBER and p.person not in outside and seat_of(content, p, item_key) not in taken)
    )


def result_words(content: MeetingContent, item_key: str, vote: VoteContent) -> str:
    """”Omröstningen utfaller med 8 ja-röster mot 4 nej-röster för arbetsutskottets förslag.”

    Raises RuleBroken for a tie without a casting vote.
    """
    result, count = require_outcome(content, item_key, vote), totals(vote)
    means = vote.yes_means if result is Ballot.YES else vote.no_means
    how = ""
    if count.tied:
        by_lot = vote.by_lot or content.item(item_key).type is ItemType.ELECTION
        how = " och lottning" if by_lot else " och ordförandens utslagsröst"
    first, second = (count.yes, count.no) if result is Ballot.YES else (count.no, count.yes)
    words = ("ja", "nej") if result is Ballot.YES else ("nej", "ja")
    return (
        f"Omröstningen utfaller med {_voices(first, words[0])} mot {_voices(second, words[1])}{how} "
        f"för {means.strip().rstrip('.')}."
    )


def _voices(count: int, word: str) -> str:
    return f"{count} {word}-{'röst' if count == 1 else 'röster'}"


def names_by_choice(content: MeetingContent, vote: VoteContent, choice: Ballot) -> str:
    """The names of those who voted in a way: Eva Lind, Per Alm och Siv Östling."""
    return listing(content.person(b.person).name for b in vote.ballots if b.choice is choice)
