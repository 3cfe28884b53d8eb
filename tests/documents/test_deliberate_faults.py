"""A sound paper is broken in one way at a time, and both our own checks and the validator must say so."""

import io
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from bra_desktop.documents import protocol
from bra_desktop.documents.pdf.pdf import render
from tests.documents.papers import ACCESSIBLE, ARCHIVE
from tests.documents.pdf_checks import faults
from tests.documents.samples import ARMS, PICTURE, formal, picture
from tests.validators.pdf_validator import PdfValidator

Break = Callable[[pikepdf.Pdf], None]


@cache
def sound() -> bytes:
    """A formal protocol with everything in it: pictures, tables, lists, passages in English, places to sign."""
    return render(protocol.protocol(formal(), arms=ARMS, pictures={PICTURE: picture()}))


def broken(how: Break) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(sound())) as pdf:
        how(pdf)
        pdf.save(out)
    return out.getvalue()


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    kids = node.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def first(pdf: pikepdf.Pdf, tag: str) -> pikepdf.Object:
    return next(one for one in elements(pdf.Root.StructTreeRoot) if tag == one.S)


def without_alternative(pdf: pikepdf.Pdf) -> None:
    del first(pdf, "/Figure")["/Alt"]


def without_scope(pdf: pikepdf.Pdf) -> None:
    # The validator asks for a scope only where nothing else tells which cells a heading belongs to.
    for one in elements(pdf.Root.StructTreeRoot):
        if one.S == "/TH":
            del one["/A"]


def without_font(pdf: pikepdf.Pdf) -> None:
    font = next(iter(dict(pdf.pages[0].obj.Resources.Font).values()))
    del font.FontDescriptor["/FontFile2"]


def without_a_tag(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    instructions = [one for one in pikepdf.parse_content_stream(page) if str(one.operator) not in ("BDC", "EMC")]
    page.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))


def without_tree(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/StructTreeRoot"]


def without_mark(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/MarkInfo"]


def without_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]


def with_a_language_that_is_none(pdf: pikepdf.Pdf) -> None:
    next(one for one in elements(pdf.Root.StructTreeRoot) if "/Lang" in one).Lang = String("!")


def without_title(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/ViewerPreferences"]


def with_a_heading_too_deep(pdf: pikepdf.Pdf) -> None:
    first(pdf, "/H2").S = Name.H5


def with_a_row_in_a_list(pdf: pikepdf.Pdf) -> None:
    first(pdf, "/LI").S = Name.TR


def with_a_row_too_short(pdf: pikepdf.Pdf) -> None:
    row = [one for one in elements(first(pdf, "/Table")) if one.S == "/TR"][-1]
    del row.K[-1]


def with_a_field_beside_the_tree(pdf: pikepdf.Pdf) -> None:
    form = first(pdf, "/Form")
    form.S = Name.P
    del form["/K"]


FAULTS: dict[str, tuple[Break, str, str]] = {
    "a picture without alternative text": (without_alternative, "Figure saknar alternativtext", "7.3-1"),
    "header cells without scope": (without_scope, "säger inte vad den är rubrik för", "7.5-1"),
    "a font that is not embedded": (without_font, "är inte inbäddat", "6.2.11.4.1-1"),
    "text outside the tags": (without_a_tag, "utanför taggarna", "7.1-3"),
    "no tag tree": (without_tree, "inget taggträd", "7.1-11"),
    "a file that does not say that it is tagged": (without_mark, "inte att den är taggad", "6.7.2.2-1"),
    "no language": (without_language, "filen har inget språk", "7.2"),
    "a language that there is not": (with_a_language_that_is_none, "har språket ”!”", "7.2-29"),
    "a title that is not shown": (without_title, "visar inte dokumentets titel", "7.1-10"),
    "a heading too deep": (with_a_heading_too_deep, "hoppar över en nivå", "7.4.2-1"),
    "a row in a list": (with_a_row_in_a_list, "TR får inte stå i L", "7.2"),
    "a row too short": (with_a_row_too_short, "rader är olika breda", "7.2"),
    "a field that the tree does not know": (with_a_field_beside_the_tree, "står inte i trädet", "7.18.4-1"),
}


def test_the_paper_itself_is_sound() -> None:
    assert faults(sound()) == []


@pytest.mark.parametrize("name", FAULTS)
def test_our_own_checks_see_the_fault(name: str) -> None:
    how, said, _ = FAULTS[name]
    assert any(said in one for one in faults(broken(how)))


@pytest.mark.java
def test_the_validator_sees_every_fault_too(pdf_validator: PdfValidator, tmp_path: Path) -> None:
    seen = {}
    for n, (name, (how, _, clause)) in enumerate(FAULTS.items()):
        file = tmp_path / f"{n}.pdf"
        file.write_bytes(broken(how))
        flavour = ACCESSIBLE if clause.startswith("7") else ARCHIVE  # the clauses of either standard
        clauses = [rule.clause for one in pdf_validator.validate([file], [flavour]) for rule in one.broken]
        seen[name] = clause if any(one.startswith(clause) for one in clauses) else clauses
    assert seen == {name: clause for name, (_, _, clause) in FAULTS.items()}
