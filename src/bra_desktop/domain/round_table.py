"""A round of information (laget runt): one heading for each organisation that is there."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import replace

from bra_desktop.domain.attendance import is_here, present
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.errors import Missing
from bra_desktop.domain.kinds import DocumentProfile, MeetingState
from bra_desktop.domain.numbering import in_sentence
from bra_desktop.domain.swedish import capital_first, listing
from bra_desktop.domain.text import (
    Block,
    Heading,
    Paragraph,
    Run,
    TextDocument,
    block_is_empty,
    block_runs,
    runs_text,
)


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


def without_silent(content: MeetingContent, text: TextDocument) -> TextDocument:
    """The text as it is printed: without the headings of organisations under which nothing was written."""
    gone = {block.id for _name, blocks in _silent(content, text) for block in blocks}
    return replace(text, blocks=tuple(block for block in text.blocks if block.id not in gone)) if gone else text


def silent_organisations(content: MeetingContent) -> tuple[Missing, ...]:
    """Items where organisations have a heading of a round with nothing under it; once for each item."""
    paper = "anteckningarna" if content.forum.profile is DocumentProfile.NOTES else "protokollet"
    found = []
    for item in content.items if not content.state.is_frozen else ():
        names = [name for name, _blocks in _silent(content, item.text)] if not item.struck else []
        if names:
            theirs = "Rubriken utelämnas" if len(names) == 1 else "Rubrikerna utelämnas"
            where, them = capital_first(in_sentence(content.forum, item)), "den" if len(names) == 1 else "dem"
            text = f"{where}: inget står under {listing(names)}. {theirs} ur {paper}."
            found.append(Missing(f"{text} Skriv under {them} om något sades.", f"item/{item.key}/text"))
    return tuple(found)


def _silent(content: MeetingContent, text: TextDocument) -> list[tuple[str, tuple[Block, ...]]]:
    """The names of those that said nothing in a round, each with its heading and the empty blocks below it.

    A heading that another one than an organisation's follows at once is not of a round: somebody wrote it herself.
    """
    names = {organisation.name.casefold() for organisation in content.organisations}
    parts: list[list[Block]] = []
    for block in text.blocks:
        if isinstance(block, Heading) or not parts:
            parts.append([])
        parts[-1].append(block)
    found = []
    for at, part in enumerate(parts, 1):
        heading, in_round = part[0], at == len(parts) or _is_of(parts[at][0], names)
        if in_round and _is_of(heading, names) and all(block_is_empty(block) for block in part[1:]):
            found.append((runs_text(block_runs(heading)).strip(), tuple(part)))
    return found


def _is_of(block: Block, names: Container[str]) -> bool:
    return isinstance(block, Heading) and block.level == 1 and _words(block) in names


def _words(heading: Heading) -> str:
    return "".join(run.text for run in block_runs(heading)).strip().casefold()
