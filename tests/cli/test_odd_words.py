"""Words on the command line that no file, meeting or person can have: one sentence, nothing changed, nothing lost."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run, rows_of

ODD = ["\0x", "x" * 100_000, "y" * 300, "<b>&", "\u202eabc", "😀", "\udcff", "'; drop table meeting;--", "%s%n", ""]


@pytest.fixture
def pin(tmp_path: Path) -> Path:
    file = tmp_path / "pin.txt"
    file.write_text("1234")
    return file


@pytest.mark.parametrize("word", ODD, ids=lambda word: ascii(word[:8]))
def test_an_odd_word_is_answered_in_one_sentence_whatever_it_stands_for(
    town: Path, run: Run, tmp_path: Path, pin: Path, word: str
) -> None:
    before, files = rows_of(town), sorted(tmp_path.iterdir())
    named = str(tmp_path / word) if word else str(tmp_path)
    for arguments in (
        ("step", word, "called", "--data", town),
        ("export", "meeting", word, "--format", "protocol", "--out", tmp_path, "--data", town),
        ("sign", word, "--person", word, "--pkcs12", pin, "--pin-file", pin, "--data", town),
        ("certificates", word, "--pin-file", pin, "--out", tmp_path, "--data", town),
        ("verify", named + ".pdf", "--data", town),
        ("import", "meeting", named + ".json", "--data", town),
        ("restore", named + ".brabackup", "--data", tmp_path / "ny"),
        ("check", "--data", named + " mapp"),
    ):
        said = run(*arguments)
        assert said.code == 2, arguments
        assert said.err.count("\n") == 1
        assert len(said.err) < 300
        assert run(*arguments, "--json").error["where"]
    assert rows_of(town) == before
    assert sorted(tmp_path.iterdir()) == files


@pytest.mark.parametrize("word", ["\0x", "x" * 100_000, "å" * 200])
def test_a_backup_with_a_name_that_cannot_be_is_told(town: Path, run: Run, tmp_path: Path, word: str) -> None:
    files = sorted(tmp_path.iterdir())
    said = run("backup", "--out", tmp_path / word, "--data", town)
    assert said.code == 2
    assert said.err.count("\n") == 1
    assert sorted(tmp_path.iterdir()) == files


def test_a_backup_replaces_an_older_one_and_no_other_file(town: Path, run: Run, tmp_path: Path) -> None:
    copy, letter, archive = tmp_path / "kopia.brabackup", tmp_path / "brev.txt", tmp_path / "annat.zip"
    letter.write_text("Bästa Eva, …", encoding="utf-8")
    archive.write_bytes(b"PK\x03\x04 something else")
    for mine in (letter, archive):
        before = mine.read_bytes()
        said = run("backup", "--out", mine, "--data", town)
        assert said.code == 2
        assert "finns redan och är ingen säkerhetskopia. Välj ett annat namn." in said.err
        assert mine.read_bytes() == before
    copy.touch()  # as a program that asks for a name may leave it
    for _ in range(2):
        assert run("backup", "--out", copy, "--data", town).code == 0
    assert run("restore", copy, "--data", tmp_path / "ny").code == 0
