"""What has come to a later agenda follows where it comes from: its marks of confidentiality, and the day it names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bra_desktop.domain.carry_over import origin_words
from bra_desktop.domain.kinds import ItemType, MeetingState
from bra_desktop.domain.lifecycle import may_change
from bra_desktop.domain.meeting import AgendaItem, Annex, Meeting
from bra_desktop.domain.swedish import NBSP
from bra_desktop.domain.swedish_dates import date_in_text
from bra_desktop.domain.text import Block, TextDocument, block_runs, map_runs, plain_text
from bra_desktop.services.changing import is_locked
from bra_desktop.services.office import Office
from bra_desktop.storage.queries.contents import reading_session
from bra_desktop.storage.work import Work


def follow_mark(work: Work, item: AgendaItem, before: str) -> None:
    """Let what has come from the item to later agendas be marked as it has just been, in the unit of work.

    before: the ground it had. A ground of the later item's own stays, and so does the mark of an item that is marked no
    longer: whether that may be read is asked there.
    """
    if not item.confidential or item.confidential == before:
        return
    for there in _open_to_change(work, item):
        was = there.confidential
        if was in ("", before):
            there.confidential = item.confidential
            follow_mark(work, there, was)


def follow_passages(work: Work, item: AgendaItem, before: TextDocument) -> None:
    """Let words of the basis that have just been marked be so on later agendas too, in the unit of work.

    before: the basis as it was. Only where the words came along and are as they were.
    """
    old = {block.id: block for block in before.blocks}
    marked = [(old[new.id], new) for new in item.basis.blocks if new.id in old and _is_marked_more(old[new.id], new)]
    if not marked:
        return
    for there in _open_to_change(work, item):
        was = there.basis
        blocks = (next((replace(n, id=b.id) for o, n in marked if replace(o, id=b.id) == b), b) for b in was.blocks)
        there.basis = TextDocument(tuple(blocks))
        follow_passages(work, there, was)


def follow_annex_mark(work: Work, annex: Annex, before: str) -> None:
    """Let the copies of an annex that have come along to later agendas be marked as it has just been, in the unit of
    work. before: the ground it had.
    """
    if not annex.confidential or annex.confidential == before:
        return
    for item in work.all(AgendaItem, meeting_id=annex.meeting_id):
        for there in _open_to_change(work, item) if annex.id in item.annexes else ():
            copies = [work.get(Annex, key) for key in there.annexes]
            for copy in [c for c in copies if (c.title, c.digest) == (annex.title, annex.digest)]:
                if copy.confidential in ("", before) and copy.confidential != annex.confidential:
                    was, copy.confidential = copy.confidential, annex.confidential
                    follow_annex_mark(work, copy, was)


def follow_day(work: Work, meeting: Meeting, before: date) -> None:
    """Let later agendas name the day that the meeting has just been given, in the unit of work: where an item comes
    from, which protocol is the previous one, and which meeting is gone on with.

    before: the day it had. What somebody has written in other words stays as it is.
    """
    old, new = date_in_text(before), date_in_text(meeting.day)
    for item in work.all(AgendaItem, meeting_id=meeting.id):
        for there in _open_to_change(work, item):
            words = origin_words(there.basis)
            if f" {old}," in words:
                first = map_runs(
                    TextDocument(there.basis.blocks[:1]), lambda run: replace(run, text=run.text.replace(old, new, 1))
                )
                there.basis = TextDocument((*first.blocks, *there.basis.blocks[1:]))
    for other in work.all(Meeting, forum_id=meeting.forum_id):
        if other.id == meeting.id or not may_change(other.state):
            continue
        if other.title.startswith("Fortsatt ") and other.title.endswith(f" från {old.replace(NBSP, ' ')}"):
            other.title = other.title.replace(old.replace(NBSP, " "), new.replace(NBSP, " "))
        for there in work.all(AgendaItem, meeting_id=other.id, type=ItemType.PREVIOUS_MINUTES):
            if (
                there.title.startswith("Föregående ")
                and there.title.endswith(f", {old}")
                and not is_locked(work, there)
            ):
                there.title = there.title.replace(old, new)


def told_of_mark(office: Office, item_id: str, before: str) -> str:
    """What is to be known of later agendas when the mark of an item has changed; empty when nothing is.

    before: the ground it had. The notice may have gone out with the item unmarked, a later protocol may be locked, and
    what is marked no longer is so still where it came.
    """
    with office.database.reading() as connection, reading_session(connection) as session:
        item = session.get(AgendaItem, item_id)
        if item is None or bool(item.confidential) == bool(before):
            return ""
        meetings = {m.id: m for m in session.query(Meeting).filter_by(deleted_at=None)}
        lines = [
            _mark_words(there, meetings[there.meeting_id], marked=bool(item.confidential))
            for there in session.query(AgendaItem).filter_by(carried_from_id=item_id, deleted_at=None)
            if there.meeting_id in meetings
        ]
    return " ".join(line for line in lines if line)


def _mark_words(there: AgendaItem, meeting: Meeting, *, marked: bool) -> str:
    day = date_in_text(meeting.day)
    if not marked:
        return f"Ärendet är fortfarande sekretessmarkerat på dagordningen den {day}." if there.confidential else ""
    if not there.confidential:
        return f"Ärendet står utan sekretessmarkering i protokollet den {day}, som är låst."
    if meeting.state in (MeetingState.PLANNED, MeetingState.CANCELLED):
        return ""
    return f"Ärendet är sekretessmarkerat också på dagordningen den {day}, men kallelsen dit har redan gått ut."


def _open_to_change(work: Work, item: AgendaItem) -> Iterator[AgendaItem]:
    """What has come from the item to other agendas, where it may be changed."""
    for there in work.all(AgendaItem, carried_from_id=item.id):
        if may_change(work.get(Meeting, there.meeting_id).state) and not is_locked(work, there):
            yield there


def _is_marked_more(old: Block, new: Block) -> bool:
    """Whether the words are the same, and more of them are marked than before."""
    if plain_text(TextDocument((old,))) != plain_text(TextDocument((new,))):
        return False
    was, now = ([run.confidential for run in block_runs(block) for _ in run.text] for block in (old, new))
    return was != now and all(after or not first for first, after in zip(was, now, strict=True))
