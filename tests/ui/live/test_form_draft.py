"""A form as a file: whatever stands in a field of any kind comes back, and what is no draft is none."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bra_desktop.domain.kinds import Ballot
from bra_desktop.ui.live.forms.form import (
    FieldKind,
    Form,
    FormAddress,
    FormField,
    RollLine,
    RowLine,
    Value,
)
from bra_desktop.ui.live.forms.form_draft import FormDraft, FormPlace, draft_text, read_draft, spoken, taken_up

words = st.text(st.characters())  # half characters too, which a field can hold
ballots = st.one_of(st.none(), st.sampled_from(Ballot))
roll_lines = st.builds(RollLine, words, words, ballots, st.booleans(), st.booleans())
row_lines = st.builds(RowLine, words, st.lists(words, max_size=5).map(tuple))
OF_KIND: dict[FieldKind, st.SearchStrategy[Value]] = {
    **dict.fromkeys(FieldKind, words),
    FieldKind.CHECK: st.booleans(),
    FieldKind.NUMBER: st.integers(0, 500),
    FieldKind.ROLL: st.lists(roll_lines, max_size=4).map(tuple),
    FieldKind.ROWS: st.lists(row_lines, max_size=4).map(tuple),
}
values = st.fixed_dictionaries({}, optional={kind.value: strategy for kind, strategy in OF_KIND.items()})
places = st.builds(FormPlace, words, st.integers(-1, 20), st.integers(-1, 5), st.integers(0, 10**6))
addresses = st.builds(FormAddress, words, words, words, words)
drafts = st.builds(
    FormDraft, st.just("k"), addresses, words, values, values, st.lists(words).map(tuple), places, st.booleans(), words,
    words,
)  # fmt: skip
ADDRESS = FormAddress("m", "i", "action")


@given(drafts)
def test_a_draft_comes_back_from_its_file_whatever_stands_in_it(draft: FormDraft) -> None:
    text = draft_text(draft)
    assert read_draft("k", text.encode("utf-8").decode("utf-8")) == draft


def test_a_tick_and_a_number_are_told_apart() -> None:
    draft = FormDraft("k", ADDRESS, "Å", {"a": False, "b": 0}, {"a": True, "b": 1})
    read = read_draft("k", draft_text(draft))
    assert read is not None
    assert [type(value) for value in read.typed.values()] == [bool, int]


@given(st.one_of(words, st.recursive(st.none() | st.integers() | words, st.lists, max_leaves=5).map(json.dumps)))
def test_what_is_no_draft_is_none(text: str) -> None:
    assert read_draft("k", text) is None


@given(drafts, st.data())
def test_a_draft_that_was_cut_off_or_written_over_is_none_or_another_and_no_fault(
    draft: FormDraft, data: st.DataObject
) -> None:
    text = draft_text(draft)
    at = data.draw(st.integers(0, len(text) - 1))
    assert read_draft("k", text[:at]) is None
    read_draft("k", text[:at] + data.draw(words) + text[at + 1 :])
    plain = json.loads(text)
    plain[data.draw(st.sampled_from(sorted(plain)))] = data.draw(st.none() | st.integers() | words | st.lists(words))
    read_draft("k", json.dumps(plain))


def test_a_newer_program_s_draft_is_left_alone() -> None:
    plain = json.loads(draft_text(FormDraft("k", ADDRESS, "Å", {}, {"a": "ord"})))
    assert read_draft("k", json.dumps(plain | {"format": 2})) is None


# ── taking up ────────────────────────────────────────────────────────────────────────────────
def form(*fields: FormField) -> Form:
    def submit(_values: object) -> object:
        raise AssertionError

    return Form("action", "Åtgärd", fields, "Ändra", submit)  # type: ignore[arg-type]


def now_in(one: Form) -> dict[str, Value]:
    return {field.name: field.value for field in one.fields}


TWO = form(FormField("text", "Åtgärd", FieldKind.TEXT, "nu"), FormField("due", "Klart senast", value="31/1"))


@pytest.mark.parametrize(
    ("begun", "typed", "stands", "clash"),
    [
        ({"text": "nu", "due": "31/1"}, {"text": "mitt", "due": "31/1"}, {"text": "mitt", "due": "31/1"}, False),
        ({"text": "förr", "due": "31/1"}, {"text": "mitt", "due": "31/1"}, {"text": "mitt", "due": "31/1"}, True),
        ({"text": "förr", "due": "31/1"}, {"text": "förr", "due": "1/2"}, {"text": "nu", "due": "1/2"}, False),
        ({"text": "förr", "due": "31/1"}, {"text": "nu", "due": "31/1"}, {"text": "nu", "due": "31/1"}, False),
        ({}, {"text": "mitt", "gone": "ord"}, {"text": "mitt", "due": "31/1"}, False),
    ],
)
def test_only_what_was_typed_takes_the_place_of_what_stands_there_now(
    begun: dict[str, Value], typed: dict[str, Value], stands: dict[str, Value], clash: bool
) -> None:
    filled, changed = taken_up(TWO, now_in(TWO), FormDraft("k", ADDRESS, "Å", begun, typed))
    assert now_in(filled) == stands
    assert changed is clash


def test_votes_are_given_to_those_who_vote_now() -> None:
    def line(person: str, choice: Ballot | None, votes: bool = True) -> RollLine:
        return RollLine(person, person.upper(), choice, votes)

    before = (line("a", None), line("b", None), line("c", None))
    typed = (line("a", Ballot.YES), line("b", Ballot.NO), line("c", Ballot.NO))
    fresh = (line("a", None), line("b", Ballot.ABSENT, votes=False), line("d", None))
    roll = form(FormField("roll", "Röster", FieldKind.ROLL, fresh))
    filled, _clash = taken_up(roll, now_in(roll), FormDraft("k", ADDRESS, "Å", {"roll": before}, {"roll": typed}))
    assert now_in(filled)["roll"] == (line("a", Ballot.YES), line("b", Ballot.ABSENT, votes=False), line("d", None))


def test_what_was_typed_is_told_in_words_without_keys() -> None:
    columns = (FormField("who", "Vem", FieldKind.CHOICE), FormField("reason", "Skäl"))
    shown = form(
        FormField("text", "Åtgärd", FieldKind.TEXT),
        FormField("kind", "Slag", FieldKind.CHOICE),
        FormField("rows", "Uppdrag", FieldKind.ROWS, (), columns=columns),
    )
    said = spoken(shown, {"text": "Byt armaturer", "kind": "b4c1", "rows": (RowLine("x", ("b4c1", "jävig")),)})
    assert said == ("Åtgärd: Byt armaturer", "Uppdrag: jävig")
