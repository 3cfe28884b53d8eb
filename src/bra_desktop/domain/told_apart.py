"""What a § that is locked apart says of the people and the clock: nothing that is changed around it may change that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from bra_desktop.domain.attendance import Served, presence, served
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.kinds import Duty, MeetingState, Mode
from bra_desktop.domain.movements import PresenceEvent, item_events
from bra_desktop.domain.officers import Turn, adjusting_beside, named, turns
from bra_desktop.domain.quorum import not_quorate_sentences
from bra_desktop.domain.spans import Overlap, overlap


@dataclass(frozen=True)
class Told:
    """Who was there and how, who served which seat, who led and wrote, who came and went, and when it all was.

    ``moved`` are those who came or went while the § went on; who does so as it ends, or after it, changes nothing
    in it. Who adjusts is not here: others may be chosen for the rest, see :func:`adjusters_lost`.
    """

    opened_at: time | None
    began: time | None
    ended: time | None
    there: frozenset[tuple[str, Overlap, frozenset[Mode]]]
    served: frozenset[Served]
    presided: tuple[Turn, ...]
    minutes: tuple[Turn, ...]
    too_few: tuple[str, ...]
    moved: frozenset[PresenceEvent]


def told(content: MeetingContent, item_key: str) -> Told:
    """What the § says of people and times, from the content as it is. Raises KeyError for an item that isn't there."""
    item = content.item(item_key)
    there = ((who, presence(content, item_key, who)) for who in content.participants)
    return Told(
        opened_at=content.opened_at,
        began=item.opened_at,
        ended=item.closed_at,
        there=frozenset(
            (
                who.person,
                share,
                frozenset(stay.mode for stay in who.stays if overlap(content, stay, item_key) is not Overlap.NONE),
            )
            for who, share in there
            if share is not Overlap.NONE
        ),
        served=frozenset(served(content, item_key)),
        presided=turns(content, Duty.PRESIDE, item_key),
        minutes=turns(content, Duty.MINUTES, item_key),
        too_few=not_quorate_sentences(content, item_key),
        moved=frozenset(item_events(content, item_key)),
    )


def headed(content: MeetingContent) -> tuple[tuple[str, object], ...]:
    """What the head of the §'s own paper says of the meeting, by what a sentence calls it.

    Not when the meeting ends while it goes on: nobody knows that yet.
    """
    pauses = frozenset((a.from_time, a.to_time) for a in content.adjournments if a.to_time is not None)
    ends = None if content.state is MeetingState.IN_PROGRESS else content.closed_at
    return (
        ("Mötets dag", content.date),
        ("Mötets plats", content.place),
        ("Mötets namn", content.title or None),
        ("Mötets diarienummer", content.registry_number or None),
        ("Klockslaget då mötet slutade", ends),
        ("Ajourneringen", pauses),
    )


def changed_in_head(now: MeetingContent, before: MeetingContent, locked: MeetingContent) -> str:
    """What stands at the head of a locked §'s paper and would become another by this change; empty for nothing.

    What was not known when it was locked may be told since, an end or a break.
    """
    for (what, is_now), (_, was), (_, stands) in zip(headed(now), headed(before), headed(locked), strict=True):
        if is_now == was or stands is None:
            continue
        kept = stands <= is_now if isinstance(stands, frozenset) and isinstance(is_now, frozenset) else stands == is_now
        if not kept:
            return what
    return ""


def contradicts(now: MeetingContent, locked: MeetingContent, item_key: str) -> bool:
    """Whether the meeting as it is says something else of the § than what was locked."""
    return told(now, item_key) != told(locked, item_key)


def adjusters_lost(
    now: MeetingContent, before: MeetingContent, locked: MeetingContent, item_key: str
) -> tuple[str, ...]:
    """Those who adjust a locked § by its own paper and would no longer do so by this change."""
    adjusts, did = adjusting_beside(now, item_key), adjusting_beside(before, item_key)
    return tuple(one for one in adjusting_beside(locked, item_key) if one in did and one not in adjusts)


def replaced_for_a_reason(now: MeetingContent, before: MeetingContent, item_key: str) -> bool:
    """Whether this change names another adjuster of the § with a reason.

    Who falls ill before signing it is replaced so, and the § is then signed with the rest.
    """
    reasons, did = {o.person for o in named(now, Duty.ADJUST) if o.reason}, adjusting_beside(before, item_key)
    return any(one in reasons and one not in did for one in adjusting_beside(now, item_key))
