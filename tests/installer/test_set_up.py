import ast
import os
import shutil
import sys
from pathlib import Path

import pytest
import setup
import system_needs
from system_needs import ENVIRONMENT, TESTS, WINDOW, Need, missing, provide

from tests.architecture.source_tree import ROOT, syntax_tree

ABSENT = Need("bra-desktop-no-such-command", system_needs._command, "no-such-package")


def test_what_the_machine_lacks_is_seen_whatever_kind_it_is(tmp_path: Path) -> None:
    present = (
        Need("sh", system_needs._command, "dash"),
        Need("json", system_needs._module, "python3"),
        Need(str(tmp_path), system_needs._file, "x"),
    )
    absent = (
        ABSENT,
        Need("no_such_module", system_needs._module, "x"),
        Need(str(tmp_path / "x"), system_needs._file, "x"),
        Need("libnosuch.so.9", system_needs._library, "x"),
    )
    assert missing([*present, *absent]) == list(absent)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the needs are those of Linux")
def test_after_the_set_up_nothing_is_missing() -> None:
    assert not missing([*ENVIRONMENT, *WINDOW, *TESTS])


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the needs are those of Linux")
@pytest.mark.parametrize(
    ("apt", "line"),
    [("/usr/bin/apt-get", "sudo apt-get install no-such-package"), (None, "bra-desktop-no-such-command")],
    ids=["Debian, not root", "another Linux"],
)
def test_where_nothing_can_be_installed_one_line_says_what_to_install(
    apt: str | None, line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(shutil, "which", lambda name: apt if name == "apt-get" else None)
    provide([ABSENT])
    said = capsys.readouterr().err
    assert line in said
    assert said.count("\n") == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the needs are those of Linux")
def test_where_the_package_manager_fails_the_set_up_goes_on_and_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    apt = tmp_path / "apt-get"
    apt.write_text("#!/bin/sh\nexit 100\n")
    apt.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    provide([ABSENT])
    assert "apt-get install no-such-package" in capsys.readouterr().err


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An environment folder beside a lock file, with a stamp saying that it serves the tests."""
    monkeypatch.setattr(setup, "VENV", tmp_path)
    monkeypatch.setattr(setup, "PYTHON", Path(sys.executable))
    locks = {purpose: tmp_path / f"{purpose}.lock" for purpose in ("run", "test")}
    for purpose, lock in locks.items():
        lock.write_text(f"{purpose}==1")
    monkeypatch.setattr(setup, "LOCKS", locks)
    setup.stamp_file("test").write_text(setup.stamp_text("test"))
    return tmp_path


def test_an_environment_made_for_the_tests_runs_the_program_too(environment: Path) -> None:
    assert setup.is_ready("test")
    assert setup.is_ready("run")


def test_an_environment_made_for_the_program_does_not_serve_the_tests(environment: Path) -> None:
    setup.stamp_file("test").unlink()
    setup.stamp_file("run").write_text(setup.stamp_text("run"))
    assert setup.is_ready("run")
    assert not setup.is_ready("test")


def test_a_changed_lock_file_asks_for_a_new_set_up(environment: Path) -> None:
    (environment / "test.lock").write_text("test==2")
    assert not setup.is_ready("test")


@pytest.mark.parametrize("script", ["setup.py", "system_needs.py"])
def test_the_set_up_needs_only_the_standard_library(script: str) -> None:
    imported = {
        name.partition(".")[0]
        for node in ast.walk(syntax_tree(ROOT / "installer" / script))
        for name in ([alias.name for alias in node.names] if isinstance(node, ast.Import) else [])
        + ([node.module or ""] if isinstance(node, ast.ImportFrom) else [])
    }
    assert imported - {"system_needs"} <= sys.stdlib_module_names


def test_ci_runs_exactly_the_command_of_the_readme() -> None:
    commands = [line for line in (ROOT / ".ci" / "run").read_text().splitlines() if line.startswith("exec ")]
    assert commands == ["exec make test"]
    assert "\nmake test " in (ROOT / "README.md").read_text(encoding="utf-8")
