"""A sign that never became what it asks for: what is found in a finished text, and above all what isn't."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bra_desktop.domain.typed_signs import ACTION, PHRASE, Sign, signs_left

TRIGGERS = ("not", "/just", "bord", "dag", "bil")
LETTERS = "abcdefghijklmnopqrstuvwxyzåäöÅÄÖé"
words = st.text(LETTERS, min_size=1, max_size=12)
figures = st.integers(0, 99999).map(str)
begun = st.sampled_from(["just", "justerare", "bordlb", "nottera", "Jus"])


def left(text: str) -> tuple[Sign, ...]:
    return signs_left(text, TRIGGERS)


@given(
    before=st.sampled_from(["", "Rådet tackar. ", "(", "”", "– "]), word=begun, after=st.sampled_from(["", ".", ", sa"])
)
def test_a_search_that_begins_as_a_phrase_is_found_where_it_stands(before: str, word: str, after: str) -> None:
    assert left(f"{before}/{word}{after}") == (Sign(PHRASE, len(before), len(before) + 1 + len(word), word),)


@given(word=words)
def test_a_name_of_a_page_or_a_folder_is_no_search(word: str) -> None:
    assume(word.casefold()[:3] not in {"not", "jus", "bor", "dag", "bil"})
    assert left(f"Se /{word} på webben") == ()


@given(before=words | figures, word=begun | figures)
def test_a_slash_inside_a_word_or_a_figure_is_none(before: str, word: str) -> None:
    assert left(f"Klart {before}/{word}") == ()


@given(parts=st.lists(begun, min_size=2, max_size=5), scheme=st.sampled_from(["", "https://almby.example", "www.a.se"]))
def test_a_path_and_an_address_are_none(parts: list[str], scheme: str) -> None:
    assert left(f"Se {scheme}/" + "/".join(parts)) == ()
    assert left(f"Se {scheme}/{parts[0]}.html") == ()


@pytest.mark.parametrize(
    "text",
    ["31/1", "och/eller", "/home", "/tmp/eva", "120 kr /dag", "5 % /dag", "Hej!", "Kom! /", "a != b", "!= 5", "!!",
     "! ", "/no", "/not_a", "/not@a", "\\not", "Vad!Nu", "se (https://almby.example/just)", "km/h"],
)  # fmt: skip
def test_what_people_write_every_day_is_none(text: str) -> None:
    assert left(text) == ()


@given(words=st.text(LETTERS + " ", min_size=1, max_size=30).filter(lambda words: words[:1].isalpha()))
def test_a_line_that_begins_with_the_sign_of_an_action_is_found_whole(words: str) -> None:
    (sign,) = left(f"Rådet tackar.\n!{words}")
    assert (sign.sign, sign.start, sign.words) == (ACTION, len("Rådet tackar.\n"), words.strip())
    assert signs_left(f"!{words}", TRIGGERS, actions=False) == ()


@given(before=words, after=words)
def test_an_exclamation_mark_inside_a_sentence_or_at_its_end_is_none(before: str, after: str) -> None:
    for text in (f"{before}!", f"{before} ! {after}", f"{before}! {after}", f"{before} !{after}", f" !{after}"):
        assert left(text) == ()


@given(text=st.text(max_size=300), triggers=st.lists(st.text(max_size=8), max_size=4))
def test_what_is_found_in_any_text_stands_there_in_order(text: str, triggers: list[str]) -> None:
    found = signs_left(text, triggers)
    assert [sign.start for sign in found] == sorted({sign.start for sign in found})
    for sign in found:
        assert text[sign.start] == sign.sign
        assert text[sign.start : sign.end].rstrip() == text[sign.start : sign.end]
        assert sign.words in text[sign.start : sign.end]
