"""The command line as it is called, in this process, with what it prints."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bra_desktop.__main__ import main
from bra_desktop.services.opening_data import open_data
from tests.builders import whole

MEETINGS = Path(__file__).parents[2] / "resources" / "demo" / "meetings"
COUNCIL = MEETINGS / "2025-03-06-bra.json"
NOTES = MEETINGS / "2026-11-05-est.json"


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def value(self) -> Any:
        return json.loads(self.out)

    @property
    def error(self) -> dict[str, str]:
        found: dict[str, str] = json.loads(self.err)
        return found


Run = Callable[..., Said]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: object) -> Said:
        capsys.readouterr()
        code = main([str(a) for a in arguments])
        out, err = capsys.readouterr()
        return Said(code, out, err)

    return call


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An empty folder for data."""
    folder = tmp_path / "kommunens data"
    folder.mkdir()
    return folder


@pytest.fixture
def town(data: Path, run: Run) -> Path:
    """A folder with one council meeting, read in as a draft."""
    assert run("import", "meeting", COUNCIL, "--data", data).code == 0
    return data


def rows_of(folder: Path) -> str:
    """Every row of every table in the folder."""
    with open_data(folder) as database:
        return whole(database)
