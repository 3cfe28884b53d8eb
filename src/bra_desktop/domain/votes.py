"""Votes: who may vote, the totals, and the outcome.

The one who presides has the casting vote; in an election the lot decides (kommunallagen 5:56).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bra_desktop.domain.attendance import deciding, participant, recusal, seat_of, served_now
from bra_desktop.domain.content import BallotContent, MeetingContent, VoteContent
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import Ballot, Capacity, DecisionKind, Duty, ItemType, VoteMethod
from bra_desktop.domain.numbering import in_sentence
from bra_desktop.domain.officers import having, on_duty_now, presiding
from bra_desktop.domain.spans import ongoing
from bra_desktop.domain.swedish import DASH, genitive, listing


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


def led(content: MeetingContent, item_key: str, vote: VoteContent) -> str:
    """Who presided over the vote: who did when it was taken, whoever is named for the item afterwards."""
    return vote.led_by or presiding(content, item_key)


def as_taken(content: MeetingContent, item_key: str, vote: VoteContent) -> VoteContent:
    """The vote with the one who presides now, if its item goes on; one that is corrected keeps who did then.

    What decided a tie goes with the tie: where the numbers differ there is neither a casting vote nor a lot.
    """
    before = next((one.led_by for one in content.item(item_key).votes if one.key == vote.key), "")
    now = on_duty_now(content, Duty.PRESIDE, item_key) if item_key == ongoing(content) else ""
    told = replace(vote, led_by=before or now)
    return told if totals(vote).tied else replace(told, casting=None, by_lot=False)


def casting_vote(content: MeetingContent, item_key: str, vote: VoteContent) -> Ballot | None:
    """What decides a tied vote: what was entered, else how the one who presided voted by name. None while unknown.

    In an election only the lot decides, so nothing follows from the ballots.
    """
    if vote.casting in (Ballot.YES, Ballot.NO):
        return vote.casting
    if content.item(item_key).type is ItemType.ELECTION or vote.by_lot:
        return None
    return _choice_of(vote, led(content, item_key, vote))


def _choice_of(vote: VoteContent, person: str) -> Ballot | None:
    choice = next((b.choice for b in vote.ballots if b.person == person), None)
    return choice if choice in (Ballot.YES, Ballot.NO) else None


def turned_by_the_chair(content: MeetingContent, item_key: str, vote: VoteContent) -> bool:
    """Whether the vote was equal, and who presides at the item now voted otherwise than who presided over it.

    Where both of them presided at a part of the item, nothing is turned.
    """
    if vote.casting or vote.by_lot or not vote.led_by or not totals(vote).tied:
        return False
    chair = presiding(content, item_key)
    if vote.led_by in having(content, Duty.PRESIDE, item_key):
        return False
    return bool(chair) and _choice_of(vote, vote.led_by) is not _choice_of(vote, chair)


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


def sided_with_winners(content: MeetingContent, item_key: str, person: str) -> str:
    """How somebody made win what won in every vote of the item that she took sides in; empty where she did not."""
    sides, cast = [], False
    for vote in content.item(item_key).votes:
        result, own = outcome(content, item_key, vote), _choice_of(vote, person)
        if result is None or (vote.by_lot and totals(vote).tied):
            continue
        if totals(vote).tied and led(content, item_key, vote) == person:
            own, cast = result, True
        if own is not None:
            sides.append(own is result)
    if not sides or not all(sides):
        return ""
    return "gav utslagsröst för det som vann" if cast else "röstade för det som vann"


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
    """Raises RuleBroken for a ballot that may not be cast, a person with two ballots, two ballots for one seat, or more
    hands than voices.
    """
    for ballot in vote.ballots:
        check_ballot(content, item_key, ballot)
    people = [ballot.person for ballot in vote.ballots]
    twice = next((person for person in people if people.count(person) > 1), None)
    if twice:
        raise RuleBroken(f"{content.person(twice).name} har två röster. Ta bort den ena.", f"item/{item_key}/votes")
    _check_seats(content, item_key, vote)
    count, voices = totals(vote), len(_by_seat(content, item_key, deciding(content, item_key)))
    if vote.method is VoteMethod.SHOW_OF_HANDS and count.yes + count.no + count.abstain > voices:
        raise RuleBroken(
            f"Rösterna är {count.yes + count.no + count.abstain}, fler än de {voices} som deltar i beslutet. "
            "Räkna om eller rätta närvaron.",
            f"item/{item_key}/votes",
        )


def _by_seat(content: MeetingContent, item_key: str, people: Iterable[str]) -> dict[str, list[str]]:
    """Those of the people who have a row, by the seat that they serve at the item."""
    found: dict[str, list[str]] = {}
    for person in people:
        if who := participant(content, person):
            found.setdefault(seat_of(content, who, item_key), []).append(person)
    return found


def _check_seats(content: MeetingContent, item_key: str, vote: VoteContent) -> None:
    """A member who left and the substitute who serves for her since have one voice between them."""
    voted = (ballot.person for ballot in vote.ballots if ballot.choice is not Ballot.ABSENT)
    for several in _by_seat(content, item_key, voted).values():
        if len(several) > 1:
            names = listing([content.person(person).name for person in several])
            raise RuleBroken(
                f"{names} har samma plats, och den har en röst. Välj frånvarande för den som inte röstade.",
                f"item/{item_key}/votes",
            )


def voting_roll(content: MeetingContent, item_key: str) -> tuple[tuple[str, bool], ...]:
    """The lines of a vote by name: each person, and whether she takes part in the decision.

    Those who decide, and the holders of seats that nobody serves, in the order of the list of participants. Who is
    disqualified stands outside the vote and has no line. In an item that goes on it is those who serve a seat now.
    """
    goes_on = item_key == ongoing(content)
    decide = {one.person for one in served_now(content)} if goes_on else set(deciding(content, item_key))
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
        how = " och lottning" if by_lot else f" och {_casting_words(content, item_key, vote)}"
    first, second = (count.yes, count.no) if result is Ballot.YES else (count.no, count.yes)
    words = ("ja", "nej") if result is Ballot.YES else ("nej", "ja")
    return (
        f"Omröstningen utfaller med {_voices(first, words[0])} mot {_voices(second, words[1])}{how} "
        f"för {means.strip().rstrip('.')}."
    )


def _casting_words(content: MeetingContent, item_key: str, vote: VoteContent) -> str:
    """Another than the only one who presides at the item is named."""
    chair = led(content, item_key, vote)
    if not chair or having(content, Duty.PRESIDE, item_key) in ((), (chair,)):
        return "ordförandens utslagsröst"
    return f"{genitive(content.person(chair).name)} utslagsröst som ordförande"


def _voices(count: int, word: str) -> str:
    return f"{count} {word}-{'röst' if count == 1 else 'röster'}"


def names_by_choice(content: MeetingContent, vote: VoteContent, choice: Ballot) -> str:
    """The names of those who voted in a way: Eva Lind, Per Alm och Siv Östling."""
    return listing(content.person(b.person).name for b in vote.ballots if b.choice is choice)
