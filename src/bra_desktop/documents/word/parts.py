"""Elements of WordprocessingML (ISO/IEC 29500-1) as short calls. Lengths in points, as everywhere in the papers."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from bra_desktop.documents.clean_text import writable
from bra_desktop.documents.pdf.style import Colour
from bra_desktop.documents.text_blocks import Runs

Element = Any
"""An element of lxml, which has no types of its own."""


def part(tag: str, *children: Element, **attributes: object) -> Element:
    """An element of the main namespace with attributes of the same."""
    made: Element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name.rstrip('_')}"), str(value))
    made.extend(children)
    return made


def twips(points: float) -> int:
    """Twentieths of a point."""
    return round(points * 20)


def hexed(colour: Colour) -> str:
    """A colour as six figures."""
    return "".join(f"{round(share * 255):02X}" for share in colour)


def edge(tag: str, points: float, colour: Colour, space: float = 0.0) -> Element:
    """One border line; its width is told in eighths of a point."""
    return part(tag, val="single", sz=max(2, round(points * 8)), space=round(space), color=hexed(colour))


def text_runs(runs: Runs, **marks: bool) -> list[Element]:
    """The runs with their own marks; ``marks`` are on for all of them. A line feed is a line break."""
    made = []
    for run in runs:
        bold, italic = run.bold or marks.get("bold", False), run.italic or marks.get("italic", False)
        for n, line in enumerate(writable(run.text).split("\n")):
            looks = _looks(bold, italic, run.language)
            if n:
                made.append(part("r", *looks, part("br")))
                looks = _looks(bold, italic, run.language)
            if line:
                made.append(part("r", *looks, _text(line)))
    return made


def plain_run(text: str, *, bold: bool = False) -> Element:
    """One run of a text without line feeds."""
    return part("r", *_looks(bold, False, ""), _text(writable(text).replace("\n", " ")))


def label_run(text: str) -> Element:
    """A label that stands before what it labels."""
    run = plain_run(text)
    run.insert(0, part("rPr", part("rStyle", val="Etikett")))
    return run


def tab_run() -> Element:
    """A step to the next tab stop."""
    return part("r", part("tab"))


def field_runs(code: str, shown: str) -> list[Element]:
    """A field that Word counts itself, with what stands there until it has."""
    instruction = part("instrText")
    instruction.text = f" {code} "
    instruction.set(qn("xml:space"), "preserve")
    return [
        part("r", part("fldChar", fldCharType="begin")),
        part("r", instruction),
        part("r", part("fldChar", fldCharType="separate")),
        part("r", _text(shown)),
        part("r", part("fldChar", fldCharType="end")),
    ]


def _looks(bold: bool, italic: bool, language: str) -> list[Element]:
    inside = [part("b")] * bold + [part("i")] * italic
    if language:
        inside.append(part("lang", val=language, bidi=language))
    return [part("rPr", *inside)] if inside else []


def _text(text: str) -> Element:
    made = part("t")
    made.text = text
    made.set(qn("xml:space"), "preserve")
    return made


def paragraph(style: str, *inside: Element, **layout: Any) -> Element:
    """A paragraph. ``layout``: keep_next, align, and the elements number, borders, tabs, spacing and indent."""
    looks = part("pPr", part("pStyle", val=style))
    if layout.get("keep_next"):
        looks.append(part("keepNext"))
    for extra in ("number", "borders", "tabs", "spacing", "indent"):
        if layout.get(extra) is not None:
            looks.append(layout[extra])
    if layout.get("align") in ("right", "center"):
        looks.append(part("jc", val=layout["align"]))
    return part("p", looks, *inside)


def keep_with_next(element: Element) -> None:
    """Let a paragraph, or the last row of a table, go with what follows."""
    rows = element.findall(qn("w:tr"))
    for one in rows[-1].iter(qn("w:p")) if rows else [element]:
        looks = one.pPr
        if looks.find(qn("w:keepNext")) is None:
            looks.insert(1, part("keepNext"))


def break_before(element: Element) -> None:
    """Let a paragraph, or the first of a table, begin a page."""
    first = element if element.tag == qn("w:p") else next(element.iter(qn("w:p")))
    looks = first.pPr
    at = 1 + (looks.find(qn("w:keepNext")) is not None)
    looks.insert(at, part("pageBreakBefore"))


def tab_stops(*stops: tuple[float, str, str]) -> Element:
    """Tab stops: place in points, kind (left, right, center) and leader (none, underscore)."""
    return part("tabs", *(part("tab", val=kind, leader=leader, pos=twips(at)) for at, kind, leader in stops))


def indent(left: float, hanging: float = 0.0, right: float = 0.0) -> Element:
    """Indentation in points."""
    return part("ind", left=twips(left), right=twips(right), hanging=twips(hanging))


def set_spacing(looks: Element, **room: float) -> None:
    """Room above or below a paragraph in points, beside what its style says; ``looks`` are its properties."""
    spacing = looks.find(qn("w:spacing"))
    if spacing is None:
        spacing = part("spacing")
        late = [child for child in looks if child.tag in (qn("w:ind"), qn("w:jc"))]
        if late:
            late[0].addprevious(spacing)
        else:
            looks.append(spacing)
    for side, points in room.items():
        spacing.set(qn(f"w:{side}"), str(twips(points)))


def set_room_after(element: Element, points: float) -> None:
    """Room below a paragraph; a table has none of its own."""
    if element.tag == qn("w:p"):
        set_spacing(element.pPr, after=points)
