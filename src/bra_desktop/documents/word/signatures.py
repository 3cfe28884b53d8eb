"""Places to sign, and the frame around what is certified."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy

from bra_desktop.documents.blocks import FactsBox, SignatureBlock, SignatureField
from bra_desktop.documents.pdf.signature import GAP
from bra_desktop.documents.pdf.style import COLUMN, FULL, RAIL
from bra_desktop.documents.text_blocks import words
from bra_desktop.documents.word.parts import (
    Element,
    indent,
    paragraph,
    part,
    plain_run,
    tab_run,
    tab_stops,
    text_runs,
    twips,
)
from bra_desktop.documents.word.styles import box_borders

_ABREAST, _LABELS = 3, 120.0
_EDGE = 10.0
_ABOVE_STAMP, _BELOW_STAMP = 12.0, 6.0


def signature_table(block: SignatureBlock) -> Element:
    """Lines to sign on, side by side as on our own pages, never parted by the end of a page."""
    columns = _ABREAST if block.wide and len(block.fields) != 4 else 2
    across = (FULL if block.wide else COLUMN) / columns
    looks = part(
        "tblPr",
        part("tblStyle", val="TabellUtanLinjer"),
        part("tblW", w=twips(across * columns), type="dxa"),
        part("tblInd", w=0 if block.wide else twips(RAIL), type="dxa"),
        part("tblLayout", type="fixed"),
        part("tblCellMar", *(part(side, w=twips(w), type="dxa") for side, w in (("left", 0), ("right", GAP)))),
        part("tblLook", val="0000", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        part("tblCaption", val="Underskrifter"),
    )
    made = part("tbl", looks, part("tblGrid", *(part("gridCol", w=twips(across)) for _ in range(columns))))
    rows = [block.fields[n : n + columns] for n in range(0, len(block.fields), columns)]
    for n, row in enumerate(rows):
        cells = [_signer(field, across, keep=n < len(rows) - 1) for field in row]
        cells += [_nobody(across) for _ in range(columns - len(row))]
        made.append(part("tr", part("trPr", part("cantSplit")), *cells))
    return made


def _signer(field: SignatureField, across: float, *, keep: bool) -> Element:
    role = ", ".join(said for said in (field.role, field.scope) if said)
    return part(
        "tc",
        part("tcPr", part("tcW", w=twips(across), type="dxa")),
        *_stamp(field.stamp),
        paragraph(
            "Underskrift",
            *text_runs(words(field.person)),
            keep_next=True,
            **({"spacing": part("spacing", before=twips(_BELOW_STAMP))} if field.stamp else {}),
        ),
        *([paragraph("UnderskriftRoll", *text_runs(words(role)), keep_next=keep)] if role else []),
    )


def _stamp(lines: Sequence[str]) -> Iterator[Element]:
    """The lines of an electronic signature, over the line that ink would stand on."""
    for n, line in enumerate(lines):
        room = {} if n else {"spacing": part("spacing", before=twips(_ABOVE_STAMP))}
        yield paragraph("UnderskriftStampel", plain_run(line), keep_next=True, **room)


def _nobody(across: float) -> Element:
    """A cell must hold a paragraph, also where nobody signs."""
    return part("tc", part("tcPr", part("tcW", w=twips(across), type="dxa")), paragraph("UnderskriftRoll"))


def framed_facts(block: FactsBox, level: int) -> list[Element]:
    """The frame: heading, text, a line for each fact and one to sign on, in paragraphs that share one border."""
    first = {"indent": indent(_EDGE, 0, _EDGE), "borders": box_borders()}
    facts = {
        "tabs": tab_stops((_EDGE + _LABELS, "left", "none")),
        "indent": indent(_EDGE + _LABELS, _LABELS, _EDGE),
    }
    line = {"tabs": tab_stops((FULL - _EDGE, "right", "underscore"))}
    made = [
        paragraph(f"Heading{level}", *text_runs(words(block.title)), **first),
        paragraph("Intyg", *text_runs(words(block.text)), keep_next=True),
    ]
    for fact in block.facts:
        runs = [plain_run(fact.label, bold=True), tab_run(), *text_runs(words(fact.value or "–"))]
        made.append(paragraph("Intyg", *runs, keep_next=True, **deepcopy(facts)))
    if block.signature:
        spacing = part("spacing", before=twips(26), after=twips(6))
        runs = [plain_run(f"{block.sign_label} ", bold=True), tab_run()]
        made.append(paragraph("Intyg", *runs, spacing=spacing, **line))
    return made
