"""Whether the forum could decide at an item: served seats against the forum's rule.

Profile A: more than half of the members, serving substitutes included (kommunallagen 6:27). Profile B: by the
council's own rules, else more than half. Profile C decides nothing and has no quorum.
"""

from __future__ import annotations

from dataclasses import dataclass

from bra_desktop.domain.attendance import Served, seats, served, served_just_after, served_now
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.domain.meeting_clock import moment
from bra_desktop.domain.numbering import is_taken_up
from bra_desktop.domain.spans import course, ongoing
from bra_desktop.domain.swedish import lower_first


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
    """The quorum when the item was decided."""
    return _count(content, served(content, item_key))


def quorum_now(content: MeetingContent) -> Quorum:
    """The quorum of those who have come and not left."""
    return _count(content, served_now(content))


def least_quorum(content: MeetingContent, item_key: str) -> Quorum:
    """The least count while the item was dealt with: when it was decided, and whenever somebody had just left."""
    span, now = course(content).span(item_key), item_key == ongoing(content)
    counts = [quorum_at(content, item_key), *([quorum_now(content)] if now else [])]
    left = [
        (moment(content, stay.to_time), stay.to_item == item_key)
        for who in content.participants
        for stay in who.stays
        if stay.to_time is not None
    ]
    # Who is said to have left in this item did so before the next began, though the clock had the same minute.
    within = {at for at, in_it in left if span.start < at < span.end or (in_it and span.start <= at <= span.end)}
    if span.exact:
        counts += [_count(content, served_just_after(content, item_key, at)) for at in within]
    return min(counts, key=lambda one: one.served)


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


def not_quorate_words(content: MeetingContent, quorum: Quorum) -> str:
    """The warning that nothing decided now is decided by a quorum; the user may go on."""
    return (
        f"{quorum.words} ledamöter är närvarande, så {body_name(content)} är inte beslutsfört. "
        "Beslutet kan antecknas och märks då i protokollet."
    )
