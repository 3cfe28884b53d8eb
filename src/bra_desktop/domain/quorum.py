"""Whether the forum could decide at an item: served seats against the forum's rule.

Profile A: more than half of the members, serving substitutes included (kommunallagen 6:27). Profile B: by the
council's own rules, else more than half. Profile C decides nothing and has no quorum.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bra_desktop.domain.attendance import Served, has_seat, seats, served, served_now, served_when
from bra_desktop.domain.content import DecisionContent, ItemContent, MeetingContent, StayContent
from bra_desktop.domain.decision_times import taken_at
from bra_desktop.domain.kinds import Capacity, DocumentProfile
from bra_desktop.domain.meeting_clock import END, Moment, moment
from bra_desktop.domain.numbering import in_sentence, is_taken_up
from bra_desktop.domain.spans import Course, course, ongoing
from bra_desktop.domain.swedish import capital_first, listing, lower_first, quoted, shortened

_LONGEST = 48
"""So many characters of a decision are told."""


@dataclass(frozen=True)
class Quorum:
    """A count against the rule. ``required`` is None where the profile knows no quorum."""

    served: int
    seats: int
    required: int | None

    @property
    def reached(self) -> bool:
        """Whether enough seats were served, or none are required."""
        return self.required is None or self.served >= self.required

    @property
    def words(self) -> str:
        """13 av 15."""
        return f"{self.served} av {self.seats}"


def required_seats(content: MeetingContent) -> int | None:
    """The least number of served seats; vacant seats count in what more than half is taken of."""
    if content.forum.profile is DocumentProfile.NOTES:
        return None
    if content.forum.quorum is not None:
        return content.forum.quorum
    return len(seats(content)) // 2 + 1


def _count(content: MeetingContent, serving: tuple[Served, ...]) -> Quorum:
    return Quorum(len(serving), len(seats(content)), required_seats(content))


def quorum_at(content: MeetingContent, item_key: str) -> Quorum:
    """The quorum when the item was decided: of several decisions the least; without one when the item ended."""
    counts = [quorum_when(content, item_key, decision) for decision in content.item(item_key).decisions]
    return min(counts, key=lambda one: one.served, default=None) or _count(content, served(content, item_key))


def quorum_when(content: MeetingContent, item_key: str, decision: DecisionContent) -> Quorum:
    """The quorum when one att-sats of the item was taken."""
    return _count(content, served_when(content, item_key, decision))


@dataclass(frozen=True)
class TooFew:
    """The decisions of an item (their places, from 0) that were taken without a quorum, by the same count."""

    decisions: tuple[int, ...]
    count: Quorum
    every: bool
    """Whether they are all that the item has."""


def too_few(content: MeetingContent, item_key: str) -> tuple[TooFew, ...]:
    """The decisions of the item that were taken without a quorum, in their order."""
    decisions = content.item(item_key).decisions
    by_count: dict[Quorum, list[int]] = {}
    for place, decision in enumerate(decisions):
        count = quorum_when(content, item_key, decision)
        if not count.reached:
            by_count.setdefault(count, []).append(place)
    return tuple(TooFew(tuple(places), count, len(places) == len(decisions)) for count, places in by_count.items())


def quorum_now(content: MeetingContent) -> Quorum:
    """The quorum of those who have come and not left."""
    return _count(content, served_now(content))


def told_quorum(content: MeetingContent, item_key: str) -> Quorum:
    """The least count that is told of an item: at its decisions, else as it ended; and now, while it goes on."""
    goes_on = item_key == ongoing(content)
    if goes_on and not content.item(item_key).decisions:
        return quorum_now(content)
    counts = (quorum_at(content, item_key), *([quorum_now(content)] if goes_on else []))
    return min(counts, key=lambda one: one.served)


def who_was_missed(content: MeetingContent, item_key: str) -> str:
    """Whose absence let the item be decided by too few: who left last before that, else the first who was not there.

    Empty where no holder of a seat was away.
    """
    few, item, way = too_few(content, item_key), content.item(item_key), course(content)
    failed = item.decisions[few[0].decisions[0]] if few else None
    at = (taken_at(content, item_key, failed) if failed else None) or way.span(item_key).end
    if failed is None and item_key == ongoing(content):
        serving = served_now(content)
    else:
        serving = served_when(content, item_key, failed) if failed else served(content, item_key)
    decided, out = {one.person for one in serving}, {one.person: one for one in item.recusals}
    away: list[tuple[Moment | None, str]] = []
    for who in content.participants:
        if who.person in decided or not has_seat(who):
            continue
        if who.person in out:
            left = out[who.person].left_at
            away.append((moment(content, left) if left else way.span(item_key).start, who.person))
            continue
        ends = [_went(way, stay) for stay in who.stays if stay.from_time is None or way.moment(stay.from_time) <= at]
        if ends and ends[-1] <= at:
            away.append((ends[-1], who.person))
        elif not ends and who.capacity is Capacity.MEMBER:
            away.append((None, who.person))
    gone = [(left, person) for left, person in away if left is not None]
    return max(gone)[1] if gone else next((person for _, person in away), "")


def _went(way: Course, stay: StayContent) -> Moment:
    if stay.to_time is not None:
        return way.moment(stay.to_time)
    return way.span(stay.to_item).end if stay.to_item in way.order else END


def not_quorate_items(content: MeetingContent) -> tuple[str, ...]:
    """The items taken up without a quorum, in the order of the agenda."""
    return tuple(
        item.key
        for item in content.items
        if is_taken_up(item) and not item.struck and not quorum_at(content, item.key).reached
    )


def body_name(content: MeetingContent) -> str:
    """The forum in a sentence: rådet in profile B, else its definite name."""
    if content.forum.profile is DocumentProfile.COUNCIL:
        return "rådet"
    return lower_first(content.forum.definite or content.forum.name)


_NEUTER = re.compile(r"(?:råd|utskott|presidium|presidi|forum|kollegium|kollegi|organ|fullmäktige)(?:et)?$")
"""The last noun of a body's name where it is neuter, indefinite or definite: utskott, utskottet; fullmäktige, too."""
_WHAT_FOR = re.compile(r" (?:i|för|mot|på|om|av|vid|mellan|med) .*")
"""What a body is for, after its noun: nämnden för Folkhälsorådet."""


def quorate(content: MeetingContent) -> str:
    """That the forum can decide, as it agrees with its noun: nämnden är beslutsför, rådet är beslutsfört."""
    noun = _WHAT_FOR.sub("", body_name(content)).strip().casefold()
    return "beslutsfört" if _NEUTER.search(noun) else "beslutsför"


def not_quorate_sentences(content: MeetingContent, item_key: str) -> tuple[str, ...]:
    """Of what was decided without a quorum: which decision where there are several, and how many took part."""
    item, body = content.item(item_key), capital_first(body_name(content))
    where = in_sentence(content.forum, item)
    if not item.decisions:
        count = quorum_at(content, item_key)
        return () if count.reached else (f"{body} var inte {quorate(content)} i {where} ({count.words}).",)
    return tuple(
        f"{body} var inte {quorate(content)} i {where}{'' if few.every else _which(item, few)} ({few.count.words})."
        for few in too_few(content, item_key)
    )


def _which(item: ItemContent, few: TooFew) -> str:
    """One decision by its words, several by their numbers."""
    if len(few.decisions) == 1:
        words = item.decisions[few.decisions[0]].text.replace("”", "")
        return f" vid beslutet {quoted(f'att {shortened(words, _LONGEST)}')}"
    return f" vid {clauses_words(few)}"


def clauses_words(few: TooFew) -> str:
    """The decisions by their numbers, counted from 1: att-sats 2 och 3."""
    return f"att-sats {listing(str(place + 1) for place in few.decisions)}"


def not_quorate_words(content: MeetingContent, quorum: Quorum) -> str:
    """The warning that nothing decided now is decided by a quorum; the user may go on."""
    return (
        f"{quorum.words} ledamöter är närvarande, så {body_name(content)} är inte {quorate(content)}. "
        "Beslutet kan antecknas och märks då i protokollet."
    )
