"""What papers have left to tell of the items that were struck: nothing of what was to be dealt with in them."""

from __future__ import annotations

from dataclasses import replace

from bra_desktop.domain.content import MeetingContent


def without_annexes_of_struck(content: MeetingContent) -> MeetingContent:
    """The meeting without the annexes that belong to struck items alone; the others keep their numbers.

    They were no basis for anything at the meeting. Those of the whole meeting, and of an item that is dealt with, stay.
    """
    gone = {key for item in content.items if item.struck for key in item.annexes}
    if not gone:
        return content
    gone -= {key for item in content.items if not item.struck for key in item.annexes}
    return replace(
        content,
        items=tuple(replace(item, annexes=()) if item.struck else item for item in content.items),
        annexes=tuple(annex for annex in content.annexes if annex.key not in gone),
    )
