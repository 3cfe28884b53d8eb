"""How Swedish is written."""

from __future__ import annotations

import re
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bra_desktop.domain import swedish, swedish_dates
from bra_desktop.domain.refs import meeting_ref

DAY = date(2026, 12, 3)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_dates_and_times_as_they_stand_in_text_and_tables() -> None:
    assert plain(swedish_dates.long_date(DAY)) == "torsdag 3 december 2026"
    assert plain(swedish_dates.date_in_text(DAY)) == "3 december 2026"
    assert plain(swedish_dates.weekday_and_month(DAY)) == "torsdag 3 december"
    assert swedish_dates.date_in_table(DAY) == "2026-12-03"
    assert swedish_dates.date_in_table(None) == "–"
    assert swedish_dates.clock(time(10, 5)) == "10.05"
    assert swedish_dates.clock_with_seconds(time(14, 32, 5)) == "14.32.05"
    assert swedish_dates.at_clock(time(10, 0)) == "kl.\u00a010.00"
    assert plain(swedish_dates.clock_range(time(10, 0), time(12, 4))) == "kl. 10.00–12.04"
    assert plain(swedish_dates.clock_range(time(10, 0), None)) == "kl. 10.00"
    assert plain(swedish_dates.clock_range(time(17, 26), time(17, 26))) == "kl. 17.26"
    assert plain(swedish_dates.moment(datetime(2026, 12, 15, 15, 0))) == "tisdag 15 december 2026 kl. 15.00"
    assert plain(swedish_dates.week(DAY)) == "vecka 49"
    assert plain(swedish_dates.week(DAY, in_table=True)) == "v. 49"
    assert [plain(swedish_dates.minutes_in_text(n)) for n in (0, 45, 60, 112)] == [
        "0 min",
        "45 min",
        "1 tim",
        "1 tim 52 min",
    ]


@pytest.mark.parametrize(
    ("days", "relative", "due"),
    [
        (0, "i dag", "i dag"),
        (1, "i morgon", "i morgon"),
        (-1, "i går", "1 dag försenad"),
        (5, "om 5 dagar", "om 5 dagar"),
        (-12, "för 12 dagar sedan", "12 dagar försenad"),
    ],
)
def test_distances_in_time(days: int, relative: str, due: str) -> None:
    day = date.fromordinal(DAY.toordinal() + days)
    assert plain(swedish_dates.relative_day(day, DAY)) == relative
    assert plain(swedish_dates.due_in_words(day, DAY)) == due


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 24, date(2026, 2, 28)),
        (date(2026, 12, 3), 1, date(2027, 1, 3)),
        (date(2026, 11, 30), 1, date(2026, 12, 30)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
    ],
)
def test_a_month_ends_on_the_same_day_or_the_last_one(start: date, months: int, end: date) -> None:
    assert swedish_dates.add_months(start, months) == end


def test_numbers_are_held_together_by_hard_spaces() -> None:
    assert swedish.number(26000) == "26\u00a0000"
    assert swedish.number(3.5) == "3,5"
    assert swedish.number(-37) == "−37"
    assert swedish.number(1234.5, decimals=2) == "1\u00a0234,50"
    assert [swedish.number_in_text(n) for n in (0, 2, 9, 10)] == ["noll", "två", "nio", "10"]


def test_a_count_always_has_one_of_two_forms() -> None:
    counts = [plain(swedish.plural(n, "åtgärd", "åtgärder")) for n in (0, 1, 2)]
    assert counts == ["0 åtgärder", "1 åtgärd", "2 åtgärder"]
    assert swedish.plural(0, "åtgärd", "åtgärder", none="inga") == "inga åtgärder"


def test_paragraphs_and_their_ranges() -> None:
    assert swedish.section(41) == "§\u00a041"
    assert swedish.section(41, 2026) == "§\u00a041/2026"
    assert swedish.sections([38]) == "§\u00a038"
    assert swedish.sections(range(38, 50)) == "§§\u00a038–49"
    assert swedish.sections([]) == ""
    assert swedish.ranges([46, 38, 39, 40, 49, 40]) == "38–40, 46, 49"


@given(st.sets(st.integers(1, 60)))
def test_ranges_say_exactly_the_numbers(numbers: set[int]) -> None:
    said = set[int]()
    for part in swedish.ranges(numbers).split(", ") if numbers else []:
        first, _, last = part.partition("–")
        said |= set(range(int(first), int(last or first) + 1))
    assert said == numbers


@pytest.mark.parametrize(
    ("parts", "words"),
    [([], ""), (["A"], "A"), (["A", "B"], "A och B"), (["A", "", "B", "C"], "A, B och C")],
)
def test_lists_end_with_och(parts: list[str], words: str) -> None:
    assert swedish.listing(parts) == words


@pytest.mark.parametrize(
    ("name", "genitive"),
    [
        ("Eva", "Evas"),
        ("Johan Ek", "Johan Eks"),
        ("Nils", "Nils"),
        ("Max", "Max"),
        ("BRÅ", "BRÅ:s"),
        ("EST-gruppen", "EST-gruppens"),
        ("Almby kommun", "Almby kommuns"),
        ("", ""),
    ],
)
def test_genitives(name: str, genitive: str) -> None:
    assert swedish.genitive(name) == genitive


def test_capitals() -> None:
    assert swedish.capital_first("åtgärder och BRÅ") == "Åtgärder och BRÅ"
    assert swedish.lower_first("Rådet") == "rådet"
    assert swedish.lower_first("BRÅ AU") == "BRÅ AU"
    assert swedish.lower_first("") == ""
    assert swedish.quoted("så här") == "”så här”"


@pytest.mark.parametrize("text", ["KS-protokoll", "BRÅ", "Zz2", "EST:s anteckningar", "KSau beslutar", "K3-underlag"])
def test_a_word_that_begins_with_an_abbreviation_or_has_a_figure_keeps_its_capital(text: str) -> None:
    assert swedish.lower_first(text) == text


@pytest.mark.parametrize("text", ["Komplettering 2", "Å-rummet", "E-post", "Inbjudan till KS"])
def test_any_other_first_word_loses_its_capital(text: str) -> None:
    assert swedish.lower_first(text) == text[0].lower() + text[1:]


@pytest.mark.parametrize(("name", "letters"), [("Eva Lind", "EL"), ("Anna-Lena Svedin", "AS"), ("Åsa", "Å"), ("", "")])
def test_initials(name: str, letters: str) -> None:
    assert swedish.initials(name) == letters


def test_the_alphabet_ends_with_three_letters() -> None:
    ordered = ["§ 9", "§ 10", "alm", "Édith", "eva", "Muz", "Müller", "Myra", "v", "w", "zebra", "Åsa", "Ämne", "Öst"]
    backwards = list(reversed(ordered))
    assert sorted(backwards, key=swedish.sort_key) == ordered


def test_people_sort_by_last_name() -> None:
    people = ["Siv Östling", "Per Alm", "Björn Åkerlund", "Anna Svedin", "Eva Lind"]
    assert sorted(people, key=swedish.name_sort_key) == [
        "Per Alm",
        "Eva Lind",
        "Anna Svedin",
        "Björn Åkerlund",
        "Siv Östling",
    ]


@given(st.text(), st.text())
def test_any_two_texts_can_be_sorted(a: str, b: str) -> None:
    assert swedish.sort_key(a) == swedish.sort_key(a)
    assert (swedish.sort_key(a) < swedish.sort_key(b)) is not (swedish.sort_key(b) <= swedish.sort_key(a))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Protokoll BRÅ 2026-12-03", "Protokoll BRÅ 2026-12-03"),
        ("Utdrag § 41/2026: “nytt”?", "Utdrag par 41-2026- “nytt”"),
        ("con", "con-"),
        ("../../etc", "etc"),
        (" . ", "namnlös"),
        ("a\u202eb\nc", "a-b-c"),
    ],
)
def test_file_names_are_taken_by_every_system(text: str, name: str) -> None:
    assert swedish.file_name(text) == name


@given(st.text())
def test_no_file_name_is_empty_or_leaves_its_folder(text: str) -> None:
    name = swedish.file_name(text)
    assert name
    assert name not in (".", "..")
    assert not set(name) & set('<>:"/\\|?*\x00')
    assert name[-1] not in " ."


@pytest.mark.parametrize(
    ("forum", "ref"),
    [
        ("BRÅ", "BRA-2026-12-03"),
        ("BRÅ AU", "BRA-AU-2026-12-03"),
        ("OP lägesbild", "OP-LAGESBILD-2026-12-03"),
        ("", "MOTE-2026-12-03"),
    ],
)
def test_a_meeting_has_a_readable_reference(forum: str, ref: str) -> None:
    assert meeting_ref(forum, DAY) == ref


def test_a_second_meeting_on_a_day_gets_a_suffix() -> None:
    taken = {"BRA-2026-12-03", "BRA-2026-12-03-2"}
    assert meeting_ref("BRÅ", DAY, taken) == "BRA-2026-12-03-3"


@given(st.text(), st.dates(date(1900, 1, 1), date(2999, 1, 1)))
def test_every_reference_has_the_same_shape(forum: str, day: date) -> None:
    assert re.fullmatch(r"[A-Z0-9]+(-[A-Z0-9]+)*-\d{4}-\d{2}-\d{2}", meeting_ref(forum, day))


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (["Eva Lind", "Per Alm"], ("EL", "PA")),
        (["Eva Lind", "Per Alm", "Elsa Lund"], ("ELi", "PA", "ELu")),
        (["Eva Lind", "Elsa Lindén"], ("EvLi", "ElLi")),
        (["Förnamn1 Efternamn", "Förnamn2 Efternamn", "Per Alm"], ("FE1", "FE2", "PA")),
        (["Eva Lind", "Eva Lind", "", ""], ("EL1", "EL2", "", "")),
        (["Ali", "Anna", "Annika"], ("A1", "A2", "A3")),
        (["Ali", "Anna"], ("Al", "An")),
    ],
)
def test_initials_that_stand_together_are_told_apart(names: list[str], short: tuple[str, ...]) -> None:
    assert swedish.initials_apart(names) == short
