"""An answer that cannot be written is told in one sentence; a reader that has seen enough is no fault."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

FULL = Path("/dev/full")
REF = "BRA-2025-03-06"


def call(*arguments: object, **named: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "bra_desktop", *(str(a) for a in arguments)]
    return subprocess.run(command, check=False, **{"stderr": subprocess.PIPE, **named})  # type: ignore[call-overload,no-any-return]


@pytest.mark.skipif(not FULL.exists(), reason="no device here that is always full")
@pytest.mark.parametrize(
    "arguments",
    [
        ("meetings",),
        ("meetings", "--json"),
        ("check",),
        ("schema", "meeting"),
        ("--help",),
        ("meetings", "--help"),
        ("--version",),
    ],
    ids=" ".join,
)
def test_an_answer_that_gets_no_room_is_told_with_exit_code_two(town: Path, arguments: tuple[str, ...]) -> None:
    data = () if arguments[0].startswith("--") or arguments[0] == "schema" else ("--data", town)
    with FULL.open("wb") as full:
        said = call(*arguments, *data, stdout=full)
    assert said.returncode == 2
    assert said.stderr.decode().startswith(('{"error": "Svaret', "Svaret kan inte skrivas"))
    assert said.stderr.count(b"\n") == 1


@pytest.mark.skipif(not FULL.exists(), reason="no device here that is always full")
def test_a_sentence_that_gets_no_room_leaves_its_exit_code(tmp_path: Path) -> None:
    with FULL.open("wb") as full:
        assert call("meetings", "--data", tmp_path / "saknas", stderr=full).returncode == 2


@pytest.mark.parametrize("arguments", [("meetings",), ("schema", "meeting"), ("--help",), ("--version",)], ids=" ".join)
def test_a_reader_that_has_seen_enough_is_no_fault(town: Path, arguments: tuple[str, ...]) -> None:
    data = ("--data", town) if arguments == ("meetings",) else ()
    read, write = os.pipe()
    os.close(read)
    try:
        said = call(*arguments, *data, stdout=write)
    finally:
        os.close(write)
    assert (said.returncode, said.stderr) == (0, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="written for a POSIX shell")
@pytest.mark.parametrize("verb", ["meetings", "--version"])
def test_a_verb_whose_answer_nobody_asked_for_ends_well(town: Path, verb: str) -> None:
    command = [sys.executable, "-m", "bra_desktop", verb, *(["--data", str(town)] if verb == "meetings" else [])]
    said = subprocess.run(["sh", "-c", '"$@" >&-', "sh", *command], stderr=subprocess.PIPE, check=False)
    assert (said.returncode, said.stderr) == (0, b"")
