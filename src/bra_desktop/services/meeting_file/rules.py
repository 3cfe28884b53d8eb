"""What a meeting file says of votes and reservations keeps the rules, as what is written in the window does."""

from __future__ import annotations

from bra_desktop.domain.attendance import was_present
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.errors import RuleBroken
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
