"""Whatever can be written comes out: odd characters, very long words, a megabyte in one paragraph."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from bra_desktop.documents import protocol
from bra_desktop.documents.blocks import (
    Clause,
    DecisionBlock,
    Document,
    FieldRow,
    ItemHeading,
    RailSection,
    Sender,
    SignatureBlock,
    SignatureField,
)
from bra_desktop.documents.clean_text import clean
from bra_desktop.documents.copies import Copy
from bra_desktop.documents.pdf.fonts import typeface
from bra_desktop.documents.pdf.pdf import missing_characters, render
from bra_desktop.documents.pdf.style import BODY, COLUMN
from bra_desktop.documents.pdf.text import Setter
from bra_desktop.documents.text_blocks import (
    Cell,
    Column,
    Image,
    ListBlock,
    ListItem,
    Paragraph,
    Quotation,
    Row,
    Run,
    Table,
    VoteRow,
    VoteTable,
)
from bra_desktop.documents.word.file import word_file
from bra_desktop.documents.written import written
from bra_desktop.domain import text as t
from bra_desktop.domain.text import plain_document
from tests.documents.copies_reading import opened
from tests.documents.pdf_reading import page_texts, spoken
from tests.documents.samples import council, picture
from tests.documents.tagged_pdf import TaggedPdf
from tests.validators.plugin import AssertPdf

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def a_document(*blocks: object) -> Document:
    sender = Sender("Almby kommun", "Brottsförebyggande rådet")
    return Document("Prov", "", "Prov", "Prov", sender, date(2026, 12, 3), blocks)  # type: ignore[arg-type]


def one_text(text: str) -> Document:
    return a_document(Paragraph((Run(text),)))


@pytest.mark.java
def test_odd_characters_break_neither_the_archive_nor_the_reader(
    assert_accessible_archive_pdf: AssertPdf, tmp_path: Path
) -> None:
    text = "<b>inte fet</b> & så 😀👩‍👧 −37 → 日本 שלום \u200fhöger\u200f \u202eom\u202c \uf0b7 \ufffe mjuk\u00adt"
    pdf = render(a_document(Paragraph((Run(text, bold=True), Run(" slut", language="de"))), one_text(text).blocks[0]))
    assert_accessible_archive_pdf(pdf)
    said = " ".join(page_texts(pdf, tmp_path))
    for kept in ("<b>inte fet</b> & så", "😀👩", "−37", "→", "日本", "•", "mjukt", "slut"):
        assert kept in said, kept
    assert "Span slut" in spoken(pdf, tmp_path)


def test_marks_of_direction_are_not_drawn_and_leave_their_words_whole(tmp_path: Path) -> None:
    text = "före \u202eomvänd\u202c och \u200fhöger\u200e, \u2067skild\u2069 efter"
    lines = Setter(typeface(), BODY, COLUMN).lines([Run(text)])
    drawn = "".join(segment.text for line in lines for segment in line.segments)
    assert drawn == "före omvänd och höger, skild efter"
    assert "före omvänd och höger, skild efter" in page_texts(render(one_text(text)), tmp_path)[0]


def test_what_the_typeface_lacks_is_named() -> None:
    assert missing_characters(one_text("Å 😀 − x\ty\u200d\u2028z → mjuk\u00adt")) == "😀"
    assert missing_characters(one_text("Å − x")) == ""


def test_what_the_typeface_lacks_is_named_once_and_in_order_wherever_it_stands() -> None:
    blocks = (
        FieldRow("Ledamöter", (Paragraph((Run("אEva"),)),)),
        ItemHeading("§ 1", "日本"),
        RailSection("Omröstning", (VoteTable((VoteRow("Per 本", "Ja"),)), ListBlock((ListItem((Run("Ω 語"),)),)))),
        DecisionBlock("Beslut", "", (Clause((Run("godkänna 日 ✈"),)),)),
        Image(picture(), "karta 🗺", "Karta 🏠"),
        Table((Column("Kort 😀"),), (Row((Cell((Run("אב"),), note="ג"),)),), caption="Tabell ד", summary="ה"),
        SignatureBlock((SignatureField("chair", "Eva 漢", "Ordförande"),)),
    )
    assert missing_characters(a_document(*blocks)) == "א日本語✈🏠ד😀בג漢"


def test_what_the_typeface_lacks_is_named_in_a_whole_protocol_with_its_annexes() -> None:
    content = council()
    people = tuple(replace(p, name=f"{p.name} 李") if p.name == "Eva Lind" else p for p in content.people)
    annexes = tuple(replace(a, text=plain_document("Löftet 約")) if a.text else a for a in content.annexes)
    assert missing_characters(protocol.protocol(content)) == ""
    assert missing_characters(protocol.protocol(replace(content, people=people, annexes=annexes))) == "李約"


def test_an_unknown_character_is_drawn_as_a_sign_and_never_dropped() -> None:
    short, long = typeface().pieces("a😀−5"), typeface().pieces("a" * 50 + "😀→b")
    assert [(piece.text, piece.actual) for piece in short] == [("a\ufffd–5", "a😀−5")]
    assert [(piece.text, piece.actual) for piece in long[1:]] == [("\ufffd", "😀"), ("->", "→"), ("b", "")]


def test_one_picture_of_several_signs_is_one_sign_on_paper_and_read_as_it_was_written() -> None:
    for emoji in ("👍🏽", "👨‍👩‍👧", "❤️"):
        assert [(piece.text, piece.actual) for piece in typeface().pieces(f"{emoji}!")] == [("\ufffd!", f"{emoji}!")]


def test_a_word_wider_than_the_column_is_broken_and_complete() -> None:
    word = "Ordningsvaktsförordnandebeslutsunderlagshandling" * 20
    lines = Setter(typeface(), BODY, COLUMN).lines([Run(f"före {word} efter")])
    drawn = ["".join(segment.text for segment in line.segments) for line in lines]
    assert all(line.width <= COLUMN + 0.1 for line in lines)
    assert "".join(drawn).replace(" ", "") == f"före{word}efter"


def test_a_megabyte_in_one_paragraph_fills_pages_without_loss(tmp_path: Path) -> None:
    text = " ".join(f"ord{n}" for n in range(120_000))
    assert len(text) > 1_000_000
    read = " ".join(page_texts(render(one_text(text)), tmp_path)).split()
    assert [word for word in read if word.startswith("ord")] == text.split()


def test_a_very_long_table_cell_is_broken_over_pages(tmp_path: Path) -> None:
    text = " ".join(f"ord{n}" for n in range(15_000))
    table = Table((Column("Kort"), Column("Lång")), (Row((Cell((Run("a"),)), Cell((Run(text),)))),), wide=True)
    read = " ".join(page_texts(render(a_document(table)), tmp_path)).split()
    assert [word for word in read if word.startswith("ord")] == text.split()


def test_line_breaks_of_every_kind_are_line_breaks() -> None:
    assert clean("a\r\nb\u2028c\vd\te") == "a\nb\nc\nd e"
    lines = Setter(typeface(), BODY, COLUMN).lines([Run("a\nb\n\nc")])
    assert ["".join(s.text for s in line.segments) for line in lines] == ["a", "b", "", "c"]


def test_marks_inside_a_word_keep_it_whole(tmp_path: Path) -> None:
    runs = (Run("Trygghets"), Run("vandring", bold=True), Run("en", italic=True), Run(" i Lindängen"))
    assert "P Trygghetsvandringen i Lindängen" in spoken(render(a_document(Paragraph(runs))), tmp_path)


def test_many_signers_and_long_names_stay_on_the_page() -> None:
    document = replace(one_text("x"), registry_number="KS 2026/" + "1" * 200, subtitle="Ett långt forum " * 30)
    assert render(document)


@settings(max_examples=60)
@given(TEXTS, TEXTS, TEXTS)
def test_any_text_anywhere_is_drawn(first: str, second: str, third: str) -> None:
    document = a_document(
        FieldRow(first or "Fält", (Paragraph((Run(second), Run(third, bold=True))),)),
        ItemHeading(first, second, third, key="nyckel"),
        RailSection(
            second, (ListBlock((ListItem((Run(first),)), ListItem((Run(third),), "1.", 2))), Quotation((Run(first),)))
        ),
        DecisionBlock("Beslut", first, (Clause((Run(second),)), Clause((Run(third, italic=True),)))),
        Table((Column(first), Column(second, "right")), (Row((Cell((Run(third),), note=first), Cell((Run(first),)))),)),
    )
    pdf = render(document)
    assert pdf.startswith(b"%PDF-1.7")
    assert pdf == render(document)


@settings(max_examples=200)
@given(st.lists(st.tuples(TEXTS, st.booleans(), st.booleans()), max_size=5), st.floats(20, 400))
def test_setting_in_lines_loses_nothing_and_stays_inside(runs: list[tuple[str, bool, bool]], width: float) -> None:
    made = [Run(text, bold, italic) for text, bold, italic in runs]
    lines = Setter(typeface(), BODY, width).lines(made)
    drawn = "".join(segment.actual or segment.text for line in lines for segment in line.segments)
    words = [word for run in made for word in clean(run.text).split("\n")]
    wanted = "".join(piece.actual or piece.text for word in words for piece in typeface().pieces(word))
    assert "".join(drawn.split()) == "".join(wanted.split())
    assert all(line.width <= width + 0.1 or len(line.segments[0].text) == 1 for line in lines)


def test_a_language_that_is_no_tag_is_left_out_of_the_paper() -> None:
    for tag, shown in (("en-GB", "en-GB"), ("engelska språket", ""), ("e", ""), ("en\n", "")):
        document = t.TextDocument((t.Paragraph("p", (t.Run("Safer streets", language=tag),)),))
        (block,) = written(document, {})
        assert isinstance(block, Paragraph)
        assert [run.language for run in block.runs] == [shown]


def test_a_passage_of_another_language_is_marked_in_the_head_of_a_table_too() -> None:
    head = t.Row((t.Cell((t.Run("Metod ("), t.Run("hot spot", language="en"), t.Run(")"))), t.Cell()))
    row = t.Row((t.Cell((t.Run("Rondering"),)), t.Cell((t.Run("2"),))))
    (table,) = written(t.TextDocument((t.Table("t", (head, row), header_rows=1),)), {})
    read = TaggedPdf(render(a_document(table)))
    english = [one for one in read.root.every() if one.text_of("Lang") == "en"]
    assert [read.text(one) for one in english] == ["hot spot"]
    assert next(" ".join(read.text(one).split()) for one in read.root.every() if one.tag == "TH") == "Metod (hot spot)"
    file = opened(word_file(Copy(a_document(table), "Avskrift.")))
    marked = [run for run in file.element.body.iter(qn("w:r")) if run.find(f"{qn('w:rPr')}/{qn('w:lang')}") is not None]
    assert ["".join(text.text for text in run.iter(qn("w:t"))) for run in marked] == ["hot spot"]
