"""Text schema 1: nothing typed is lost, and one look has one form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bra_desktop.domain import stored_text, text
from bra_desktop.domain.canonical import DecodeError
from bra_desktop.domain.characters import forbidden_character
from bra_desktop.domain.text import (
    Cell,
    Heading,
    Image,
    ListItem,
    Paragraph,
    Row,
    Run,
    Table,
    TextDocument,
    list_labels,
    map_runs,
    merge_runs,
    plain_document,
    plain_text,
)
from tests.strategies import blocks, characters, runs, text_documents


@given(text_documents())
def test_a_text_comes_back_from_storage_as_it_was(document: TextDocument) -> None:
    assert stored_text.loads(stored_text.dumps(document)) == document


def test_a_mark_without_a_ground_is_stored_as_before_grounds_were_known_and_one_with_it_beside_the_mark() -> None:
    """Digests that were signed are of these very bytes."""
    old = '{"id":"a","kind":"paragraph","runs":[{"confidential":true,"text":"Eva"}]}'
    assert stored_text.dumps(stored_text.loads(f'{{"blocks":[\n{old}\n],"schema":1}}')).split("\n")[1] == old
    told = stored_text.dumps(TextDocument((Paragraph("a", (Run("Eva", ground="26 kap. 1 § OSL"),)),)))
    assert '{"confidential":true,"ground":"26 kap. 1 § OSL","text":"Eva"}' in told


def test_words_with_a_ground_are_marked_even_where_the_mark_was_forgotten() -> None:
    value = {"blocks": [{"kind": "paragraph", "id": "a", "runs": [{"text": "Eva", "ground": "26 kap. 1 § OSL"}]}]}
    (block,) = TextDocument.from_json_value(value).blocks
    assert isinstance(block, Paragraph)
    assert block.runs[0].confidential


def test_neighbours_that_are_marked_on_other_grounds_are_not_joined() -> None:
    one, other = Run("Eva", ground="26 kap. 1 § OSL"), Run("Lind", ground="18 kap. 8 § OSL")
    assert merge_runs((one, other, other)) == (one, Run("LindLind", ground="18 kap. 8 § OSL"))


def test_a_stored_block_without_an_id_gets_one_from_its_place() -> None:
    lines = ['{"blocks":[', '{"id":"a","kind":"paragraph"},', '{"kind":"paragraph"}', '],"schema":1}']
    assert [block.id for block in stored_text.loads("\n".join(lines)).blocks] == ["a", ".blocks[1]"]


def test_a_fault_in_stored_text_is_told_with_its_place() -> None:
    lines = ['{"blocks":[', '{"id":"a","kind":"paragraph"},', '{"id":"b","kind":"sonnet"}', '],"schema":1}']
    with pytest.raises(DecodeError) as fault:
        stored_text.loads("\n".join(lines))
    assert fault.value.path == ".blocks[1].kind"


@given(text_documents())
def test_each_block_is_stored_on_a_line_of_its_own(document: TextDocument) -> None:
    lines = stored_text.dumps(document).split("\n")
    assert len(lines) == (len(document.blocks) + 2 if document.blocks else 1)


@given(text_documents())
def test_a_change_that_changes_nothing_keeps_the_words(document: TextDocument) -> None:
    assert plain_text(map_runs(document, lambda run: run)) == plain_text(document)


@given(text_documents())
def test_removing_every_run_leaves_no_word_but_those_of_pictures(document: TextDocument) -> None:
    emptied = map_runs(document, lambda _: None)
    assert not any(run.text for block in emptied.blocks for run in text.block_runs(block))
    assert [b.id for b in emptied.blocks] == [b.id for b in document.blocks]


@given(runs())
def test_joined_runs_keep_the_words_and_cannot_be_joined_further(some: text.Runs) -> None:
    joined = merge_runs(some)
    assert text.runs_text(joined) == text.runs_text(some)
    assert merge_runs(joined) == joined
    assert all(run.text for run in joined)


@given(st.lists(blocks(), max_size=6))
def test_a_pasted_copy_gets_an_id_of_its_own_and_the_first_keeps_its(some: list[text.Block]) -> None:
    made = text.with_unique_ids((*some, *some))
    ids = [block.id for block in made]
    assert len(set(ids)) == len(ids)
    for block_id in {block.id for block in some}:
        first = next(n for n, block in enumerate(some) if block.id == block_id)
        assert ids[first] == block_id


@given(st.text(characters))
def test_plain_text_keeps_every_word_as_paragraphs(words: str) -> None:
    document = plain_document(words)
    assert "".join(plain_text(document).split()) == "".join(words.split())


def test_an_empty_line_parts_paragraphs_and_a_single_one_breaks_the_line() -> None:
    document = plain_document("ett\ntvå\n\ntre\r\n\r\n\r\nfyra")
    assert [text.runs_text(b.runs) for b in document.blocks if isinstance(b, Paragraph)] == ["ett\ntvå", "tre", "fyra"]


@pytest.mark.parametrize(
    ("words", "place", "name"),
    [
        ("ab\x00c", 3, "nolltecken"),
        ("\x1b", 1, "styrtecken U+001B"),
        ("a\ud800", 2, "styrtecken U+D800"),
        ("\ufffe", 1, "styrtecken U+FFFE"),
        ("a\rb", 2, "styrtecken U+000D"),
    ],
)
def test_a_character_that_cannot_be_kept_is_named_with_its_place(words: str, place: int, name: str) -> None:
    assert forbidden_character(words) == (place, name)


@pytest.mark.parametrize("words", ["", "å\tä\nö", "😀", "\u202bאב\u202c", "<b>&amp;", "e\u0301", "\u00a0\u200b"])
def test_everything_else_is_kept(words: str) -> None:
    assert forbidden_character(words) is None
    document = TextDocument((Paragraph("a", (Run(words),)),))
    assert stored_text.loads(stored_text.dumps(document)) == document


def item(name: str, level: int = 0, *, ordered: bool = True, start: int | None = None) -> ListItem:
    return ListItem(name, level, ordered, start)


def test_nested_lists_count_each_level_for_itself() -> None:
    labels = list_labels([item("a"), item("b", 1), item("c", 1), item("d"), item("e", 1)])
    assert labels == {"a": "1.", "b": "1.", "c": "2.", "d": "2.", "e": "1."}


def test_a_list_starts_where_it_is_told_and_anew_after_a_paragraph() -> None:
    labels = list_labels([item("a", start=5), item("b"), Paragraph("p"), item("c")])
    assert labels == {"a": "5.", "b": "6.", "c": "1."}


def test_a_change_of_kind_begins_a_new_list() -> None:
    labels = list_labels([item("a"), item("b", ordered=False), item("c")])
    assert labels == {"a": "1.", "b": "•", "c": "1."}


def test_a_text_is_empty_until_a_reader_would_see_something() -> None:
    assert not TextDocument()
    assert not TextDocument((Paragraph("a", (Run(" \n"),)),))
    assert TextDocument((Paragraph("a", (Run("x"),)),))
    assert TextDocument((Image("a", "0" * 64),))
    assert TextDocument((Table("a", (Row((Cell(),)),)),))


@pytest.mark.parametrize(
    ("value", "path"),
    [
        (3, "t"),
        ({"blocks": {}}, "t"),
        ({"schema": 2, "blocks": []}, "t.schema"),
        ({"blocks": ["x"]}, "t.blocks[0]"),
        ({"blocks": [{"kind": "poem"}]}, "t.blocks[0].kind"),
        ({"blocks": [{"kind": "heading", "level": 5}]}, "t.blocks[0].level"),
        ({"blocks": [{"kind": "list_item", "level": 9}]}, "t.blocks[0].level"),
        ({"blocks": [{"kind": "list_item", "level": -1}]}, "t.blocks[0].level"),
        ({"blocks": [{"kind": "table", "rows": []}]}, "t.blocks[0].rows"),
        ({"blocks": [{"kind": "table", "rows": [{"cells": []}]}]}, "t.blocks[0].rows"),
        ({"blocks": [{"kind": "paragraph", "runs": [{"text": 3}]}]}, "t.blocks[0].runs[0].text"),
        ({"blocks": [{"kind": "paragraph", "colour": "red"}]}, "t.blocks[0].colour"),
    ],
)
def test_a_text_that_does_not_fit_is_refused_with_its_path(value: object, path: str) -> None:
    with pytest.raises(DecodeError) as refused:
        TextDocument.from_json_value(value, "t")
    assert refused.value.path == path


def test_a_block_may_be_written_by_hand_with_plain_text_and_no_id() -> None:
    document = TextDocument.from_json_value({"blocks": [{"kind": "heading", "text": "Läget"}, {"kind": "paragraph"}]})
    first, second = document.blocks
    assert first == Heading(first.id, 1, (Run("Läget"),))
    assert first.id != second.id
