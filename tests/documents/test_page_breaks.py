"""Where pages break: as a clerk would break them by hand."""

import io
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path

import pikepdf
import pytest

from bra_desktop.documents import protocol
from bra_desktop.documents.blocks import (
    Block,
    Clause,
    DecisionBlock,
    Document,
    EndOfItems,
    Fact,
    FactsBox,
    FieldRow,
    ItemHeading,
    PageBreak,
    RailSection,
    Sender,
    SignatureBlock,
    SignatureField,
)
from bra_desktop.documents.extract import Extracts
from bra_desktop.documents.pdf.columns import CellWords, balanced, fitted
from bra_desktop.documents.pdf.pdf import render
from bra_desktop.documents.text_blocks import (
    Cell,
    Column,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Row,
    Run,
    Table,
    text_row,
    words,
)
from bra_desktop.domain.content import MeetingContent, StayContent
from tests.documents.pdf_reading import page_texts, structure
from tests.documents.samples import ARMS, PICTURE, council, formal, picture
from tests.domain.almby import with_participant

LINE = Paragraph(words("Rad."))


def pages(folder: Path, *blocks: Block) -> list[str]:
    document = Document("Prov", "", "Prov", "Prov", Sender("Almby kommun", "Rådet"), date(2026, 12, 3), blocks)
    return page_texts(render(document), folder)


def item(number: int, *blocks: Block) -> tuple[Block, ...]:
    return (ItemHeading(f"§ {number}", f"Ärende {number}", "", f"§ {number} forts.", str(number)), *blocks)


def page_of(texts: list[str], words_sought: str) -> int:
    return next(n for n, text in enumerate(texts) if words_sought in text)


def test_a_short_item_is_never_broken(tmp_path: Path) -> None:
    for before in range(20, 32):
        texts = pages(tmp_path, *[LINE] * before, *item(1, *[Paragraph(words(f"Stycke {n}.")) for n in range(5)]))
        assert page_of(texts, "Ärende 1") == page_of(texts, "Stycke 0.") == page_of(texts, "Stycke 4.")


def test_a_heading_is_followed_by_its_text(tmp_path: Path) -> None:
    for before in range(24, 32):
        texts = pages(tmp_path, *[LINE] * before, Heading("Rubriken"), Paragraph(words("Följer " * 200)))
        assert page_of(texts, "Rubriken") == page_of(texts, "Följer")


def test_signatures_take_the_last_item_with_them(tmp_path: Path) -> None:
    signature = SignatureBlock((SignatureField("chair", "Eva Lind", "Ordförande"),), wide=True)
    for before in range(18, 32):
        texts = pages(tmp_path, *[LINE] * before, *item(1, Paragraph(words("Sammanträdet avslutas."))), signature)
        assert page_of(texts, "Ärende 1") == page_of(texts, "Eva Lind")


def test_a_decision_begins_with_its_label_body_and_first_clause_together(tmp_path: Path) -> None:
    clauses = tuple(Clause(words(f"sats {n},")) for n in range(30))
    for before in range(18, 30):
        texts = pages(tmp_path, *[LINE] * before, DecisionBlock("Beslut", "Rådet beslutar", clauses))
        assert page_of(texts, "Beslut") == page_of(texts, "Rådet beslutar") == page_of(texts, "sats 0,")


def test_a_clause_of_a_few_lines_is_never_broken(tmp_path: Path) -> None:
    told = " ".join(f"ord{n}" for n in range(62))  # five lines
    clauses = (Clause(words("inledande sats,")), Clause(words(told)))
    for before in range(16, 30):
        texts = pages(tmp_path, *[LINE] * before, DecisionBlock("Beslut", "Rådet beslutar", clauses))
        assert page_of(texts, "ord0 ") == page_of(texts, "ord61"), before


def test_a_field_that_goes_on_says_so_on_the_next_page(tmp_path: Path) -> None:
    table = Table((Column(""), Column("")), tuple(text_row(f"Namn {n}", "nämnd") for n in range(76)), lined=False)
    fields = (FieldRow("Plats", (Paragraph(words("Salen")),)), FieldRow("Ledamöter", (table,)))
    texts = pages(tmp_path, *fields, FieldRow("Gäster", (Paragraph(words("Ingen")),)), LINE)
    assert len(texts) == 2
    assert "Ledamöter forts." in texts[1]
    for rows in range(30, 60):
        few = Table((Column(""), Column("")), tuple(text_row(f"Namn {n}", "nämnd") for n in range(rows)), lined=False)
        texts = pages(tmp_path, FieldRow("Ledamöter", (few,)), FieldRow("Gäster", (Paragraph(words("Ingen")),)), LINE)
        broken = "Namn 0" not in texts[-1] and "Namn" in texts[-1]
        assert ("Ledamöter forts." in texts[-1]) is broken, rows


def test_the_heading_of_a_group_of_rows_is_said_again_on_the_next_page(tmp_path: Path) -> None:
    rows = (
        text_row("Ledamöter", kind="group"), *(text_row(f"Namn {n}", "a") for n in range(30)),
        text_row("Ersättare", kind="group"), *(text_row(f"Annan {n}", "b") for n in range(20)),
    )  # fmt: skip
    found = set()
    for before in range(25):
        texts = pages(tmp_path, *[LINE] * before, Table((Column("Namn"), Column("Nämnd")), rows, wide=True))
        for text in texts[1:]:
            lines = text.split("\n")
            at = next((n for n, line in enumerate(lines) if line == "Namn Nämnd"), None)
            if at is not None and before and "Namn 0" not in text:
                found.add(lines[at + 1])
    assert found <= {"Ledamöter forts.", "Ersättare forts.", "Ersättare"}
    assert {"Ledamöter forts.", "Ersättare forts."} & found


def test_what_little_is_left_for_a_last_page_comes_closer_together(tmp_path: Path) -> None:
    tail = (EndOfItems(), Heading("Att göra"), Table((Column("Vad"),), tuple(text_row(f"Gör {n}") for n in range(3))))
    made = [pages(tmp_path, *[LINE] * n, *tail) for n in (56, 60, 64, 68)]
    assert [len(texts) for texts in made] == [2, 2, 2, 3]
    assert "Rad." in made[-2][-1], "it would have had a page to itself"
    assert "Rad." in made[-1][-1]


def test_a_page_of_signatures_takes_the_decision_and_not_half_the_item(tmp_path: Path) -> None:
    told = Paragraph(words("Ett stycke om ärendet. " * 12))
    blocks = (
        RailSection(
            "Ärendet",
            (
                Paragraph(
                    words("Kort om ansökan och vad den gäller."),
                ),
            ),
        ),
        DecisionBlock("Förslag", "Rådet föreslås", (Clause(words("bevilja ansökan.")),)),
        DecisionBlock("Beslut", "Rådet beslutar", (Clause(words("bevilja ansökan, samt")), Clause(words("justera.")))),
        RailSection("Närvaro", (Paragraph(words("Petra är åter.")),)),
        RailSection("Beslutet skickas till", (Paragraph(words("Kommunstyrelsen")),)),
    )
    signature = SignatureBlock((SignatureField("chair", "Eva Lind", "Ordförande"),), wide=True, title="Underskrifter")
    texts = pages(tmp_path, *item(1, *[told] * 7, *blocks), signature)
    assert len(texts) == 2
    assert page_of(texts, "Rådet beslutar") == page_of(texts, "Eva Lind") == 1
    assert page_of(texts, "Rådet föreslås") == 0


def test_a_decision_stays_rather_than_leaving_a_quarter_of_a_page_empty_where_a_part_after_it_is_signed_with(
    tmp_path: Path,
) -> None:
    clauses = (Clause(words("bevilja ansökan för ett år, " * 3)), Clause(words("justera paragrafen genast. " * 3)))
    blocks = (
        DecisionBlock("Beslut", "Rådet beslutar", clauses),
        RailSection("Närvaro", (Paragraph(words("Petra är åter.")),)),
        RailSection("Beslutet skickas till", (Paragraph(words("Kommunstyrelsen")),)),
    )
    fields = tuple(SignatureField(str(n), f"Namn {n}", "Justerare") for n in range(4))
    signature = SignatureBlock(fields, wide=True, title="Underskrifter")
    texts = pages(tmp_path, *[LINE] * 17, *item(1, LINE, *blocks), signature)
    assert page_of(texts, "Ärende 1") == page_of(texts, "Rådet beslutar") == page_of(texts, "justera") == 0
    assert page_of(texts, "Petra är åter") == page_of(texts, "Namn 0") == 1


def test_a_table_of_fourteen_rows_stays_whole_and_a_longer_one_repeats_its_head(tmp_path: Path) -> None:
    columns = (Column("Plats"), Column("Antal", "right"))
    short = Table(columns, tuple(text_row(f"plats {n}", str(n)) for n in range(14)))
    for before in (10, 28):
        texts = pages(tmp_path, *[LINE] * before, short)
        assert page_of(texts, "plats 0") == page_of(texts, "plats 13")
    long = Table(columns, tuple(text_row(f"plats {n}", str(n)) for n in range(60)))
    texts = pages(tmp_path, long)
    assert [text.count("Plats Antal") for text in texts] == [1] * len(texts)
    assert structure((tmp_path / "read.pdf").read_bytes(), tmp_path).count('"Plats"') == 1


def test_a_table_of_up_to_fourteen_rows_is_never_broken_by_the_signatures_that_follow(tmp_path: Path) -> None:
    for rows in (6, 14):
        table = Table((Column("Vad"),), tuple(text_row(f"rad {n:02}") for n in range(rows)))
        signature = SignatureBlock((SignatureField("", "Eva Lind", "Ordförande"),))
        for before in range(2, 32, 3):
            texts = pages(tmp_path, *item(1, *[LINE] * before, Heading("Planen"), table), signature)
            assert page_of(texts, "rad 00") == page_of(texts, f"rad {rows - 1:02}") == page_of(texts, "Eva Lind")


def test_a_table_of_six_rows_is_not_broken_though_a_part_of_the_page_is_left_empty(tmp_path: Path) -> None:
    table = Table((Column("Brott"), Column("Antal")), tuple(text_row(f"brott {n:02}", "1") for n in range(6)))
    said = RailSection("Ärendet", (Paragraph(words("Polisens bild av året:")), table, *[LINE] * 6))
    moved = 0
    for before in range(10, 34):
        texts = pages(tmp_path, *item(1, *[LINE] * before, said), *item(2, *[LINE] * 40))
        assert page_of(texts, "brott 00") == page_of(texts, "brott 05")
        moved += page_of(texts, "brott 00")
    assert moved


def test_a_tall_table_is_broken_rather_than_leaving_much_of_a_page_empty(tmp_path: Path) -> None:
    table = Table((Column("Plats"), Column("Antal")), tuple(text_row(f"plats {n:02}", "1\n2") for n in range(14)))
    broken = 0
    for before in range(4, 34):
        texts = pages(tmp_path, *[LINE] * before, Heading("Rubriken"), table)
        counts = [sum(f"plats {n:02}" in text for n in range(14)) for text in texts]
        if len(texts) == 1 or 0 in counts:
            continue
        broken += 1
        assert page_of(texts, "Rubriken") == 0
        assert min(counts) >= 2
        assert [text.count("Plats Antal") for text in texts] == [1, 1]
    assert broken


@pytest.mark.parametrize("short_rows", [0, 1, 2])
def test_the_caption_of_a_table_with_a_row_that_no_page_holds_stands_above_its_first_row(
    tmp_path: Path, short_rows: int
) -> None:
    tall = text_row("lång", "En mening som upprepas många gånger för att fylla. " * 240)
    rows = (*[text_row(f"rad{n}", "kort") for n in range(short_rows)], tall)
    table = Table((Column("A"), Column("B")), rows, caption="Jättecell")
    for before in (0, 10, 20, 28):
        texts = pages(tmp_path, *[LINE] * before, Heading("Rubriken"), table, LINE)
        first = "rad0" if short_rows else "lång"
        assert page_of(texts, "Rubriken") == page_of(texts, "Jättecell") == page_of(texts, first)
        assert all(len(text.split()) > 30 for text in texts[:-1]), [len(text.split()) for text in texts]


def test_little_of_a_page_is_left_empty_before_a_table(tmp_path: Path) -> None:
    table = Table((Column("Plats"), Column("Antal")), tuple(text_row(f"plats {n:02}", "1") for n in range(14)))
    lines = 0
    while len(pages(tmp_path, *[LINE] * lines, Paragraph(words("sist"), "note"))) == 1:
        lines += 1
    moved = [n for n in range(lines) if "plats 00" not in pages(tmp_path, *[LINE] * n, table)[0]]
    assert moved
    assert lines - min(moved) < lines / 2


def test_a_table_taller_than_half_a_page_is_broken_rather_than_leaving_an_eighth_empty(tmp_path: Path) -> None:
    table = Table((Column("Brott"), Column("Antal")), tuple(text_row(f"brott {n:02}", "1\n2") for n in range(14)))
    said = RailSection("Ärendet", (Paragraph(words("Så här är läget:")), table))
    lines = 0
    while len(pages(tmp_path, *[LINE] * lines, Paragraph(words("sist"), "note"))) == 1:
        lines += 1
    broken = 0
    for before in range(lines // 2, lines):
        texts = pages(tmp_path, *[LINE] * before, *item(1, said), *item(2, *[LINE] * 40))
        counts = [sum(f"brott {n:02}" in text for n in range(14)) for text in texts]
        assert page_of(texts, "Ärende 1") == page_of(texts, "Så här är läget:") == page_of(texts, "brott 01")
        broken += 0 < counts[0] < 14
        if 0 < counts[0] < 14:
            assert 2 <= counts[0] <= 12
            assert [text.count("Brott Antal") for text in texts[:2]] == [1, 1]
    assert broken >= 3


def test_two_lines_that_introduce_a_table_stay_rather_than_leaving_an_eighth_of_the_page_empty(tmp_path: Path) -> None:
    rows = tuple(text_row(f"brott {n:02}", "1\n2\n3\n4\n5\n6") for n in range(6))
    table = Table((Column("Brott"), Column("Antal")), rows)
    said = Paragraph(words("Planen gås igenom\noch så här är läget:"))
    lines = 0
    while len(pages(tmp_path, *[LINE] * lines, Paragraph(words("sist"), "note"))) == 1:
        lines += 1
    left = 0
    for before in range(lines // 2, lines):
        texts = pages(tmp_path, *[LINE] * before, *item(1, said, table))
        assert page_of(texts, "Ärende 1") == page_of(texts, "så här är läget:")
        left += page_of(texts, "så här är läget:") < page_of(texts, "brott 00")
        assert page_of(texts, "Ärende 1") == 0 or lines - before <= lines / 4
    assert left


def test_what_stands_together_is_not_parted_by_the_room_that_its_first_part_took(tmp_path: Path) -> None:
    table = Table((Column("Brott"), Column("Antal")), tuple(text_row(f"brott {n:02}", "1\n2") for n in range(14)))
    for before in range(4, 34):
        texts = pages(tmp_path, *[LINE] * before, Heading("Rubriken"), Paragraph(words("Så här är läget:")), table)
        assert page_of(texts, "Rubriken") == page_of(texts, "Så här är läget:") == page_of(texts, "brott 01")


def test_the_last_rows_of_a_broken_table_go_with_the_signatures(tmp_path: Path) -> None:
    table = Table((Column("Vad"),), tuple(text_row(f"rad {n:02}") for n in range(16)))
    signature = SignatureBlock((SignatureField("chair", "Eva Lind", "Ordförande"),))
    for before in range(12, 30):
        texts = pages(tmp_path, *[LINE] * before, table, Paragraph(words("Almby")), signature)
        at = page_of(texts, "Eva Lind")
        assert page_of(texts, "Almby\n") <= at
        assert sum(f"rad {n:02}" in texts[at] for n in range(16)) >= 2


def test_a_group_row_is_never_last_on_a_page(tmp_path: Path) -> None:
    rows = [Row((Cell(words(f"Grupp {n}")),), "group") if n % 4 == 0 else text_row(f"rad {n}", "1") for n in range(80)]
    for text in pages(tmp_path, Table((Column("Vad"), Column("Antal")), tuple(rows)))[:-1]:
        assert not text.split("Prov")[0].strip().splitlines()[-1].startswith("Grupp")


def test_what_follows_the_items_is_no_continuation(tmp_path: Path) -> None:
    broken = item(7, *[LINE] * 60)
    texts = pages(tmp_path, *broken, EndOfItems(), *[LINE] * 40)
    assert "§ 7 forts." in texts[1]
    assert "§ 7 forts." not in texts[-1]


def test_an_annex_begins_on_a_page_of_its_own_unless_that_leaves_most_of_one_empty(tmp_path: Path) -> None:
    for before, page in ((3, 0), (10, 0), (25, 1)):
        texts = pages(tmp_path, *[LINE] * before, PageBreak(spare=True), *item(1, LINE))
        assert page_of(texts, "Ärende 1") == page
    texts = pages(tmp_path, *[LINE] * 3, PageBreak(), *item(1, LINE))
    assert page_of(texts, "Ärende 1") == 1


def test_the_signatures_heading_goes_with_the_signatures(tmp_path: Path) -> None:
    signature = SignatureBlock((SignatureField("chair", "Eva Lind", "Ordförande", "§ 1"),), True, "Underskrifter")
    for before in range(18, 34):
        texts = pages(tmp_path, *[LINE] * before, *item(1, Paragraph(words("Sammanträdet avslutas."))), signature)
        assert page_of(texts, "Ärende 1") == page_of(texts, "Underskrifter") == page_of(texts, "Eva Lind")


def test_signatures_take_the_end_of_the_text_with_them(tmp_path: Path) -> None:
    decision = DecisionBlock("Beslut", "Rådet beslutar", (Clause(words("sats 0,")), Clause(words("sats 1."))))
    sent = RailSection("Beslutet skickas till", (Paragraph(words("Kommunstyrelsen")),))
    signature = SignatureBlock((SignatureField("chair", "Eva Lind", "Ordförande"),), wide=True)
    apart = 0
    for before in range(14, 34):
        texts = pages(tmp_path, *item(1, *[LINE] * before, decision, sent), signature)
        apart += len(texts) > 1
        assert page_of(texts, "Rådet beslutar") == page_of(texts, "sats 0,") == page_of(texts, "Eva Lind")
    assert apart


def test_what_is_little_more_than_a_page_comes_closer_together(tmp_path: Path) -> None:
    signature = SignatureBlock((SignatureField("chair", "Eva Lind", "Ordförande"),), wide=True)
    sections = [RailSection(f"Avsnitt {n}", (LINE,)) for n in range(24)]
    assert [len(pages(tmp_path, *item(1, *sections[:n]), signature)) for n in (16, 18, 20, 24)] == [1, 1, 1, 2]
    assert page_texts((tmp_path / "read.pdf").read_bytes(), tmp_path)[1].count("Avsnitt") >= 2


def test_an_extract_of_a_short_item_stands_on_one_page_with_its_certificate(tmp_path: Path) -> None:
    made = Extracts(council(), date(2026, 12, 16), arms=ARMS).of(["s45"], ["Kommunstyrelsen", "Nattvandrarna i Almby"])
    (only,) = page_texts(render(made), tmp_path)
    assert "Utdragsbestyrkande" in only


def test_more_than_a_page_of_short_lines_fills_its_pages_before_the_signatures(tmp_path: Path) -> None:
    signature = SignatureBlock((SignatureField("chair", "Eva Lind", "Ordförande"),), wide=True)
    assert len(pages(tmp_path, *[LINE] * 100, signature)) == 4


def test_one_line_of_a_paragraph_never_stands_alone(tmp_path: Path) -> None:
    text = Paragraph((Run("\n".join(f"rad {n:02}" for n in range(1, 9))),))
    for before in range(22, 34):
        texts = pages(tmp_path, *[LINE] * before, text)
        counts = [sum(f"rad {n:02}" in page for n in range(1, 9)) for page in texts]
        assert 1 not in counts


def test_columns_never_break_a_word_while_there_is_room() -> None:
    assert fitted([0, 0], [50, 100], [300, 400], 200) == [50 + 50 * 250 / 550, 100 + 50 * 300 / 550]
    assert fitted([150, 0], [40, 100], [60, 120], 200) == [60 + 20 * 60 / 180, 120 + 20 * 120 / 180]
    assert sum(fitted([0, 0, 0], [10, 300, 300], [10, 300, 300], 200)) == 200


def test_a_word_that_no_column_could_hold_takes_no_room_from_words_that_fit() -> None:
    assert fitted([0, 0, 0], [30, 90, 2000], [30, 200, 2000], 300) == [30, 90, 180]
    assert fitted([0, 0, 0], [30, 900, 2000], [30, 900, 2000], 300) == [30, 135, 135]
    assert fitted([50, 0], [40, 2000], [50, 2000], 200) == [40, 160]


def test_a_table_of_words_is_as_short_as_its_columns_can_make_it() -> None:
    short, long = CellWords(0, 0, ((5, (40, 40)),)), CellWords(1, 0, ((5, (60, 60, 60, 60)),))
    widths = balanced([[short, long]] * 3, [0, 0], [40, 60], [85, 255], 215)
    assert sum(widths) == 215
    assert short.height(widths[0]) == 1
    assert long.height(widths[1]) == 2
    assert short.height(fitted([0, 0], [40, 60], [85, 255], 215)[0]) == 2


def test_one_item_of_a_list_never_stands_alone(tmp_path: Path) -> None:
    points = ListBlock(tuple(ListItem(words(f"punkt {n}")) for n in range(4)))
    for before in range(22, 34):
        texts = pages(tmp_path, *[LINE] * before, points)
        assert page_of(texts, "punkt 0") == page_of(texts, "punkt 1")
        assert page_of(texts, "punkt 2") == page_of(texts, "punkt 3")


def test_words_that_introduce_a_list_or_a_table_go_with_it(tmp_path: Path) -> None:
    table = Table((Column("Vad"), Column("Antal")), tuple(text_row(f"rad {n}", "1") for n in range(5)))
    points = ListBlock(tuple(ListItem(words(f"rad {n}")) for n in range(5)))
    for what in (table, points):
        for before in range(22, 34):
            for said in ("Så här är läget:", "Kommunen lovar"):
                texts = pages(tmp_path, *[LINE] * before, Paragraph(words(said)), what)
                assert page_of(texts, said) == page_of(texts, "rad 0")


def test_one_line_below_an_items_heading_is_not_left_there_alone(tmp_path: Path) -> None:
    arrivals = RailSection("Närvaro", (Paragraph(words("Eva Lind kommer.")),))
    matter = RailSection("Ärendet", (Paragraph(words("Följer " * 400)),))
    for before in range(18, 34):
        texts = pages(tmp_path, *[LINE] * before, *item(1, arrivals, matter))
        assert page_of(texts, "Ärende 1") == page_of(texts, "Följer")


def test_an_items_heading_goes_with_the_label_that_wants_more_room_than_there_is(tmp_path: Path) -> None:
    title = "Ärende ett om tryggheten i kommunens norra och södra delar"
    matter = RailSection("Bakgrund", (Paragraph(words("Följer " * 400)),))
    heading, note = ItemHeading("§ 1", title, "KS 2026/1", "§ 1 forts.", "1"), Paragraph(words("Rad."), "note")
    for before in range(2, 16):  # 2.5 points apart
        texts = pages(tmp_path, *[LINE] * before, *[note] * (26 - before), heading, matter)
        assert page_of(texts, "Ärende ett") == page_of(texts, "Följer")


def test_a_whole_list_stands_on_one_page(tmp_path: Path) -> None:
    points = ListBlock(tuple(ListItem(words(f"bilagan {n}")) for n in range(6)), whole=True)
    for before in range(22, 34):
        texts = pages(tmp_path, *[LINE] * before, RailSection("Bilagor", (points,)))
        assert page_of(texts, "Bilagor") == page_of(texts, "bilagan 0") == page_of(texts, "bilagan 5")


def test_what_is_certified_never_stands_alone_on_a_page(tmp_path: Path) -> None:
    box = FactsBox("Utdragsbestyrkande", "Bestyrks.", (Fact("Datum", "3 december 2026"),))
    sent = RailSection("Beslutet skickas till", (Paragraph(words("Kommunstyrelsen\nPolisen")),))
    for before in range(16, 30):
        texts = pages(tmp_path, *[LINE] * before, *item(1, LINE, sent), EndOfItems(), box)
        assert page_of(texts, "Utdragsbestyrkande") == page_of(texts, "Polisen")


def test_a_subtitle_that_is_too_long_is_broken_before_the_day(tmp_path: Path) -> None:
    organ = "Brottsförebyggande rådets arbetsutskott"
    document = Document(
        "Minnesanteckningar",
        f"{organ}, måndag 16 november 2026",
        "M",
        "M",
        Sender("A", "B"),
        date(2026, 11, 16),
        (LINE,),
    )
    assert f"{organ},\nmåndag 16 november 2026\n" in page_texts(render(document), tmp_path)[0].replace(", \n", ",\n")


def test_no_page_is_left_empty_by_the_fields_that_fill_the_one_before(tmp_path: Path) -> None:
    for fields, rows in product(range(9), (40, 41, 42)):
        before = [FieldRow(f"Fält {n}", (Paragraph(words("Namn")),)) for n in range(fields)]
        last = FieldRow("Justerare", tuple(Paragraph(words(f"Namn {n}")) for n in range(rows)))
        texts = pages(tmp_path, *before, last, PageBreak(), Heading("Ledamöter"), *[LINE] * 150)
        assert all("Namn" in text or "Rad." in text for text in texts), (fields, rows)


def test_a_protocol_without_items_is_one_page(tmp_path: Path) -> None:
    stays = (StayContent(),)
    there = tuple(replace(one, stays=stays, services=(), serves_for="") for one in formal().participants)
    content = replace(formal(), items=(), officers=(), participants=there, annexes=())
    assert len(page_texts(render(protocol.protocol(content)), tmp_path)) == 1


def test_the_list_of_items_follows_the_fields_of_the_first_page_where_there_is_room(tmp_path: Path) -> None:
    def first_pages(content: MeetingContent) -> list[str]:
        texts = page_texts(render(protocol.protocol(content, pictures={PICTURE: picture()})), tmp_path)
        assert "Underskrifter" in texts[0]
        assert page_of(texts, "Ärenden") == page_of(texts, "Personärende")
        return texts

    assert "Ärenden" not in first_pages(formal())[0]
    assert "Ärenden" in first_pages(with_participant(formal(), "eva", stays=(StayContent(),)))[0]


def test_three_who_sign_share_a_row() -> None:
    names = ("Anna Svedin", "Eva Lind", "Ingrid Ståhl")
    fields = tuple(SignatureField(f"f{n}", name, "Justerare") for n, name in enumerate(names))
    blocks = (FieldRow("Underskrifter", (SignatureBlock(fields),)),)
    document = Document("Prov", "", "Prov", "Prov", Sender("Almby kommun", "Rådet"), date(2026, 12, 3), blocks)
    with pikepdf.open(io.BytesIO(render(document))) as pdf:
        lines = {float(field.Rect[1]) for field in pdf.Root.AcroForm.Fields}
    assert len(lines) == 1
