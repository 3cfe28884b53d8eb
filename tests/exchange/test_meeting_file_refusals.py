"""A meeting file that cannot be used is refused in words: what, where, what to do, and that nothing changed."""

import json
from pathlib import Path
from typing import Any

import pytest

from bra_desktop.domain.content import PersonContent
from bra_desktop.domain.errors import UserError
from bra_desktop.exchange import meeting_file, meeting_file_json


def meeting(**changes: Any) -> dict[str, Any]:
    """A small valid meeting as plain values."""
    return {
        "ref": "BRA-2026-12-03",
        "municipality": {"name": "Almby kommun"},
        "forum": {"name": "Brottsförebyggande rådet"},
        "date": "2026-12-03",
        "starts": "10:00",
        "organisations": [{"key": "KLF", "name": "Kommunledningsförvaltningen"}],
        "people": [{"key": "P11", "name": "Anna Svedin", "organisation": "KLF"}],
        "items": [
            {"key": "1", "title": "Öppnande", "paragraph": 38},
            {"key": "2", "title": "Val av justerare", "paragraph": 39, "decisions": [{"key": "b1", "text": "välja"}]},
        ],
        **changes,
    }


def refused(data: bytes | dict[str, Any] | Path) -> UserError:
    """What the reader says about it."""
    if isinstance(data, dict):
        data = json.dumps(data).encode()
    with pytest.raises(UserError) as caught:
        meeting_file.read(data, "" if isinstance(data, Path) else "möte.json")
    sentence = caught.value.text
    assert "Inget har ändrats." in sentence
    assert len(sentence) <= 260
    return caught.value


def test_the_small_meeting_is_read() -> None:
    content = meeting_file.read(json.dumps(meeting()).encode(), "möte.json")
    assert content.paragraphs == (38, 39)


def test_a_file_that_is_not_json_is_refused_with_its_line() -> None:
    error = refused(b'{\n "ref": "a",\n "date": oj\n}')
    assert "möte.json" in error.text
    assert "rad 3 är inte giltig JSON" in error.text


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "är tom"),
        (b" \n\t", "är tom"),
        (b"[]", "en lista"),
        (b'"text"', "en text"),
        (b"17", "ett enda"),
        (b"null", "ett enda"),
        (b'{"ref": "\xe5"}', "rad 1 är inte skriven i UTF-8"),
        ('{"ref": "å"}'.encode("utf-16"), "UTF-8"),
        (b"{} {}", "inte giltig JSON"),
        (b'{"ref": "a"', "inte giltig JSON"),
        (b"[" * 100_000, "klamrar"),
        (b'{"a":' * 100_000, "klamrar"),
        (b'{"ref": "' + b'\\"' * 200_000, "inte giltig JSON"),
        (b'{"ref": "a", "version": NaN}', "NaN är inget tal"),
        (b'{"ref": "a", "version": -Infinity}', "-Infinity är inget tal"),
        (b'{"ref": "a", "version": ' + b"9" * 5000 + b"}", "siffror"),
        (b'{"ref": "a", "version": 1e999}', "inget heltal"),
        (b'{"ref": "a", "ref": "b"}', "”ref” står två gånger"),
    ],
)
def test_what_is_not_one_object_of_json_is_refused(data: bytes, word: str) -> None:
    assert word in refused(data).text


def test_a_folder_a_missing_file_and_a_file_too_large_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "är en mapp" in refused(tmp_path).text
    assert "finns inte" in refused(tmp_path / "borta.json").text
    large = tmp_path / "stor.json"
    with large.open("wb") as file:
        file.truncate(meeting_file_json.MAX_BYTES + 1)
    assert "64 MB" in refused(large).text


def test_a_duplicate_field_is_refused_where_it_stands() -> None:
    data = json.dumps(meeting()).replace('"title": "Val av justerare"', '"title": "Val", "title": "Val"')
    error = refused(data.encode())
    assert "punkt 2" in error.text
    assert error.where == "items[1]"


def test_a_missing_field_is_named_with_its_item() -> None:
    plain = meeting()
    del plain["items"][1]["title"]
    error = refused(plain)
    assert "saknar rubrik (”title”) i punkt 2" in error.text
    assert error.where == "items[1].title"
    del plain["date"]
    assert "saknar mötets datum (”date”) i mötets uppgifter" in refused(plain).text


def test_an_unknown_field_a_wrong_type_and_a_wrong_choice_are_refused_where_they_stand() -> None:
    error = refused(meeting(rubrik="x"))
    assert "”rubrik”" in error.text
    plain = meeting()
    plain["items"][1]["decisions"][0]["text"] = 7
    error = refused(plain)
    assert "punkt 2 ”Val av justerare”, beslut 1" in error.text
    assert error.where == "items[1].decisions[0].text"
    plain = meeting()
    plain["items"][0]["type"] = "paus"
    assert "”paus” är inget av valen" in refused(plain).text
    assert "Skriv ett av A, B, C." in refused(meeting(forum={"name": "BRÅ", "profile": "D"})).text
    assert "Skriv ett av preside, minutes" in refused(meeting(officers=[{"duty": "x", "person": "P11"}])).text
    assert "true eller false" in refused(meeting(items=[{"key": "1", "title": "a", "struck": 1}])).text
    assert "ett heltal" in refused(meeting(version=True)).text
    assert "en lista" in refused(meeting(items={})).text


def test_a_file_of_a_newer_format_is_refused_in_words() -> None:
    assert "format 2" in refused(meeting(format=2)).text
    assert "Uppdatera programmet" in refused(meeting(format=2)).text
    assert "format 0" in refused(meeting(format=0)).text


@pytest.mark.parametrize("field", ["participants", "officers"])
def test_an_unknown_person_is_named(field: str) -> None:
    entry = {"person": "Nils Okänd"} | ({"duty": "adjust"} if field == "officers" else {})
    error = refused(meeting(**{field: [entry]}))
    assert "nämner Nils Okänd, som inte finns i filen eller i Register" in error.text
    assert error.where == f"{field}[0].person"


def test_an_unknown_person_in_an_item_is_named_with_the_item() -> None:
    plain = meeting()
    plain["items"][1]["presenters"] = ["Anna Svedin", "P99"]
    error = refused(plain)
    assert error.text.startswith("Punkt 2 ”Val av justerare”")
    assert error.where == "items[1].presenters[1]"


def test_an_empty_person_is_refused() -> None:
    assert "är tom" in refused(meeting(participants=[{"person": ""}])).text


def test_unknown_organisation_item_annex_seat_and_decision_are_refused() -> None:
    plain = meeting()
    plain["items"][0]["actions"] = [{"key": "a", "text": "x", "responsible": ["Månbasen"]}]
    assert "”Månbasen”, en organisation" in refused(plain).text
    plain = meeting()
    plain["items"][0]["annexes"] = ["b9"]
    assert "”b9”, en bilaga" in refused(plain).text
    assert "en plats" in refused(meeting(participants=[{"person": "P11", "seat": "S1"}])).text
    adjournments = [{"from_time": "10:50", "after_item": "7"}]
    assert "en punkt" in refused(meeting(adjournments=adjournments)).text
    plain = meeting()
    plain["items"][1]["actions"] = [{"key": "a", "text": "x", "decision": "b2"}]
    assert "beslutet ”b2”" in refused(plain).text
    plain = meeting()
    plain["items"][0]["text"] = {
        "blocks": [{"kind": "paragraph", "runs": [{"text": "Hon", "reference": {"kind": "person", "id": "P98"}}]}]
    }
    assert "nämner P98" in refused(plain).text


def test_two_people_with_the_name_that_is_used_are_refused() -> None:
    people = [{"key": "1", "name": "Anna Svedin"}, {"key": "2", "name": "Anna Svedin"}]
    error = refused(meeting(people=people, participants=[{"person": "Anna Svedin"}]))
    assert "namnet på 2" in error.text


def test_two_items_with_one_paragraph_are_both_named() -> None:
    plain = meeting()
    plain["items"][1]["paragraph"] = 38
    assert refused(plain).text == (
        "§ 38 förekommer två gånger, på ”Öppnande” och ”Val av justerare”. Ge den ena ett eget nummer. "
        "Inget har ändrats."
    )


def test_a_date_that_does_not_exist_is_refused_with_one_that_does() -> None:
    error = refused(meeting(date="2026-02-30"))
    assert error.text.startswith("Datumet 2026-02-30 finns inte (mötets datum). Skriv ett datum som 2026-02-27")
    assert "2026-12-03" in refused(meeting(date="3/12")).text
    assert "Klockslaget 25:00 finns inte" in refused(meeting(starts="25:00")).text
    plain = meeting()
    plain["items"][1]["decisions"][0]["until"] = "2027-02-29"
    assert "punkt 2 ”Val av justerare”, beslut 1" in refused(plain).text
    assert "utan tidszon" in refused(meeting(starts="10:00+01:00")).text


@pytest.mark.parametrize("written", ["20261203", "2026-W49-4", "2026-12-03T00:00"])
def test_a_day_in_another_form_than_the_schema_says_is_refused_with_the_form(written: str) -> None:
    error = refused(meeting(date=written))
    assert error.text.startswith(f"Datumet {written} är inte skrivet som 2026-12-03 (mötets datum)")
    assert error.where == "date"


@pytest.mark.parametrize("written", ["10", "1000", "T10:00", "10:00,5"])
def test_a_clock_time_in_another_form_than_the_schema_says_is_refused(written: str) -> None:
    assert "Skriv det som 10:00" in refused(meeting(starts=written)).text


def test_a_meeting_that_ends_before_it_begins_is_refused() -> None:
    error = refused(meeting(ends="09:00"))
    assert "slutar kl. 09.00 men börjar kl. 10.00" in error.text
    assert error.where == "ends"


def test_totals_that_the_ballots_contradict_are_refused_and_those_that_agree_are_kept() -> None:
    plain = meeting(participants=[{"person": "P11"}])
    vote = {"key": "v", "yes_means": "bifall", "no_means": "avslag", "ballots": [{"person": "P11", "choice": "yes"}]}
    plain["items"][1]["votes"] = [{**vote, "yes": 9}]
    error = refused(plain)
    assert "punkt 2 ”Val av justerare”" in error.text
    assert "där står 9, men rösterna med namn är 1" in error.text
    assert error.where == "items[1].votes[0].yes"
    plain["items"][1]["votes"] = [{**vote, "yes": 0}]
    assert refused(plain).where == "items[1].votes[0].yes"
    plain["items"][1]["votes"] = [{**vote, "yes": 1, "no": 0}]
    kept = meeting_file.read(json.dumps(plain).encode(), "möte.json")
    assert kept.items[1].votes[0].yes == 1


@pytest.mark.parametrize(
    ("character", "word"), [("\0", "nolltecken"), ("\x07", "U+0007"), ("\ud800", "U+D800"), ("\uffff", "U+FFFF")]
)
def test_a_character_that_cannot_be_kept_is_refused_with_its_place(character: str, word: str) -> None:
    plain = meeting()
    plain["items"][1]["text"] = f"abc{character}d"
    error = refused(plain)
    assert "punkt 2 ”Val av justerare”" in error.text
    assert f"{word}, plats 4)" in error.text
    assert error.where == "items[1].text"
    assert word in refused(meeting(municipality={"name": character})).text


def test_duplicate_and_empty_keys_are_refused() -> None:
    items = [{"key": "1", "title": "a"}, {"key": "1", "title": "b"}]
    assert "punkt 2 ”b”: nyckeln ”1” är redan använd" in refused(meeting(items=items)).text
    people = [{"key": "1", "name": "a"}, {"key": "1", "name": "b"}]
    assert "person 2 ”b”: nyckeln ”1” är redan använd" in refused(meeting(people=people)).text
    decisions = [{"key": "", "text": "x"}]
    plain = meeting(items=[{"key": "1", "title": "a", "decisions": decisions}])
    assert "beslut 1: nyckeln (”key”) är tom" in refused(plain).text


def test_numbers_that_cannot_be_are_refused() -> None:
    plain = meeting()
    plain["items"][0]["paragraph"] = 0
    assert "0 är för litet" in refused(plain).text
    plain["items"][0]["paragraph"] = 1
    plain["items"][0]["planned_minutes"] = -5
    assert "-5 är för litet" in refused(plain).text


@pytest.mark.parametrize("ref", ["", "../../x", "a/b", "a\\b", "a b", ".dold", "x" * 65])
def test_a_reference_that_cannot_be_a_file_name_is_refused(ref: str) -> None:
    assert "referens" in refused(meeting(ref=ref)).text


def test_an_annex_cannot_lead_to_another_folder() -> None:
    annex = {"key": "1", "title": "Underlag", "file_name": "../../hemligt.pdf"}
    assert "mapp" in refused(meeting(annexes=[annex])).text
    annex = {"key": "1", "title": "Underlag", "digest": "abc"}
    assert "kontrollsumman" in refused(meeting(annexes=[annex])).text


def test_people_of_the_register_may_be_named_and_then_stand_in_the_content() -> None:
    known = (PersonContent("P34", "Amira Said", "kommunpolis"), PersonContent("P35", "Stefan Brandt"))
    data = json.dumps(meeting(participants=[{"person": "Amira Said"}, {"person": "Anna Svedin"}])).encode()
    content = meeting_file.read(data, "möte.json", known_people=known)
    assert [p.person for p in content.participants] == ["P34", "P11"]
    assert [p.key for p in content.people] == ["P11", "P34"]


def test_an_item_without_a_title_is_told_by_its_number() -> None:
    items = [{"key": "1", "title": "Mötets öppnande"}, {"key": "2", "title": " "}]
    error = refused(meeting(items=items))
    assert error.text.startswith("Punkt nummer 2 i filen")
    assert error.where == "items[1]"


@pytest.mark.parametrize("where", ["municipality", "forum"])
@pytest.mark.parametrize("name", ["", "  "])
def test_a_municipality_and_a_forum_have_names(where: str, name: str) -> None:
    error = refused(meeting(**{where: {"name": name}}))
    assert "saknar namn" in error.text
    assert error.where == where


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"items": [{"key": "1", "title": "Öppnande", "paragraph": 10**14}]}, "100000000000000 är för stort"),
        ({"items": [{"key": "1", "title": "Öppnande", "planned_minutes": 1441}]}, "1441 är för stort"),
        ({"forum": {"name": "BRÅ", "quorum": 10**6}}, "1000000 är för stort"),
    ],
)
def test_numbers_that_are_counted_on_from_have_an_end(changes: dict[str, Any], words: str) -> None:
    assert words in refused(meeting(**changes)).text


@pytest.mark.parametrize("value", [None, 20261203, True, [], {}])
@pytest.mark.parametrize(("field", "words"), [("date", "ett datum"), ("starts", "ett klockslag")])
def test_a_day_or_clock_that_is_no_text_is_refused(field: str, words: str, value: object) -> None:
    error = refused(meeting(**{field: value}))
    assert f"ska det stå {words} som" in error.text
    assert error.where == field


def test_a_person_is_named_by_name_and_not_by_title() -> None:
    people = [{"key": "P11", "name": "Anna Svedin", "title": "nämndsekreterare", "organisation": "Okänd"}]
    assert "Person 1 ”Anna Svedin”" in refused(meeting(people=people)).text
