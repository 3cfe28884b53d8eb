"""Text of minutes, schema 1: a versioned block structure of our own.

A document is a row of blocks: paragraphs, headings, quotations, list items, tables and images. A list is a run of
list items that follow each other, each with its level; that is how people edit lists, and a split or a paste never
has to rebuild a tree. A block's id stays with it for ever. Line breaks inside a block are ``\\n`` in a run.

How it is stored stands in ``stored_text``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from bra_desktop.domain.canonical import DecodeError, from_plain, to_plain

SCHEMA = 1
MAX_LEVEL = 8


@dataclass(frozen=True)
class Reference:
    """An inline reference: ``kind`` is person, organisation or action; ``id`` the object's id."""

    kind: str
    id: str


@dataclass(frozen=True)
class Run:
    """Text with the same marks all through. ``anchors`` are ids of remarks that point at it.

    ``ground`` is why it is confidential, in words: 26 kap. 1 § OSL. A mark may lack one; a ground is always a mark.
    """

    text: str
    bold: bool = False
    italic: bool = False
    language: str = ""
    confidential: bool = False
    reference: Reference | None = None
    anchors: tuple[str, ...] = ()
    ground: str = ""

    def __post_init__(self) -> None:
        if self.ground and not self.confidential:
            object.__setattr__(self, "confidential", True)


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of running text."""

    kind: ClassVar[str] = "paragraph"
    id: str
    runs: Runs = ()


@dataclass(frozen=True)
class Heading:
    """A heading inside an item's text; level 1 is directly below the item's own title."""

    kind: ClassVar[str] = "heading"
    id: str
    level: int = 1
    runs: Runs = ()


@dataclass(frozen=True)
class Quotation:
    """A quotation set apart from the text."""

    kind: ClassVar[str] = "quotation"
    id: str
    runs: Runs = ()


@dataclass(frozen=True)
class ListItem:
    """One list item. ``level`` counts from 0; ``start`` on the first item of a numbered list sets its number."""

    kind: ClassVar[str] = "list_item"
    id: str
    level: int = 0
    ordered: bool = False
    start: int | None = None
    runs: Runs = ()


@dataclass(frozen=True)
class Cell:
    """One cell of a table."""

    runs: Runs = ()


@dataclass(frozen=True)
class Row:
    """One row of a table."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """A table. ``header_rows`` is 0 or 1; ``alignments`` has left, right or center per column."""

    kind: ClassVar[str] = "table"
    id: str
    rows: tuple[Row, ...]
    header_rows: int = 1
    alignments: tuple[str, ...] = ()
    caption: str = ""


@dataclass(frozen=True)
class Image:
    """A picture kept as an attachment, with the alternative text that a screen reader says."""

    kind: ClassVar[str] = "image"
    id: str
    digest: str
    alternative: str = ""


Block = Paragraph | Heading | Quotation | ListItem | Table | Image
_KINDS: dict[str, type] = {b.kind: b for b in (Paragraph, Heading, Quotation, ListItem, Table, Image)}


@dataclass(frozen=True)
class TextDocument:
    """The text of one item: blocks in order."""

    blocks: tuple[Block, ...] = ()

    def __bool__(self) -> bool:
        return any(not block_is_empty(block) for block in self.blocks)

    def to_json_value(self) -> dict[str, Any]:
        """The document as plain JSON values, each block with its kind."""
        return {"schema": SCHEMA, "blocks": [{"kind": b.kind, **to_plain(b)} for b in self.blocks]}

    @classmethod
    def from_json_value(cls, value: Any, path: str = "") -> TextDocument:
        """Read blocks; a plain string is taken as paragraphs separated by empty lines.

        Raises DecodeError with the path to what does not fit.
        """
        if isinstance(value, str):
            return plain_document(value, id_prefix=path)
        if not isinstance(value, dict) or not isinstance(value.get("blocks"), list):
            raise DecodeError(path, "text")
        if unknown := sorted(set(value) - {"schema", "blocks"}):
            raise DecodeError(f"{path}.{unknown[0]}", "unknown")
        if value.get("schema", SCHEMA) != SCHEMA:
            raise DecodeError(f"{path}.schema", "schema", value.get("schema"))
        blocks = tuple(_block(part, f"{path}.blocks[{n}]") for n, part in enumerate(value["blocks"]))
        return cls(with_unique_ids(blocks))


def plain_document(text: str, id_prefix: str = "") -> TextDocument:
    """Plain text as paragraphs (separated by empty lines); single line feeds become line breaks."""
    parts = [part for part in re.split(r"\n[ \t]*\n+", text.replace("\r\n", "\n")) if part.strip("\n")]
    return TextDocument(
        tuple(Paragraph(f"{id_prefix}#{n}", (Run(part.strip("\n")),)) for n, part in enumerate(parts, 1))
    )


def block_runs(block: Block) -> Iterator[Run]:
    """Every run of a block, for a table its caption and then cell by cell."""
    if isinstance(block, Table):
        if block.caption:
            yield Run(block.caption)
        for row in block.rows:
            for cell in row.cells:
                yield from cell.runs
    elif not isinstance(block, Image):
        yield from block.runs


def block_is_empty(block: Block) -> bool:
    """Whether a reader would see nothing at all of the block."""
    return not isinstance(block, (Image, Table)) and not any(run.text.strip() for run in block.runs)


def runs_text(runs: Iterable[Run]) -> str:
    """The words of the runs."""
    return "".join(run.text for run in runs)


def plain_text(document: TextDocument) -> str:
    """The words of the document: a line per block, cells separated by tabs and a table's caption above them."""
    lines = []
    for block in document.blocks:
        if isinstance(block, Table):
            lines += [block.caption] if block.caption else []
            lines += ["\t".join(runs_text(cell.runs) for cell in row.cells) for row in block.rows]
        elif isinstance(block, Image):
            lines.append(block.alternative)
        else:
            lines.append(runs_text(block.runs))
    return "\n".join(lines)


def merge_runs(runs: Iterable[Run]) -> Runs:
    """Neighbours with the same marks joined, empty ones dropped: one form for one look."""
    merged: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if merged and replace(merged[-1], text="") == replace(run, text=""):
            merged[-1] = replace(run, text=merged[-1].text + run.text)
        else:
            merged.append(run)
    return tuple(merged)


def with_unique_ids(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Blocks whose ids are all different: the first keeps its id, a copy gets a suffix."""
    seen: set[str] = set()
    result: list[Block] = []
    for block in blocks:
        name, n = block.id, 2
        while name in seen:
            name, n = f"{block.id}~{n}", n + 1
        seen.add(name)
        result.append(block if name == block.id else replace(block, id=name))
    return tuple(result)


def list_labels(blocks: Iterable[Block]) -> dict[str, str]:
    """The label of each list item by block id: a bullet, or its number in its own level."""
    labels: dict[str, str] = {}
    counters: dict[int, tuple[bool, int]] = {}
    for block in blocks:
        if not isinstance(block, ListItem):
            counters.clear()
            continue
        for deeper in [level for level in counters if level > block.level]:
            del counters[deeper]
        ordered, number = counters.get(block.level, (block.ordered, 0))
        number = number + 1 if ordered == block.ordered else 1
        if block.start is not None:
            number = block.start
        counters[block.level] = (block.ordered, number)
        labels[block.id] = f"{number}." if block.ordered else "•"
    return labels


def map_runs(document: TextDocument, change: Callable[[Run], Run | None]) -> TextDocument:
    """A document with every run changed by ``change``; None removes the run."""
    return map_words(document, lambda runs: merge_runs(new for run in runs if (new := change(run)) is not None))


def map_words(document: TextDocument, changed: Callable[[Runs], Runs]) -> TextDocument:
    """A document with the words of every block, cell and caption changed by ``changed``."""
    blocks: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Table):
            caption = runs_text(changed((Run(block.caption),))) if block.caption else ""
            rows = tuple(Row(tuple(Cell(changed(cell.runs)) for cell in row.cells)) for row in block.rows)
            blocks.append(replace(block, rows=rows, caption=caption))
        elif isinstance(block, Image):
            blocks.append(block)
        else:
            blocks.append(replace(block, runs=changed(block.runs)))
    return TextDocument(tuple(blocks))


def _block(value: Any, path: str) -> Block:
    if not isinstance(value, dict):
        raise DecodeError(path, "object")
    kind = _KINDS.get(str(value.get("kind")))
    if kind is None:
        raise DecodeError(f"{path}.kind", "choice", value.get("kind"))
    fields = {key: part for key, part in value.items() if key != "kind"}
    fields.setdefault("id", path)
    if "text" in fields and "runs" not in fields and kind not in (Table, Image):
        fields["runs"] = [{"text": fields.pop("text")}]
    block: Block = from_plain(kind, fields, path)
    if isinstance(block, ListItem) and not 0 <= block.level <= MAX_LEVEL:
        raise DecodeError(f"{path}.level", "choice", block.level)
    if isinstance(block, Heading) and not 1 <= block.level <= 4:
        raise DecodeError(f"{path}.level", "choice", block.level)
    if isinstance(block, Table) and not (block.rows and all(r.cells for r in block.rows)):
        raise DecodeError(f"{path}.rows", "list")
    return block
