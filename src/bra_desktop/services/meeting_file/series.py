"""The § numbers that a meeting file brings into the series of its forum."""

from __future__ import annotations

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.content_builder import forum_content
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.meeting import AgendaItem, Meeting
from bra_desktop.domain.numbering import series_name
from bra_desktop.domain.register import Forum
from bra_desktop.domain.swedish import sections
from bra_desktop.storage.work import Work


def refuse_taken_numbers(work: Work, content: MeetingContent, forum: Forum, own_id: str) -> None:
    """A § number exists once in a forum's series. Raises RuleBroken for one that another meeting has.

    ``own_id`` is the meeting that the file is, which may have its numbers already.
    """
    told = forum_content(forum)
    series = series_name(forum.id, told, content.date, content.ref)
    brought = {item.paragraph: n for n, item in enumerate(content.items) if item.paragraph is not None}
    if not series or not brought:
        return
    for other in sorted(work.all(Meeting, forum_id=forum.id), key=lambda m: (m.day, m.ref)):
        if other.id == own_id or series_name(forum.id, told, other.day, other.ref) != series:
            continue
        held = {item.paragraph for item in work.all(AgendaItem, meeting_id=other.id)}
        taken = [number for number in brought if number in held]
        if taken:
            raise RuleBroken(
                f"{sections(taken)} finns redan i {other.ref}, och ett nummer får stå bara en gång i samma serie. "
                "Ge ärendena i filen andra nummer. Inget har ändrats.",
                where=f"items[{brought[taken[0]]}].paragraph",
            )
