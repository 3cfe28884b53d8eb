"""What the states that the domain names are called on the screen. Knows no Qt."""

from __future__ import annotations

from bra_desktop.domain.kinds import ACTION_STATUS_WORDS, MEETING_STATE_WORDS, ActionStatus, MeetingState
from bra_desktop.domain.swedish import capital_first


def state_word(group: str, name: str) -> str:
    """The word of a "meeting"'s state or an "action"'s status. Raises KeyError or ValueError for another."""
    words = {
        "meeting": lambda: MEETING_STATE_WORDS[MeetingState(name)],
        "action": lambda: ACTION_STATUS_WORDS[ActionStatus(name)],
    }
    return capital_first(words[group]())
