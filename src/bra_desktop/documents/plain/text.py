"""A copy of a document as plain text.

A paragraph is one line, however long: programs for mail and for writing break lines themselves, and line ends of our
own would stay behind in the middle of what was pasted.
"""

from __future__ import annotations

from collections.abc import Iterable

from bra_desktop.documents.as_tables import agenda_table
from bra_desktop.documents.blocks import (
    Block,
    Contents,
    DecisionBlock,
    Document,
    EndOfItems,
    FactsBox,
    FieldRow,
    ItemHeading,
    PageBreak,
    RailSection,
    SignatureBlock,
    SignatureField,
    TimedAgenda,
)
from bra_desktop.documents.clean_text import writable
from bra_desktop.documents.copies import Copy
from bra_desktop.documents.plain.tables import WIDEST, said, table_lines, vote_lines
from bra_desktop.documents.text_blocks import (
    Heading,
    Image,
    ListBlock,
    Paragraph,
    Quotation,
    Table,
    TextBlock,
    VoteTable,
)

_TO_WRITE_ON = "_" * 30


def plain_text(copy: Copy) -> str:
    """The copy as text: title, what the copy is, and every block in its order."""
    text = _Text()
    document = copy.document
    text.add(*_letterhead(document))
    text.add(document.title, "=" * min(WIDEST, len(document.title)), document.subtitle)
    text.add(copy.said, document.warning)
    for block in document.blocks:
        text.block(block)
    return "\n\n".join(text.chunks) + "\n"


def text_file(copy: Copy) -> bytes:
    """The copy as a file in UTF-8; the same copy always gives the same bytes."""
    return plain_text(copy).encode("utf-8")


def _letterhead(document: Document) -> tuple[str, ...]:
    number = f"Dnr {document.registry_number}" if document.registry_number else ""
    return (document.sender.name, document.sender.organ, number)


class _Text:
    """Chunks of lines, which an empty line parts. A label goes with the chunk that follows it."""

    def __init__(self) -> None:
        self.chunks: list[str] = []
        self._labels: list[str] = []
        self._in_fields = False

    def add(self, *lines: str) -> None:
        """One more chunk, without the lines that are empty."""
        kept = [line for one in lines for line in writable(one).split("\n") if line.strip()]
        if kept:
            self.chunks.append("\n".join([*self._labels, *kept]))
            self._labels.clear()
            self._in_fields = False

    def block(self, block: Block) -> None:
        """What a block says."""
        match block:
            case FieldRow():
                self._field(block)
            case ItemHeading():
                self._heading(" ".join(part for part in (block.number, block.title) if part), "-")
                self._label(f"Dnr {block.registry_number}" if block.registry_number else "")
            case RailSection():
                self._end_labels()
                self._label(block.label)
                for one in block.content:
                    self._running(one)
                self._end_labels()
            case DecisionBlock():
                self._end_labels()
                self.add(block.label, block.organ_line, *_clauses(block))
            case SignatureBlock():
                self._heading(block.title, "-")
                self.add(*(_signer(one) for one in block.fields))
            case TimedAgenda():
                self.add(*table_lines(agenda_table(block)))
            case Contents():
                self.add(*(f"{entry.number} {entry.title}" for entry in block.entries))
            case FactsBox():
                self._facts(block)
            case PageBreak() | EndOfItems():
                self._end_labels()
            case _:
                self._running(block)

    def _field(self, block: FieldRow) -> None:
        """Fields that follow each other stand line by line."""
        goes_on, lines = self._in_fields, list(_in_field(block.content)) or ["–"]
        label = writable(block.label).replace("\n", " ")
        shown = [f"{label}: {lines[0]}"] if len(lines) == 1 else [f"{label}:", *(f"  {line}" for line in lines)]
        if goes_on:
            self.chunks[-1] = "\n".join([self.chunks[-1], *shown])
        else:
            self.add(*shown)
        self._in_fields = True

    def _running(self, block: TextBlock) -> None:
        if isinstance(block, Heading):
            self._end_labels()
            text = said(block.runs) or block.text
            if block.level == 2:
                self._heading(text, "-")
            else:
                self._label(text)
        else:
            self.add(*_lines(block))

    def _heading(self, text: str, line: str) -> None:
        self._end_labels()
        shown = writable(text).replace("\n", " ").strip()
        if shown:
            self.add(shown, line * min(WIDEST, len(shown)))

    def _label(self, text: str) -> None:
        if text.strip():
            self._labels.append(writable(text).replace("\n", " "))

    def _end_labels(self) -> None:
        """A label that nothing stands below is said all the same."""
        if self._labels:
            self.chunks.append("\n".join(self._labels))
            self._labels.clear()
            self._in_fields = False

    def _facts(self, block: FactsBox) -> None:
        self._heading(block.title, "-")
        facts = [f"{fact.label}: {fact.value or '–'}" for fact in block.facts]
        sign = block.sign_label.replace("\n", " ")
        self.add(block.text, *facts, f"{sign}: {_TO_WRITE_ON}" if block.signature else "")


def _in_field(content: Iterable[TextBlock | SignatureBlock]) -> Iterable[str]:
    for one in content:
        if isinstance(one, SignatureBlock):
            yield from (_signer(field) for field in one.fields)
        else:
            for line in _lines(one):
                yield from (part for part in writable(line).split("\n") if part.strip())


def _lines(block: TextBlock) -> Iterable[str]:
    match block:
        case Paragraph(runs, _, fill_in):
            yield f"{said(runs)} {_TO_WRITE_ON}" if fill_in else said(runs)
        case Heading(text, _, runs):
            yield said(runs) or text
        case Quotation(runs):
            yield f"    {said(runs)}".replace("\n", "\n    ")
        case ListBlock(items):
            for item in items:
                step = "  " * item.level
                yield f"{step}{item.label} {said(item.runs)}".replace("\n", f"\n{step}  ")
        case Table():
            yield from table_lines(block)
        case VoteTable():
            yield from vote_lines(block)
        case Image():
            yield f"[Bild: {block.alternative or 'utan beskrivning'}]"
            yield block.caption


def _clauses(block: DecisionBlock) -> Iterable[str]:
    for n, clause in enumerate(block.clauses, 1):
        label = {"att": "  att ", "number": f"  {n}. ", "none": ""}[block.numbering]
        yield f"{label}{said(clause.runs)}"


def _signer(one: SignatureField) -> str:
    who = ", ".join(part for part in (one.person, one.role.lower(), one.scope) if part)
    return f"{who}. {' '.join(one.stamp)}" if one.stamp else who
