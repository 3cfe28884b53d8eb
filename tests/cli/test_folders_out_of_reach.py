"""Data folders that cannot even be looked at, and those whose names are unusual but good."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import COUNCIL, Run, Said

DROP, LOOKING = 24, (1, 2)
"""PR_CAPBSET_DROP of prctl(2); CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH."""
READING: list[tuple[str, ...]] = [("meetings",), ("check",), ("search", "ord")]
WRITING: list[tuple[str, ...]] = [("step", "BRA-2025-03-06", "review"), ("import", "meeting", str(COUNCIL))]


def refused(said: Said, words: str) -> None:
    assert said.code == 2
    assert words in said.err
    assert said.err.count("\n") == 1
    assert said.out == ""


def without_privilege(folder: Path, *verb: str) -> Said:
    """Root may look everywhere, so root gives that up (capabilities(7)) before the program is started."""
    program = (
        "import ctypes, os, sys\n"
        "if os.geteuid() == 0:\n"
        f"    assert not any(ctypes.CDLL(None).prctl({DROP}, each, 0, 0, 0) for each in {LOOKING})\n"
        "os.execv(sys.executable, [sys.executable, '-m', 'bra_desktop', *sys.argv[1:]])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *verb, "--data", str(folder)], capture_output=True, text=True, check=False
    )
    return Said(done.returncode, done.stdout, done.stderr)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
@pytest.mark.parametrize("verb", [*READING, *WRITING], ids=lambda v: v[0])
def test_a_folder_inside_one_that_may_not_be_entered_is_told(tmp_path: Path, verb: tuple[str, ...]) -> None:
    closed = tmp_path / "stängd"
    (closed / "kommun").mkdir(parents=True)
    closed.chmod(0o600)
    try:
        refused(without_privilege(closed / "kommun", *verb), "Du har inte rätt att öppna mappen för kommunens data.")
    finally:
        closed.chmod(0o700)


@pytest.mark.parametrize("verb", [*READING, *WRITING], ids=lambda v: v[0])
def test_a_file_that_is_named_as_the_folder_is_told(run: Run, tmp_path: Path, verb: tuple[str, ...]) -> None:
    file = tmp_path / "bra.sqlite"
    file.write_bytes(b"x")
    refused(run(*verb, "--data", file), "bra.sqlite är en fil, inte en mapp. Välj mappen som den ligger i.")
    assert file.read_bytes() == b"x"
    assert [p.name for p in tmp_path.iterdir()] == ["bra.sqlite"]
    assert run(*verb, "--data", file, "--json").error["where"] == str(file)


@pytest.mark.parametrize("verb", [*READING, *WRITING], ids=lambda v: v[0])
@pytest.mark.parametrize(
    ("name", "told"),
    [("å" * 300, "för långt namn"), ("/".join(["mapp"] * 2000), "är längre än")],
    ids=["one name", "the whole path"],
)
def test_a_path_that_is_too_long_is_told(run: Run, tmp_path: Path, verb: tuple[str, ...], name: str, told: str) -> None:
    refused(run(*verb, "--data", tmp_path / name), told)


@pytest.mark.parametrize("verb", [("restore", str(COUNCIL)), ("demo", "--out", "ut")], ids=lambda v: v[0])
@pytest.mark.parametrize("name", ["å" * 300, "fil.txt", "fil.txt/under", "saknas/djupt"])
def test_no_verb_fills_a_folder_that_cannot_be_made(
    run: Run, tmp_path: Path, verb: tuple[str, ...], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "fil.txt").write_text("x")
    said = run(*verb, "--data", tmp_path / name)
    assert said.code == 2
    assert said.err.count("\n") == 1
    assert "fil.txt" in [p.name for p in tmp_path.iterdir()]


@pytest.mark.parametrize("name", ["Kommunens data å ä ö", "två  blanksteg ", "100 % #1; 'citat' & ü", "-tankstreck"])
def test_a_folder_may_be_called_anything(run: Run, tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    assert run("import", "meeting", COUNCIL, "--data", folder).code == 0
    assert run("check", "--data", folder).out == "Allt stämmer.\n"
    copy = tmp_path / f"{name}.brabackup"
    assert run("backup", "--out", copy, "--data", folder).code == 0
    assert run("restore", copy, "--data", tmp_path / f"{name} åter").code == 0
    assert len(run("meetings", "--data", tmp_path / f"{name} åter", "--json").value) == 1
