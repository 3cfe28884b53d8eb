"""Our own judgement of a tagged PDF: what the standards ask (ISO 14289-1, ISO 19005-2) and what paper asks.

It needs no Java, sees what the engine of the validator does not (words off the page, text over text, headings out of
order, a table whose rows differ), and names each fault in a sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

import pikepdf
from pikepdf import Array, Dictionary

from tests.documents.tagged_pdf import Element, Piece, TaggedPdf

MM = 72 / 25.4
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_LEFT, _RIGHT = 25 * MM, 190 * MM
_PAPER_TOP, _LOWEST = 297 * MM - 14 * MM, 24 * MM
_FUZZ = 0.6
_KIDS = {
    "L": {"LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"THead", "TBody", "TFoot", "TR", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
}


def faults(pdf: bytes | TaggedPdf) -> list[str]:
    """Everything that is wrong with a file; empty for a sound one."""
    read = TaggedPdf(pdf) if isinstance(pdf, bytes) else pdf
    root = read.file.Root
    if "/StructTreeRoot" not in root:
        return ["filen har inget taggträd"]
    return [*_file(read), *_marked(read), *_fonts(read), *_tree(read), *_fields(read), *_on_paper(read)]


def _file(read: TaggedPdf) -> Iterator[str]:
    root = read.file.Root
    if not _LANGUAGE.fullmatch(str(root.get("/Lang", ""))):
        yield "filen har inget språk"
    if not bool(root.get("/MarkInfo", Dictionary()).get("/Marked", False)):
        yield "filen säger inte att den är taggad"
    if not bool(root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False)):
        yield "läsaren visar inte dokumentets titel"
    if not str(read.file.docinfo.get("/Title", "")).strip():
        yield "filen har ingen titel"
    said = root.Metadata.read_bytes().decode() if "/Metadata" in root else ""
    for needed in ("<pdfaid:conformance>A<", "<pdfuaid:part>1<"):
        if needed not in said:
            yield f"metadata saknar {needed}"


def _marked(read: TaggedPdf) -> Iterator[str]:
    yield from (f"utanför taggarna: {one}" for one in read.unmarked)
    known = Counter(kid for one in read.root.every() for kid in one.kids if isinstance(kid, tuple))
    yield from (
        f"sida {page + 1}: märkt innehåll {n} hör till flera element" for (page, n), c in known.items() if c > 1
    )
    for page, numbers in enumerate(read.numbers):
        mine = {number for at, number in known if at == page}
        yield from (f"sida {page + 1}: innehåll {n} hör till inget element" for n in sorted(numbers - mine))
        yield from (f"sida {page + 1}: element pekar på innehåll {n} som inte finns" for n in sorted(mine - numbers))
    for piece in read.pieces:
        if "\0" in piece.text:
            yield f"sida {piece.page + 1}: tecken utan betydelse i ”{piece.text[:40]}”"


def _fonts(read: TaggedPdf) -> Iterator[str]:
    seen = set()
    for page in read.file.pages:
        for raw in dict(page.obj.get("/Resources", Dictionary()).get("/Font", Dictionary())).values():
            if raw.objgen in seen:
                continue
            seen.add(raw.objgen)
            described = raw.get("/FontDescriptor", Dictionary())
            if not any(key in described for key in ("/FontFile", "/FontFile2", "/FontFile3")):
                yield f"typsnittet {raw.get('/BaseFont', '?')} är inte inbäddat"
            if "/ToUnicode" not in raw:
                yield f"typsnittet {raw.get('/BaseFont', '?')} säger inte vilka tecken det ritar"


def _tree(read: TaggedPdf) -> Iterator[str]:
    level = 0
    for one in read.root.every():
        allowed = _KIDS.get(one.tag)
        if allowed:
            yield from (f"{kid.tag} får inte stå i {one.tag}" for kid in one.elements if kid.tag not in allowed)
        if one.tag in ("Figure", "Form", "Formula") and not one.text_of("Alt").strip():
            yield f"{one.tag} saknar alternativtext"
        if one.tag == "TH" and str(one.attribute("Table", "Scope")) not in ("/Row", "/Column", "/Both"):
            yield f"rubrikcellen ”{read.text(one)[:40]}” säger inte vad den är rubrik för"
        if one.tag == "L":
            yield from _list(read, one)
        if one.tag == "Table":
            yield from _table(read, one)
        if "/Lang" in one.raw and not _LANGUAGE.fullmatch(one.text_of("Lang")):
            yield f"{one.tag} har språket ”{one.text_of('Lang')}”"
        if re.fullmatch(r"H[1-6]", one.tag):
            if int(one.tag[1]) > level + 1:
                yield f"rubriken {one.tag} ”{read.text(one)[:40]}” hoppar över en nivå efter H{level}"
            if not level and one.tag != "H1":
                yield "den första rubriken är inte H1"
            level = int(one.tag[1])
    if not level:
        yield "dokumentet har ingen rubrik"


def _list(read: TaggedPdf, one: Element) -> Iterator[str]:
    if one.attribute("List", "ListNumbering") is None:
        yield "en lista säger inte hur den är numrerad"
    for item in one.elements:
        if item.tag == "LI" and [kid.tag for kid in item.elements] != ["Lbl", "LBody"]:
            yield f"punkten ”{read.text(item)[:40]}” har inte etikett och text"


def _table(read: TaggedPdf, one: Element) -> Iterator[str]:
    rows = [row for row in one.every() if row.tag == "TR" and row is not one]
    widths = {sum(int(cell.attribute("Table", "ColSpan") or 1) for cell in row.elements) for row in rows}  # type: ignore[call-overload]
    if len(widths) > 1:
        yield f"tabellens rader är olika breda: {sorted(widths)}"
    heads = [group for group in one.elements if group.tag == "THead"]
    for cell in (cell for group in heads for row in group.elements for cell in row.elements):
        if cell.tag != "TH":
            yield f"cellen ”{read.text(cell)[:40]}” i tabellhuvudet är ingen rubrik"


def _fields(read: TaggedPdf) -> Iterator[str]:
    objects = {thing.objgen: one for one in read.root.every() for thing in one.objects}
    names = []
    for number, page in enumerate(read.file.pages, 1):
        if str(page.obj.get("/Tabs", "")) != "/S":
            yield f"sida {number}: tabbordningen följer inte taggarna"
        for note in page.obj.get("/Annots", Array()):
            holder = objects.get(note.objgen)
            names.append(str(note.get("/T", "")))
            if holder is None or holder.tag != "Form":
                yield f"fältet {note.get('/T', '')} står inte i trädet"
            if not str(note.get("/TU", "")).strip():
                yield f"fältet {note.get('/T', '')} säger inte vad det är till för"
    yield from (f"fältet {name} finns två gånger" for name, count in Counter(names).items() if count > 1)


def _on_paper(read: TaggedPdf) -> Iterator[str]:
    for piece in read.pieces:
        if not piece.text.strip():
            continue
        right = piece.right - (piece.right - piece.left) * (1 - len(piece.text.rstrip()) / len(piece.text))
        where = f"sida {piece.page + 1}: ”{piece.text[:40]}”"
        if piece.left < _LEFT - _FUZZ or right > _RIGHT + _FUZZ:
            yield f"{where} står utanför marginalen ({piece.left / MM:.0f}–{right / MM:.0f} mm)"
        if piece.artifact is None and not _LOWEST - _FUZZ - 3 <= piece.baseline <= _PAPER_TOP:
            yield f"{where} står för högt eller lågt ({piece.baseline / MM:.0f} mm)"
    for page, left, bottom, right, top in read.images:
        if left < _LEFT - _FUZZ or right > _RIGHT + _FUZZ or bottom < _LOWEST - _FUZZ or top > _PAPER_TOP + _FUZZ:
            yield f"sida {page + 1}: en bild står utanför marginalen"
    yield from _over_each_other(read.pieces)


def _over_each_other(pieces: Iterable[Piece]) -> Iterator[str]:
    """Text that is drawn where other text stands."""
    pages: dict[int, list[Piece]] = {}
    for piece in pieces:
        if piece.text.strip():
            pages.setdefault(piece.page, []).append(piece)
    for page, found in pages.items():
        found.sort(key=lambda piece: -piece.baseline)
        for n, upper in enumerate(found):
            for lower in found[n + 1 :]:
                if lower.baseline + 0.55 * lower.size < upper.baseline + 0.5:
                    if upper.baseline - lower.baseline > 30:
                        break
                    continue
                if min(upper.right, lower.right) - max(upper.left, lower.left) > 2:
                    yield f"sida {page + 1}: ”{lower.text[:30]}” står över ”{upper.text[:30]}”"


def outline(read: TaggedPdf) -> list[tuple[str, str]]:
    """The headings in reading order with their tags."""
    return [
        (one.tag, " ".join(read.text(one).split())) for one in read.root.every() if re.fullmatch(r"H[1-6]", one.tag)
    ]


def bookmarks(read: TaggedPdf) -> list[tuple[str, int]]:
    """The reader's list of places: title and page from 0."""
    at = {page.obj.objgen: n for n, page in enumerate(read.file.pages)}
    with read.file.open_outline() as entries:
        return [
            (entry.title, at[entry.destination[0].objgen])
            for entry in entries.root
            if isinstance(entry.destination, pikepdf.Array)
        ]


def in_order(places: Iterable[int]) -> bool:
    """Whether each is at or after the one before."""
    return all(before <= after for before, after in pairwise(places))
