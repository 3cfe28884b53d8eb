"""What stands on every page: real headers and footers with fields for the page numbers, and the letterhead."""

from __future__ import annotations

import io
from typing import Any

from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from bra_desktop.documents.arms_picture import arms_png
from bra_desktop.documents.blocks import Document, Foot
from bra_desktop.documents.copies import Copy
from bra_desktop.documents.pdf.arms import read_arms
from bra_desktop.documents.pdf.style import (
    BOTTOM,
    BOTTOM_WITH_INITIALS,
    FULL,
    GUTTER,
    HAIRLINE,
    INK,
    LATE,
    LEFT,
    MM,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RAIL,
    RIGHT,
    RULE,
)
from bra_desktop.documents.word.parts import (
    Element,
    edge,
    field_runs,
    hexed,
    paragraph,
    part,
    plain_run,
    tab_run,
    twips,
)
from bra_desktop.documents.word.pictures import Pictures

_ARMS_HEIGHT, _ARMS_PIXELS = 18.5 * MM, 320
_BOX_HEIGHT, _BOX_WIDTH, _BOXES_GAP = 11 * MM, 21 * MM, 6 * MM
_NARROWEST_CERTIFICATE = 42 * MM
_FOOT = 11 * MM


def set_pages(file: WordFile, copy: Copy) -> None:
    """A4 with the margins of our own pages; header and footer of the first page and of the others."""
    section, document = file.sections[0], copy.document
    section.page_width, section.page_height = Pt(PAGE_WIDTH), Pt(PAGE_HEIGHT)
    section.left_margin, section.right_margin = Pt(LEFT), Pt(RIGHT)
    foot = BOTTOM_WITH_INITIALS if document.foot.initials else BOTTOM
    section.top_margin, section.header_distance = Mm(21), Mm(10)
    section.bottom_margin, section.footer_distance = Pt(foot + (8 if document.warning else 4) * MM), Pt(_FOOT)
    section.different_first_page_header_footer = True
    _fill(section.first_page_header, [paragraph("Header", *_page_number(), align="right")])
    _fill(section.header, _running(document))
    _fill(section.first_page_footer, _foot(copy, first=True))
    _fill(section.footer, _foot(copy, first=False))


def letterhead(pictures: Pictures, document: Document) -> list[Element]:
    """Arms, municipality and forum at the top of the first page, with the registry number to the right."""
    sender = paragraph("Avsandare", plain_run(document.sender.name))
    if document.sender.arms:
        described = document.sender.arms_description or f"{document.sender.name}, kommunvapen"
        picture = io.BytesIO(arms_png(document.sender.arms, _ARMS_PIXELS))
        tall = read_arms(document.sender.arms).height_within(RAIL - GUTTER, _ARMS_HEIGHT)
        sender.insert(1, pictures.floating(picture, tall, described))
    organ = [plain_run(document.sender.organ)]
    if document.registry_number:
        organ += [tab_run(), plain_run(f"Dnr {document.registry_number}")]
    space = part("spacing", before=0, after=twips(9 * MM))
    return [sender, paragraph("Organ", *organ, spacing=space)]


def _fill(place: Any, elements: list[Element]) -> None:
    place.is_linked_to_previous = False
    holder: Any = place._element  # noqa: SLF001 - python-docx has no public name for it
    for old in list(holder):
        holder.remove(old)
    holder.extend(elements)


def _page_number() -> list[Element]:
    return [plain_run("Sida "), *field_runs("PAGE", "1"), plain_run(" ("), *field_runs("NUMPAGES", "1"), plain_run(")")]


def _running(document: Document) -> list[Element]:
    below = part("pBdr", edge("bottom", HAIRLINE, RULE, 3))
    number = [tab_run(), plain_run(f"Dnr {document.registry_number}")] if document.registry_number else []
    return [
        paragraph("Header", plain_run(f"{document.sender.name} · {document.sender.organ}"), tab_run(), *_page_number()),
        paragraph("Header", plain_run(document.running_title), *number, borders=below),
    ]


def _foot(copy: Copy, *, first: bool) -> list[Element]:
    """What the copy is, the warning, and then the boxes for initials, the line of the foot or the contact line."""
    document = copy.document
    above = paragraph("Sidfotsnotis", plain_run(copy.said))
    lines = [above]
    if document.warning:
        warning = plain_run(document.warning)
        warning.insert(0, part("rPr", part("color", val=hexed(LATE))))
        lines.append(paragraph("Sidfotsnotis", warning))
    if document.foot.initials:
        return [*lines, _boxes(document.foot), paragraph("Signatur")]
    line = part("pBdr", edge("top", HAIRLINE, RULE, 3))
    return [*lines, paragraph("Footer", *_last_line(document, first=first), borders=line)]


def _last_line(document: Document, *, first: bool) -> list[Element]:
    if document.foot.line:
        return [plain_run(document.foot.line)]
    if not first:
        return [plain_run(document.full_title)]
    parts = document.sender.contact
    if not parts:
        return [plain_run(document.full_title)]
    shown = [plain_run(parts[0])]
    for place in (parts[1] if len(parts) > 2 else "", parts[-1] if len(parts) > 1 else ""):
        shown += [tab_run()] + ([plain_run(place)] if place else [])
    return shown


def _boxes(foot: Foot) -> Element:
    """Boxes to put initials in, one per signer, and a wide one for certifying extracts."""
    labels = foot.initials
    width = min(_BOX_WIDTH, (FULL - _BOXES_GAP - _NARROWEST_CERTIFICATE) / len(labels))
    rest = FULL - width * len(labels) - _BOXES_GAP
    widths = [*([width] * len(labels)), _BOXES_GAP, rest]
    head = part("tr", part("trPr", part("cantSplit")))
    head.append(_box("Signaturrubrik", foot.initials_label, sum(widths[: len(labels)]), span=len(labels)))
    head.append(_box("Signaturrubrik", "", _BOXES_GAP))
    head.append(_box("Signaturrubrik", foot.certificate_label, rest))
    boxes = part("tr", part("trPr", part("cantSplit"), part("trHeight", val=twips(_BOX_HEIGHT), hRule="exact")))
    boxes.extend(_box("Signatur", text, width, framed=True) for text in labels)
    boxes.append(_box("Signatur", "", _BOXES_GAP))
    boxes.append(_box("Signatur", "", rest, framed=True))
    looks = part(
        "tblPr",
        part("tblStyle", val="TabellUtanLinjer"),
        part("tblW", w=twips(FULL), type="dxa"),
        part("tblLayout", type="fixed"),
        part("tblCellMar", *(part(side, w=twips(2.4), type="dxa") for side in ("left", "right"))),
        part("tblCaption", val="Plats för signaturer"),
    )
    return part("tbl", looks, part("tblGrid", *(part("gridCol", w=twips(w)) for w in widths)), head, boxes)


def _box(style: str, text: str, width: float, *, span: int = 1, framed: bool = False) -> Element:
    looks = part("tcPr", part("tcW", w=twips(width), type="dxa"))
    if span > 1:
        looks.append(part("gridSpan", val=span))
    if framed:
        looks.append(part("tcBorders", *(edge(side, 0.5, INK) for side in ("top", "left", "bottom", "right"))))
    return part("tc", looks, paragraph(style, *([plain_run(text)] if text else [])))


def set_language(settings: Element, language: str) -> None:
    """The language that the whole file is proofread in, and that it is made for today's Word."""
    fonts = settings.find(qn("w:themeFontLang"))
    for name in ("val", "eastAsia"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    fonts.set(qn("w:val"), language)
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
