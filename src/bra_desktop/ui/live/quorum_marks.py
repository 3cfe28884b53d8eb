"""Which items the forum was not quorate at, and how many took part: made on the reading thread, and only when the
attendance or the course of the meeting has changed, since it asks of everybody at each item.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.numbering import is_taken_up
from bra_desktop.domain.quorum import least_quorum, not_quorate_items, quorum_at

FOR_A_WHILE = "under en del av ärendet"


@dataclass(frozen=True)
class QuorumMarks:
    """`counts`: 6 av 15, by the key of an item that was taken up without a quorum, or when it was lost meanwhile.
    `of`: what it follows from.
    """

    of: tuple[object, ...] = ()
    counts: Mapping[str, str] = field(default_factory=dict)


def quorum_marks(content: MeetingContent, before: QuorumMarks) -> QuorumMarks:
    """The marks of a meeting as it is now; those made before where nothing that matters has changed."""
    of = _what_matters(content)
    if of == before.of:
        return before
    counts = {key: quorum_at(content, key).words for key in not_quorate_items(content)}
    for item in content.items:
        if is_taken_up(item) and not item.struck and item.key not in counts:
            least = least_quorum(content, item.key)
            if not least.reached:
                counts[item.key] = f"{FOR_A_WHILE} {least.words}"
    return QuorumMarks(of, counts)


def _what_matters(content: MeetingContent) -> tuple[object, ...]:
    items = tuple((i.key, i.paragraph, i.struck, i.opened_at, i.closed_at, i.recusals) for i in content.items)
    clocks = (content.starts, content.opened_at, content.closed_at, content.adjournments)
    return (content.forum, clocks, content.seats, content.participants, items)
