"""What stands on every page fits there, however long the names of a municipality and its forums are."""

import io
from dataclasses import replace
from datetime import date

import pytest
from PIL import Image as Pictures

from bra_desktop.documents.blocks import Document, Foot, ItemHeading, PageBreak, RailSection, Sender
from bra_desktop.documents.pdf.arms import svg_of_picture
from bra_desktop.documents.pdf.pdf import render
from bra_desktop.documents.text_blocks import Column, Paragraph, Table, text_row, words
from tests.documents.pdf_checks import faults
from tests.documents.tagged_pdf import TaggedPdf

LINE = Paragraph(words("Rad."))
SENDER = Sender(
    "Almby kommun", "Brottsförebyggande rådet", contact=("Rådhuset", "0980-319 200", "kommun@almby.example")
)
LONG = "Samverkansgruppen för trygghet och brottsförebyggande arbete i Almby, Ekeby och Norra Vingåkers kommundelar"
PAPER = Document(
    "Prov", "Rådet", "Prov", "Prov", SENDER, date(2026, 12, 3), (LINE, PageBreak(), LINE), registry_number="KS 2026/12"
)


def read(document: Document) -> TaggedPdf:
    made = TaggedPdf(render(document))
    assert faults(made) == []
    return made


@pytest.mark.parametrize("name", [LONG, LONG * 4, "M" * 300], ids=["long", "very long", "without spaces"])
def test_a_long_name_at_the_top_is_whole_and_leaves_room_for_the_numbers(name: str) -> None:
    made = read(replace(PAPER, sender=replace(SENDER, name=name, organ=f"{name} råd")))
    said = [line.removeprefix("P ") for line in made.spoken()]
    assert said[:3] == [name, f"{name} råd", "Dnr KS 2026/12"]
    assert "Sida 2 (2)" in made.page_lines(1, artifacts=True)[0]


def test_the_running_header_of_a_forum_with_a_long_name_says_what_the_paper_is() -> None:
    titled = replace(PAPER, running_title="Kallelse 2026-12-03", sender=replace(SENDER, organ=LONG))
    header = read(titled).page_lines(1, artifacts=True)[0]
    assert "Samverkansgruppen för trygghet" in header
    assert "Kallelse 2026-12-03" in header


@pytest.mark.parametrize("number", ["KS 2026/12", "KS 2026/12, " * 5 + "KS 2026/17", "1" * 300])
def test_a_long_registry_number_stands_below_the_forum(number: str) -> None:
    made = read(replace(PAPER, registry_number=number))
    assert f"P Dnr {number}" in made.spoken()


@pytest.mark.parametrize(
    "parts",
    [
        SENDER.contact,
        (*SENDER.contact, "org.nr 212000-0000"),
        ("Kommunledningsförvaltningen, Rådhuset, Stora torget 1, 199 01 Almby", "0980-319 200", "kommun@almby.example"),
    ],
    ids=["three", "four", "long"],
)
def test_every_part_of_the_contact_line_stands_in_the_foot(parts: tuple[str, ...]) -> None:
    lines = " ".join(read(replace(PAPER, sender=replace(SENDER, contact=parts))).page_lines(0, artifacts=True))
    assert all(part in " ".join(lines.split()) for part in parts)


def test_the_boxes_of_many_signers_hold_their_initials() -> None:
    labels = tuple(f"Just. {chr(65 + n)}Ö" for n in range(14))
    shown = read(replace(PAPER, foot=Foot(labels))).page_lines(0, artifacts=True)
    assert all(any(label.split()[-1] in line for line in shown) for label in labels)


def test_a_warning_that_names_many_laws_ends_at_the_margin_of_the_foot_and_is_whole_at_the_top() -> None:
    warning = "Uppgifter är borttagna med stöd av " + ", ".join(
        f"{n} kap. 1 § offentlighets- och sekretesslagen" for n in range(18, 30)
    )
    assert f"P {warning}" in read(replace(PAPER, warning=warning)).spoken()


def test_a_warning_with_two_grounds_is_whole_in_every_foot_and_one_with_many_says_where_they_stand() -> None:
    grounds = [f"{n} kap. 1 § offentlighets- och sekretesslagen" for n in range(18, 30)]
    two = f"Uppgifter är borttagna med stöd av {' och '.join(grounds[:2])}."
    for page in (0, 1):
        assert two in " ".join(read(replace(PAPER, warning=two)).page_lines(page, artifacts=True))
    many = read(replace(PAPER, warning=f"Uppgifter är borttagna med stöd av {', '.join(grounds)}."))
    shown = " ".join(many.page_lines(1, artifacts=True))
    assert "Uppgifter är borttagna. Lagrummen står på första sidan." in shown
    assert "…" not in shown


@pytest.mark.parametrize(("across", "tall"), [(600, 120), (100, 120), (800, 100)])
def test_arms_of_any_shape_leave_room_for_the_name_beside_them(across: int, tall: int) -> None:
    drawn = io.BytesIO()
    Pictures.new("RGB", (across, tall), "navy").save(drawn, "PNG")
    arms = svg_of_picture(drawn.getvalue(), across, tall)
    made = TaggedPdf(render(replace(PAPER, sender=replace(SENDER, arms=arms))))
    for page, left, bottom, right, top in made.images:
        name = next(p for p in made.pieces if p.page == page and p.text.startswith("Almby kommun") and p.baseline > 700)
        assert right < name.left
        assert (right - left) / (top - bottom) == pytest.approx(across / tall, rel=0.02)
    assert {image[0] for image in made.images} == {0, 1}


def test_the_caption_of_a_wide_table_stands_below_the_label_that_the_table_belongs_to() -> None:
    table = Table((Column("A"), Column("B")), (text_row("1", "2"),), caption="Kostnader per område", wide=True)
    read(replace(PAPER, blocks=(ItemHeading("§ 1", "Läget"), RailSection("Ärendet", (table,)))))
