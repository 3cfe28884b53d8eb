"""The public version of a meeting: what is confidential is removed from the content before any document is made.

Where something was removed it says so, but not how much. Titles, numbers and names that stand in a confidential item
go with it; its number stays, since numbers are never released.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bra_desktop.domain.content import AnnexContent, ItemContent, MeetingContent
from bra_desktop.domain.swedish import listing
from bra_desktop.domain.text import Paragraph as TextParagraph
from bra_desktop.domain.text import Run, TextDocument, block_runs, map_runs

REMOVED = "[uppgift borttagen]"
COMPLETE_WARNING = "Innehåller sekretessmarkerade uppgifter. Prövas före utlämnande."
CONFIDENTIAL_ITEM = "Sekretessmarkerat ärende"
_SECTION_OF_LAW = re.compile(r"\d+\s*kap\.\s.*?(?:lagen|förordningen|OSL)")


def is_confidential(content: MeetingContent) -> bool:
    """Whether anything in the meeting is marked."""
    return (
        any(item.confidential for item in content.items)
        or any(annex.confidential and annex.text for annex in content.annexes)
        or any(_has_marked(text) for text in _texts(content))
    )


def public_version(content: MeetingContent) -> MeetingContent:
    """The meeting without anything that is marked."""
    return replace(
        content,
        items=tuple(_item(item) for item in content.items),
        annexes=tuple(_annex(annex) for annex in content.annexes),
        notice=replace(content.notice, text=_text(content.notice.text)),
    )


def removal_words(content: MeetingContent) -> str:
    """What the public version says on every page; empty when nothing is removed."""
    if not is_confidential(content):
        return ""
    said = [item.confidential for item in content.items] + [annex.confidential for annex in content.annexes]
    grounds = [_section_of_law(ground) for ground in said]
    return _removed(listing(dict.fromkeys(ground for ground in grounds if ground)))


def _section_of_law(ground: str) -> str:
    """The section of law in a ground that somebody wrote in words."""
    found = _SECTION_OF_LAW.search(ground)
    return found.group() if found else ""


def _removed(ground: str) -> str:
    return f"Uppgifter är borttagna med stöd av {ground}." if ground else "Uppgifter är borttagna."


def _texts(content: MeetingContent) -> list[TextDocument]:
    texts = [content.notice.text, *(annex.text for annex in content.annexes)]
    for item in content.items:
        texts += [item.basis, item.text, item.proposition]
    return texts


def _has_marked(text: TextDocument) -> bool:
    return any(run.confidential for block in text.blocks for run in block_runs(block))


def _text(document: TextDocument) -> TextDocument:
    previous_removed = False

    def change(run: Run) -> Run | None:
        nonlocal previous_removed
        if not run.confidential:
            previous_removed = False
            return run
        if previous_removed:
            return None
        previous_removed = True
        return Run(REMOVED, italic=True)

    return map_runs(document, change)


def _item(item: ItemContent) -> ItemContent:
    if not item.confidential:
        return replace(item, basis=_text(item.basis), text=_text(item.text), proposition=_text(item.proposition))
    said = _removed(_section_of_law(item.confidential))
    return ItemContent(
        item.key,
        CONFIDENTIAL_ITEM,
        item.agenda_number,
        item.paragraph,
        group=item.group,
        planned_minutes=item.planned_minutes,
        struck=item.struck,
        opened_at=item.opened_at,
        closed_at=item.closed_at,
        immediate_adjustment=item.immediate_adjustment,
        text=TextDocument((TextParagraph("removed", (Run(said, italic=True),)),)),
    )


def _annex(annex: AnnexContent) -> AnnexContent:
    if not annex.confidential:
        return replace(annex, text=_text(annex.text))
    return replace(annex, file_name="", text=TextDocument(), signatures=())
