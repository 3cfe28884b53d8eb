"""Where confidential words were removed every paper tells the section of law, in its copies as in the PDF."""

from dataclasses import replace
from pathlib import Path

import pytest
from docx.oxml.ns import qn

from bra_desktop.documents import letters, notes, notice, protocol
from bra_desktop.documents.blocks import Document
from bra_desktop.documents.copies import Copy
from bra_desktop.documents.extract import Extracts
from bra_desktop.documents.pdf import pdf
from bra_desktop.documents.plain.text import plain_text
from bra_desktop.documents.word.file import word_file
from bra_desktop.domain.content import AnnexContent, MeetingContent, NoticeContent
from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.domain.text import Cell, ListItem, Paragraph, Quotation, Row, Run, Table, TextDocument
from tests.documents.copies_reading import opened
from tests.documents.pdf_reading import page_texts, spoken
from tests.documents.samples import formal
from tests.validators.plugin import AssertPdf

SECRET, WHY = "Kim Okänd", "har bett om det"
PLACE, FAMILY = "18 kap. 8 § OSL", "26 kap. 1 § OSL"
SIGNS = (f"[uppgift borttagen, {PLACE}]", f"[uppgift borttagen, {FAMILY}]")
EVERY_PAGE = f"Uppgifter är borttagna med stöd av {PLACE} och {FAMILY}."


@pytest.fixture
def content() -> MeetingContent:
    """Two passages of one item are marked, each on a ground of its own, and an annex."""
    text = TextDocument(
        (
            Paragraph("a", (Run("Larmet på skolan "), Run(SECRET, ground=f"{PLACE}, {WHY}"), Run(" är lagat."))),
            ListItem("b", runs=(Run("Stödet till "), Run(SECRET, bold=True, ground=FAMILY), Run(" fortsätter."))),
        )
    )
    annex = AnnexContent("b9", SECRET, 9, file_name="hemlig.pdf", digest="0" * 64, confidential=f"{FAMILY}, {WHY}")
    whole = formal()
    first = replace(whole.items[0], text=text, annexes=())
    items = (first, *(replace(item, confidential="", text=TextDocument(), annexes=()) for item in whole.items[1:]))
    return replace(whole, items=items, annexes=(annex,), notice=NoticeContent(text=text))


def of_kind(kind: str, content: MeetingContent) -> Document:
    if kind == "notice":
        return notice.notice(content, public=True)
    if kind == "notes":
        own = replace(content, forum=replace(content.forum, profile=DocumentProfile.NOTES))
        return notes.notes(own, public=True)
    return protocol.protocol(content, public=True)


@pytest.mark.parametrize("kind", ["protocol", "notes", "notice"])
def test_each_passage_tells_its_ground_in_the_pdf_and_in_its_copies(
    content: MeetingContent, kind: str, tmp_path: Path
) -> None:
    document = of_kind(kind, content)
    assert document.warning == EVERY_PAGE
    copy = Copy(document, "Kopia")
    word = "\n".join(paragraph.text for paragraph in opened(word_file(copy)).paragraphs)
    for said in (" ".join(spoken(pdf.render(document), tmp_path)), " ".join(plain_text(copy).split()), word):
        assert SECRET not in said
        assert WHY not in said
        for sign in SIGNS:
            assert sign in said.replace("\u00a0", " ")


def test_list_items_quotations_and_cells_that_were_removed_after_each_other_say_so_each_in_every_paper(
    content: MeetingContent, tmp_path: Path
) -> None:
    gone = (Run(SECRET, ground=FAMILY),)
    items = tuple(ListItem(f"l{n}", ordered=True, runs=gone) for n in range(3))
    table = Table(
        "t", (Row((Cell((Run("Namn"),)), Cell((Run("Antal"),)))), Row((Cell(gone), Cell(gone)))), header_rows=1
    )
    text = TextDocument((Paragraph("p", gone), *items, Quotation("q", gone), table))
    first = replace(content.items[0], text=text)
    document = protocol.protocol(replace(content, items=(first, *content.items[1:]), annexes=()), public=True)
    copy = Copy(document, "Kopia")
    word = (part.text for part in opened(word_file(copy)).element.body.iter(qn("w:t")))
    pdf_said = " ".join(page_texts(pdf.render(document), tmp_path))
    for said in ("".join(word), plain_text(copy), pdf_said):
        assert " ".join(said.replace("\u00a0", " ").split()).count(SIGNS[1]) == 7


def test_the_list_of_annexes_tells_the_section_of_law_of_the_one_that_is_withheld(content: MeetingContent) -> None:
    said = plain_text(Copy(protocol.protocol(content, public=True), "Kopia"))
    assert "Sekretessmarkerad bilaga" in said
    assert said.count(f"Uppgifter är borttagna med stöd av {FAMILY}.") == 1


def test_an_extract_and_a_mail_tell_the_grounds_too(content: MeetingContent) -> None:
    made = Extracts(content, made_on=content.date, public=True).of([content.items[0].key])
    assert made.warning.endswith(EVERY_PAGE)
    mail = letters.notice_letter(content).text
    for said in (plain_text(Copy(made, "Kopia")), mail):
        assert SECRET not in said
        assert all(sign in " ".join(said.split()) for sign in SIGNS)


def test_the_public_version_is_for_the_archive_and_for_every_reader(
    content: MeetingContent, assert_accessible_archive_pdf: AssertPdf
) -> None:
    assert_accessible_archive_pdf(pdf.render(protocol.protocol(content, public=True)))
