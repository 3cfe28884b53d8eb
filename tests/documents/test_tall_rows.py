"""Rows of any height, the head's too: every word of a table is on a page, and inside its frame."""

from datetime import date
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bra_desktop.documents.blocks import Block, Document, Foot, ItemHeading, Sender, SignatureBlock, SignatureField
from bra_desktop.documents.pdf.pdf import render
from bra_desktop.documents.text_blocks import Cell, Column, Paragraph, Row, Table, words
from tests.documents.pdf_checks import faults
from tests.documents.pdf_reading import page_texts
from tests.documents.tagged_pdf import TaggedPdf

LENGTHS = st.sampled_from([0, 1, 1, 3, 12, 60, 150, 300, 700, 1500])
KINDS = st.sampled_from(["plain", "plain", "plain", "sum", "tinted", "group"])
TABLES = st.integers(1, 4).flatmap(
    lambda columns: st.tuples(
        st.lists(LENGTHS, min_size=columns, max_size=columns),
        st.lists(st.tuples(KINDS, st.lists(LENGTHS, min_size=columns, max_size=columns)), max_size=9),
    )
)


def said(row: str, cell: int, count: int) -> str:
    return " ".join(f"{row}c{cell}w{n}" for n in range(count))


def table(head: list[int], rows: list[tuple[str, list[int]]], *, status: bool = False) -> Table:
    made = []
    for number, (kind, lengths) in enumerate(rows):
        texts = [words(said(f"r{number}", n, count)) for n, count in enumerate(lengths)]
        cells = [Cell(text, status="done" if status else "") for text in texts]
        made.append(Row(tuple(cells[:1] if kind == "group" else cells), kind))  # type: ignore[arg-type]
    columns = tuple(Column(said("head", n, count)) for n, count in enumerate(head))
    return Table(columns, tuple(made), wide=True, summary="Tabell")


def paper(shown: Table, lines_before: int = 0, initials: int = 0, *around: Block) -> bytes:
    """The table below some lines and, of what is ``around``, the first; the rest of it stands below."""
    sender, foot = Sender("Almby kommun", "Rådet"), Foot(tuple(f"Namn {n}" for n in range(initials)))
    below = around[1:] or (Paragraph(words("Slut.")),)
    blocks: tuple[Block, ...] = (*[Paragraph(words("Rad."))] * lines_before, *around[:1], shown, *below)
    return render(Document("Prov", "", "Prov", "Prov", sender, date(2026, 12, 3), blocks, foot=foot))


def every_word(shown: Table) -> set[str]:
    cells = [cell for row in shown.rows for cell in row.cells]
    runs = [
        run for part in [*(column.said for column in shown.columns), *(cell.runs for cell in cells)] for run in part
    ]
    return {word for run in runs for word in run.text.split()}


def words_on_paper(pdf: bytes) -> list[str]:
    return [word for piece in TaggedPdf(pdf).pieces for word in piece.text.split()]


@settings(max_examples=25)
@given(TABLES, st.integers(0, 40), st.integers(0, 4))
@example(([700, 1], [("plain", [1, 1])]), 0, 4)
@example(([1, 150], [("group", [60, 1]), ("plain", [1, 300]), ("plain", [1, 300])]), 20, 2)
@example(([3], [("group", [700]), ("plain", [700])]), 0, 0)
def test_every_word_of_any_table_is_on_paper_and_inside_the_frame(
    lengths: tuple[list[int], list[tuple[str, list[int]]]], before: int, initials: int
) -> None:
    shown = table(*lengths)
    pdf = paper(shown, before, initials)
    assert every_word(shown) <= set(words_on_paper(pdf))
    assert not faults(pdf)


def test_a_head_taller_than_a_page_is_broken_as_a_row_and_not_said_again(tmp_path: Path) -> None:
    shown = table([1500, 1], [("plain", [400, 1]), ("plain", [1, 1])])
    pdf = paper(shown, 5, 3)
    said_on = " ".join(page_texts(pdf, tmp_path)).split()
    for word in every_word(shown):
        assert said_on.count(word) == 1, word
    assert not faults(pdf)


def test_the_last_items_heading_is_not_left_alone_above_a_table_that_no_page_holds(tmp_path: Path) -> None:
    shown = table([800, 1], [("plain", [200, 1]), ("plain", [1, 1])])
    signature = SignatureBlock((SignatureField("chair", "Eva Lind", "Ordförande"),), wide=True, title="Underskrifter")
    texts = page_texts(paper(shown, 10, 1, ItemHeading("§ 1", "Ärendet", "", "§ 1 forts.", "1"), signature), tmp_path)
    assert all("w0" in text.split("Ärendet")[1] for text in texts if "Ärendet" in text)


def test_a_row_of_a_status_that_is_broken_shows_it_once() -> None:
    shown = table([1, 1], [("plain", [1, 900]), ("plain", [1, 1])], status=True)
    assert every_word(shown) <= set(words_on_paper(paper(shown)))
