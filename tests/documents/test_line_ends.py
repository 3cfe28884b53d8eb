"""Where lines end: dates, numbers and references stay whole, and the file's words stay ordinary words."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bra_desktop.documents.blocks import Document, Sender
from bra_desktop.documents.pdf.fonts import typeface
from bra_desktop.documents.pdf.glue import parts
from bra_desktop.documents.pdf.pdf import render
from bra_desktop.documents.pdf.style import BODY
from bra_desktop.documents.pdf.text import Line, Setter, natural_width
from bra_desktop.documents.text_blocks import Paragraph, Run, words
from tests.documents.pdf_reading import page_texts


def set_lines(text: str, width: float) -> list[str]:
    lines = Setter(typeface(), BODY, width).lines((Run(text),))
    return [_text(line) for line in lines]


@pytest.mark.parametrize(
    "whole",
    [
        "4 mars",
        "8 december",
        "18 månader",
        "9 av 9 platser",
        "85 000 kronor",
        "1 250 000 kr",
        "84 procent",
        "§ 46",
        "§§ 38–49",
        "18 kap. 8 §",
        "kl. 10.55–11.05",
        "Avsnitt 4",
        "bilaga 3",
        "Punkt 7",
        "Dnr KS 2026/391",
        "årskurs 6",
        "v. 45",
        "Almbyhem AB",
    ],
)
def test_a_line_never_ends_inside(whole: str) -> None:
    for before in range(1, 40):
        text = f"{'i' * before} den {whole} samt mer som följer"
        assert any(whole in line for line in set_lines(text, 150)), text


def test_other_spaces_are_where_lines_end_and_nothing_is_lost() -> None:
    text = "Rådet beslutar den 4 mars 2027 att redovisa, se § 46 och bilaga 3.  Två blanksteg"
    assert " ".join(parts(text)) == text
    assert parts("den 4 mars 2027, i 2 av ett") == ("den 4 mars", "2027,", "i", "2", "av", "ett")
    assert parts("godkänna planen för 2027, samt") == ("godkänna", "planen", "för", "2027, samt")
    assert parts("planen, samt mer") == ("planen,", "samt", "mer")
    assert parts("AB Almbybostäder och AB Almby") == ("AB", "Almbybostäder", "och", "AB", "Almby")


def test_what_is_wider_than_its_line_is_broken_at_its_spaces_and_not_inside_a_word() -> None:
    assert set_lines("den 12 september", 55) == ["den 12", "september"]


def test_a_column_is_as_wide_as_what_stays_together() -> None:
    together, _ = natural_width(typeface(), (Run("den 12 september"),), BODY)
    word, _ = natural_width(typeface(), (Run("12"),), BODY)
    assert together > word + natural_width(typeface(), (Run("september"),), BODY)[0]


def test_the_text_of_the_file_has_ordinary_spaces(tmp_path: Path) -> None:
    text = "Rådet sammanträder den 4 mars 2027 kl. 10.00 enligt § 46 och bilaga 3."
    blocks = (Paragraph(words(text)),)
    document = Document("Prov", "", "Prov", "Prov", Sender("Almby kommun", "Rådet"), date(2026, 12, 3), blocks)
    (page,) = page_texts(render(document), tmp_path)
    assert text in page.replace("\n", " ")


@given(st.lists(st.text("abåäöÅ\u2603", max_size=70), min_size=1, max_size=40), st.integers(20, 500))
def test_lines_end_at_the_same_words_however_the_text_came_to_be(texts: list[str], width: int) -> None:
    """A sentence that was typed at once is set in one go, one that was put together word by word."""
    text = " ".join(texts)
    pieces = tuple(Run(piece) for word in texts for piece in (" ", word) if piece)[1:]
    together = Setter(typeface(), BODY, width).lines((Run(text),))
    apart = Setter(typeface(), BODY, width).lines(pieces)
    assert [(_text(line), line.broken) for line in together] == [(_text(line), line.broken) for line in apart]
    assert [line.width for line in together] == pytest.approx([line.width for line in apart])


def _text(line: Line) -> str:
    return "".join(segment.text for segment in line.segments)
