"""A data folder that cannot be used is told in one sentence, exit code 2, and left as it was."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from bra_desktop.services.office import Office
from bra_desktop.services.opening_data import open_data
from bra_desktop.services.preparing.planning import change_meeting
from bra_desktop.storage.failures import DeviceGone
from bra_desktop.system.clock import utc_now
from tests.cli.conftest import COUNCIL, NOTES, Run, Said, rows_of

NOBODY = 65534
VERBS: list[tuple[str, ...]] = [
    ("meetings",),
    ("check",),
    ("search", "ord"),
    ("step", "BRA-2025-03-06", "review"),
    ("import", "meeting", str(COUNCIL)),
]


def names(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def refused(said: Said, words: str) -> None:
    assert said.code == 2
    assert words in said.err
    assert said.err.count("\n") == 1
    assert said.out == ""


@pytest.mark.parametrize("verb", VERBS, ids=lambda v: v[0])
def test_a_folder_that_is_missing_is_told_and_not_made(run: Run, tmp_path: Path, verb: tuple[str, ...]) -> None:
    missing = tmp_path / "saknas"
    refused(run(*verb, "--data", missing), "Mappen för kommunens data finns inte")
    assert not missing.exists()


@pytest.mark.parametrize("verb", VERBS, ids=lambda v: v[0])
def test_a_file_that_is_no_database_is_told_and_left_alone(run: Run, data: Path, verb: tuple[str, ...]) -> None:
    with open_data(data, create=True) as database:
        name = database.path.name
    for file in list(data.iterdir()):
        shutil.rmtree(file) if file.is_dir() else file.unlink()
    (data / name).write_bytes(b"Det har ar ingen databas. " * 500)
    before = names(data)
    refused(run(*verb, "--data", data), "inte skapad av det här programmet")
    assert names(data) == before


def test_another_programs_database_is_told_and_left_alone(run: Run, data: Path) -> None:
    with open_data(data, create=True) as database:
        name = database.path.name
    for file in list(data.iterdir()):
        shutil.rmtree(file) if file.is_dir() else file.unlink()
    with sqlite3.connect(data / name) as other:
        other.execute("CREATE TABLE bok (titel TEXT)")
    other.close()
    before = names(data)
    refused(run("meetings", "--data", data), "inte skapad av det här programmet")
    assert names(data) == before


def test_an_empty_folder_holds_no_data_yet(run: Run, data: Path) -> None:
    said = run("meetings", "--data", data)
    assert said.code == 2
    assert said.err.count("\n") == 1
    assert names(data) == {}


@contextmanager
def a_window_open(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the folder as the window does, until the end."""
    program = (
        "import sys; from pathlib import Path; from bra_desktop.services.opening_data import open_data\n"
        "with open_data(Path(sys.argv[1])): print('öppet', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "öppet\n"
        yield other
        other.communicate("")


WRITING: list[tuple[str, ...]] = [
    ("step", "BRA-2025-03-06", "review"),
    ("import", "meeting", str(COUNCIL)),
]


@pytest.mark.parametrize("verb", WRITING, ids=lambda v: v[0])
def test_a_verb_that_writes_is_refused_beside_an_open_window(run: Run, town: Path, verb: tuple[str, ...]) -> None:
    with a_window_open(town):
        refused(run(*verb, "--data", town), "öppna i ett annat fönster")


READING: list[tuple[str, ...]] = [
    ("meetings",),
    ("search", "belysning"),
    ("check",),
    ("export", "meeting", "BRA-2025-03-06", "--format", "json", "--out", "OUT"),
    ("export", "meeting", "BRA-2025-03-06", "--format", "protocol", "--out", "OUT"),
    ("export", "meeting", "BRA-2025-03-06", "--format", "extract", "--item", "2", "--out", "OUT"),
    ("verify", "DATA"),
    ("backup", "--out", "BACKUP"),
]


@pytest.mark.parametrize("verb", READING, ids=lambda v: "-".join(v[:5]))
def test_a_verb_that_reads_works_beside_an_open_window(
    run: Run, town: Path, tmp_path: Path, verb: tuple[str, ...]
) -> None:
    places = {"OUT": tmp_path / "ut", "DATA": town, "BACKUP": tmp_path / "kopia.brabackup"}
    before = rows_of(town)
    with a_window_open(town):
        said = run(*(places.get(word, word) for word in verb), "--data", town)
    assert (said.code, said.err) == (0, "")
    assert rows_of(town) == before


def test_sheets_are_made_beside_an_open_window(run: Run, town: Path, tmp_path: Path) -> None:
    assert run("import", "meeting", NOTES, "--data", town).code == 0
    with a_window_open(town):
        said = run("follow-up", "export", "--out", tmp_path / "ark", "--data", town)
    assert (said.code, said.err) == (0, "")
    assert list((tmp_path / "ark").glob("Uppföljning alla *.xlsx"))


def test_what_another_has_just_saved_is_read_beside_it(run: Run, town: Path) -> None:
    with open_data(town) as database:
        office = Office(database, "Eva Lind", "dator", utc_now, lambda: str(uuid.uuid4()))
        change_meeting(office, "BRA-2025-03-06", {"place": "Almbysalen"})
        said = run("meetings", "--data", town, "--json")
        assert [row["ref"] for row in said.value] == ["BRA-2025-03-06"]
        out = town.with_name("ut")
        assert run("export", "meeting", "BRA-2025-03-06", "--format", "json", "--out", out, "--data", town).code == 0
        assert json.loads((out / "BRA-2025-03-06.json").read_text(encoding="utf-8"))["place"] == "Almbysalen"


def test_a_reading_verb_does_not_keep_others_from_the_data(run: Run, town: Path) -> None:
    with open_data(town, to_read=True), open_data(town) as window:
        assert window.path.exists()
        assert run("meetings", "--data", town).code == 0


def test_a_read_only_folder_is_told_and_left_alone(run: Run, town: Path) -> None:
    before = names(town)
    locked = [town, *(p for p in town.rglob("*") if p.is_dir())]
    for folder in locked:
        folder.chmod(0o555)
    try:
        said = _as_somebody_who_may_only_read(run, town)
    finally:
        for folder in locked:
            folder.chmod(0o755)
    refused(said, "skrivskyddad")
    assert names(town) == before


def _as_somebody_who_may_only_read(run: Run, folder: Path) -> Said:
    """Root may write everywhere, so root becomes nobody in a process of its own."""
    if os.geteuid() != 0:
        return run("meetings", "--data", folder)
    for parent in folder.parents:
        if parent.stat().st_uid == 0 and not parent.stat().st_mode & 0o001:
            parent.chmod(parent.stat().st_mode | 0o055)
    copy = folder.with_name("en annan mapp")
    shutil.copytree(folder, copy)  # nobody may not read the program either: what it needs is loaded before
    for one in copy.rglob("*"):
        one.chmod(0o755)
    copy.chmod(0o755)
    program = (
        "import contextlib, io, os, sys\n"
        "from bra_desktop.__main__ import main\n"
        "with contextlib.redirect_stdout(io.StringIO()):\n"
        "    main(['meetings', '--data', sys.argv.pop()])\n"
        f"os.setgroups([]); os.setgid({NOBODY}); os.setuid({NOBODY})\n"
        "sys.exit(main(sys.argv[1:]))"
    )
    source = os.pathsep.join(sys.path)
    done = subprocess.run(
        [sys.executable, "-c", program, "meetings", "--data", str(folder), str(copy)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": source, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    return Said(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("out", ["fil.txt", "fil.txt/under"])
def test_a_place_for_results_that_cannot_be_used_is_told(run: Run, town: Path, tmp_path: Path, out: str) -> None:
    (tmp_path / "fil.txt").write_text("x")
    said = run("export", "meeting", "BRA-2025-03-06", "--format", "json", "--out", tmp_path / out, "--data", town)
    assert said.code == 2
    assert said.err.count("\n") == 1


def test_a_place_for_results_is_made_with_the_folders_above_it(run: Run, town: Path, tmp_path: Path) -> None:
    place = tmp_path / "saknas" / "djupt"
    said = run("export", "meeting", "BRA-2025-03-06", "--format", "json", "--out", place, "--data", town)
    assert said.code == 0
    assert [path.name for path in place.iterdir()] == ["BRA-2025-03-06.json"]


@pytest.mark.parametrize(("free", "words"), [(0, "Disken är full"), (10**9, "svarar inte")], ids=["full", "gone"])
def test_data_that_a_full_disk_keeps_from_being_read_are_told_apart_from_a_device_that_is_gone(
    run: Run, town: Path, monkeypatch: pytest.MonkeyPatch, free: int, words: str
) -> None:
    def unreadable(*_: object) -> None:
        raise DeviceGone

    monkeypatch.setattr("bra_desktop.services.reading.meetings", unreadable)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=free))
    refused(run("meetings", "--data", town), words)
