"""What a line about an action says."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bra_desktop.domain.action_words import ActionWords, read_action, unclear_name
from bra_desktop.domain.due_phrases import parse_due
from bra_desktop.domain.errors import UserError

ORGANISATIONS = (("Polisen", "p"), ("Polismyndigheten", "p"), ("Almby Bostäder", "b"), ("Almby", "a"))
PEOPLE = (("Eva Lind", "e"), ("Johan Ek", "j"))
DAY, NEXT = date(2026, 12, 3), date(2027, 3, 4)


def is_day(words: str) -> bool:
    try:
        parse_due(words, DAY, NEXT)
    except UserError:
        return False
    return True


def read(line: str) -> ActionWords:
    return read_action(line, ORGANISATIONS, PEOPLE, is_day)


@pytest.mark.parametrize("due", ["31/1", "nästa möte", "om två veckor", "senast den 31 januari 2027", "fredag"])
def test_several_responsible_a_contact_and_the_day_are_read_out_of_the_line(due: str) -> None:
    line = f"fotpatrull vid stationen @Polisen, @Almby Bostäder och @Eva Lind {due}"
    assert read(line) == ActionWords("Fotpatrull vid stationen", ("p", "b"), ("e",), due)


def test_names_may_stand_before_the_words_and_after_the_day() -> None:
    assert read("@polisen går fotpatrull 31/1 @Johan Ek") == ActionWords("Går fotpatrull", ("p",), ("j",), "31/1")


def test_the_longest_name_is_the_one_that_is_meant() -> None:
    assert read("Byt lås @Almby Bostäder").organisations == ("b",)


def test_unknown_names_stay_in_the_text() -> None:
    assert read("Ring @Okänd") == ActionWords("Ring @Okänd")


def test_a_name_that_goes_on_is_another_name() -> None:
    assert read("Ring @Polisens växel") == ActionWords("Ring @Polisens växel")


@pytest.mark.parametrize("typed", ["@Polis", "@polism", "@Johan", "@Eva", "@Eva Li"])
def test_a_name_may_be_cut_short_where_only_one_begins_so(typed: str) -> None:
    found = read(f"ring skolan {typed} om två veckor")
    assert (found.text, found.due) == ("Ring skolan", "om två veckor")
    assert len((*found.organisations, *found.people)) == 1


@pytest.mark.parametrize(
    ("line", "unclear"),
    [
        ("ring @Alm 31/1", ("Alm", ("Almby", "Almby Bostäder"))),
        ("ring @Okänd", ("Okänd", ())),
        ("ring @Polis", None),
        ("ring @Polisen och @Alm", ("Alm", ("Almby", "Almby Bostäder"))),
        ("ring 10 @ 5 kr", None),
    ],
)
def test_a_name_that_several_begin_with_or_none_is_told(line: str, unclear: tuple[str, tuple[str, ...]] | None) -> None:
    assert unclear_name(line, (*ORGANISATIONS, *PEOPLE)) == unclear


def test_a_line_that_is_a_day_alone_is_what_is_to_be_done() -> None:
    assert read("fredag") == ActionWords("Fredag")


@given(st.text("ab @,0/1och", max_size=40))
def test_reading_a_line_never_fails_and_names_nobody_twice(line: str) -> None:
    found = read_action(line, (("a", "1"), ("b", "2")), (("ab", "3"),), is_day)
    assert len(set(found.organisations)) == len(found.organisations)
