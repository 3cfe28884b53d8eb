"""A backup holds everything of one moment, counts only when whole, and comes back into an empty folder."""

from __future__ import annotations

import json
import random
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from bra_desktop.domain.errors import UserError
from bra_desktop.storage.backup import (
    MANIFEST,
    BackupDamaged,
    make_backup,
    read_manifest,
    restore_backup,
    verify_backup,
)
from bra_desktop.storage.checking import check
from bra_desktop.storage.database import ATTACHMENTS, FILE_NAME, Database
from bra_desktop.storage.failures import FolderMissing
from bra_desktop.storage.work import Work
from tests.storage.conftest import START
from tests.storage.small_schema import SMALL, Gathering

Begin = Callable[..., Work]


@pytest.fixture
def filled(database: Database, work: Begin) -> Database:
    with work("Planera") as w:
        w.add(*(Gathering(id=f"m{number}", title="Möte " + "å" * 500) for number in range(50)))
        w.keep(database.attachments.keep_bytes(random.Random(1).randbytes(200_000), "bilaga.pdf"))
        w.commit()
    return database


def titles(database: Database) -> list[str]:
    with database.reading() as connection:
        return list(connection.execute(text("SELECT title FROM meeting ORDER BY id")).scalars())


def test_a_backup_comes_back_whole_in_an_empty_folder(filled: Database, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    backup = make_backup(filled, tmp_path / "kopia.brabackup", START, lambda done, of: seen.append((done, of)))
    assert (backup.made_at, backup.changes, backup.revision) == (START, 1, "0001")
    assert seen == [(1, 2), (2, 2)]
    restore_backup(tmp_path / "kopia.brabackup", tmp_path / "ny")
    with Database.open(tmp_path / "ny", SMALL) as restored:
        assert titles(restored) == titles(filled)
        assert check(restored) == []


def test_a_backup_made_while_writing_goes_on_is_of_one_moment(filled: Database, work: Begin, tmp_path: Path) -> None:
    stop = threading.Event()
    saved: list[int] = []

    def write() -> None:
        number = 0
        while not stop.is_set():
            with work() as w:
                for name in ("m1", "m2"):
                    w.get(Gathering, name).title = f"{number}"
                w.commit()
            saved.append(number)
            number += 1

    thread = threading.Thread(target=write)
    thread.start()
    try:
        for number in range(3):
            before = len(saved)
            backup = make_backup(filled, tmp_path / f"{number}.brabackup", START)
            assert backup.changes >= before
            restore_backup(backup.path, tmp_path / str(number))
            with Database.open(tmp_path / str(number), SMALL) as restored:
                first, second = (titles(restored)[i] for i in (1, 12))
                assert first == second
                assert check(restored) == []
    finally:
        stop.set()
        thread.join()
    assert saved


def test_no_half_made_backup_is_left_and_the_old_one_stays_when_it_fails(filled: Database, tmp_path: Path) -> None:
    target = tmp_path / "kopia.brabackup"
    make_backup(filled, target, START)
    before = target.read_bytes()
    with filled.reading() as connection:
        digest = str(connection.execute(text("SELECT id FROM stored_file")).scalar())
    filled.attachments.path(digest).write_bytes(b"")
    make_backup(filled, tmp_path / "other.brabackup", START)
    filled.attachments.path(digest).unlink()
    with pytest.raises(FileNotFoundError):
        make_backup(filled, target, START)
    assert target.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["kopia.brabackup", "other.brabackup"]
    with pytest.raises(FolderMissing):
        make_backup(filled, tmp_path / "no" / "kopia", START)


def test_a_backup_with_any_byte_changed_is_refused_or_the_same(filled: Database, tmp_path: Path) -> None:
    target = tmp_path / "kopia.brabackup"
    make_backup(filled, target, START)
    whole, draw = target.read_bytes(), random.Random(2)
    refused = 0
    for _ in range(60):
        changed = bytearray(whole)
        changed[draw.randrange(len(whole))] ^= 1 << draw.randrange(8)
        target.write_bytes(changed)
        try:
            verify_backup(target)
        except UserError:
            refused += 1
    # A flip in a date or a flag of the archive's own entries changes none of the content.
    assert refused >= 55


@pytest.mark.parametrize(
    "make",
    [lambda path: path.write_bytes(b""), lambda path: path.write_text("kopia"), lambda path: _zip_of(path, {"x": b""})],
    ids=["empty", "text", "another-zip"],
)
def test_what_is_no_backup_is_refused(tmp_path: Path, make: Callable[[Path], object]) -> None:
    make(tmp_path / "fil")
    with pytest.raises(BackupDamaged, match="håller inte"):
        restore_backup(tmp_path / "fil", tmp_path / "ny")
    assert not (tmp_path / "ny").exists()


def _zip_of(path: Path, files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)


def test_a_backup_that_reaches_outside_its_folder_is_refused(filled: Database, tmp_path: Path) -> None:
    target = tmp_path / "kopia.brabackup"
    make_backup(filled, target, START)
    with zipfile.ZipFile(target) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(files[MANIFEST])
    for name in ("../ute", "bilagor/../../ute", "/tmp/ute"):
        manifest["files"][name] = [3, "x"]
        _zip_of(target, files | {MANIFEST: json.dumps(manifest).encode(), name: b"ute"})
        with pytest.raises(BackupDamaged):
            restore_backup(target, tmp_path / "ny")
        del manifest["files"][name]
    assert not (tmp_path / "ute").exists()


def test_a_backup_is_not_restored_over_anything(filled: Database, tmp_path: Path) -> None:
    target = tmp_path / "kopia.brabackup"
    make_backup(filled, target, START)
    with pytest.raises(UserError, match="inte tom"):
        restore_backup(target, tmp_path)
    (tmp_path / "tom" / "logg").mkdir(parents=True)
    with pytest.raises(UserError, match="inte tom"):
        restore_backup(target, tmp_path / "tom")
    restore_backup(target, tmp_path / "tom", frozenset({"logg"}))
    Database.open(tmp_path / "tom", SMALL).close()
    assert read_manifest(target).data_id


def test_a_backup_is_restored_into_a_folder_that_is_a_disk_of_its_own(filled: Database, tmp_path: Path) -> None:
    target, folder = tmp_path / "kopia.brabackup", tmp_path / "disk"
    make_backup(filled, target, START)
    folder.mkdir()
    beside = tmp_path.stat().st_mtime_ns
    restore_backup(target, folder)
    assert tmp_path.stat().st_mtime_ns == beside  # nothing was made beside it, from where it could not be moved
    assert {p.name for p in folder.iterdir()} <= {FILE_NAME, ATTACHMENTS}
    Database.open(folder, SMALL).close()
