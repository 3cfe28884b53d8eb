"""Copies for Word: the same words, read by LibreOffice, and structure that Word itself works with."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx.oxml.ns import qn
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

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
from bra_desktop.documents.blocks import (
    Clause,
    DecisionBlock,
    Document,
    FieldRow,
    Foot,
    ItemHeading,
    RailSection,
    Sender,
    SignatureBlock,
    SignatureField,
)
from bra_desktop.documents.copies import Copy, copied
from bra_desktop.documents.pdf import pdf
from bra_desktop.documents.plain.text import plain_text
from bra_desktop.documents.text_blocks import (
    Cell,
    Column,
    Heading,
    Image,
    ListBlock,
    ListItem,
    Paragraph,
    Row,
    Run,
    Table,
    words,
)
from bra_desktop.documents.word.file import word_file
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import DocumentProfile, Medium, MeetingState
from tests.documents.copies_reading import OFFICE, in_words, office_texts, opened, words_of
from tests.documents.pdf_reading import structure
from tests.documents.samples import ARMS, PICTURE, called, council, est, formal, picture
from tests.documents.test_what_documents_say import POSTING
from tests.strategies import meeting_contents

PICTURES = {PICTURE: picture()}
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def adjusted(content: MeetingContent) -> MeetingContent:
    done = replace(content.adjustment, adjusted_on=date(2026, 12, 15))
    return replace(content, adjustment=done, state=MeetingState.ADJUSTED)


def every_kind() -> dict[str, Copy]:
    """A copy of every kind of document that there is."""
    late, day = adjusted(formal()), date(2026, 12, 20)
    down = replace(POSTING, taken_down_on=date(2027, 1, 8))
    news = supplement.News(frozenset({"i2"}), frozenset({"a2"}))
    made: dict[str, tuple[str, MeetingContent, Document]] = {
        "council": ("protocol", council(), protocol.protocol(council(), arms=ARMS)),
        "formal": ("protocol", late, protocol.protocol(late, arms=ARMS, pictures=PICTURES)),
        "immediate": ("protocol", council(), protocol.protocol(council(), only="s45")),
        "public": ("public", late, protocol.protocol(late, pictures=PICTURES, public=True)),
        "notes": ("notes", est(), notes.notes(est())),
        "notice": ("notice", called(), notice.notice(called())),
        "agenda": ("agenda", called(), notice.agenda(called())),
        "supplement": ("supplement", called(), supplement.supplement(called(), news, 1, made_on=day)),
        "attendance": ("attendance", called(), attendance_list.attendance_list(called())),
        "decisions": ("decisions", council(), decision_log.decision_log(council())),
        "actions": ("actions", council(), action_list.action_list(council(), day=day, progress={})),
        "register": (
            "register",
            council(),
            decision_register.decision_register([decision_register.Held(council())], year=2026, day=day),
        ),
        "extract": ("extract", late, extract.Extracts(late, made_on=day, pictures=PICTURES).of(("i2",))),
        "rättelse": (
            "correction",
            late,
            correction.correction(late, [corrected.Corrected("i2", day, "Anna Svedin", "skrivfel", "Det ska stå 13.")]),
        ),
        "anslag": ("public_notice", late, public_notice.public_notice(late, POSTING)),
        "bevis": ("certificate", late, public_notice.certificate_of_notice(late, down)),
    }
    return {name: copied(document, kind, content) for name, (kind, content, document) in made.items()}


@pytest.mark.office
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed here")
def test_libreoffice_reads_the_words_of_every_kind_of_document_in_their_order(tmp_path: Path) -> None:
    copies = every_kind()
    read = office_texts(tmp_path, {name: word_file(copy) for name, copy in copies.items()})
    for name, copy in copies.items():
        assert in_words(read[name]) == words_of(copy), name


@pytest.mark.office
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed here")
@settings(max_examples=3, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(st.lists(meeting_contents(), min_size=8, max_size=8))
def test_libreoffice_reads_the_words_of_any_meeting(
    tmp_path_factory: pytest.TempPathFactory, meetings: list[MeetingContent]
) -> None:
    copies = {}
    for n, content in enumerate(meetings):
        if content.forum.profile is DocumentProfile.NOTES:
            copies[f"m{n}"] = copied(notes.notes(content), "notes", content)
        else:
            copies[f"m{n}"] = copied(protocol.protocol(content), "protocol", content)
    read = office_texts(tmp_path_factory.mktemp("office"), {name: word_file(copy) for name, copy in copies.items()})
    for name, copy in copies.items():
        assert "".join(in_words(read[name])) == "".join(words_of(copy)), name


def a_copy(*blocks: object, **head: object) -> Copy:
    sender = Sender("Almby kommun", "Brottsförebyggande rådet")
    document = Document("Prov", "", "Prov i sin helhet", "Prov", sender, date(2026, 12, 3), blocks)  # type: ignore[arg-type]
    return Copy(replace(document, **head), "Avskrift.")  # type: ignore[arg-type]


def test_the_same_copy_is_the_same_file_and_tells_no_other_time_than_the_documents() -> None:
    copy = every_kind()["formal"]
    file = word_file(copy)
    assert file == word_file(copy)
    with zipfile.ZipFile(io.BytesIO(file)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    said = opened(file).core_properties
    assert (said.title, said.author, said.language) == (copy.document.full_title, "Almby kommun", "sv-SE")
    assert said.created == said.modified
    assert said.created is not None
    assert said.created.date() == copy.document.date


@pytest.mark.parametrize("name", ["council", "formal", "notes", "notice", "extract", "bevis"])
def test_headings_are_of_the_levels_that_the_pdf_has(name: str, tmp_path: Path) -> None:
    copy = every_kind()[name]
    tags = re.findall(r"^\s*(H[1-6])\b", structure(pdf.render(copy.document), tmp_path), re.MULTILINE)
    styles = [
        str(p.style.name) for p in opened(word_file(copy)).paragraphs if p.style and "Heading" in str(p.style.name)
    ]
    assert [style.replace("Heading ", "H") for style in styles] == tags


def test_styles_are_those_that_word_has_itself() -> None:
    blocks = (
        ItemHeading("§ 1", "Öppnande"),
        Paragraph(words("Text.")),
        ListBlock((ListItem(words("punkt")), ListItem(words("ett"), "1."))),
        Heading("Bilagor"),
    )
    found = {p.style.name for p in opened(word_file(a_copy(*blocks))).paragraphs if p.style}
    assert {"Heading 1", "Heading 2", "Body Text", "List Bullet", "List Number"} <= found


def test_a_table_repeats_its_head_and_is_described() -> None:
    table = Table(
        (Column("Slag"), Column("Antal", "right")),
        tuple(Row((Cell(words(f"slag {n}")), Cell(words(str(n))))) for n in range(60)),
        caption="Anmälda brott",
        summary="Brott per slag",
        row_heads=True,
    )
    file = opened(word_file(a_copy(Paragraph(words("Så här:")), table)))
    (made,) = file.tables
    first, second = made.rows[0]._tr, made.rows[1]._tr
    assert first.trPr is not None
    assert first.trPr.find(qn("w:tblHeader")) is not None
    assert second.trPr is not None
    assert second.trPr.find(qn("w:tblHeader")) is None
    element: Any = made._tbl
    looks = element.tblPr
    assert looks.find(qn("w:tblDescription")).get(qn("w:val")) == "Brott per slag"
    assert looks.find(qn("w:tblLook")).get(qn("w:firstColumn")) == "1"
    assert element.getprevious().pPr.pStyle.val == "Caption"


def test_lists_are_numbered_by_word_and_nested() -> None:
    items = (("3.", 0), ("•", 1), ("1.", 2), ("2.", 2), ("4.", 0), ("1.", 0))
    listed = ListBlock(tuple(ListItem(words(f"nr {n}"), label, level) for n, (label, level) in enumerate(items)))
    file = opened(word_file(a_copy(listed)))
    places = []
    for paragraph in file.paragraphs:
        looks: Any = paragraph._p.pPr
        number = looks.numPr if looks is not None else None
        if number is not None:
            places.append((number.ilvl.val, number.numId.val))
    levels = [level for level, _ in places]
    ids = [number for _, number in places]
    assert levels == [0, 1, 2, 2, 0, 0]
    assert ids[0] == ids[4]  # goes on after the nested list
    assert ids[2] == ids[3]
    assert ids[5] not in ids[:5]  # begins anew
    root = file.part.numbering_part.element
    starts = {
        num.get(qn("w:numId")): override.get(qn("w:val"))
        for num in root.findall(qn("w:num"))
        for override in num.iter(qn("w:startOverride"))
    }
    assert (starts[str(ids[0])], starts[str(ids[2])], starts[str(ids[5])]) == ("3", "1", "1")


def test_a_decisions_heading_goes_with_what_is_decided_and_the_names_with_what_they_sign() -> None:
    signers = (SignatureField("a", "Eva Lind", "Ordförande"), SignatureField("b", "Per Alm", "Justerare"))
    blocks = (
        DecisionBlock("Beslut", "Rådet beslutar", (Clause(words("notera.")),)),
        Paragraph(words("Mötet avslutas.")),
        SignatureBlock(signers, wide=True, title="Underskrifter"),
    )
    file = opened(word_file(a_copy(*blocks)))
    by_text = {p.text: p for p in file.paragraphs}
    heading: Any = file.styles["Heading 3"].element.pPr
    assert heading.find(qn("w:keepNext")) is not None
    for text in ("Rådet beslutar", "Mötet avslutas."):
        looks: Any = by_text[text]._p.pPr
        assert looks.find(qn("w:keepNext")) is not None, text
    (table,) = file.tables
    assert [cell.text for cell in table.rows[0].cells] == ["Eva Lind\nOrdförande", "Per Alm\nJusterare", ""]
    assert table.rows[0]._tr.trPr is not None
    assert table.rows[0]._tr.trPr.find(qn("w:cantSplit")) is not None


def test_every_page_says_what_the_copy_is_and_what_page_it_is() -> None:
    copy = a_copy(Paragraph(words("x")), registry_number="KS 2026/1", warning="Prövas före utlämnande.")
    (section,) = opened(word_file(copy)).sections
    for foot in (section.first_page_footer, section.footer):
        assert [p.text for p in foot.paragraphs][:2] == ["Avskrift.", "Prövas före utlämnande."]
    running = section.header
    assert "Brottsförebyggande rådet" in running.paragraphs[0].text
    assert "KS 2026/1" in running.paragraphs[1].text
    for head in (running, section.first_page_header):
        codes = [code.text.strip() for code in head._element.iter(qn("w:instrText"))]
        assert codes == ["PAGE", "NUMPAGES"]
    assert section.different_first_page_header_footer
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)  # type: ignore[union-attr]
    assert (round(section.left_margin.mm), round(section.right_margin.mm)) == (25, 20)  # type: ignore[union-attr]


def test_boxes_for_initials_stand_in_the_foot() -> None:
    copy = a_copy(Paragraph(words("x")), foot=Foot(("Ordf. EL", "Just. PA")))
    (section,) = opened(word_file(copy)).sections
    (table,) = section.footer.tables
    said = [cell.text for row in table.rows for cell in row.cells]
    assert {"Ordf. EL", "Just. PA", "Justerares sign", "Utdragsbestyrkande"} <= set(said)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (replace(council(), state=MeetingState.REVIEW), "Arbetskopia av ett utkast."),
        (council(), "Avskrift. Originalet är det protokoll som skrivs under. Det är inte justerat."),
        (
            adjusted(replace(council(), medium=Medium.ELECTRONIC)),
            "Avskrift. Originalet är det elektroniskt underskrivna protokoll som justerades den 15\u00a0december 2026.",
        ),
        (
            adjusted(replace(council(), medium=Medium.INK)),
            "Avskrift. Originalet är det protokoll på papper som justerades den 15\u00a0december 2026.",
        ),
    ],
)
def test_a_copy_of_a_protocol_is_never_taken_for_the_original(content: MeetingContent, said: str) -> None:
    copy = copied(protocol.protocol(content), "protocol", content)
    assert copy.said == said
    file = opened(word_file(copy))
    everything = [p.text for p in file.paragraphs]
    (section,) = file.sections
    for foot in (section.first_page_footer, section.footer):
        everything += [p.text for p in foot.paragraphs]
    assert everything.count(said) == 3
    assert "Elektroniskt underskrivet" not in everything
    assert said in plain_text(copy)


def test_the_language_is_swedish_and_passages_in_another_are_marked() -> None:
    file = opened(word_file(a_copy(Paragraph((Run("Metoden "), Run("problem solving", language="en"))))))
    defaults = next(file.styles.element.iter(qn("w:rPrDefault")))
    assert next(defaults.iter(qn("w:lang"))).get(qn("w:val")) == "sv-SE"
    marked = [run for run in file.element.body.iter(qn("w:r")) if run.find(f"{qn('w:rPr')}/{qn('w:lang')}") is not None]
    assert ["".join(t.text for t in run.iter(qn("w:t"))) for run in marked] == ["problem solving"]


def test_the_municipalitys_colour_marks_decisions() -> None:
    copy = a_copy(DecisionBlock("Beslut", "Rådet beslutar", (Clause(words("notera.")),)))
    sender = replace(copy.document.sender, accent="7A1F1F")
    file = opened(word_file(replace(copy, document=replace(copy.document, sender=sender))))
    style: Any = file.styles["Att-sats"].element
    assert next(style.iter(qn("w:left"))).get(qn("w:color")) == "7A1F1F"


def test_pictures_and_arms_are_described() -> None:
    copy = a_copy(Image(picture(), "Karta över centrum"), Image(picture(), ""))
    sender = replace(copy.document.sender, arms=ARMS, arms_description="Almbys vapen")
    file = opened(word_file(replace(copy, document=replace(copy.document, sender=sender))))
    named = list(file.element.body.iter(qn("wp:docPr")))
    assert [one.get("descr") for one in named] == ["Almbys vapen", "Karta över centrum", "Bild utan beskrivning"]
    assert len({one.get("id") for one in named}) == 3


def test_a_broken_picture_is_refused_in_one_sentence() -> None:
    with pytest.raises(UserError, match="Bilden ”karta” går inte att läsa"):
        word_file(a_copy(Image(b"ingen bild", "karta")))


@pytest.mark.parametrize("name", ["council", "formal", "notes", "notice", "attendance", "bevis"])
def test_no_paragraph_is_empty_but_where_word_asks_for_one(name: str) -> None:
    body = opened(word_file(every_kind()[name])).element.body
    empty = [
        p for p in body.findall(qn("w:p"))
        if not "".join(t.text or "" for t in p.iter(qn("w:t"))).strip() and p.find(f".//{qn('w:drawing')}") is None
    ]  # fmt: skip
    assert not empty


def test_two_tables_that_follow_each_other_stay_two() -> None:
    table = Table((Column("A"),), (Row((Cell(words("1")),)),))
    assert len(opened(word_file(a_copy(table, table))).tables) == 2


def test_a_page_break_moves_what_follows_and_adds_nothing() -> None:
    late = adjusted(formal())
    few = replace(late, items=late.items[:3])  # without a list of items
    file = opened(word_file(copied(protocol.protocol(few, pictures=PICTURES), "protocol", few)))
    breaks = [p.text for p in file.paragraphs if p._p.find(f".//{qn('w:pageBreakBefore')}") is not None]
    assert breaks == ["§\u00a0101\tUpprop och val av justerande"]


def test_the_list_of_items_leads_to_each() -> None:
    late = adjusted(formal())
    body = opened(word_file(copied(protocol.protocol(late, pictures=PICTURES), "protocol", late))).element.body
    links = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))]
    assert len(links) == len(late.items)
    assert links == [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_any_text_anywhere_is_kept_as_the_pdf_keeps_it(first: str, second: str, third: str) -> None:
    copy = a_copy(
        FieldRow(first or "Fält", (Paragraph((Run(second), Run(third, bold=True))),)),
        ItemHeading(first, second, third, key="nyckel"),
        RailSection(second, (ListBlock((ListItem((Run(first),)), ListItem((Run(third),), "1.", 2))),)),
        DecisionBlock("Beslut", first, (Clause((Run(second),)), Clause((Run(third, italic=True),)))),
        Table((Column(first), Column(second, "right")), (Row((Cell((Run(third),), note=first), Cell((Run(first),)))),)),
        full_title=first,
    )
    file = word_file(copy)
    body = opened(file).element.body
    read = " ".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p")))
    labels = {"•", "–", "1."}
    wanted = [word for word in words_of(copy) if word not in labels]
    assert "".join(w for w in in_words(read) if w not in labels) == "".join(wanted)
    assert file == word_file(copy)


def test_control_characters_are_shown_as_unknown_and_marks_of_direction_left_out() -> None:
    odd = "noll\x00 \x07 \ufffe \u202eom\u202c 😀 שלום mjuk\u00adt \uf0b7"
    copy = a_copy(Paragraph((Run(odd),)))
    kept = "noll\ufffd \ufffd \ufffd om 😀 שלום mjukt •"
    assert kept in [p.text for p in opened(word_file(copy)).paragraphs]
    assert kept in plain_text(copy).split("\n")
