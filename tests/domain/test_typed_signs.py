"""When a typed sign asks for a phrase, a name or an action, and above all when it doesn't."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bra_desktop.domain.typed_signs import ACTION, NAME, PHRASE, Sign, action_line, sign_at

LETTERS = "abcdefghijklmnopqrstuvwxyzåäöÅÄÖé"
words = st.text(LETTERS, min_size=1, max_size=12)
figures = st.integers(0, 99999).map(str)


def asked(line: str) -> Sign | None:
    return sign_at(line, len(line))


@given(before=st.sampled_from(["", "Rådet tackar. ", "(", "”", "– ", "ett\u00a0"]), word=words)
def test_a_slash_before_a_letter_at_the_start_of_a_word_asks_for_a_phrase(before: str, word: str) -> None:
    assert asked(f"{before}/{word}") == Sign(PHRASE, len(before), len(before) + 1 + len(word), word)


@given(before=words | figures, word=words | figures, sign=st.sampled_from("/@"))
def test_a_sign_inside_a_word_or_a_figure_never_asks(before: str, word: str, sign: str) -> None:
    for end in range(1, len(word) + 1):
        assert asked(f"Klart {before}{sign}{word[:end]}") is None


@given(number=figures, rest=st.text("0123456789/.-", max_size=6), sign=st.sampled_from("/@"))
def test_a_figure_after_the_sign_never_asks(number: str, rest: str, sign: str) -> None:
    assert asked(f"Dnr {sign}{number}{rest}") is None


@given(user=words, host=words, top=st.sampled_from(["se", "example", "nu"]))
def test_an_email_address_never_asks(user: str, host: str, top: str) -> None:
    address = f"Skriv till {user}.{host}@{host}.{top}"
    assert all(asked(address[:end]) is None for end in range(len(address) + 1))


@given(scheme=st.sampled_from(["http://", "https://", "www."]), parts=st.lists(words, min_size=1, max_size=5))
def test_a_web_address_never_asks(scheme: str, parts: list[str]) -> None:
    address = f"Se {scheme}{parts[0]}.se/" + "/".join(parts) + "/@" + parts[0]
    assert all(asked(address[:end]) is None for end in range(len(address) + 1))


@given(parts=st.lists(words, min_size=2, max_size=5))
def test_a_path_asks_no_longer_when_its_second_slash_comes(parts: list[str]) -> None:
    assert asked("/" + "/".join(parts)) is None


@given(line=st.text(max_size=200), caret=st.integers(0, 200))
def test_what_is_asked_for_stands_before_the_caret_and_begins_with_its_sign(line: str, caret: int) -> None:
    found = sign_at(line, min(caret, len(line)))
    if found is not None:
        assert line[found.start] == found.sign
        assert found.start == 0 or not (line[found.start - 1].isalnum() or line[found.start - 1] in "_/@")
        assert line[found.start + 1].isalpha()
        assert line[found.start + 1 : found.end].rstrip() == found.words


@pytest.mark.parametrize(
    "line", ["31/1", "och/eller", "km/h", "2026/118", "24/7", "KS 2026/118", "a / b", "/", "@", "/ not"]
)
def test_what_is_written_every_day_never_asks(line: str) -> None:
    assert all(asked(line[:end]) is None for end in range(len(line) + 1))


def test_a_sign_in_front_of_a_word_that_stands_there_already_does_not_ask() -> None:
    assert sign_at("/notera", 3) is None


def test_a_name_may_have_several_words() -> None:
    assert asked("Frågan lyfts av @Eva Li") == Sign(NAME, 16, 23, "Eva Li")


def test_a_name_far_into_a_long_line_is_found_at_its_place() -> None:
    line = "ord " * 500 + "@Ev"
    assert asked(line) == Sign(NAME, 2000, 2003, "Ev")


@given(rest=words)
def test_an_exclamation_mark_at_the_very_start_asks_for_an_action(rest: str) -> None:
    assert action_line(f"!{rest} nu", len(rest) + 4) == Sign(ACTION, 0, len(rest) + 4, f"{rest} nu")


@given(before=words | figures, rest=st.text(LETTERS + " ", max_size=10))
def test_an_exclamation_mark_after_a_word_never_asks(before: str, rest: str) -> None:
    line = f"{before}!{rest}"
    assert all(action_line(line, end) is None for end in range(len(line) + 1))


@pytest.mark.parametrize("line", ["Hej!", "!", "!!", "! ", "!1", "!=", "!?", " !a"])
def test_other_marks_ask_for_no_action(line: str) -> None:
    assert action_line(line, len(line)) is None


def test_an_action_is_asked_for_only_at_the_end_of_its_line() -> None:
    assert action_line("!Byt armaturer", 4) is None
