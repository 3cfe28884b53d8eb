"""What a meeting file says keeps the rules, as what is written in the window does."""

from __future__ import annotations

from bra_desktop.domain.attendance import was_present
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.domain.refused_parts import refused_parts


def refuse_absent_voices(content: MeetingContent) -> None:
    """Raises RuleBroken for a vote or reservation of somebody who took no part in the decision (kommunallagen 4:27).

    A file that tells nothing of attendance cannot be judged, and is judged when the protocol is to be adjusted.
    """
    if not any(was_present(who) for who in content.participants):
        return
    found = next(refused_parts(content), None)
    if found is not None:
        raise RuleBroken(
            f"{found.refusal.text} Inget har ändrats.", where=f"items[{found.item}].{found.field}[{found.part}]"
        )


def refuse_adjusted_notes(content: MeetingContent) -> None:
    """Raises RuleBroken for an item of notes that is to be adjusted immediately: notes are not adjusted."""
    marked = [n for n, item in enumerate(content.items) if item.immediate_adjustment]
    if marked and content.forum.profile is DocumentProfile.NOTES:
        raise RuleBroken(
            "Minnesanteckningar justeras inte, och kan inte ha en punkt som är omedelbart justerad. Inget har ändrats.",
            where=f"items[{marked[0]}].immediate_adjustment",
        )
