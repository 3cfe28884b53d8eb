"""Which words a dictionary is asked about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bra_desktop.domain.spelling import name_forms, words_to_check


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Läget i centrum.", ["Läget", "centrum"]),
        ("BRÅ och EST-gruppens möte; BRÅ:s plan", ["och", "EST-gruppens", "möte", "plan"]),
        ("dnr KS 2026/118, A4, kl. 10.00, v. 12", ["dnr", "kl"]),
        ("och/eller", ["och", "eller"]),
        ("skriv till anna@almby.example eller www.almby.example/sida", ["skriv", "till", "eller"]),
        ("”ja” – sade hon…", ["ja", "sade", "hon"]),
        ("31/1 t.ex. fr.o.m. i dag", ["t.ex", "dag"]),
        ("", []),
    ],
)
def test_words_that_are_asked_about(line: str, words: list[str]) -> None:
    assert [word.text for word in words_to_check(line)] == words


@given(st.text())
def test_every_word_stands_where_it_says(line: str) -> None:
    for word in words_to_check(line):
        assert line[word.start : word.end] == word.text


def test_a_name_is_known_in_parts_in_small_letters_and_in_the_genitive() -> None:
    assert {"anna-karin", "karin", "öberg", "öbergs"} <= name_forms("Anna-Karin Öberg")
