"""No result is written over a municipality's data, and no live data into a folder that is synced."""

from pathlib import Path

import pytest

from bra_desktop.services import keeping
from bra_desktop.services.opening_data import open_data
from bra_desktop.storage import database as storage
from bra_desktop.storage import drafts
from bra_desktop.storage.instance import LOCK_FILE
from bra_desktop.system import own_files
from bra_desktop.system.live_folder import Unsuitable
from tests.cli.conftest import COUNCIL, Run

OWN = (
    "bra.sqlite",
    "bra.sqlite-wal",
    "bra.sqlite-shm",
    "BRA.SQLITE",
    "bra.lock",
    "bra-0001-20261203T120000Z.sqlite",
    "bilagor",
    "bilagor/ab/ny",
    "utkast",
    "utkast/x/y.json",
    "installningar/x",
    "logg",
)


def everything_in(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() if p.is_file() else b"" for p in sorted(folder.rglob("*"))}


@pytest.fixture
def pin(tmp_path: Path) -> Path:
    file = tmp_path / "pin.txt"
    file.write_text("1234\n", encoding="ascii")
    return file


@pytest.mark.parametrize("name", OWN)
def test_a_backup_is_never_written_over_the_data(town: Path, run: Run, name: str) -> None:
    before = everything_in(town)
    said = run("backup", "--data", town, "--out", town / name)
    assert (said.code, said.out) == (2, "")
    assert "hör till kommunens data" in said.err
    assert said.err.count("\n") == 1
    assert everything_in(town) == before


def test_a_backup_that_would_be_lost_with_the_data_folder_is_refused(town: Path, run: Run) -> None:
    (town / "kopior").mkdir()
    for place in (town / "kopia.brabackup", town / "kopior" / "kopia.brabackup", town / "kopior" / ".." / "k"):
        before = everything_in(town)
        said = run("backup", "--data", town, "--out", place)
        assert said.code == 2
        assert "går den förlorad med mappen" in said.err
        assert everything_in(town) == before


def test_a_link_to_the_database_is_no_way_round(town: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "lank").symlink_to(town / "bra.sqlite")
    (tmp_path / "mapp").symlink_to(town)
    before = everything_in(town)
    for place in (tmp_path / "lank", tmp_path / "mapp" / "bra.sqlite", tmp_path / "mapp" / "k.brabackup"):
        assert run("backup", "--data", town, "--out", place).code == 2
    assert everything_in(town) == before
    assert (tmp_path / "lank").is_symlink()


def test_a_backup_is_not_written_over_the_data_of_another_municipality(town: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "annan").mkdir()
    assert run("import", "meeting", COUNCIL, "--data", tmp_path / "annan").code == 0
    before = everything_in(tmp_path / "annan")
    assert run("backup", "--data", town, "--out", tmp_path / "annan" / "bra.sqlite").code == 2
    assert everything_in(tmp_path / "annan") == before


@pytest.mark.parametrize("name", OWN)
@pytest.mark.parametrize(
    "verb",
    [
        ("export", "meeting", "BRA-2025-03-06", "--format", "json"),
        ("follow-up", "export"),
        ("certificates", "Eva Lind", "--pin-file", "PIN"),
        ("sign", "BRA-2025-03-06", "--person", "Eva Lind", "--pkcs12", "PIN", "--pin-file", "PIN"),
    ],
    ids=lambda verb: verb[0],
)
def test_no_folder_of_the_data_takes_results(town: Path, run: Run, pin: Path, verb: tuple[str, ...], name: str) -> None:
    before = everything_in(town)
    said = run(*(pin if word == "PIN" else word for word in verb), "--data", town, "--out", town / name)
    assert said.code == 2
    assert "hör till kommunens data" in said.err
    assert everything_in(town) == before


@pytest.mark.parametrize("name", ["bra.sqlite", "bilagor", "bilagor/ut", "logg"])
def test_the_demo_writes_no_papers_among_its_own_data(run: Run, data: Path, name: str) -> None:
    said = run("demo", "--data", data, "--out", data / name)
    assert said.code == 2
    assert "hör till kommunens data" in said.err
    assert everything_in(data) == {}


def test_own_files_are_named_as_storage_names_them() -> None:
    assert (own_files.DATABASE, own_files.LOCK, own_files.ATTACHMENTS, own_files.DRAFTS) == (
        storage.FILE_NAME,
        LOCK_FILE,
        storage.ATTACHMENTS,
        drafts.FOLDER,
    )


def test_the_demo_and_a_restored_backup_are_not_put_in_a_synced_folder(town: Path, run: Run, tmp_path: Path) -> None:
    synced, copy = tmp_path / "OneDrive - Almby", tmp_path / "kopia.brabackup"
    synced.mkdir()
    assert run("backup", "--data", town, "--out", copy).code == 0
    for verb in (("demo", "--out", tmp_path / "ut"), ("restore", copy), ("import", "meeting", COUNCIL)):
        for place in (synced, synced / "ny"):
            said = run(*verb, "--data", place)
            assert (said.code, said.out) == (2, "")
            assert "synkas av OneDrive" in said.err
    assert everything_in(synced) == {}
    assert not (tmp_path / "ut").exists()
    with pytest.raises(Unsuitable):
        open_data(synced, create=True)
    with pytest.raises(Unsuitable):
        keeping.restore(copy, synced / "ny")


def test_a_backup_may_lie_in_a_synced_folder(town: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "OneDrive").mkdir()
    assert run("backup", "--data", town, "--out", tmp_path / "OneDrive" / "k.brabackup").code == 0
