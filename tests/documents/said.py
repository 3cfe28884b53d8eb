"""Whether a PDF says what its blocks say: every text, whole, in their order, in the tag tree."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from bra_desktop.documents.blocks import (
    Block,
    Contents,
    DecisionBlock,
    Document,
    FactsBox,
    FieldRow,
    ItemHeading,
    RailSection,
    SignatureBlock,
    TimedAgenda,
)
from bra_desktop.documents.clean_text import clean
from bra_desktop.documents.text_blocks import (
    Heading,
    Image,
    ListBlock,
    Paragraph,
    Quotation,
    Row,
    Runs,
    Table,
    VoteTable,
)
from tests.documents.tagged_pdf import TaggedPdf

_UNSAYABLE = ("Cc", "Cs", "Co", "Cn")


def unsaid(read: TaggedPdf, document: Document) -> list[str]:
    """The texts of a document that its file does not say after those before them."""
    said, at, lacking = [_plain(line.partition(" ")[2]) for line in read.spoken()], 0, []
    for text in filter(None, map(_plain, texts(document))):
        found = next((n for n in range(at, len(said)) if text in said[n]), None)
        if found is None:
            lacking.append(text)
        else:
            at = found
    return lacking


def _plain(text: str) -> str:
    """As it is printed: composed, with ordinary spaces, and with U+FFFD for what no file may say."""
    sayable = (c if c == "\n" or unicodedata.category(c) not in _UNSAYABLE else "\ufffd" for c in clean(text))
    return " ".join("".join(sayable).split())


def texts(document: Document) -> Iterator[str]:
    """Every text of a document in reading order, a paragraph or a cell at a time."""
    yield from (document.sender.name, document.sender.organ)
    yield f"Dnr {document.registry_number}" if document.registry_number else ""
    yield from (document.title, *document.subtitle.split("\n"), document.warning)
    yield from _blocks(document.blocks)


def _blocks(blocks: Iterable[Block | SignatureBlock]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(runs) | Quotation(runs):
            yield _runs(runs)
        case Heading(text, _, runs):
            yield _runs(runs) or text
        case ListBlock(items):
            for item in items:
                yield from (item.label, _runs(item.runs))
        case Table(columns, rows):
            yield from (block.caption, *(column.title for column in columns))
            for row in rows:
                yield from _row(row)
        case VoteTable(rows):
            for one in rows:
                yield from (one.name, one.vote)
        case Image():
            yield block.caption
        case _:
            yield from _framed(block)


def _framed(block: Block) -> Iterator[str]:
    match block:
        case FieldRow(label, content) | RailSection(label, content):
            yield label
            yield from _blocks(content)
        case ItemHeading():
            yield f"{block.number} {block.title}".strip()
            yield f"Dnr {block.registry_number}" if block.registry_number else ""
        case DecisionBlock():
            yield from (block.label, block.organ_line)
            for n, clause in enumerate(block.clauses, 1):
                yield from ({"att": "att", "number": f"{n}.", "none": ""}[block.numbering], _runs(clause.runs))
        case SignatureBlock(fields):
            yield block.title
            yield from (text for one in fields for text in (one.person, one.role, one.scope))
        case FactsBox():
            yield from (block.title, block.text)
            yield from (text for fact in block.facts for text in (fact.label, fact.value))
            yield block.sign_label if block.signature else ""
        case _:
            yield from _listed(block)


def _listed(block: Block) -> Iterator[str]:
    match block:
        case TimedAgenda(rows):
            for row in rows:
                yield from (row.time, row.number, row.title, *row.notes, row.presenters, row.purpose, row.papers)
        case Contents(entries):
            yield from (text for entry in entries for text in (entry.number, entry.title))


def _row(row: Row) -> Iterator[str]:
    for cell in row.cells:
        yield from (_runs(cell.runs), cell.note)


def _runs(runs: Runs) -> str:
    return "".join(run.text for run in runs)
