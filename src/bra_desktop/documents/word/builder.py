"""From blocks to the body of the file: every block becomes paragraphs and tables in styles of their own."""

from __future__ import annotations

from collections.abc import Callable

from docx.oxml.ns import qn

from bra_desktop.documents.as_tables import agenda_table, contents_rows
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
    TimedAgenda,
)
from bra_desktop.documents.pdf.fonts import typeface
from bra_desktop.documents.pdf.style import LABEL, RAIL
from bra_desktop.documents.pdf.text import natural_width
from bra_desktop.documents.text_blocks import Paragraph, Row, Table, words
from bra_desktop.documents.word.numbering import Numbering
from bra_desktop.documents.word.parts import (
    Element,
    indent,
    keep_with_next,
    label_run,
    paragraph,
    part,
    plain_run,
    set_room_after,
    tab_run,
    tab_stops,
    text_runs,
)
from bra_desktop.documents.word.pictures import Pictures
from bra_desktop.documents.word.signatures import framed_facts, signature_table
from bra_desktop.documents.word.tables import table_element
from bra_desktop.documents.word.text import TextMaker

_BESIDE_LABEL, _AFTER_FIELDS = 5.0, 12.0


class Builder:
    """Builds the body of one document; ``elements`` are its paragraphs and tables in reading order."""

    def __init__(self, document: Document, pictures: Pictures, numbering: Numbering) -> None:
        self._document = document
        self._text = TextMaker(pictures, numbering)
        self._numbering = numbering
        self._marks = _bookmarks(document)
        self._placed: set[str] = set()

    def build(self) -> list[Element]:
        """The elements of every block."""
        in_fields = False
        for block in self._document.blocks:
            if in_fields and not isinstance(block, FieldRow):
                set_room_after(self._text.elements[-1], _AFTER_FIELDS)
            in_fields = isinstance(block, FieldRow)
            self._block(block)
        return self._text.elements

    def _block(self, block: Block) -> None:
        makers: dict[type, Callable[..., None]] = {
            FieldRow: self._field,
            ItemHeading: self._item,
            RailSection: self._section,
            DecisionBlock: self._decision,
            SignatureBlock: self._signatures,
            TimedAgenda: lambda agenda: self._text.add(table_element(agenda_table(agenda))),
            Contents: self._contents,
            FactsBox: self._facts,
            PageBreak: lambda _: self._text.turn_page(),
            EndOfItems: lambda _: None,
        }
        maker = makers.get(type(block))
        if maker:
            maker(block)
        else:
            self._text.block(block)  # type: ignore[arg-type]

    def _field(self, block: FieldRow) -> None:
        """The label and, on the same line, the first of what it labels."""
        content = block.content or (Paragraph(words("–")),)
        label, first = label_run(block.label), content[0]
        _, wide = natural_width(typeface(), words(block.label), LABEL)
        if isinstance(first, Paragraph) and wide <= RAIL - _BESIDE_LABEL:
            self._text.add(paragraph("Falt", label, tab_run(), *text_runs(first.runs)))
            content = content[1:]
        else:
            self._text.add(paragraph("Falt", label, keep_next=True))
        for one in content:
            if isinstance(one, SignatureBlock):
                self._text.add(signature_table(one))
            elif isinstance(one, Paragraph):
                self._text.add(paragraph("FaltFortsatt", *text_runs(one.runs)))
            else:
                self._text.block(one)

    def _item(self, block: ItemHeading) -> None:
        level = self._text.outline.level(block.level)
        inside = [plain_run(block.number), tab_run()] if block.number else []
        layout = {} if block.number else {"indent": indent(RAIL)}
        if block.number and level != 2:
            layout = {"indent": indent(RAIL, RAIL), "tabs": tab_stops((RAIL, "left", "none"))}
        title = text_runs(words(block.title))
        name = self._marks.get(block.key or block.title, "")
        if name and name not in self._placed:
            self._placed.add(name)
            number = len(self._placed)
            title = [part("bookmarkStart", id=number, name=name), *title, part("bookmarkEnd", id=number)]
        self._text.add(paragraph(f"Heading{level}", *inside, *title, **layout))
        if block.registry_number:
            self._text.add(paragraph("Notis", plain_run(f"Dnr {block.registry_number}"), keep_next=True))

    def _section(self, block: RailSection) -> None:
        level = self._text.outline.level(block.level)
        self._text.add(paragraph(f"Heading{level}", *text_runs(words(block.label)), **self._text.aside(level)))
        self._text.outline.below = block.level
        for one in block.content:
            self._text.block(one)
        self._text.outline.below = 1

    def _decision(self, block: DecisionBlock) -> None:
        level = self._text.outline.level(3)
        self._text.add(paragraph(f"Heading{level}", *text_runs(words(block.label))))
        if block.organ_line:
            self._text.add(paragraph("Beslut", *text_runs(words(block.organ_line)), keep_next=True))
        number = self._numbering.clauses() if block.numbering == "number" else None
        for clause in block.clauses:
            inside = text_runs(clause.runs)
            match block.numbering:
                case "none":
                    self._text.add(paragraph("Beslut", *inside))
                case "att":
                    self._text.add(paragraph("AttSats", plain_run("att", bold=True), tab_run(), *inside))
                case _:
                    self._text.add(paragraph("AttSats", *inside, number=number))

    def _signatures(self, block: SignatureBlock) -> None:
        if self._text.elements:
            keep_with_next(self._text.elements[-1])
        if block.title:
            level = self._text.outline.level(2)
            self._text.add(paragraph(f"Heading{level}", *text_runs(words(block.title)), indent=indent(0)))
        self._text.add(signature_table(block))

    def _contents(self, block: Contents) -> None:
        """The list of items, each a link to it; on what page it stands is for Word to decide."""
        table, keys = contents_rows(block)
        shorter = Table(
            table.columns[:2], tuple(Row(row.cells[:2]) for row in table.rows), summary="Ärenden i protokollet",
            wide=True, row_heads=True, dense=True,
        )  # fmt: skip
        titles = [row.cells[1].runs for row in table.rows]
        links = [
            part("hyperlink", *_as_links(text_runs(runs)), anchor=self._marks[key], history=1)
            for key, runs in zip(keys, titles, strict=True)
        ]
        self._text.add(table_element(shorter, links))

    def _facts(self, block: FactsBox) -> None:
        if self._text.elements:
            keep_with_next(self._text.elements[-1])
        for element in framed_facts(block, self._text.outline.level(2)):
            self._text.add(element)


def _bookmarks(document: Document) -> dict[str, str]:
    """A name for the place of each item that a list of items leads to."""
    keys = [entry.key for block in document.blocks if isinstance(block, Contents) for entry in block.entries]
    return {key: f"arende_{n}" for n, key in enumerate(dict.fromkeys(keys), 1)}


def _as_links(runs: list[Element]) -> list[Element]:
    for run in runs:
        looks = run.find(qn("w:rPr"))
        if looks is None:
            looks = part("rPr")
            run.insert(0, looks)
        looks.insert(0, part("rStyle", val="Hyperlink"))
    return runs
