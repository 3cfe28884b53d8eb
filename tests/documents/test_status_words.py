"""How something stands in a table of the minutes: the word keeps its place and gets the shape of the lists."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bra_desktop.documents import notes
from bra_desktop.documents.pdf.pdf import render
from bra_desktop.documents.status_words import status_of
from bra_desktop.documents.text_blocks import Table
from bra_desktop.documents.written import written
from bra_desktop.domain import text as t
from tests.documents.pdf_checks import faults
from tests.documents.samples import est
from tests.documents.tagged_pdf import TaggedPdf


def plan(title: str) -> t.TextDocument:
    said = (
        ("Aktivitet", title),
        ("Ljus vid tunneln", "pågår, 84 procent i tid"),
        ("Vandring", "Klar"),
        ("Skyltar", ""),
    )
    rows = tuple(t.Row(tuple(t.Cell((t.Run(text),) if text else ()) for text in row)) for row in said)
    return t.TextDocument((t.Table("t", rows),))


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("klar, 97 stolder", "done"),
        ("Klart", "done"),
        ("klara besked saknas", ""),
        ("pågår, 17 av 20 kvällar", "ongoing"),
        ("Väntar på svar", "waiting"),
        ("försenad", "late"),
        ("ej\u00a0påbörjad, se §\u00a048", "not_started"),
        ("Inte påbörjad", "not_started"),
        ("avbruten", "cancelled"),
        ("föreslås avbrytas", ""),
        ("–", ""),
        ("", ""),
    ],
)
def test_a_status_is_told_by_the_first_words(words: str, status: str) -> None:
    assert status_of(words) == status


@pytest.mark.parametrize(("title", "shapes"), [("Status", ["ongoing", "done", ""]), ("Läge", ["ongoing", "done", ""]),
                                               ("Ansvarig", ["", "", ""])])  # fmt: skip
def test_the_column_that_tells_how_things_stand_has_shapes(title: str, shapes: list[str]) -> None:
    (table,) = written(plan(title), {})
    assert isinstance(table, Table)
    assert [row.cells[1].status for row in table.rows] == shapes


def test_the_shape_says_nothing_that_the_word_does_not_say() -> None:
    content = est()
    items = (replace(content.items[0], text=plan("Läge")), *content.items[1:])
    read = TaggedPdf(render(notes.notes(replace(content, items=items))))
    assert faults(read) == []
    assert "pågår, 84 procent i tid" in " ".join(" ".join(read.spoken()).split())
