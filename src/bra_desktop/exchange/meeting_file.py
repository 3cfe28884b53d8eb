"""The meeting file: a whole meeting as JSON, read with every doubt turned into one sentence, and written readably.

Its shape is :class:`bra_desktop.domain.content.MeetingContent`. Text may be a plain string, paragraphs separated by
empty lines, or blocks of schema 1. A line break is ``\\n``; ``\\r\\n``, as Windows writes it, is kept as that same line
break, and a lone ``\\r`` is refused. People may be named by key or by full name, organisations by key or name.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from datetime import date, datetime, time
from enum import Enum
from pathlib import Path
from typing import Any

from bra_desktop.domain.canonical import DecodeError, from_plain, to_plain
from bra_desktop.domain.content import FORMAT, MeetingContent, OrganisationContent, PersonContent
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.quoting import short
from bra_desktop.domain.text import Block, Image, Run, Table, TextDocument, plain_document, plain_text
from bra_desktop.exchange.meeting_file_checks import check
from bra_desktop.exchange.meeting_file_json import MAX_BYTES, TOO_LARGE, load
from bra_desktop.exchange.meeting_file_references import resolve
from bra_desktop.exchange.meeting_file_schema import choices, schema
from bra_desktop.exchange.meeting_file_sentences import decode_sentence
from bra_desktop.exchange.meeting_file_words import FAILED_READING, NOTHING_CHANGED

__all__ = ["MAX_BYTES", "read", "schema", "write"]


def read(
    source: Path | str | bytes,
    name: str = "",
    *,
    known_people: Iterable[PersonContent] = (),
    known_organisations: Iterable[OrganisationContent] = (),
) -> MeetingContent:
    """Read a meeting file.

    ``name`` is what the file is called in messages. People and organisations that the file names but does not
    describe are looked for among the known ones, and then stand in the content.

    Raises UserError, whose ``where`` is the path in the file, such as ``items[3].decisions[0].text``.
    """
    if not isinstance(source, bytes):
        name = name or Path(source).name
        source = _bytes(Path(source), name)
    name = name or "utan namn"
    plain = load(source, name)
    _refuse_other_formats(plain, name)
    try:
        content = from_plain(MeetingContent, plain)
    except DecodeError as error:
        raise UserError(decode_sentence(error, plain, name, choices(error.path)), error.path) from None
    content = resolve(content, plain, name, tuple(known_people), tuple(known_organisations))
    check(content, plain, name)
    return content


def write(content: MeetingContent) -> bytes:
    """The meeting as a file that people can read too: the order of the shape, defaults left out, one space indent.

    ``read(write(content)) == content`` holds for every content that ``read`` accepts.
    """
    return (json.dumps(_readable(content, ""), ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode("utf-8")


def _bytes(path: Path, name: str) -> bytes:
    sentence = ""
    try:
        if path.is_dir():
            sentence = f"{short(name)} är en mapp. Välj en mötesfil (.json)."
        elif path.stat().st_size > MAX_BYTES:
            sentence = TOO_LARGE.format(file=short(name))
        else:
            return path.read_bytes()
    except FileNotFoundError:
        sentence = f"Filen {short(name)} finns inte. Kontrollera namnet och mappen."
    except OSError:
        sentence = f"{FAILED_READING.format(file=short(name))} Kontrollera att du får läsa filen."
    raise UserError(f"{sentence} {NOTHING_CHANGED}")


def _refuse_other_formats(plain: dict[str, Any], name: str) -> None:
    version = plain.get("format", FORMAT)
    if isinstance(version, int) and not isinstance(version, bool) and version != FORMAT:
        if version > FORMAT:
            advice = "Uppdatera programmet på den här datorn eller spara filen i format"
        else:
            advice = "Spara filen i format"
        raise UserError(
            f"Filen {short(name)} är skriven i format {version}, som det här programmet inte läser. "
            f"{advice} {FORMAT}. {NOTHING_CHANGED}",
            "format",
        )


def _readable(value: Any, path: str) -> Any:
    if isinstance(value, TextDocument):
        return _readable_text(value, path)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        kept = to_plain(value)
        return {
            f.name: _readable(getattr(value, f.name), f"{path}.{f.name}" if path else f.name)
            for f in dataclasses.fields(value)
            if f.name in kept
        }
    if isinstance(value, tuple):
        return [_readable(part, f"{path}[{n}]") for n, part in enumerate(value)]
    if isinstance(value, (Enum, date, datetime, time)):
        return to_plain(value)
    return value


def _readable_text(document: TextDocument, path: str) -> Any:
    words = plain_text(document).replace("\n", "\n\n") if len(document.blocks) > 1 else plain_text(document)
    if plain_document(words, id_prefix=path) == document:
        return words
    blocks = [_readable_block(block, f"{path}.blocks[{n}]") for n, block in enumerate(document.blocks)]
    return {**document.to_json_value(), "blocks": blocks}


def _readable_block(block: Block, path: str) -> dict[str, Any]:
    plain = {"kind": block.kind, **to_plain(block)}
    if block.id == path:
        del plain["id"]
    if not isinstance(block, (Table, Image)) and len(block.runs) == 1 and block.runs[0] == Run(block.runs[0].text):
        del plain["runs"]
        plain["text"] = block.runs[0].text
    return plain
