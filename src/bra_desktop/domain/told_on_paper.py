"""What the paper of a § locked apart says of its actions and annexes, which are changed by doors of their own."""

from __future__ import annotations

from dataclasses import replace

from bra_desktop.domain.content import ActionContent, AnnexContent, MeetingContent
from bra_desktop.domain.kinds import ActionStatus
from bra_desktop.domain.lifecycle import ACTION, ANNEX


def changed_on_paper(now: MeetingContent, before: MeetingContent, locked: MeetingContent, item_key: str) -> str:
    """Which of an action and an annex would be said to be another by this change; empty for neither.

    How an action is followed up stands on no paper of the §: its status, note, goal and focus area.
    """
    if given(now, item_key) not in (given(before, item_key), given(locked, item_key)):
        return ACTION
    if enclosed(now, item_key) not in (enclosed(before, item_key), enclosed(locked, item_key)):
        return ANNEX
    return ""


def given(content: MeetingContent, item_key: str) -> tuple[ActionContent, ...]:
    """The item's actions as its paper tells them."""
    blank = ActionStatus.NOT_STARTED
    return tuple(replace(one, status=blank, note="", goal="", focus_area="") for one in content.item(item_key).actions)


def enclosed(content: MeetingContent, item_key: str) -> tuple[AnnexContent, ...]:
    """The item's annexes."""
    return tuple(content.annex(key) for key in content.item(item_key).annexes)
