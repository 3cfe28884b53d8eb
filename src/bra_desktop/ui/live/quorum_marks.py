"""Which items the forum was not quorate at, and how many took part: made on the reading thread, and only when the
attendance or the course of the meeting has changed, since it asks of everybody at each item.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bra_desktop.domain.content import ItemContent, MeetingContent
from bra_desktop.domain.numbering import is_taken_up
from bra_desktop.domain.quorum import told_quorum


@dataclass(frozen=True)
class QuorumMarks:
    """`counts`: 6 av 15, by the key of an item of which it is told that it had no quorum.
    `of`: what it follows from.
    """

    of: tuple[object, ...] = ()
    counts: Mapping[str, str] = field(default_factory=dict)


def quorum_marks(content: MeetingContent, before: QuorumMarks) -> QuorumMarks:
    """The marks of a meeting as it is now; those made before where nothing that matters has changed."""
    of = _what_matters(content)
    if of == before.of:
        return before
    taken_up = [item.key for item in content.items if is_taken_up(item) and not item.struck]
    told = {key: told_quorum(content, key) for key in taken_up}
    return QuorumMarks(of, {key: count.words for key, count in told.items() if not count.reached})


def _what_matters(content: MeetingContent) -> tuple[object, ...]:
    items = tuple(
        (i.key, i.paragraph, i.struck, i.opened_at, i.closed_at, i.recusals, _times(i)) for i in content.items
    )
    clocks = (content.starts, content.opened_at, content.closed_at, content.adjournments)
    return (content.forum, clocks, content.seats, content.participants, items)


def _times(item: ItemContent) -> tuple[object, ...]:
    """When the decisions were taken, and that there are any."""
    return tuple((one.decided_at, one.decided_without) for one in item.decisions)
