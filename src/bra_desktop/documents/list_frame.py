"""What the lists beside the protocol have in common: their head, and what every page of them says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from bra_desktop.documents.assets import Assets, sender
from bra_desktop.documents.blocks import Block, Document
from bra_desktop.domain.confidentiality import page_words
from bra_desktop.domain.content import ItemContent, MeetingContent, NoticeContent
from bra_desktop.domain.numbering import is_taken_up
from bra_desktop.domain.spans import course
from bra_desktop.domain.swedish_dates import long_date
from bra_desktop.domain.text import TextDocument


def framed(
    content: MeetingContent,
    name: str,
    blocks: Iterable[Block],
    *,
    arms: str,
    made_on: date | None = None,
    warn: str = "",
) -> Document:
    """The list with its head; its own date is that of the meeting, unless it tells how things stand another day."""
    organ, day = content.forum.name, content.date
    return Document(
        title=name,
        subtitle=f"{organ}, {long_date(day)}",
        full_title=f"{name}, {organ} {day.isoformat()}",
        running_title=f"{name} {day.isoformat()}",
        sender=sender(content, Assets(arms)),
        date=made_on or day,
        blocks=tuple(blocks),
        registry_number=content.registry_number,
        warning=warn,
    )


def items_in_order(content: MeetingContent) -> list[ItemContent]:
    """The items that were taken up, in that order."""
    return [item for key in course(content).order if is_taken_up(item := content.item(key))]


def confidential_words(content: MeetingContent, items: Iterable[ItemContent]) -> str:
    """What every page says when one of the listed items is marked; texts that aren't in the list don't count."""
    none = TextDocument()
    bare = tuple(replace(item, basis=none, text=none, proposition=none) for item in items)
    return page_words(replace(content, items=bare, annexes=(), notice=NoticeContent()), public=False)
