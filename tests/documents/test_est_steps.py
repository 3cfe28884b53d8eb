"""A table with the column ”Steg” shows the five steps of EST as squares, and the notes begin with a count of each."""

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from bra_desktop.documents import notes
from bra_desktop.documents.est_steps import step_of
from bra_desktop.documents.pdf.pdf import render
from bra_desktop.documents.text_blocks import Table
from bra_desktop.domain import text as t
from bra_desktop.domain.content import MeetingContent
from tests.documents.golden import assert_as_stored
from tests.documents.pdf_reading import spoken
from tests.documents.samples import est
from tests.validators.plugin import AssertPdf


def problems() -> t.Table:
    rows = (
        ("Nr", "Problem", "Steg"),
        ("E1", "Langning", "3 Insatser"),
        ("E2", "Klotter", "1 Kartläggning"),
        ("E3", "–", ""),
    )
    return t.Table("t", tuple(t.Row(tuple(t.Cell((t.Run(cell),)) for cell in row)) for row in rows), caption="Problem")


def with_problems() -> MeetingContent:
    first, *others = est().items
    text = t.TextDocument((*first.text.blocks, problems()))
    return replace(est(), items=(replace(first, text=text), *others))


def test_the_notes_begin_with_how_many_problems_are_in_each_step() -> None:
    assert_as_stored(notes.notes(with_problems()), "est-notes-with-problems")


def test_notes_without_such_a_table_have_no_strip() -> None:
    assert not any(isinstance(block, Table) and "steg" in block.summary for block in notes.notes(est()).blocks)


@pytest.mark.parametrize(
    ("words", "step"),
    [
        ("1 Kartläggning", 1),
        ("2. analys", 2),
        ("Insatser", 3),
        ("4\u00a0Uppföljning", 4),
        ("5", 5),
        ("6", 0),
        ("", 0),
        ("–", 0),
    ],
)
def test_a_step_is_named_by_number_by_name_or_by_both(words: str, step: int) -> None:
    assert step_of(words) == step


@pytest.mark.java
def test_the_squares_are_drawn_without_being_read(tmp_path: Path, assert_accessible_archive_pdf: AssertPdf) -> None:
    made, plain = render(notes.notes(with_problems())), render(notes.notes(est()))
    assert_accessible_archive_pdf(made)
    assert {"TD 3 Insatser", "TD 1 Kartläggning"} <= set(spoken(made, tmp_path))

    def filled(pdf: bytes) -> int:
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            drawn = b"\n".join(page.Contents.read_bytes() for page in opened.pages)
        return drawn.count(b" 6.4 4.6 re")

    assert filled(made) - filled(plain) == 2 * 5


def test_the_steps_stand_on_arrows_that_are_no_part_of_what_is_read(tmp_path: Path) -> None:
    (strip,) = (b for b in notes.notes(with_problems()).blocks if isinstance(b, Table) and b.arrows)
    assert len(strip.columns) == 5
    said = spoken(render(notes.notes(with_problems())), tmp_path)
    assert {"TH 1 Kartläggning", "TH 5 Återkoppling", "TD inga problem"} <= set(said)
