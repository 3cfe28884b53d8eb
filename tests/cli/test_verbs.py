"""Every verb on the command line: what it does, its exit codes, its JSON, and usage errors in Swedish."""

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pikepdf
import pytest

from bra_desktop.domain.kinds import MeetingState
from tests.builders import pdf_text
from tests.cli.conftest import COUNCIL, MEETINGS, NOTES, Run, rows_of

REF, EST = "BRA-2025-03-06", "EST-2026-11-05"
PIN = "1234"
SIGNERS = ("Anna Svedin", "Eva Lind", "Mona Sundell")


def signers(town: Path) -> list[tuple[str, str]]:
    told = json.loads(COUNCIL.read_text(encoding="utf-8"))
    names = {p["key"]: p["name"] for p in told["people"]}
    roles = {"minutes": "secretary", "preside": "chair", "adjust": "adjuster"}
    found = [(names[o["person"]], roles[o["duty"]]) for o in told["officers"]]
    return sorted(found, key=lambda pair: list(roles.values()).index(pair[1]))


@pytest.fixture
def pin(tmp_path: Path) -> Path:
    file = tmp_path / "pin.txt"
    file.write_text(PIN + "\n")
    return file


@pytest.fixture
def certified(town: Path, run: Run, tmp_path: Path, pin: Path) -> Path:
    """The folder of certificate files of those who sign."""
    out = tmp_path / "certifikat"
    names = dict.fromkeys(name for name, _ in signers(town))
    said = run("certificates", *names, "--pin-file", pin, "--out", out, "--data", town, "--json")
    assert said.code == 0
    assert [one["person"] for one in said.value] == list(names)
    return out


def test_certificates_are_registered_only_with_their_files(town: Path, run: Run, tmp_path: Path, pin: Path) -> None:
    out, before = tmp_path / "certifikat", rows_of(town)
    (out / "utfardare.pem").mkdir(parents=True)
    name = signers(town)[0][0]
    said = run("certificates", name, "--pin-file", pin, "--out", out, "--data", town, "--json")
    assert said.code != 0
    assert said.error["error"].startswith("utfardare.pem kan inte sparas där")
    assert rows_of(town) == before
    assert [path.name for path in out.iterdir()] == ["utfardare.pem"]


def test_meetings_are_listed_with_reference_forum_date_and_state(town: Path, run: Run) -> None:
    said = run("meetings", "--data", town, "--json")
    (row,) = said.value
    assert said.code == 0
    assert {k: row[k] for k in ("ref", "forum", "date", "state")} == {
        "ref": REF, "forum": row["forum"], "date": "2025-03-06", "state": "draft"
    }  # fmt: skip
    assert row["forum"]
    assert REF in run("meetings", "--data", town).out


def test_the_same_file_twice_changes_nothing(town: Path, run: Run) -> None:
    before = rows_of(town)
    said = run("import", "meeting", COUNCIL, "--data", town, "--json")
    assert (said.code, said.value["ref"], said.value["changed"]) == (0, REF, False)
    assert rows_of(town) == before
    assert run("import", "meeting", COUNCIL, "--data", town).out.splitlines()[0] == REF


def test_the_schema_is_a_json_schema_that_the_demo_fits(run: Run) -> None:
    schema = run("schema", "meeting").value
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(COUNCIL.read_text(encoding="utf-8")), schema)


@pytest.mark.parametrize("kind", ["notice", "agenda", "protocol", "public", "decisions", "actions", "register"])
def test_documents_are_exported_as_pdf(town: Path, run: Run, tmp_path: Path, kind: str) -> None:
    said = run("export", "meeting", REF.lower(), "--format", kind, "--out", tmp_path / "ut", "--data", town, "--json")
    assert said.code == 0
    assert (said.value["ref"], said.value["format"]) == (REF, kind)
    with pikepdf.open(said.value["file"]) as pdf:
        assert len(pdf.pages) >= 1


def test_a_list_to_sign_is_refused_when_the_meeting_is_over(town: Path, run: Run, tmp_path: Path) -> None:
    said = run("export", "meeting", REF, "--format", "attendance", "--out", tmp_path / "ut", "--data", town)
    assert said.code == 3
    assert "Närvarolistan skrivs ut före mötet" in said.err


def test_a_document_that_the_profile_does_not_have_is_refused(town: Path, run: Run, tmp_path: Path) -> None:
    said = run("export", "meeting", REF, "--format", "notes", "--out", tmp_path / "ut", "--data", town)
    assert said.code == 3
    assert "för protokoll, inte minnesanteckningar" in said.err


def test_a_supplement_is_refused_when_the_meeting_is_over(town: Path, run: Run, tmp_path: Path) -> None:
    said = run("export", "meeting", REF, "--format", "supplement", "--out", tmp_path / "ut", "--data", town)
    assert said.code == 3
    assert "En komplettering hör till ett möte som är kallat" in said.err


def test_one_paragraph_is_exported_as_an_extract(town: Path, run: Run, tmp_path: Path) -> None:
    extract = ("export", "meeting", REF, "--format", "extract", "--out", tmp_path / "ut", "--data", town)
    said = run(*extract, "--item", "5", "--json")
    assert Path(said.value["file"]).name == "Protokollsutdrag BRÅ 2025-03-06 § 5.pdf"
    words = pdf_text(Path(said.value["file"]).read_bytes())
    assert "§ 5 " in words
    assert "§ 6 " not in words
    assert run(*extract, "--item", "99").code == 2
    assert run(*extract).code == 2
    assert run("export", "meeting", REF, "--format", "json", "--item", "5", "--out", tmp_path, "--data", town).code == 2


@pytest.mark.parametrize(
    "arguments", [("step", "BRA-1999-01-01", "review"), ("export", "meeting", "X", "--format", "json", "--out", "ut")]
)
def test_an_unknown_reference_is_told(town: Path, run: Run, arguments: tuple[str, ...]) -> None:
    said = run(*arguments, "--data", town, "--json")
    assert said.code == 2
    assert "Det finns inget möte med beteckningen" in said.error["error"]
    assert said.error["where"] == arguments[1 if arguments[0] == "step" else 2]


def test_a_meeting_is_taken_to_its_signed_protocol_and_verified(
    town: Path, run: Run, certified: Path, pin: Path, tmp_path: Path
) -> None:
    assert run("step", REF, "review", "--data", town, "--json").value["state"] == "review"
    assert run("step", REF, "adjusted", "--data", town).code == 3
    assert run("step", REF, "adjustment", "--data", town).code == 0
    out = tmp_path / "underskrivet"
    everybody = signers(town)
    for number, (name, role) in enumerate(everybody, 1):
        said = run(
            "sign", REF, "--person", name, "--as", role, "--pkcs12", certified / f"{name}.p12", "--pin-file", pin,
            "--out", out, "--data", town, "--json",
        )  # fmt: skip
        assert said.code == 0, said.err
        assert said.value["adjusted"] is (number == len(everybody))
    file = Path(said.value["file"])
    (verdict,) = run("verify", file, "--data", town, "--json").value
    assert {"file", "kind", "ok", "signatures", "why"} <= set(verdict)
    assert verdict["ok"] is True
    assert [(s["name"], s["ok"]) for s in verdict["signatures"]] == [(name, True) for name, _ in everybody]
    assert all(set(s) == {"role", "name", "signed_at", "ok", "why"} for s in verdict["signatures"])
    changed = tmp_path / "ändrad.pdf"
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    changed.write_bytes(content)
    said = run("verify", changed, "--data", town, "--json")
    assert (said.code, said.value[0]["ok"]) == (1, False)
    assert [v["ok"] for v in run("verify", file, changed, "--data", town, "--json").value] == [True, False]
    refused = run("step", REF, "review", "--data", town, "--json")
    assert refused.code == 3
    assert run("import", "meeting", COUNCIL, "--data", town).code == 0
    assert run("meetings", "--data", town, "--json").value[0]["state"] == "adjusted"
    assert run("check", "--data", town, "--json").value == {"ok": True, "findings": []}
    assert run("verify", town, "--json").value[0]["kind"] == "data"


def test_a_wrong_pin_and_anothers_certificate_are_told_and_nothing_has_changed(
    town: Path, run: Run, certified: Path, pin: Path, tmp_path: Path
) -> None:
    run("step", REF, "review", "--data", town)
    run("step", REF, "adjustment", "--data", town)
    (first, role), (second, _) = signers(town)[:2]
    wrong = tmp_path / "fel.txt"
    wrong.write_text("9999")
    before = rows_of(town)
    sign = ("sign", REF, "--person", first, "--as", role, "--data", town)
    said = run(*sign, "--pkcs12", certified / f"{first}.p12", "--pin-file", wrong)
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert "Pinkoden stämmer inte" in said.err
    said = run(*sign, "--pkcs12", certified / f"{second}.p12", "--pin-file", pin)
    assert said.code == 3
    assert f"Certifikatet tillhör {second}" in said.err
    said = run(*sign, "--pkcs12", tmp_path / "saknas.p12", "--pin-file", pin)
    assert (said.code, said.err) == (2, "Certifikatfilen saknas.p12 finns inte. Kontrollera namnet och mappen.\n")
    assert rows_of(town) == before


def test_a_file_without_signatures_is_not_approved(run: Run, tmp_path: Path, town: Path) -> None:
    path = tmp_path / "text.pdf"
    path.write_bytes(b"ingen pdf")
    said = run("verify", path, "--json")
    assert (said.code, said.value[0]["ok"]) == (1, False)
    assert run("verify", tmp_path / "saknas.pdf").code == 2


def test_a_file_that_cannot_be_read_does_not_stop_the_others_from_being_judged(
    run: Run, tmp_path: Path, town: Path, data: Path
) -> None:
    bad, missing, empty = tmp_path / "text.pdf", tmp_path / "saknas.pdf", tmp_path / "tom mapp"
    bad.write_bytes(b"ingen pdf")
    empty.mkdir()
    said = run("verify", missing, town, empty, bad, "--json")
    assert said.code == 2
    assert [(v["file"], v["kind"], v["ok"]) for v in said.value] == [
        (str(missing), "unreadable", False),
        (str(town), "data", True),
        (str(empty), "unreadable", False),
        (str(bad), "protocol", False),
    ]
    assert said.value[0]["why"] == "Går inte att pröva: filen saknas.pdf finns inte. Kontrollera namnet och mappen."
    assert [json.loads(line)["where"] for line in said.err.splitlines()] == [str(missing), str(empty)]
    in_words = run("verify", missing, town, bad)
    assert in_words.code == 2
    assert in_words.out.splitlines()[0] == f"{town}: Allt stämmer."
    assert in_words.err == "Filen saknas.pdf finns inte. Kontrollera namnet och mappen.\n"


def test_follow_up_books_are_written_one_per_organisation_and_one_for_all(town: Path, run: Run, tmp_path: Path) -> None:
    assert run("follow-up", "export", "--out", tmp_path / "ark", "--data", town).code == 3
    assert run("import", "meeting", MEETINGS / "2026-12-03-bra.json", "--data", town).code == 0
    said = run("follow-up", "export", "--out", tmp_path / "ark", "--data", town, "--json")
    assert said.code == 0
    assert said.value[-1]["organisation"] == ""
    assert len({one["file"] for one in said.value}) == len(said.value) == len(list((tmp_path / "ark").glob("*.xlsx")))


def test_follow_up_books_say_how_many_actions_they_tell_nothing_of(town: Path, run: Run, tmp_path: Path) -> None:
    meeting = json.loads((MEETINGS / "2026-12-03-bra.json").read_text(encoding="utf-8"))
    item = next(one for one in meeting["items"] if one.get("actions"))
    item["confidential"] = "18 kap. 1 § OSL"
    file = tmp_path / "mote.json"
    file.write_text(json.dumps(meeting), encoding="utf-8")
    assert run("import", "meeting", file, "--data", town).code == 0
    said = run("follow-up", "export", "--out", tmp_path / "ark", "--data", town)
    assert said.code == 0
    assert said.err.startswith("Sekretessmarkerade uppgifter om ")
    assert said.err.count("\n") == 1


def test_search_answers_with_reference_item_kind_and_snippet(town: Path, run: Run) -> None:
    said = run("search", "justerare", "--data", town, "--json")
    assert said.code == 0
    assert said.value
    assert all(set(hit) == {"ref", "item", "kind", "snippet"} and hit["ref"] == REF for hit in said.value)
    assert run("search", " ", "--data", town).code == 2
    nothing = run("search", "zxqv", "--data", town)
    assert (nothing.code, nothing.out) == (0, "Ingen träff på ”zxqv”.\n")


def test_a_backup_is_restored_into_an_empty_folder_and_checked(town: Path, run: Run, tmp_path: Path) -> None:
    file, place = tmp_path / "kopia.brabackup", tmp_path / "ny"
    assert run("backup", "--out", file, "--data", town, "--json").value["file"] == str(file)
    assert run("restore", file, "--data", place, "--json").code == 0
    assert run("check", "--data", place).out == "Allt stämmer.\n"
    assert rows_of(place) == rows_of(town)
    assert run("restore", file, "--data", town).code == 2
    damaged = tmp_path / "skadad.brabackup"
    damaged.write_bytes(file.read_bytes()[:-900])
    said = run("restore", damaged, "--data", tmp_path / "tom")
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert run("restore", tmp_path / "saknas", "--data", tmp_path / "tom").code == 2


def test_a_changed_row_is_found_by_check(town: Path, run: Run) -> None:
    from bra_desktop.services.opening_data import open_data

    with open_data(town) as database, database.writing() as connection:
        connection.begin()
        connection.exec_driver_sql("UPDATE decision SET text = 'något annat'")
        connection.commit()
    said = run("check", "--data", town, "--json")
    assert said.code == 1
    assert said.value["ok"] is False
    assert all(set(f) == {"where", "what"} for f in said.value["findings"])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("flyg",), "”flyg” går inte att välja (KOMMANDO). Välj bland schema, import"),
        (("meetings", "--okänd"), "Det här känns inte igen: --okänd"),
        (("step", "BRA-2025-03-06"), "Det saknas: LÄGE"),
        (("step", "BRA-2025-03-06", "klart"), "”klart” går inte att välja (LÄGE). Välj bland planned, called"),
        (
            ("export", "meeting", "X", "--format", "word", "--out", "ut"),
            "”word” går inte att välja (--format). Välj bland json, notice",
        ),
        (("import",), "Det saknas: SAK"),
        (("import", "fax"), "”fax” går inte att välja (SAK). Välj bland meeting, annex, arms."),
        (("meetings", "--data"), "behöver ett värde"),
        (("search",), "Det saknas: ORD"),
        (("verify",), "Det saknas: FIL"),
        (("sign", "X"), "Det saknas:"),
        (("--okänd",), "Det"),
    ],
)
def test_wrong_usage_is_told_in_swedish_with_exit_code_two(run: Run, arguments: tuple[str, ...], words: str) -> None:
    said = run(*arguments)
    assert (said.code, said.out) == (2, "")
    assert words in said.err
    assert said.err.count("\n") == 1
    assert not {"argument", "required", "invalid", "usage", "choose", "expected"} & set(said.err.split())
    assert run(*arguments, "--json").error["where"] == "kommandorad"


def test_the_data_folder_may_stand_before_the_verb_too(town: Path, run: Run) -> None:
    options = ("--data", town, "--json")
    assert run(*options, "meetings").value == run("meetings", *options).value
    assert run(f"--data={town}", "search", "--", "-ord").out == "Ingen träff på ”-ord”.\n"
    assert run(f"--data={town}", "check").out == "Allt stämmer.\n"


def test_an_error_as_data_says_where(town: Path, run: Run, tmp_path: Path) -> None:
    missing = tmp_path / "saknas"
    assert run("check", "--data", missing, "--json").error["where"] == str(missing)
    assert run("step", "BRA-2030-01-01", "called", "--data", town, "--json").error["where"] == "BRA-2030-01-01"
    file = tmp_path / "tom.json"
    assert run("import", "meeting", file, "--data", town, "--json").error["where"] == str(file)
    file.write_bytes(b"")
    assert run("import", "meeting", file, "--data", town, "--json").error["where"] == str(file)
    file.write_text('{"format": 1}', encoding="utf-8")
    assert run("import", "meeting", file, "--data", town, "--json").error["where"]
    assert run("backup", "--out", missing / "x" / "y", "--data", town, "--json").error["where"]


VERBS = [
    ("follow-up",), ("schema",), ("import",), ("export",),
    ("demo",), ("self-test",), ("schema", "meeting"), ("import", "meeting"), ("export", "meeting"), ("meetings",),
    ("export", "kept"), ("papers",), ("public-notice",),
    ("step",), ("sign",), ("verify",), ("certificates",), ("follow-up", "export"), ("search",), ("backup",),
    ("restore",), ("check",), ("bench",),
]  # fmt: skip


@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
def test_every_verb_has_help_in_swedish_with_an_example(
    run: Run, verb: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        run(*verb, "--help")
    words = capsys.readouterr().out
    assert end.value.code == 0
    assert f"Exempel: bra-desktop {' '.join(verb)}" in words
    assert "användning:" in words
    assert "show this help" not in words
    assert "positional arguments" not in words


def test_every_state_is_a_step_that_can_be_asked_for(town: Path, run: Run) -> None:
    for state in MeetingState:
        assert run("step", REF, state.value, "--data", town, "--json").code in (0, 3)


def test_notes_are_established_and_archived(data: Path, run: Run) -> None:
    assert run("import", "meeting", NOTES, "--data", data).out.splitlines()[0] == EST
    assert run("step", EST, "established", "--data", data, "--json").value["state"] == "established"
    refused = run("step", EST, "review", "--data", data)
    assert refused.code == 3
    assert run("step", EST, "archived", "--data", data).code == 0


def test_the_program_itself_answers_and_ends_without_a_traceback(town: Path, tmp_path: Path) -> None:
    def call(*arguments: str | bytes) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "bra_desktop", *arguments],
            capture_output=True,
            check=False,
            cwd=tmp_path,
            env={**os.environ, "PYTHONIOENCODING": "utf-8:strict"},
        )

    assert call("--version").stdout.startswith("BRÅ Desktop ".encode())
    assert json.loads(call("meetings", "--data", str(town), "--json").stdout)[0]["ref"] == REF
    odd = call("search", b"\xff\xfe", "--data", str(town))
    assert (odd.returncode, odd.stderr) == (0, b"")
    missing = call("meetings", "--data", b"saknas-\xff")
    assert missing.returncode == 2
    assert b"Traceback" not in missing.stderr


@pytest.mark.parametrize("form", ["docx", "txt"])
def test_documents_are_exported_as_copies_too(town: Path, run: Run, tmp_path: Path, form: str) -> None:
    for kind in ("notice", "protocol", "public", "extract"):
        item = ("--item", "5") if kind == "extract" else ()
        out = ("--as", form, "--out", tmp_path / "ut", "--data", town, "--json")
        said = run("export", "meeting", REF, "--format", kind, *item, *out)
        file = Path(said.value["file"])
        assert file.suffix == f".{form}"
        assert file.read_bytes()[:2] == (b"PK" if form == "docx" else b"Al")


def test_what_is_no_paper_has_no_copy(town: Path, run: Run, tmp_path: Path) -> None:
    said = run("export", "meeting", REF, "--format", "json", "--as", "docx", "--out", tmp_path, "--data", town)
    assert said.code == 2
    assert "--as gäller mötets dokument" in said.err


def test_several_paragraphs_are_one_extract(town: Path, run: Run, tmp_path: Path) -> None:
    extract = ("export", "meeting", REF, "--format", "extract", "--out", tmp_path / "ut", "--data", town, "--json")
    named = {said: Path(run(*extract, "--item", said).value["file"]).name for said in ("5,3", "3-5", "3–4, 5", "§ 5")}
    assert named == {
        "5,3": "Protokollsutdrag BRÅ 2025-03-06 §§ 3 och 5.pdf",
        "3-5": "Protokollsutdrag BRÅ 2025-03-06 §§ 3–5.pdf",
        "3–4, 5": "Protokollsutdrag BRÅ 2025-03-06 §§ 3–5.pdf",
        "§ 5": "Protokollsutdrag BRÅ 2025-03-06 § 5.pdf",
    }
    for wrong in ("5-3", "fem", "", "1-2-3", "3,99", "²"):
        said = run(*extract, "--item", wrong)
        assert said.code == 2
        assert said.error["error"].endswith(".")
    copy = run(*extract, "--item", "3,5", "--as", "txt")
    assert Path(copy.value["file"]).name == "Protokollsutdrag BRÅ 2025-03-06 §§ 3 och 5.txt"


def test_extracts_of_many_meetings_are_written_at_once(town: Path, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "ut"
    extracts = ("export", "extracts", "--out", out, "--data", town, "--json")
    every = run(*extracts, REF, "--all-items").value
    assert sorted(map(Path, every)) == sorted(out.iterdir())
    assert len(every) == len(set(every)) >= 9
    of_year = run(*extracts, "--year", "2025")
    assert of_year.code == 0, of_year.err
    there = sorted(out.iterdir())
    for wrong in ((), (REF, "--year", "2025"), ("--year", "1999"), ("BRA-1999-01-01",), (REF, "BRA-1999-01-01")):
        assert run(*extracts, *wrong).code == 2
    assert sorted(out.iterdir()) == there


def test_a_reference_in_small_letters_is_answered_as_the_file_wrote_it(data: Path, run: Run, tmp_path: Path) -> None:
    told = json.loads(COUNCIL.read_text(encoding="utf-8"))
    path = tmp_path / "mote.json"
    path.write_text(json.dumps({**told, "ref": "NX-2026-10-01k"}), encoding="utf-8")
    assert run("import", "meeting", path, "--data", data).code == 0
    said = run("export", "meeting", "nx-2026-10-01K", "--format", "json", "--out", tmp_path, "--data", data, "--json")
    assert (said.code, said.value["ref"]) == (0, "NX-2026-10-01k"), said.err
    assert Path(said.value["file"]).name == "NX-2026-10-01k.json"
