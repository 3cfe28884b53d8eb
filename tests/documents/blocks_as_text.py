"""Reading blocks: written out as plain text, which two documents are compared by, and their places to sign."""

from __future__ import annotations

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
    SignatureField,
    TimedAgenda,
)
from bra_desktop.documents.text_blocks import (
    Cell,
    Heading,
    Image,
    ListBlock,
    Paragraph,
    Quotation,
    Row,
    Run,
    Runs,
    Table,
    VoteTable,
)


def blocks_as_text(document: Document) -> str:
    """The whole document. Bold is *so*, italics _so_, another language {en: so}; cells are separated by bars."""
    head = [document.title, document.subtitle, f"{document.sender.name} · {document.sender.organ}"]
    if document.registry_number:
        head.append(f"Dnr {document.registry_number}")
    foot = " · ".join([*document.foot.initials, document.foot.line]).strip(" ·")
    head += [f"[sidfot] {foot}"] if foot else []
    head += [f"[varje sida] {document.warning}"] if document.warning else []
    return "\n".join((*head, "", *_lines(document.blocks))) + "\n"


def _lines(blocks: Iterable[Block | SignatureBlock], indent: str = "") -> Iterator[str]:
    for block in blocks:
        for line in _block(block):
            yield f"{indent}{line}" if line else ""


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(runs, tone, fill_in):
            ending = " ____" if fill_in else "" if tone == "body" else f" [{tone}]"
            yield from f"{_runs(runs)}{ending}".split("\n")
        case Heading(text, level, runs):
            yield f"{'#' * level} {_runs(runs) or text}"
        case ListBlock(items):
            yield from (f"{'  ' * item.level}{item.label} {_runs(item.runs)}" for item in items)
        case Quotation(runs):
            yield f"> {_runs(runs)}"
        case Table():
            yield from _table(block)
        case VoteTable(rows):
            yield from (f"| {row.name} | {row.vote}" for row in rows)
        case Image():
            yield f"[bild] {block.alternative} {block.caption}".rstrip()
        case _:
            yield from _framed(block)


def _framed(block: Block) -> Iterator[str]:
    match block:
        case FieldRow(label, content):
            yield f"{label}:"
            yield from _lines(content, "  ") if content else ["  –"]
        case ItemHeading():
            yield ""
            yield f"== {block.number} | {block.title}" + (
                f" | {block.registry_number}" if block.registry_number else ""
            )
        case RailSection(label, content):
            yield f"[{label}]"
            yield from _lines(content, "  ")
        case DecisionBlock():
            yield from _decision(block)
        case SignatureBlock(fields):
            yield from [f"## {block.title}"] if block.title else []
            yield from (_signature(one) for one in fields)
        case TimedAgenda(rows):
            for row in rows:
                papers = f"{row.papers} handlingar senare".strip() if row.papers_later else row.papers
                title = f"# {row.title}" if row.group else row.title
                parts = (row.time, row.number, title, *row.notes, row.presenters, row.purpose, papers)
                yield " | ".join(part for part in parts if part)
        case Contents(entries):
            yield from (f"{entry.number} {entry.title} … sida" for entry in entries)
        case FactsBox():
            yield f"[[{block.title}]] {block.text}"
            yield from (f"  {fact.label}: {fact.value or '–'}" for fact in block.facts)
            yield from [_signature(block.signature)] if block.signature else []
        case _:
            yield f"--- {type(block).__name__}"


def _decision(block: DecisionBlock) -> Iterator[str]:
    yield f"[{block.label}] {block.organ_line}".rstrip()
    for n, clause in enumerate(block.clauses, 1):
        label = {"att": "att ", "number": f"{n}. ", "none": ""}[block.numbering]
        yield f"  | {label}{_runs(clause.runs)}"


def _signature(one: SignatureField) -> str:
    scope = f", {one.scope}" if one.scope else ""
    return f"____ {one.person}, {one.role}{scope} ({one.name})"


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield f"[tabell] {table.caption}"
    if any(column.title for column in table.columns):
        yield "|| " + " | ".join(column.title for column in table.columns)
    yield from (_row(row) for row in table.rows)


def _row(row: Row) -> str:
    mark = {"plain": "|", "sum": "|=", "group": "|#", "tinted": "|~"}[row.kind]
    return f"{mark} " + " | ".join(_cell(cell) for cell in row.cells)


def _cell(cell: Cell) -> str:
    note = f" ({cell.note})" if cell.note else ""
    return f"{_runs(cell.runs)}{note}".replace("\n", " / ")


def _runs(runs: Runs) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    text = f"*{run.text}*" if run.bold else run.text
    text = f"_{text}_" if run.italic else text
    return f"{{{run.language}: {text}}}" if run.language else text


def signature_fields(document: Document) -> tuple[SignatureField, ...]:
    """Every signature field of a document, in reading order."""
    return tuple(_fields(document.blocks))


def _fields(blocks: Iterable[Block]) -> Iterable[SignatureField]:
    for block in blocks:
        match block:
            case SignatureBlock(fields):
                yield from (one for one in fields if one.name)
            case FactsBox(signature=SignatureField() as signature):
                yield signature
            case FieldRow(content=content):
                for part in content:
                    if isinstance(part, SignatureBlock):
                        yield from (one for one in part.fields if one.name)
            case _:
                pass
