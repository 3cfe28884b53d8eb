"""What comes to a later agenda and repeats words that are marked where it comes from is marked there: no mark of those
words has come along, and the later meeting can't tell of itself that they are confidential.
"""

from __future__ import annotations

from dataclasses import replace

from bra_desktop.domain.content import AnnexContent, MeetingContent
from bra_desktop.domain.echoes import echoes_of, plain_texts
from bra_desktop.domain.lifecycle import may_change
from bra_desktop.domain.marked_words import passages
from bra_desktop.domain.meeting import AgendaItem, Meeting
from bra_desktop.domain.swedish_dates import date_in_text
from bra_desktop.domain.text import TextDocument
from bra_desktop.services.changing import is_locked
from bra_desktop.storage.queries.contents import content_in
from bra_desktop.storage.work import Work


def mark_repeats(work: Work, item: AgendaItem, origin: AgendaItem) -> None:
    """Mark an item that comes from another one where that repeats marked words, in the unit of work.

    The ground says of which meeting; who reads it may give the item another title and take the mark away.
    """
    if not item.confidential:
        item.confidential = repeated_ground(content_in(work.session, origin.meeting_id), origin.id)


def repeated_ground(content: MeetingContent, key: str) -> str:
    """The ground for what comes from an item of the meeting; empty where it repeats no marked words."""
    echoes, item = echoes_of(content), next((one for one in content.items if one.key == key), None)
    if item is None or not echoes.marked:
        return ""
    annexes: tuple[AnnexContent, ...] = tuple(annex for annex in content.annexes if annex.key in item.annexes)
    came = replace(item, text=TextDocument(), decisions=(), actions=(), statements=(), reservations=(), votes=())
    sections = [section for text in plain_texts((came, annexes)) for section in echoes.sections(text)]
    section = next(filter(None, sections), "")
    told = f"upprepar ord som är märkta den {date_in_text(content.date)}"
    return ", ".join(filter(None, (section, told))) if sections else ""


def follow_repeats(work: Work, item: AgendaItem, before: TextDocument, now: TextDocument) -> None:
    """Mark what has come to later agendas from the item's meeting and repeats words that have just been marked in a
    text of the item, in the unit of work.
    """
    new = set(passages(now)) - set(passages(before))
    if not new:
        return
    came = [there for one in work.all(AgendaItem, meeting_id=item.meeting_id) for there in _later(work, one)]
    content = content_in(work.session, item.meeting_id) if came else None
    for there in came:
        if content is not None and not there.confidential and there.carried_from_id:
            there.confidential = repeated_ground(content, there.carried_from_id)


def _later(work: Work, item: AgendaItem) -> list[AgendaItem]:
    there = work.all(AgendaItem, carried_from_id=item.id)
    return [one for one in there if may_change(work.get(Meeting, one.meeting_id).state) and not is_locked(work, one)]
