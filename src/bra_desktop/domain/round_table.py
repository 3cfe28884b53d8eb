"""A round of information (laget runt): one heading for each organisation that is there."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bra_desktop.domain.attendance import is_here, present
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.text import Block, Heading, Paragraph, Run, TextDocument, block_runs


def organisations_there(content: MeetingContent, item_key: str) -> tuple[str, ...]:
    """The names of the organisations with somebody in the room, in the order of the list of participants.

    Now, while the meeting goes on; afterwards at the item.
    """
    if content.state is MeetingState.IN_PROGRESS:
        here = [p.person for p in content.participants if is_here(content, p)]
    else:
        here = list(present(content, item_key))
    keys = dict.fromkeys(content.person(person).organisation for person in here)
    names = {organisation.key: organisation.name for organisation in content.organisations}
    return tuple(names[key] for key in keys if key in names)


def round_blocks(names: Iterable[str], text: TextDocument, new_id: Callable[[], str]) -> tuple[Block, ...]:
    """A heading and an empty paragraph for each name that has no heading in the text yet."""
    there = {_words(block) for block in text.blocks if isinstance(block, Heading)}
    return tuple(
        block
        for name in names
        if name.casefold() not in there
        for block in (Heading(new_id(), 1, (Run(name),)), Paragraph(new_id()))
    )


def _words(heading: Heading) -> str:
    return "".join(run.text for run in block_runs(heading)).strip().casefold()
