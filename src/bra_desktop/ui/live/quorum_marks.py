"""Which items the forum was not quorate at, and how many took part: made on the reading thread, and only when the
attendance or the course of the meeting has changed, since it asks of everybody at each item.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.quorum import not_quorate_items, quorum_at


@dataclass(frozen=True)
class QuorumMarks:
    """`counts`: 6 av 15, by the key of an item that was taken up without a quorum. `of`: what it follows from."""

    of: tuple[object, ...] = ()
    counts: Mapping[str, str] = field(default_factory=dict)


def quorum_marks(content: MeetingContent, before: QuorumMarks) -> QuorumMarks:
    """The marks of a meeting as it is now; those made before where nothing that matters has changed."""
    of = _what_matters(content)
    if of == before.of:
        return before
    return QuorumMarks(of, {key: quorum_at(content, key).words for key in not_quorate_items(content)})


def _what_matters(content: MeetingContent) -> tuple[object, ...]:
    items = tuple((i.key, i.paragraph, i.struck, i.opened_at, i.closed_at, i.recusals) for i in content.items)
    clocks = (content.starts, content.opened_at, content.closed_at, content.adjournments)
    return (content.forum, clocks, content.seats, content.participants, items)
