"""Blocks while they are gathered from a source: what kind the next line becomes, and what list it stands in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bra_desktop.domain.text import (
    MAX_LEVEL,
    Block,
    Heading,
    ListItem,
    Paragraph,
    Quotation,
    Run,
    Runs,
    Table,
    merge_runs,
)
from bra_desktop.exchange.clipboard.lines import Line


@dataclass(eq=False)
class Place:
    """What a line becomes here. An item's later lines belong to the item that the first one made."""

    kind: str = "paragraph"
    level: int = 0
    ordered: bool = False
    number: int | None = None
    made: int | None = None


class Flow:
    """`blocks` in the order of the source; a numbered item's ``start`` is its number until `numbered` is called."""

    def __init__(self, new_id: Callable[[], str]) -> None:
        self._new_id = new_id
        self.blocks: list[Block] = []
        self.line = Line()
        self.place = Place()

    def end_line(self) -> None:
        """What has been gathered becomes a block, or a further line of the item that it stands in."""
        runs, place = self.line.take(), self.place
        if not runs:
            return
        if place.kind == "item" and place.made is not None and place.made == len(self.blocks) - 1:
            known = self.blocks[place.made]
            if isinstance(known, ListItem):
                self.blocks[place.made] = replace(known, runs=merge_runs((*known.runs, Run("\n"), *runs)))
                return
        self.blocks.append(self._block(runs))
        if place.kind == "item" and place.made is None:
            place.made = len(self.blocks) - 1

    def add_table(self, table: Table) -> None:
        """A table, after the line before it."""
        self.end_line()
        self.blocks.append(table)

    def new_id(self) -> str:
        """An id for a block."""
        return self._new_id()

    def _block(self, runs: Runs) -> Block:
        place, name = self.place, self._new_id()
        if place.kind == "heading":
            return Heading(name, max(1, min(4, place.level)), without_common_bold(runs))
        if place.kind == "quotation":
            return Quotation(name, runs)
        if place.kind == "item" and place.made is None:
            level = max(0, min(MAX_LEVEL, place.level))
            return ListItem(name, level, place.ordered, place.number if place.ordered else None, runs)
        return Paragraph(name, runs)


def without_common_bold(runs: Runs) -> Runs:
    """Where every word is bold, that is the look of a heading and says nothing of the words."""
    if all(run.bold or not run.text.strip() for run in runs):
        return merge_runs(replace(run, bold=False) for run in runs)
    return runs


def numbered(blocks: list[Block]) -> tuple[Block, ...]:
    """A start only where the number is another than the item would have by itself, and no levels left out."""
    counters: dict[int, tuple[bool, int]] = {}
    result: list[Block] = []
    for block in blocks:
        if not isinstance(block, ListItem):
            counters.clear()
            result.append(block)
            continue
        for deeper in [level for level in counters if level > block.level]:
            del counters[deeper]
        ordered, last = counters.get(block.level, (block.ordered, 0))
        own = last + 1 if ordered == block.ordered else 1
        said = block.start if block.ordered and block.start is not None else own
        counters[block.level] = (block.ordered, said)
        result.append(replace(block, start=said if said != own else None))
    return tuple(result)
