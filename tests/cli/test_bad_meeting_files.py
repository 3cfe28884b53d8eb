"""A bad meeting file is kept exactly or refused in one Swedish sentence that says where; then nothing has changed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bra_desktop.domain.text import plain_text
from bra_desktop.exchange import meeting_file
from tests.cli.conftest import COUNCIL, Run, rows_of

Spoil = Callable[[dict[str, Any]], object]


def told() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(COUNCIL.read_text(encoding="utf-8"))
    return read | {"ref": "BRA-2025-03-07"}


def an_unknown_person(file: dict[str, Any]) -> None:
    file["items"][2]["presenters"] = ["Nils Okänd"]


def one_paragraph_twice(file: dict[str, Any]) -> None:
    file["items"][1]["paragraph"] = file["items"][0]["paragraph"]


def a_date_that_does_not_exist(file: dict[str, Any]) -> None:
    file["date"] = "2026-02-30"


def a_day_before_all_calendars(file: dict[str, Any]) -> None:
    file["date"] = "0001-01-01"


def a_day_after_all_calendars(file: dict[str, Any]) -> None:
    file["items"][2]["actions"] = [{"key": "å1", "text": "Ringa", "due": "9999-12-31"}]


def a_nul(file: dict[str, Any]) -> None:
    file["items"][2]["text"] = "före\0efter"


def a_nul_in_a_name(file: dict[str, Any]) -> None:
    file["people"][0]["name"] = "Eva\0Lind"


def no_date(file: dict[str, Any]) -> None:
    del file["date"]


def an_unknown_field(file: dict[str, Any]) -> None:
    file["items"][2]["rubrik"] = "Fel"


def a_number_for_a_title(file: dict[str, Any]) -> None:
    file["items"][2]["title"] = 7


def an_unknown_state(file: dict[str, Any]) -> None:
    file["state"] = "klart"


def a_lone_surrogate(file: dict[str, Any]) -> None:
    file["items"][2]["text"] = "trasig \ud800 text"


def another_municipality(file: dict[str, Any]) -> None:
    file["municipality"]["name"] = "Annan kommun"


SPOILT: list[tuple[Spoil, str]] = [
    (an_unknown_person, "Nils Okänd"),
    (one_paragraph_twice, "förekommer två gånger"),
    (a_date_that_does_not_exist, "2026-02-30 finns inte"),
    (a_day_before_all_calendars, "mötets datum (”date”): år 0001 är för långt bort"),
    (a_day_after_all_calendars, "år 9999 är för långt bort"),
    (a_nul, "nolltecken, plats 5"),
    (a_nul_in_a_name, "nolltecken"),
    (no_date, "saknar"),
    (an_unknown_field, "rubrik"),
    (a_number_for_a_title, "title"),
    (an_unknown_state, "klart"),
    (a_lone_surrogate, "U+D800"),
]


def one_sentence(text: str) -> bool:
    return text.endswith(".\n") and text.count("\n") == 1 and "Traceback" not in text


@pytest.mark.parametrize(("spoil", "words"), SPOILT, ids=[s.__name__ for s, _ in SPOILT])
def test_a_spoilt_file_is_refused_with_one_sentence_and_nothing_has_changed(
    town: Path, run: Run, tmp_path: Path, spoil: Spoil, words: str
) -> None:
    content = told()
    spoil(content)
    path = tmp_path / "möte.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    before = rows_of(town)
    said = run("import", "meeting", path, "--data", town)
    assert (said.code, said.out) == (2, "")
    assert words in said.err
    assert one_sentence(said.err)
    as_json = run("import", "meeting", path, "--data", town, "--json")
    assert (as_json.code, as_json.out) == (2, "")
    assert set(as_json.error) == {"error", "where"}
    assert as_json.error["error"] == said.err.strip()
    assert as_json.error["where"]
    assert rows_of(town) == before


@pytest.mark.parametrize(
    "content",
    [b"", b"inte json", b'{"ref": ', b"[]", b"null", b"\xff\xfe\x00", b"{}", b'{"a":1,"a":2}', b"[" * 100_000],
    ids=["empty", "words", "cut", "list", "null", "bytes", "nothing", "twice", "deep"],
)
def test_a_file_that_is_not_a_meeting_in_json_is_refused(town: Path, run: Run, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "fel.json"
    path.write_bytes(content)
    before = rows_of(town)
    said = run("import", "meeting", path, "--data", town)
    assert said.code == 2
    assert "fel.json" in said.err
    assert one_sentence(said.err)
    assert rows_of(town) == before


def test_another_municipalitys_file_is_refused_by_a_rule(town: Path, run: Run, tmp_path: Path) -> None:
    content = told()
    another_municipality(content)
    path = tmp_path / "annan.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    before = rows_of(town)
    said = run("import", "meeting", path, "--data", town)
    assert said.code == 3
    assert "Filen gäller Annan kommun" in said.err
    assert rows_of(town) == before


@pytest.mark.parametrize("name", ["finns inte.json", "mapp"])
def test_a_file_that_cannot_be_read_is_refused(town: Path, run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "mapp").mkdir()
    said = run("import", "meeting", tmp_path / name, "--data", town)
    assert said.code == 2
    assert one_sentence(said.err)


ODD = {
    "tag": "Belopp <b>fetstilt</b> och </para>",
    "ampersand": "Vatten & avlopp &amp; &lt; &#0;",
    "emoji": "Bra jobbat 👍🏽 👩‍👩‍👧‍👦 🇸🇪",
    "right to left": "\u202eomvänt\u202c \u200fشكرا\u200e",
    "combining": "a\u0308 é \ufeff \u200b ·",
    "one million": "Lång text, å ä ö. " * 58_000,
    "formula": "=HYPERLINK(1) +1 -1 @x",
}


@pytest.mark.parametrize("words", ODD.values(), ids=ODD)
def test_odd_text_is_kept_exactly(data: Path, run: Run, tmp_path: Path, words: str) -> None:
    words = words.strip()
    content = told()
    content["items"][2]["text"] = words
    content["items"][2]["title"] = words[:200].strip()
    path, out = tmp_path / "möte.json", tmp_path / "ut"
    path.write_text(json.dumps(content), encoding="utf-8")
    said = run("import", "meeting", path, "--data", data)
    assert (said.code, said.err) == (0, "")
    assert run("export", "meeting", content["ref"], "--format", "json", "--out", out, "--data", data).code == 0
    back = meeting_file.read(out / f"{content['ref']}.json")
    assert plain_text(back.items[2].text) == words
    assert back.items[2].title == words[:200].strip()
