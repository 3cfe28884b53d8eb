"""Every document as a PDF: valid as PDF/A-2a and PDF/UA-1, read in the right order, the same bytes each time."""

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, time
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from bra_desktop.documents import (
    action_list,
    attendance_list,
    corrected,
    correction,
    decision_log,
    decision_register,
    extract,
    notes,
    notice,
    protocol,
    public_notice,
    supplement,
)
from bra_desktop.documents.blocks import Document
from bra_desktop.documents.pdf.pdf import render
from bra_desktop.documents.public_notice import Posting
from bra_desktop.domain.content import MeetingContent, RecusalContent
from bra_desktop.domain.kinds import DocumentProfile, Medium
from tests.documents.pdf_reading import page_texts, spoken, structure
from tests.documents.samples import ARMS, PICTURE, called, council, est, formal, picture
from tests.documents.tagged_pdf import TaggedPdf
from tests.validators.plugin import AssertPdf

PICTURES = {PICTURE: picture()}

Rendered = Callable[[str], bytes]


def _posted() -> Document:
    adjusted = replace(formal(), adjustment=replace(formal().adjustment, adjusted_on=date(2026, 12, 15)))
    posting = Posting(date(2026, 12, 16), date(2027, 1, 7), taken_down_on=date(2027, 1, 7), certified_by="Anna Svedin")
    return public_notice.certificate_of_notice(adjusted, posting, arms=ARMS)


def _council_formally() -> MeetingContent:
    content = council()
    return replace(content, medium=Medium.INK, forum=replace(content.forum, profile=DocumentProfile.FORMAL))


DOCUMENTS: dict[str, Callable[[], Document]] = {
    "council protocol, electronic": lambda: protocol.protocol(council(), arms=ARMS),
    "council protocol, ink": lambda: protocol.protocol(replace(council(), medium=Medium.INK), arms=ARMS),
    "council protocol in the formal profile": lambda: protocol.protocol(_council_formally(), arms=ARMS),
    "formal protocol": lambda: protocol.protocol(formal(), arms=ARMS, pictures=PICTURES),
    "one item": lambda: protocol.protocol(council(), arms=ARMS, only="s45"),
    "notes": lambda: notes.notes(est()),
    "notice": lambda: notice.notice(called(), arms=ARMS),
    "agenda": lambda: notice.agenda(called()),
    "attendance list": lambda: attendance_list.attendance_list(called(), arms=ARMS),
    "decision log": lambda: decision_log.decision_log(council(), arms=ARMS),
    "action list": lambda: action_list.action_list(council(), day=date(2027, 3, 5), arms=ARMS),
    "decision register": lambda: decision_register.decision_register(
        [decision_register.Held(council(), {"§\u00a041": 2})], year=2026, day=date(2026, 12, 31), arms=ARMS
    ),
    "supplement": lambda: supplement.supplement(
        called(),
        supplement.News(frozenset({"i2"}), frozenset({"a2"}), supplement.Before(date(2026, 12, 7), time(10), None, "")),
        1,
        made_on=date(2026, 12, 4),
        arms=ARMS,
        pictures=PICTURES,
    ),
    "correction": lambda: correction.correction(
        council(), [corrected.Corrected("s46", date(2026, 12, 18), "Anna Svedin", "Skrivfel.", "Ska vara 48 000.")]
    ),
    "certificate": _posted,
    "extract": lambda: extract.Extracts(formal(), date(2026, 12, 17), arms=ARMS, pictures=PICTURES).of(("i2",)),
    "extract of several, not adjusted": lambda: extract.Extracts(council(), date(2026, 12, 4), arms=ARMS).of(
        ("s45", "s41"), ("Kommunstyrelsen", "Nattvandrarna i Almby")
    ),
}


@pytest.fixture(scope="module")
def rendered() -> Rendered:
    """Each document drawn once for all who read it."""
    return cache(lambda name: render(DOCUMENTS[name]()))


@pytest.mark.java
@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_archivable_and_accessible(
    name: str, rendered: Rendered, assert_accessible_archive_pdf: AssertPdf
) -> None:
    assert_accessible_archive_pdf(rendered(name))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_same_content_gives_the_same_bytes(name: str, rendered: Rendered) -> None:
    assert rendered(name) == render(DOCUMENTS[name]())


def test_documents_drawn_at_the_same_time_do_not_disturb_each_other(rendered: Rendered) -> None:
    alone = {name: rendered(name) for name in DOCUMENTS}
    with ThreadPoolExecutor(4) as pool:
        together = dict(zip(DOCUMENTS, pool.map(lambda make: render(make()), DOCUMENTS.values()), strict=True))
    assert together == alone


def test_a_protocol_is_read_in_order_with_whole_words(tmp_path: Path, rendered: Rendered) -> None:
    said = spoken(rendered("council protocol, ink"), tmp_path)
    expected = [
        "H1 Protokoll",
        "Lbl Plats och tid",
        "H2 § 41 Information från polisen",
        "P Dnr KS 2026/118",
        "H3 Ärendet",
        "TH anmälda brott, januari–oktober",
        "TD skadegörelse",
        "Lbl •",
        "LBody Fler narkotikabrott förklaras till stor del av fler kontroller vid Stationstorget.",
        "H3 Beslut",
        "P Brottsförebyggande rådet beslutar",
        "Lbl att",
        "LBody notera informationen till protokollet.",
        "H2 § 46 Kamerabevakning vid Resecentrum",
        "H3 Omröstning",
        "TH Frånvarande",
        "TH Yasmin Karlsson (FA), tjänstgör för Karin Berg",
        "TH Summa",
        "H3 Reservation",
        "P Sekreterare, §§ 38–49",
        "H2 Uppdrag från sammanträdet",
        "H2 Bilagor",
    ]
    position = -1
    for line in expected:
        assert line in said[position + 1 :], line
        position = said.index(line, position + 1)


def test_a_nested_list_stands_in_the_body_of_its_item(tmp_path: Path, rendered: Rendered) -> None:
    lines = structure(rendered("council protocol, ink"), tmp_path).splitlines()
    at = next(n for n, line in enumerate(lines) if "Cykelgaraget med kort" in line)
    body = next(line for line in reversed(lines[:at]) if line.strip().startswith("LBody"))
    inner = next(line for line in lines[at:] if line.strip().startswith("L "))
    assert _depth(inner) == _depth(body) + 2
    deeper = next(line for line in lines[at:] if "44 stölder" in line)
    assert _depth(deeper) > _depth(inner)


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def test_a_word_that_ends_a_line_does_not_join_the_next(tmp_path: Path, rendered: Rendered) -> None:
    texts = " ".join(spoken(rendered("council protocol, ink"), tmp_path))
    for item in council().items:
        for decision in item.decisions:
            wording = decision.text.rstrip(".").replace("\u00a0", " ")
            assert wording in texts, wording


def test_every_page_says_its_number_and_the_total(tmp_path: Path, rendered: Rendered) -> None:
    pages = page_texts(rendered("council protocol, ink"), tmp_path)
    assert len(pages) > 8
    for number, text in enumerate(pages, 1):
        assert f"Sida {number} ({len(pages)})" in text


def test_the_list_of_items_gives_the_page_where_each_begins(tmp_path: Path, rendered: Rendered) -> None:
    pdf = rendered("council protocol in the formal profile")
    pages, said = page_texts(pdf, tmp_path), TaggedPdf(pdf).spoken()
    for item in council().items:
        row = said.index(f"TH § {item.paragraph}")
        number = int(said[row + 2].removeprefix("TD "))
        heading = f"§ {item.paragraph} {item.title}".split(" och ")[0]
        assert heading in pages[number - 1].replace("\n", " ")


def test_a_councils_items_begin_on_its_first_page(tmp_path: Path, rendered: Rendered) -> None:
    first = page_texts(rendered("council protocol, electronic"), tmp_path)[0]
    assert "§ 38 Sammanträdets öppnande" in first.replace("\u00a0", " ").replace("\n", " ")


def test_a_page_that_goes_on_with_an_item_names_it(tmp_path: Path, rendered: Rendered) -> None:
    pages = page_texts(rendered("council protocol, ink"), tmp_path)
    continued = [text for text in pages if " forts." in text.replace("\u00a0", " ")]
    assert continued
    for text in continued:
        assert "§ 38 forts." not in text.replace("\u00a0", " ")


def test_initials_and_extract_boxes_stand_on_every_page_of_an_ink_protocol(tmp_path: Path, rendered: Rendered) -> None:
    for text in page_texts(rendered("council protocol, ink"), tmp_path):
        assert "Justerares sign" in text
        assert "Just. SÖ" in text
        assert "Utdragsbestyrkande" in text
    for text in page_texts(rendered("council protocol, electronic"), tmp_path):
        assert "Elektroniskt underskrivet" in text
        assert "Utdragsbestyrkande" not in text


def test_signature_fields_are_empty_named_and_said_aloud(rendered: Rendered) -> None:
    with pikepdf.open(io.BytesIO(rendered("council protocol, ink"))) as pdf:
        fields = list(pdf.Root.AcroForm.Fields)
        assert [str(field.T) for field in fields] == ["secretary", "chair", "adjuster-1", "adjuster-2"]
        for field in fields:
            assert str(field.TU).startswith("Underskrift: ")
            assert "/V" not in field
        forms = [node for node in _elements(pdf.Root.StructTreeRoot) if node.S == "/Form"]
        # The reference is a dictionary and no array: signing software counts anything else as a change.
        assert [str(form.K.Obj.T) for form in forms] == [str(field.T) for field in fields]
        assert all(form.K.Type == "/OBJR" and str(form.Alt) for form in forms)


def _elements(node: pikepdf.Object) -> list[pikepdf.Object]:
    kids = node.get("/K")
    children = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    found = []
    for kid in children:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            found += [kid, *_elements(kid)]
    return found


def test_the_files_only_time_is_the_documents_own_date(rendered: Rendered) -> None:
    with pikepdf.open(io.BytesIO(rendered("council protocol, ink"))) as pdf:
        assert str(pdf.docinfo["/CreationDate"]) == "D:20261203000000Z"
        assert str(pdf.docinfo["/Title"]) == "Protokoll, Brottsförebyggande rådet 2026-12-03"
        assert str(pdf.Root.Lang) == "sv-SE"
        with pdf.open_outline() as outline:
            assert [entry.title for entry in outline.root][:2] == [
                "§\u00a038 Sammanträdets öppnande",
                "§\u00a039 Val av justerare",
            ]


def test_only_the_documents_own_typeface_is_embedded(rendered: Rendered) -> None:
    with pikepdf.open(io.BytesIO(rendered("formal protocol"))) as pdf:
        names = {str(font.BaseFont) for page in pdf.pages for font in dict(page.Resources.Font).values()}
    assert names
    assert all("NotoSans" in name for name in names)


def test_a_removed_name_is_nowhere_in_the_public_file(tmp_path: Path) -> None:
    public = render(protocol.protocol(formal(), pictures=PICTURES, public=True))
    assert "Hemlig" not in structure(public, tmp_path)
    with pikepdf.open(io.BytesIO(public)) as pdf:
        unpacked = io.BytesIO()
        pdf.save(unpacked, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.generalized)
    assert "Hemlig".encode("utf-16-be") not in unpacked.getvalue()
    assert b"Hemlig" not in unpacked.getvalue()


def with_recusals(**at: str) -> MeetingContent:
    """The formal meeting, with somebody disqualified at the items named."""
    content, why = formal(), "som mor till sökanden"
    items = tuple(
        replace(i, recusals=(RecusalContent("r", at[i.key], why, time(13, 52), time(14)),)) if i.key in at else i
        for i in content.items
    )
    return replace(content, items=items)


def test_who_was_disqualified_at_a_withheld_item_is_not_said_in_the_public_file(tmp_path: Path) -> None:
    content = with_recusals(i4="rolf")
    complete = structure(render(protocol.protocol(content, pictures=PICTURES)), tmp_path)
    assert "anmäler jäv som mor till sökanden" in " ".join(complete.split())
    public = structure(render(protocol.protocol(content, pictures=PICTURES, public=True)), tmp_path)
    nobody = structure(render(protocol.protocol(formal(), pictures=PICTURES, public=True)), tmp_path)
    assert public == nobody
    assert "på grund av jäv" not in public
    assert "Jäv i ärendet redovisas inte. Närvaron är angiven utan hänsyn till jäv." in " ".join(public.split())


def test_a_chair_who_is_disqualified_at_a_withheld_item_is_not_told_by_who_signs_what(tmp_path: Path) -> None:
    content = with_recusals(i4="per")
    public = " ".join(structure(render(protocol.protocol(content, pictures=PICTURES, public=True)), tmp_path).split())
    signed = public.partition("Protokollet skrivs under av")[2].partition("ordförande och")[0]
    assert "Per Alm, ordförande" in public
    assert "§" not in signed


def test_who_was_disqualified_at_a_public_item_stays_in_the_public_file(tmp_path: Path) -> None:
    content = with_recusals(i2="rolf", i4="rolf")
    public = " ".join(structure(render(protocol.protocol(content, pictures=PICTURES, public=True)), tmp_path).split())
    assert "Rolf Hedberg anmäler jäv som mor till sökanden, deltar inte" in public
    assert "ej § 102 på grund av jäv" in public.replace("\u00a0", " ")


def test_a_heading_in_the_text_is_deeper_than_the_label_it_stands_beside(rendered: Rendered, tmp_path: Path) -> None:
    said = spoken(rendered("formal protocol"), tmp_path)
    assert said.index("H3 Ärendet") < said.index("H4 Läget") < said.index("Lbl 3.")


def test_a_list_to_sign_says_whose_row_it_is_and_heads_no_row_with_nothing(tmp_path: Path, rendered: Rendered) -> None:
    said = spoken(rendered("attendance list"), tmp_path)
    assert said.index("TH Underskrift") < said.index("TH Ledamöter") < said.index("TH Eva Lind (AL), ordf.")
    assert said.index("TH Ersättare") < said.index("TH Olle Wikström (AL) ersättare för Ingrid Ståhl")
    assert "TH" not in said
    assert [line for line in said if line.startswith("TH")][-1] == "TH Gäster"


def test_a_list_of_decisions_is_read_by_its_paragraphs(tmp_path: Path, rendered: Rendered) -> None:
    said = spoken(rendered("decision log"), tmp_path)
    assert said.index("H1 Beslutslogg") < said.index("TH Ärende och beslut") < said.index("TH § 41")
    at = said.index("TH § 41")
    assert said[at + 1] == "TD Information från polisen att notera informationen till protokollet."
    assert said[at + 2] == "TD Notera"


def test_a_list_of_actions_says_how_each_stands_in_words(tmp_path: Path, rendered: Rendered) -> None:
    said = spoken(rendered("action list"), tmp_path)
    at = said.index("TD § 46")
    assert said[at + 3 : at + 5] == ["TD 2027-09-16", "TD Väntar på svar"]
    assert "TD Försenad Ej påbörjad" in said


def test_a_register_is_read_by_paragraph_day_item_and_page(tmp_path: Path, rendered: Rendered) -> None:
    said = spoken(rendered("decision register"), tmp_path)
    at = said.index("TH § 41")
    assert said[at : at + 4] == [
        "TH § 41",
        "TD 2026-12-03 inte justerat",
        "TD Information från polisen att notera informationen till protokollet",
        "TD 2",
    ]


def test_a_supplement_is_read_from_what_has_moved_to_what_is_proposed(tmp_path: Path, rendered: Rendered) -> None:
    said = spoken(rendered("supplement"), tmp_path)
    expected = ["H1 Komplettering 1", "Lbl Ny tid", "Lbl Ny plats", "H2 Nya ärenden", "H2 Nya bilagor"]
    places = [said.index(line) for line in (*expected, "Lbl 2 Åtgärdsplan mot brott: halvårsrapport")]
    assert places == sorted(places)
