"""The parts of what a meeting says: its texts of blocks, what an item says beside its title, its withheld annexes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import groupby
from typing import Any

from bra_desktop.domain.content import AnnexContent, ItemContent, MeetingContent
from bra_desktop.domain.section_of_law import marks_a_part
from bra_desktop.domain.text import Image, Run, Runs, Table, TextDocument, block_runs, runs_text


def parts(text: TextDocument) -> Iterator[Runs]:
    """The runs of each block, and of each cell of a table: words in one are not those after them in the next."""
    for block in text.blocks:
        if isinstance(block, Table):
            yield (Run(block.caption),)
            yield from (cell.runs for row in block.rows for cell in row.cells)
        else:
            yield (Run(block.alternative),) if isinstance(block, Image) else tuple(block_runs(block))


def open_runs(text: TextDocument) -> Iterator[str]:
    """What stands in the text without a mark, from one mark to the next."""
    for part in parts(text):
        for marked, runs in groupby(part, key=lambda run: run.confidential):
            if not marked:
                yield runs_text(runs)


def texts_in(value: Any) -> Iterator[TextDocument]:
    """Every text of blocks, wherever in the value it stands."""
    if isinstance(value, TextDocument):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts_in(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))


def said_in(item: ItemContent) -> Iterator[str]:
    """What the item says beside its title, each part by itself."""
    for text in texts_in(item):
        yield from map(runs_text, parts(text))
    yield from plainly_said_in(item)


def plainly_said_in(item: ItemContent) -> Iterator[str]:
    """What it says where no mark can stand, beside its title, each part by itself."""
    yield from (proposal.text for proposal in item.proposals)
    yield from (motion.text for motion in item.motions)
    yield from (decision.text for decision in item.decisions)
    yield from (reservation.text for reservation in item.reservations)
    yield from (statement.text for statement in item.statements)
    for vote in item.votes:
        yield from (vote.yes_means, vote.no_means)
    yield from (recusal.reason for recusal in item.recusals)
    for action in item.actions:
        yield from (action.text, action.goal, action.note)


def withheld_annexes(content: MeetingContent) -> Iterator[tuple[AnnexContent, str]]:
    """The annexes that are withheld whole, with why: those marked themselves, and those of marked items alone."""
    open_to_all = {key for item in content.items if not item.confidential for key in item.annexes}
    grounds = {key: item.confidential for item in content.items if item.confidential for key in item.annexes}
    for annex in content.annexes:
        if annex.key in grounds and annex.key not in open_to_all:
            yield annex, annex.confidential or grounds[annex.key]
        elif annex.confidential and not marks_a_part(annex.confidential):
            yield annex, annex.confidential
