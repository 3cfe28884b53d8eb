"""Opening a data folder: one instance, one sentence for each thing that is wrong, nothing changed."""

from __future__ import annotations

import dataclasses
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest
from sqlalchemy import text

from bra_desktop.domain.errors import UserError
from bra_desktop.storage import instance, sqlite
from bra_desktop.storage.audit import chain_faults
from bra_desktop.storage.backup import make_backup, restore_backup
from bra_desktop.storage.database import FILE_NAME, Database
from bra_desktop.storage.failures import (
    DiskFull,
    FolderMissing,
    FolderReadOnly,
    NewerSchema,
    NoDatabase,
    NotOurDatabase,
    OpenElsewhere,
)
from bra_desktop.storage.work import Work
from tests.storage.conftest import START, ticking
from tests.storage.small_schema import SMALL, Gathering

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Database.create(tmp_path / "kommun", SMALL).close()
    return tmp_path / "kommun"


def every_file(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_a_created_file_is_opened_again_with_what_was_saved(folder: Path) -> None:
    with Database.open(folder, SMALL) as database, Work(database, "åsa", "dator", ticking()) as work:
        work.add(Gathering(id="m", title="Möte"))
        work.commit()
    with Database.open(folder, SMALL) as database, Work(database, "åsa", "dator", ticking()) as work:
        assert work.get(Gathering, "m").title == "Möte"


def test_the_file_keeps_every_commit_through_a_power_cut_and_checks_references(folder: Path) -> None:
    with Database.open(folder, SMALL) as database, database.writing() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_reader_cannot_write(folder: Path) -> None:
    with Database.open(folder, SMALL) as database, pytest.raises(UserError), database.reading() as connection:
        connection.execute(text("DELETE FROM meeting"))


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing, match="finns inte"):
        Database.open(tmp_path / "no" / "such", SMALL)
    with pytest.raises(FolderMissing):
        Database.create(tmp_path / "no" / "such", SMALL)


def test_an_empty_folder_is_refused_and_stays_empty(tmp_path: Path) -> None:
    with pytest.raises(NoDatabase, match="inga data"):
        Database.open(tmp_path, SMALL)
    assert every_file(tmp_path) == {}


def test_a_second_window_on_the_same_data_is_refused_until_the_first_closes(folder: Path) -> None:
    with Database.open(folder, SMALL), pytest.raises(OpenElsewhere, match="öppna i ett annat fönster"):
        Database.open(folder, SMALL)
    Database.open(folder, SMALL).close()


def test_another_process_on_the_same_data_is_refused_until_it_dies(folder: Path) -> None:
    with _process(HOLD, folder) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        with pytest.raises(OpenElsewhere):
            Database.open(folder, SMALL)
        holder.kill()
        holder.wait()
    Database.open(folder, SMALL).close()


def test_creating_over_a_file_is_an_error_and_changes_nothing(folder: Path) -> None:
    before = (folder / FILE_NAME).read_bytes()
    with pytest.raises(FileExistsError):
        Database.create(folder, SMALL)
    assert (folder / FILE_NAME).read_bytes() == before


def _sqlite_file(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (a)")
    connection.close()


@pytest.mark.parametrize(
    "make",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_text("Kallelse till möte\n" * 100),
        lambda path: path.write_bytes(bytes(range(256)) * 64),
        lambda path: path.write_bytes(b"SQLite format 3\0"),
        _sqlite_file,
        lambda path: path.mkdir(),
    ],
    ids=["empty", "text", "bytes", "header-only", "another-program", "folder"],
)
def test_what_is_no_file_of_ours_is_refused_and_left_alone(tmp_path: Path, make: object) -> None:
    make(tmp_path / FILE_NAME)  # type: ignore[operator]
    before = every_file(tmp_path)
    with pytest.raises(NotOurDatabase, match="inte skapad av det här programmet"):
        Database.open(tmp_path, SMALL)
    assert every_file(tmp_path) == before


def test_a_file_with_our_mark_and_nonsense_behind_it_is_refused(folder: Path) -> None:
    path = folder / FILE_NAME
    path.write_bytes(path.read_bytes()[:100] + b"\xff" * 8092)
    with pytest.raises(UserError, match=r"skadad|inte skapad"):
        Database.open(folder, SMALL)


def test_a_newer_file_is_refused_with_its_version_and_left_alone(folder: Path) -> None:
    newer = dataclasses.replace(SMALL, revision="0000")
    before = (folder / FILE_NAME).read_bytes()
    with pytest.raises(NewerSchema, match=r"nyare version av programmet \(.+\)"):
        Database.open(folder, newer)
    assert (folder / FILE_NAME).read_bytes() == before


def _put_back_by_hand(folder: Path) -> None:
    """As a copy comes that was taken out of a backup: without its write-ahead log."""
    connection = sqlite.connect(folder / FILE_NAME)
    connection.execute("PRAGMA journal_mode = DELETE")
    assert not sqlite.has_write_ahead_log(connection)
    connection.close()


def test_a_copy_put_back_by_hand_gets_its_log_again_so_that_readers_never_wait(folder: Path) -> None:
    _put_back_by_hand(folder)
    Database.open(folder, SMALL).close()
    connection = sqlite.connect(folder / FILE_NAME)
    assert sqlite.has_write_ahead_log(connection)
    connection.close()


READ_BY_ANOTHER = (
    "import sqlite3, sys\n"
    "other = sqlite3.connect(sys.argv[1])\n"
    "print(other.execute('SELECT count(*) FROM sqlite_master').fetchone())\n"
    "other.close()\n"
)


def _save(database: Database, title: str) -> None:
    with Work(database, "Anna", "dator", ticking()) as work:
        work.add(Gathering(id=title, title=title))
        work.commit()


def test_another_program_that_reads_the_file_does_not_take_the_log_away(folder: Path) -> None:
    """A file that is opened and closed beside SQLite loses the process's locks on it (POSIX, close): whoever reads it
    then takes itself for the last one, and removes the log that is being written to.
    """
    with Database.open(folder, SMALL) as database:
        _save(database, "Ett")
        log = folder / f"{FILE_NAME}-wal"
        before = log.stat().st_ino
        subprocess.run([sys.executable, "-c", READ_BY_ANOTHER, str(folder / FILE_NAME)], check=True, timeout=60)
        assert log.exists()
        assert log.stat().st_ino == before
        _save(database, "Två")
    with Database.open(folder, SMALL) as database, Work(database, "Anna", "dator", ticking()) as work:
        assert sorted(one.title for one in work.all(Gathering)) == ["Ett", "Två"]


def test_a_newer_copy_put_back_by_hand_is_left_alone_too(folder: Path) -> None:
    _put_back_by_hand(folder)
    before = (folder / FILE_NAME).read_bytes()
    with pytest.raises(NewerSchema):
        Database.open(folder, dataclasses.replace(SMALL, revision="0000"))
    assert (folder / FILE_NAME).read_bytes() == before


def test_a_glance_sees_one_moment_while_somebody_writes(folder: Path) -> None:
    with Database.open(folder, SMALL, first_page_first=True) as database:
        with database.glance() as bare:
            count = "SELECT COUNT(*) FROM meeting"
            assert bare.execute(count).fetchone() == (0,)
            with Work(database, "åsa", "dator", ticking()) as work:
                work.add(Gathering(id="m", title="Möte"))
                work.commit()
            assert bare.execute(count).fetchone() == (0,)
        with database.glance() as bare:
            assert bare.execute(count).fetchone() == (1,)


@pytest.fixture
def without_rights() -> Iterator[Callable[[], None]]:
    """Give up the rights of root, who may write everywhere; they come back after the test."""
    mine = os.geteuid()
    yield lambda: os.seteuid(65534) if mine == 0 else None
    os.seteuid(mine)


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no write bit there")
def test_a_read_only_folder_is_refused(without_rights: Callable[[], None]) -> None:
    # Not in tmp_path, whose parents only their owner may enter.
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "kommun"
        Database.create(folder, SMALL).close()
        Path(place).chmod(0o755)
        folder.chmod(0o555)
        before = every_file(folder)
        without_rights()
        with pytest.raises(FolderReadOnly, match="skrivskyddad"):
            Database.open(folder, SMALL)
        with pytest.raises(FolderReadOnly):
            Database.create(folder / "ny", SMALL)
        assert every_file(folder) == before
        os.seteuid(os.getuid())
        folder.chmod(0o755)


def test_a_full_disk_is_told_and_what_was_saved_before_stays(database: Database) -> None:
    clock = ticking()
    with Work(database, "åsa", "dator", clock) as work:
        work.add(Gathering(id="m", title="sparat"))
        work.commit()
    with database.writing() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with Work(database, "åsa", "dator", clock) as work:
        work.get(Gathering, "m").title = "x" * 1_000_000
        with pytest.raises(DiskFull, match="Disken är full"):
            work.commit()
    with database.writing() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 100000")
    with Work(database, "åsa", "dator", clock) as work:
        assert work.get(Gathering, "m").title == "sparat"
        work.get(Gathering, "m").title = "x" * 1_000_000
        work.commit()


@contextmanager
def disk_of(size: str, place: Path) -> Iterator[Path]:
    """A real disk of that size, for as long as it is needed. Skips where nobody may mount one."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)], check=False).returncode != 0:
        pytest.skip("no right to mount here")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def test_a_really_full_disk_is_told_by_everything_that_writes(tmp_path: Path) -> None:
    with disk_of("3m", tmp_path / "disk") as disk:
        with Database.create(disk / "kommun", SMALL) as database:
            saved = _save_until_full(database)
            with pytest.raises(DiskFull):
                database.attachments.keep_bytes(bytes(3_000_000), "karta.pdf")
            with pytest.raises(DiskFull):
                make_backup(database, disk / "kopia.brabackup", START)
        assert sorted(path.name for path in disk.iterdir()) == ["kommun"]
        with Database.open(disk / "kommun", SMALL) as database, database.reading() as connection:
            assert connection.execute(text("SELECT count(*) FROM meeting")).scalar() == saved


def test_a_backup_to_another_disk_needs_no_room_on_the_full_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with disk_of("3m", tmp_path / "disk") as disk:
        with Database.create(disk / "kommun", SMALL) as database:
            saved = _save_until_full(database)
            monkeypatch.setattr(tempfile, "tempdir", str(disk))
            (tmp_path / "annan").mkdir()
            make_backup(database, tmp_path / "annan" / "kopia.brabackup", START)
        restore_backup(tmp_path / "annan" / "kopia.brabackup", tmp_path / "ny")
        assert [path.name for path in (tmp_path / "annan").iterdir()] == ["kopia.brabackup"]
        assert [path.name for path in disk.iterdir()] == ["kommun"]
    with Database.open(tmp_path / "ny", SMALL) as database, database.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM meeting")).scalar() == saved


def test_a_backup_to_a_full_disk_is_told_and_leaves_nothing_there(tmp_path: Path) -> None:
    with disk_of("16k", tmp_path / "disk") as disk, Database.create(tmp_path / "kommun", SMALL) as database:
        with pytest.raises(DiskFull):
            make_backup(database, disk / "kopia.brabackup", START)
        assert list(disk.iterdir()) == []


def test_a_disk_without_room_for_new_data_is_left_as_it_was(tmp_path: Path) -> None:
    with disk_of("16k", tmp_path / "disk") as disk:
        with pytest.raises(DiskFull):
            Database.create(disk / "kommun", SMALL)
        assert list(disk.iterdir()) == []
        (disk / "tom").mkdir()
        with pytest.raises(DiskFull):
            Database.create(disk / "tom", SMALL)
        assert [path.name for path in disk.rglob("*")] == ["tom"]


def test_a_lock_file_that_is_taken_away_in_the_meantime_locks_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, lock = instance.InstanceLock(tmp_path), instance._lock

    def too_late(file: IO[bytes]) -> None:
        first.remove()
        lock(file)

    monkeypatch.setattr(instance, "_lock", too_late)
    with pytest.raises(OpenElsewhere):
        instance.InstanceLock(tmp_path)
    monkeypatch.undo()
    assert list(tmp_path.iterdir()) == []
    Database.create(tmp_path, SMALL).close()


def _save_until_full(database: Database) -> int:
    clock = ticking()
    for number in range(1000):
        with Work(database, "åsa", "dator", clock) as work:
            work.add(Gathering(id=str(number), title="å" * 20_000))
            try:
                work.commit()
            except DiskFull:
                return number
    raise AssertionError("the disk did not become full")


def test_nothing_acknowledged_is_lost_when_the_process_is_killed_while_saving(folder: Path) -> None:
    for _ in range(3):
        with _process(SAVE, folder) as saver:
            assert saver.stdout is not None
            acknowledged = [saver.stdout.readline().strip() for _ in range(40)]
            saver.send_signal(signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
            acknowledged += saver.stdout.read().split()
            saver.wait()
        with Database.open(folder, SMALL) as database, database.reading() as connection:
            kept = set(connection.execute(text("SELECT id FROM meeting")).scalars())
            assert {name for name in acknowledged if len(name) == 36} <= kept
            assert sqlite.integrity_faults(connection) == []
            assert chain_faults(connection) == []


def _process(program: str, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", program, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True)


_HEAD = """
import sys, uuid
from pathlib import Path
sys.path[:0] = ["src", "."]
from bra_desktop.domain.errors import UserError
from bra_desktop.storage.backup import make_backup
from bra_desktop.storage.database import Database
from bra_desktop.storage.work import Work
from tests.storage.conftest import ticking
from tests.storage.small_schema import SMALL, Gathering
folder = Path(sys.argv[1])
"""
HOLD = _HEAD + "database = Database.open(folder, SMALL); print('open', flush=True); sys.stdin.read()"
OPEN = _HEAD + "\ntry:\n    Database.open(folder, SMALL)\nexcept UserError as e:\n    print(type(e).__name__, e.text)\n"
SAVE = (
    _HEAD
    + """
database, clock = Database.open(folder, SMALL), ticking()
while True:
    with Work(database, "åsa", "dator", clock, "spara") as work:
        meeting = Gathering(id=str(uuid.uuid4()), title="ord " * 200)
        work.add(meeting)
        work.commit()
    print(meeting.id, flush=True)
"""
)


def test_the_start_of_a_session_does_not_import_alembic(folder: Path) -> None:
    program = OPEN + "print('alembic' in sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", program, str(folder)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert told.stdout == "False\n"


READ_AT_ONCE = """
import sys, threading
from pathlib import Path
from bra_desktop.storage.database import Database

folder, to_read = Path(sys.argv[1]), len(sys.argv) > 2
with Database.open_to_read(folder) if to_read else Database.open(folder, first_page_first=True) as database:
    if not to_read:
        threading.Thread(target=database.get_ready).start()
    with database.reading():
        from bra_desktop.storage.mapping import mapper_registry

        print(all(mapper.configured for mapper in mapper_registry.mappers), len(list(mapper_registry.mappers)) > 20)
"""


@pytest.mark.parametrize(("way", "told"), [((), "True True\n"), (("read",), "True False\n")])
def test_no_object_is_read_while_classes_are_being_mapped(tmp_path: Path, way: tuple[str, ...], told: str) -> None:
    Database.create(tmp_path / "kommun").close()
    done = subprocess.run(
        [sys.executable, "-c", READ_AT_ONCE, str(tmp_path / "kommun"), *way],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout == told


def test_a_moment_without_time_zone_is_not_saved(database: Database) -> None:
    with Work(database, "åsa", "dator", lambda: START.replace(tzinfo=None)) as work:
        work.add(Gathering(id="m"))
        with pytest.raises(Exception, match="time zone"):
            work.commit()
