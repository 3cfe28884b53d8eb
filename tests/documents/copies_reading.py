"""Reading copies as others do: Word files by LibreOffice and by python-docx, and the words that blocks hold."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import docx
from docx.document import Document as WordFile

from bra_desktop.documents.as_tables import agenda_table, contents_rows, vote_table
from bra_desktop.documents.blocks import (
    Block,
    Contents,
    DecisionBlock,
    FactsBox,
    FieldRow,
    ItemHeading,
    RailSection,
    SignatureBlock,
    SignatureField,
    TimedAgenda,
)
from bra_desktop.documents.clean_text import writable
from bra_desktop.documents.copies import Copy
from bra_desktop.documents.text_blocks import (
    Heading,
    Image,
    ListBlock,
    Paragraph,
    Quotation,
    Runs,
    Table,
    VoteTable,
)

OFFICE = shutil.which("soffice")
_LINE = re.compile(r"[-=_]{2,}")
_BULLET = re.compile("[•–◦▪]")  # LibreOffice writes signs of its own for the deeper levels


def office_texts(folder: Path, files: Mapping[str, bytes]) -> dict[str, str]:
    """What LibreOffice reads in Word files, by their names; in one run, since its start takes longest."""
    for name, content in files.items():
        (folder / f"{name}.docx").write_bytes(content)
    target = folder / "ut"
    command = [str(OFFICE), f"-env:UserInstallation=file://{folder}/profil", "--headless"]
    command += ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(target)]
    command += [str(folder / f"{name}.docx") for name in files]
    subprocess.run(command, check=True, capture_output=True, timeout=300, env=dict(os.environ))
    return {name: (target / f"{name}.txt").read_text(encoding="utf-8-sig") for name in files}


def opened(content: bytes) -> WordFile:
    """The file as python-docx reads it."""
    return docx.Document(io.BytesIO(content))


def in_words(text: str) -> list[str]:
    """The words of a text, without the lines that are drawn in plain text; every bullet is the same."""
    return [_BULLET.sub("•", word) for word in text.split() if not _LINE.fullmatch(word)]


def words_of(copy: Copy, *, spoken_pictures: bool = False) -> list[str]:
    """Every word of a copy in reading order, with the labels of lists, straight from the blocks."""
    document = copy.document
    number = f"Dnr {document.registry_number}" if document.registry_number else ""
    head = (document.sender.name, document.sender.organ, number, document.title, document.subtitle)
    texts = [*head, copy.said, document.warning, *_texts(document.blocks, spoken_pictures)]
    return in_words(" ".join(writable(text) for text in texts))


def _texts(blocks: Iterable[Block | SignatureBlock], pictures: bool) -> Iterator[str]:
    for block in blocks:
        match block:
            case FieldRow(label, content):
                yield label
                yield from _texts(content, pictures) if content else ["–"]
            case RailSection(label, content):
                yield label
                yield from _texts(content, pictures)
            case ItemHeading():
                yield from (block.number, block.title, f"Dnr {block.registry_number}" * bool(block.registry_number))
            case DecisionBlock():
                yield from _decision(block)
            case SignatureBlock(fields, _, title):
                yield title
                yield from (text for one in fields for text in _signer(one))
            case Image():
                yield from [f"[Bild: {block.alternative or 'utan beskrivning'}]"] * pictures
                yield block.caption
            case FactsBox():
                yield from (block.title, block.text)
                yield from (f"{fact.label} {fact.value or '–'}" for fact in block.facts)
                yield block.sign_label if block.signature else ""
            case _:
                yield from _running(block)


def _running(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(runs) | Quotation(runs):
            yield _runs(runs)
        case Heading(text, _, runs):
            yield _runs(runs) or text
        case ListBlock(items):
            yield from (f"{item.label} {_runs(item.runs)}" for item in items)
        case Table():
            yield from _table(block)
        case VoteTable():
            yield from _table(vote_table(block))
        case TimedAgenda():
            yield from _table(agenda_table(block))
        case Contents():
            table, _keys = contents_rows(block)
            yield from (column.title for column in table.columns[:2])
            yield from (_runs(cell.runs) for row in table.rows for cell in row.cells[:2])
        case _:
            pass


def _decision(block: DecisionBlock) -> Iterator[str]:
    yield from (block.label, block.organ_line)
    for n, clause in enumerate(block.clauses, 1):
        label = {"att": "att", "number": f"{n}.", "none": ""}[block.numbering]
        yield f"{label} {_runs(clause.runs)}"


def _signer(one: SignatureField) -> tuple[str, ...]:
    return *one.stamp, one.person, ", ".join(said for said in (one.role, one.scope) if said)


def _table(table: Table) -> Iterator[str]:
    yield table.caption
    yield from (column.title for column in table.columns)
    for row in table.rows:
        for cell in row.cells:
            yield from (_runs(cell.runs), cell.note)


def _runs(runs: Runs) -> str:
    return "".join(run.text for run in runs)
