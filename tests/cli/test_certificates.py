"""Certificate files on the command line: who can read them, and where the authority that issues them is kept."""

import os
from pathlib import Path

import pytest

from bra_desktop.domain.errors import UserError
from bra_desktop.signing.authority import read_authority
from tests.cli.conftest import Run

NAME, OTHER, PIN = "Anna Svedin", "Eva Lind", "1234"

needs_modes = pytest.mark.skipif(os.name == "nt", reason="Windows keeps no modes")


@pytest.fixture
def issue(town: Path, run: Run, tmp_path: Path) -> Path:
    """The folder of a first certificate, issued while new files are open to everybody."""
    (tmp_path / "pin.txt").write_text(PIN + "\n")
    before = os.umask(0o022)
    try:
        assert issued(run, town, tmp_path, NAME) == 0
    finally:
        os.umask(before)
    return tmp_path / "certifikat"


def issued(run: Run, town: Path, folder: Path, name: str) -> int:
    out, pin = folder / "certifikat", folder / "pin.txt"
    return run("certificates", name, "--pin-file", pin, "--out", out, "--data", town).code


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


@needs_modes
def test_private_keys_can_be_read_by_their_owner_alone(issue: Path, town: Path) -> None:
    authority = town / "utfardare"
    assert {path.name: mode(path) for path in issue.iterdir()} == {f"{NAME}.p12": 0o600, "utfardare.pem": 0o644}
    assert {path.name: mode(path) for path in authority.iterdir()} == {"losenord.txt": 0o600, "utfardare.p12": 0o600}
    assert (mode(issue), mode(authority)) == (0o700, 0o700)


@needs_modes
def test_a_folder_that_was_there_keeps_its_mode(issue: Path, town: Path, run: Run, tmp_path: Path) -> None:
    issue.chmod(0o755)
    assert issued(run, town, tmp_path, OTHER) == 0
    assert mode(issue) == 0o755


def test_the_authority_is_made_the_first_time_with_a_password_of_its_own(
    issue: Path, town: Path, run: Run, tmp_path: Path
) -> None:
    file = town / "utfardare" / "utfardare.p12"
    kept = file.read_bytes()
    with pytest.raises(UserError):
        read_authority(kept, PIN)
    read_authority(kept, (town / "utfardare" / "losenord.txt").read_text("ascii").strip())
    assert issued(run, town, tmp_path, OTHER) == 0
    assert file.read_bytes() == kept


def test_an_authority_whose_password_is_gone_is_said_to_be_locked(
    issue: Path, town: Path, run: Run, tmp_path: Path
) -> None:
    (town / "utfardare" / "losenord.txt").unlink()
    said = run("certificates", OTHER, "--pin-file", tmp_path / "pin.txt", "--out", issue, "--data", town, "--json")
    assert said.code != 0
    assert said.error["error"].startswith("Lösenordet till kommunens utfärdare saknas")


def test_somebody_unknown_leaves_no_authority(town: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "pin.txt").write_text(PIN + "\n")
    assert issued(run, town, tmp_path, "Ingen Alls") != 0
    assert not (town / "utfardare").exists()
