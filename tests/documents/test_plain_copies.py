"""Copies as plain text: what a mail shows as it was meant, with every word of the document in its order."""

import re
from collections.abc import Iterator

from hypothesis import given, settings

from bra_desktop.documents import notes, protocol
from bra_desktop.documents.blocks import Clause, DecisionBlock, FieldRow, RailSection, field_row
from bra_desktop.documents.copies import Copy, copied
from bra_desktop.documents.plain.tables import WIDEST
from bra_desktop.documents.plain.text import plain_text, text_file
from bra_desktop.documents.protocol_front import names_in_columns
from bra_desktop.documents.text_blocks import (
    Cell,
    Column,
    ListBlock,
    ListItem,
    Row,
    Table,
    VoteRow,
    VoteTable,
    text_row,
    words,
)
from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.kinds import DocumentProfile
from tests.documents.copies_reading import words_of
from tests.documents.test_word_copies import a_copy, every_kind
from tests.strategies import meeting_contents

TITLES = [
    *("Tid", "Nr", "Ärende", "Punkt", "Paragraf", "Föredragande", "Slag", "Handlingar"),
    *("Ledamot", "Ja", "Nej", "Avstår", "Frånvarande"),
]


def tokens(text: str, titles: frozenset[str] = frozenset()) -> list[str]:
    """Letters and figures in their order; the titles of columns stand before values or not at all."""
    return [word for word in re.findall(r"[^\W_]+", text.lower()) if word not in titles]


def assert_every_word_is_there(copy: Copy) -> None:
    titles = frozenset(tokens(" ".join(TITLES + [c.title for t in tables(copy.document.blocks) for c in t.columns])))
    assert tokens(plain_text(copy), titles) == tokens(" ".join(words_of(copy, spoken_pictures=True)), titles)


def tables(blocks: object) -> Iterator[Table]:
    """Every table, wherever it stands."""
    if isinstance(blocks, Table):
        yield blocks
    elif isinstance(blocks, tuple):
        for block in blocks:
            yield from tables(block)
    elif isinstance(blocks, FieldRow | RailSection):
        yield from tables(blocks.content)


def said(*blocks: object) -> list[str]:
    """The lines below the head."""
    return plain_text(a_copy(*blocks)).partition("Avskrift.\n\n")[2].splitlines()


def test_every_kind_of_document_is_said_whole() -> None:
    for copy in every_kind().values():
        assert_every_word_is_there(copy)


@settings(max_examples=40, deadline=None)
@given(meeting_contents())
def test_any_meeting_is_said_whole_and_the_same_each_time(content: MeetingContent) -> None:
    is_notes = content.forum.profile is DocumentProfile.NOTES
    document = notes.notes(content) if is_notes else protocol.protocol(content)
    copy = copied(document, "notes" if is_notes else "protocol", content)
    assert text_file(copy) == text_file(copy)
    assert_every_word_is_there(copy)


def test_what_stands_below_a_name_comes_before_the_next_column() -> None:
    columns = (Column("Namn"), Column("För"), Column("Underskrivet"))
    row = Row((Cell(words("Eva Ek"), note="ordförande"), Cell(), Cell(words("1 januari 2018"))))
    assert said(Table(columns, (row,))) == ["Namn: Eva Ek", "  ordförande", "  Underskrivet: 1 januari 2018"]


def test_clauses_stand_on_lines_of_their_own() -> None:
    clauses = (Clause(words("godkänna planen, samt")), Clause(words("ge ett uppdrag.")))
    assert said(DecisionBlock("Beslut", "Rådet beslutar", clauses)) == [
        "Beslut",
        "Rådet beslutar",
        "  att godkänna planen, samt",
        "  att ge ett uppdrag.",
    ]
    assert said(DecisionBlock("Beslut", "Rådet beslutar", clauses, "number"))[2:] == [
        "  1. godkänna planen, samt",
        "  2. ge ett uppdrag.",
    ]


def test_fields_stand_line_by_line_and_an_empty_one_has_a_dash() -> None:
    fields = (field_row("Plats", "Sal A"), FieldRow("Gäster"), field_row("Övriga", "Anna", "Martin"))
    assert said(*fields) == ["Plats: Sal A", "Gäster: –", "Övriga:", "  Anna", "  Martin"]


def test_lists_keep_their_numbers_and_levels() -> None:
    items = (ListItem(words("tre"), "3."), ListItem(words("under"), "–", 1))
    assert said(ListBlock(items)) == ["3. tre", "  – under"]


def test_a_narrow_table_is_set_in_columns() -> None:
    table = Table(
        (Column("Slag"), Column("Antal", "right")),
        (text_row("stöld", "12"), text_row("summa", "112", kind="sum")),
        caption="Brott",
    )
    assert said(table) == ["Brott", "Slag   Antal", "------------", "stöld     12", "summa    112"]


def test_a_wide_table_says_each_row_on_lines_with_the_columns_names() -> None:
    long = "att gå en vandring tillsammans med skolan, polisen och fastighetsägarna i området"
    columns = (Column("Nr"), Column("Uppdrag"), Column("Ansvarig"), Column("Senast"))
    rows = (
        text_row("1", long, "Polisen", "–"),
        Row(
            (
                Cell(words("2")),
                Cell(words("mäta"), note="med radar"),
                Cell(words("Kommunen")),
                Cell(words("2027-01-31")),
            )
        ),
    )
    assert len(long) > WIDEST
    assert said(Table(columns, rows)) == [
        f"1  {long}",
        "  Ansvarig: Polisen",
        "2  mäta",
        "  med radar",
        "  Ansvarig: Kommunen",
        "  Senast: 2027-01-31",
    ]


def test_sentences_below_the_words_of_a_correction_stand_on_a_line_of_their_own() -> None:
    columns = (Column("Så står det"), Column("Rättelse"))
    cell = Cell(words("Det gjordes åtta anmälningar."), note="Rättat den 22 november av Eva Lind. Skäl: skrivfel")
    assert said(Table(columns, (Row((Cell(words("att notera sju")), cell)),))) == [
        "Så står det: att notera sju",
        "  Rättelse: Det gjordes åtta anmälningar.",
        "  Rättat den 22 november av Eva Lind. Skäl: skrivfel",
    ]


def test_a_vote_with_a_long_name_says_each_name_with_its_vote_once() -> None:
    long = "Anna-Karin Oxenstierna-Wachtmeister af Ljungby, sakkunnig i medlingsfrågor"
    rows = (VoteRow(long, "Ja"), VoteRow("Bo Ek", "Nej"), VoteRow("Eva Lind", "Ja"))
    assert said(VoteTable(rows)) == [f"{long}: Ja", "Bo Ek: Nej", "Eva Lind: Ja", "Summa: Ja 2, Nej 1, Avstår 0"]


def test_names_that_stand_side_by_side_on_paper_are_a_line_each() -> None:
    for names in (["Ek, Polisen", "Öberg", "Vik"], ["Martin Öberg, kommunledningsförvaltningen"] * 13):
        assert said(names_in_columns(names, "Namn")) == names


def test_a_table_of_many_short_columns_says_the_title_of_every_value() -> None:
    columns = tuple(Column(f"Titel {n}") for n in range(30))
    (first, *others) = said(Table(columns, (text_row(*(f"värde {n}" for n in range(30))),)))
    assert [first, *(line.strip() for line in others)] == [f"Titel {n}: värde {n}" for n in range(30)]
