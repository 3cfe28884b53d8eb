"""What papers have left to tell of the items that were struck, or for which there was no time: nothing of what was to
be dealt with in them.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from bra_desktop.domain.content import ItemContent, MeetingContent
from bra_desktop.domain.errors import Missing
from bra_desktop.domain.lifecycle import NOT_ENDED
from bra_desktop.domain.numbering import is_taken_up, named


def without_annexes_of_struck(content: MeetingContent) -> MeetingContent:
    """The meeting without the annexes that belong to struck items alone; the others keep their numbers.

    They were no basis for anything at the meeting. Those of the whole meeting, and of an item that is dealt with, stay.
    """
    return _without_annexes(content, [item.key for item in content.items if item.struck])


def with_annexes_of_the_protocol(content: MeetingContent) -> MeetingContent:
    """The same, once the meeting is over without those of items that were never taken up, too: the protocol tells
    nothing of such an item, and its annexes go with it to the meeting that takes it up.
    """
    return _without_annexes(content, [item.key for item in content.items if item.struck or waits(content, item)])


def waits(content: MeetingContent, item: ItemContent) -> bool:
    """Whether the meeting is over and never took the item up; of one that numbers and times nothing, nobody knows."""
    if content.state in NOT_ENDED or item.struck or is_taken_up(item):
        return False
    return any(other.struck or is_taken_up(other) for other in content.items)


def struck_with_words(content: MeetingContent) -> tuple[Missing, ...]:
    """Struck items in which something was written, of which the protocol tells nothing."""
    return tuple(
        Missing(
            f"{named(content.forum, item)} utgår, så det som står där kommer inte med i protokollet. "
            "Ta tillbaka ärendet eller ta bort det som står.",
            f"item/{item.key}/text",
        )
        for item in content.items
        if item.struck and (item.text or item.decisions)
    )


def _without_annexes(content: MeetingContent, dropped: Collection[str]) -> MeetingContent:
    gone = {key for item in content.items if item.key in dropped for key in item.annexes}
    if not gone:
        return content
    gone -= {key for item in content.items if item.key not in dropped for key in item.annexes}
    return replace(
        content,
        items=tuple(replace(item, annexes=()) if item.key in dropped else item for item in content.items),
        annexes=tuple(annex for annex in content.annexes if annex.key not in gone),
    )
