"""What corrections of a locked protocol are of, and which may tell what is confidential: none is marked itself."""

from __future__ import annotations

import re
from dataclasses import replace

from bra_desktop.domain.confidentiality import page_words, withheld
from bra_desktop.domain.content import ForumContent, ItemContent, MeetingContent, NoticeContent
from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.domain.numbering import in_sentence


def marked_in(content: MeetingContent, item: str, words: str) -> tuple[ItemContent, ...]:
    """The items with something marked in them that a correction tells of.

    ``item`` is the key of the item that it corrects, empty for one of the whole, which tells of the items that its
    ``words`` name by number or title.
    """
    hidden = withheld(content)
    marked = [one for one in content.items if not hidden.isdisjoint((one.key, *one.annexes))]
    if item:
        return tuple(one for one in marked if one.key == item)
    said = " ".join(words.split())
    return tuple(one for one in marked if _is_named(content, one, said))


def removed_words(content: MeetingContent, items: tuple[ItemContent, ...]) -> str:
    """That something of the items or their annexes is removed, and on what grounds; empty where nothing is marked."""
    theirs = {key for item in items for key in item.annexes}
    annexes = tuple(annex for annex in content.annexes if annex.key in theirs)
    return page_words(replace(content, items=items, annexes=annexes, notice=NoticeContent()), public=True)


def whole_name(forum: ForumContent) -> str:
    """What is corrected where no item is: in the form and above the correction."""
    return "Anteckningarna som helhet" if forum.profile is DocumentProfile.NOTES else "Hela protokollet"


def _is_named(content: MeetingContent, item: ItemContent, said: str) -> bool:
    names = (" ".join(name.split()) for name in (in_sentence(content.forum, item), item.title))
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said, re.IGNORECASE) for name in names if name)
