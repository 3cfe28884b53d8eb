"""The meeting file that lies inside the locked paper: what it leaves out, and which files are of a meeting here."""

from __future__ import annotations

from dataclasses import replace

from bra_desktop.domain.canonical import canonical_json, digest
from bra_desktop.domain.content import ItemContent, MeetingContent
from bra_desktop.domain.kinds import ActionStatus
from bra_desktop.domain.struck import waits, with_annexes_of_the_protocol
from bra_desktop.domain.text import TextDocument


def as_inside(content: MeetingContent) -> MeetingContent:
    """The meeting without what the protocol does not tell, since whoever has the protocol has the file in it:
    addresses, what stands of an action for those who follow it up, and what was prepared for an item that was struck
    or never taken up.
    """
    told = with_annexes_of_the_protocol(content)
    people = tuple(replace(person, email="") for person in told.people)
    notice = replace(told.notice, reply_to="")
    items = tuple(_item_inside(item, told=not (item.struck or waits(content, item))) for item in told.items)
    return replace(told, people=people, notice=notice, items=items)


def _item_inside(item: ItemContent, *, told: bool) -> ItemContent:
    actions = tuple(
        replace(action, goal="", note=action.note if action.status is ActionStatus.WAITING else "")
        for action in item.actions
    )
    if not told:
        item = replace(item, basis=TextDocument(), text=TextDocument(), proposals=())
    return replace(item, actions=actions)


def says_the_same(here: MeetingContent, told: MeetingContent) -> bool:
    """Whether a file says what the meeting here does, whole or as it lies inside the locked paper.

    Of a locked meeting only its state and the day of its adjustment can have changed since the file was written.
    """
    if here.state.is_frozen and told.state.is_frozen:
        adjustment = replace(here.adjustment, adjusted_on=told.adjustment.adjusted_on)
        here = replace(here, state=told.state, adjustment=adjustment)
    mark = digest(canonical_json(told))
    return any(digest(canonical_json(one)) == mark for one in (here, as_inside(here)))
