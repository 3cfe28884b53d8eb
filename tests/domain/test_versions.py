"""Versions of a text out of its changes, and what differs between two texts."""

from datetime import UTC, datetime, timedelta

import pytest

from bra_desktop.domain.text import Cell, Heading, ListItem, Paragraph, Row, Run, Table, TextDocument
from bra_desktop.domain.versions import Saved, Version, versions
from bra_desktop.domain.word_difference import Change, Line, Piece, counted, difference

TEN = datetime(2026, 12, 3, 9, 0, tzinfo=UTC)
TYPING = "Skriv text"


def test_another_mark_or_ground_of_the_same_words_is_another_form_of_the_line() -> None:
    forms = [
        TextDocument((Paragraph("a", (Run("Eva"), Run(" Lind", confidential=marked, ground=ground))),))
        for marked, ground in ((False, ""), (True, ""), (True, "26 kap. 1 § OSL"), (True, "18 kap. 8 § OSL"))
    ]
    for old in forms:
        for new in forms:
            (line,) = difference(old, new)
            assert line.reshaped == (old != new)


def saved(seconds: int, who: str = "Anna", what: str = TYPING, lost: int = 0) -> Saved:
    return Saved(f"{seconds}", TEN + timedelta(seconds=seconds), who, what, lost)


def keys(*changes: Saved) -> list[str]:
    return [version.key for version in versions(changes, TYPING)]


def paragraph(words: str, key: str = "a", *, bold: bool = False) -> Paragraph:
    return Paragraph(key, (Run(words, bold=bold),))


def compared(old: str, new: str) -> list[tuple[str, Change]]:
    (line,) = difference(TextDocument((paragraph(old),)), TextDocument((paragraph(new),)))
    return [(piece.text, piece.change) for piece in line.pieces]


def test_saves_that_follow_each_other_are_one_version() -> None:
    (version,) = versions([saved(0), saved(1), saved(170)], TYPING)
    assert version == Version("170", TEN, TEN + timedelta(seconds=170), "Anna", TYPING, 3)


@pytest.mark.parametrize(
    "second",
    [
        saved(181),
        saved(1, who="Bo"),
        saved(1, what="Ersätt i hela mötet"),
        saved(1, lost=200),
    ],
    ids=["a pause", "another person", "another use case", "much taken away at once"],
)
def test_a_version_ends(second: Saved) -> None:
    assert keys(saved(0), second) == ["0", second.key]


def test_what_is_not_typing_is_a_version_each_time() -> None:
    assert keys(saved(0, what="Ta tillbaka version"), saved(1, what="Ta tillbaka version")) == ["0", "1"]


def test_words_that_went_and_came_are_told_apart() -> None:
    assert compared("Läget är lugnt i centrum.", "Läget är stökigt i hela centrum.") == [
        ("Läget är", Change.SAME),
        (" lugnt", Change.REMOVED),
        (" stökigt", Change.ADDED),
        (" i", Change.SAME),
        (" hela", Change.ADDED),
        (" centrum.", Change.SAME),
    ]


def test_a_sentence_that_stayed_is_found_among_words_that_went() -> None:
    stayed = "Polisen har gjort fem insatser vid stationen och en i parken."
    pieces = compared(f"Läget är oroligare än i våras. {stayed}", f"Läget är lugnt. {stayed}")
    assert pieces == [
        ("Läget är", Change.SAME),
        (" oroligare än i våras", Change.REMOVED),
        (" lugnt", Change.ADDED),
        (f". {stayed}", Change.SAME),
    ]


def test_a_paragraph_that_is_gone_stands_where_it_stood() -> None:
    old = TextDocument((paragraph("Ett.", "a"), paragraph("Två.", "b"), paragraph("Tre.", "c")))
    new = TextDocument((paragraph("Ett.", "a"), paragraph("Tre.", "c")))
    assert difference(old, new)[1] == Line((Piece("Två.", Change.REMOVED),))
    assert counted(difference(old, new)) == "1\u00a0ord borttaget."
    assert counted(difference(new, old)) == "1\u00a0ord tillagt."


def test_a_text_that_became_bold_or_a_heading_has_another_form_and_the_same_words() -> None:
    for new in (paragraph("Läget", bold=True), Heading("a", 1, (Run("Läget"),))):
        (line,) = difference(TextDocument((paragraph("Läget"),)), TextDocument((new,)))
        assert line.reshaped
        assert [piece.change for piece in line.pieces] == [Change.SAME]
    assert counted((line,)) == "1\u00a0stycke med annan form."


def test_rows_of_tables_and_items_of_lists_are_compared_as_lines() -> None:
    old = TextDocument(
        (ListItem("l", 0, True, runs=(Run("ett"),)), Table("t", (Row((Cell((Run("Ort"),)), Cell((Run("Antal"),)))),)))
    )
    new = TextDocument(
        (ListItem("l", 0, True, runs=(Run("två"),)), Table("t", (Row((Cell((Run("Ort"),)), Cell((Run("Summa"),)))),)))
    )
    item, row = difference(old, new)
    assert item.begins == "1."
    assert row.pieces == (Piece("Ort |"), Piece(" Antal", Change.REMOVED), Piece(" Summa", Change.ADDED))


def test_the_same_text_differs_in_nothing() -> None:
    text = TextDocument((paragraph("Läget."),))
    assert not any(line.changed for line in difference(text, text))
    assert counted(difference(text, text)) == "Inga ord skiljer."
    assert counted(difference(text, TextDocument((paragraph("Läget!"),)))) == "Bara skiljetecken skiljer."


def test_another_caption_of_a_table_is_told_word_by_word() -> None:
    rows = (Row((Cell((Run("Brott"),)),)),)
    old, new = (TextDocument((Table("t", rows, caption=words),)) for words in ("Brott 2025", "Brott 2026"))
    caption, row = difference(old, new)
    assert caption.pieces == (Piece("Brott"), Piece(" 2025", Change.REMOVED), Piece(" 2026", Change.ADDED))
    assert not row.changed
    assert counted(difference(TextDocument((Table("t", rows),)), new)) == "2\u00a0ord tillagda."
